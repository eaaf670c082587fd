"""`claimdesk intake`, key by key."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from claimdesk import bootstrap

GRANTED = """From: Amazon.com <atoz-guarantee-no-reply@amazon.com>
Subject: A-to-z claim decision
Date: Mon, 16 Nov 2026 09:30:00 +0000

We have granted a claim of $19.99 on order 113-0042917-8830156 and debited your account.
You can appeal within 30 days.
"""


def run(tmp_path: Path, capsys: pytest.CaptureFixture[str], *arguments: str, as_json: bool = True) -> tuple[str, int]:
    capsys.readouterr()
    extra = ["--json"] if as_json else []
    status = bootstrap.main(["intake", *arguments, "--data-dir", str(tmp_path / "data"), *extra])
    return capsys.readouterr().out, status


def test_a_notice_from_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "mail.eml"
    file.write_text(GRANTED, encoding="utf-8")
    out, status = run(tmp_path, capsys, str(file))
    found = json.loads(out)
    assert status == 0
    assert (found["platform"], found["order_no"], found["kind"]) == ("amazon", "113-0042917-8830156", "granted_seller")
    assert (found["amount_minor"], found["currency"], found["odr"]) == (1999, "USD", "unknown")
    assert (found["respond_by"], found["clock"]) == ("2026-12-16T09:30:00Z", "AMZ-APPEAL-30")
    assert {"field": "amount_minor", "text": "$19.99"} in found["read_from"]
    words, _ = run(tmp_path, capsys, str(file), as_json=False)
    assert "granted_seller  amazon 113-0042917-8830156  19.99 USD" in words


def test_what_is_not_said_is_null(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("今晚开会。".encode("gb18030"))))
    out, status = run(tmp_path, capsys, "-")
    found = json.loads(out)
    assert (status, found["kind"], found["odr"]) == (1, "none", "unknown")
    nothing = ("platform", "order_no", "amount_minor", "currency", "respond_by", "reason", "clock")
    assert [found[key] for key in nothing] == [None] * len(nothing)


def test_a_warning_is_a_finding(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "mail.eml"
    file.write_text(GRANTED.replace("@amazon.com", "@amaz0n.com"), encoding="utf-8")
    out, status = run(tmp_path, capsys, str(file))
    assert status == 1 and json.loads(out)["warnings"][0]["code"] == "sender_lookalike"


@pytest.mark.parametrize(
    "content, code", [(b"", "mail_empty"), (b"%PDF-1.4", "mail_no_text"), (None, "mail_unreadable")]
)
def test_what_cannot_be_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes | None, code: str
) -> None:
    file = tmp_path / "mail.eml"
    if content is not None:
        file.write_bytes(content)
    out, status = run(tmp_path, capsys, str(file))
    assert (status, json.loads(out)["error"]["code"]) == (2, code)


def test_a_mailbox_lists_its_mails(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "all.mbox"
    file.write_text(f"From a@b Fri Jan  5 08:12:44 2024\n{GRANTED}\n" * 2, encoding="utf-8")
    out, status = run(tmp_path, capsys, str(file))
    assert status == 1
    assert [mail["kind"] for mail in json.loads(out)["mails"]] == ["granted_seller"] * 2
