"""Whatever comes in, a notice or a Problem comes out."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from claimdesk.core.records.problems import Problem
from tests.core.intake.notices import NOW, samples, shipped_intake

HEADERS = st.sampled_from(
    ["From", "Subject", "Date", "Content-Type", "Content-Transfer-Encoding", "Reply-To", "Authentication-Results",
     "Content-Disposition", "MIME-Version", "X-Type"]
)  # fmt: skip
VALUES = st.one_of(
    st.text(max_size=60),
    st.sampled_from(
        ["multipart/mixed; boundary=b", "text/html; charset=gb2312", "message/rfc822", "base64", "quoted-printable",
         "=?utf-8?q?=ff?=", "=?x?b?!?=", "a@amazon.com", "text/plain; charset=rot13", "attachment; filename*=x'y'%zz",
         "Mon, 99 Nov 99999 99:99:99 +9999", "text/plain; charset=utf-16", "uuencode"]
    ),
)  # fmt: skip


def _read(raw: bytes | str) -> None:
    try:
        notice = shipped_intake().read(raw, NOW)
    except Problem:
        return
    source = f"{notice.subject}\n\n{notice.text}"
    assert all(words.text in source or words.text in notice.text for words in notice.read_from)
    for attachment in notice.attachments:
        assert isinstance(shipped_intake().attachment(raw, attachment.part), bytes)


@given(st.binary(max_size=600))
def test_any_bytes(raw: bytes) -> None:
    _read(raw)


@given(st.text(max_size=600))
def test_any_text(text: str) -> None:
    _read(text)


@given(st.lists(st.tuples(HEADERS, VALUES), max_size=6), st.binary(max_size=300))
def test_any_header(headers: list[tuple[str, str]], body: bytes) -> None:
    _read("".join(f"{name}: {value}\n" for name, value in headers).encode("utf-8", "replace") + b"\n" + body)


@given(st.data())
def test_any_piece_of_a_notice_put_anywhere(data: st.DataObject) -> None:
    pieces = data.draw(st.lists(st.sampled_from(samples()), min_size=1, max_size=3))
    raw = b""
    for piece in pieces:
        start = data.draw(st.integers(0, len(piece.raw)))
        raw += piece.raw[start : data.draw(st.integers(start, len(piece.raw)))]
    _read(raw)
