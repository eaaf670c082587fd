"""Mails are kept once, with their order, attachments and quoted replies; and they tell what was asked before."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from claimdesk.core.desk import Desk
from claimdesk.core.records.cases import EventKind
from claimdesk.core.records.messages import Channel, Speaker
from claimdesk.core.records.problems import Problem
from claimdesk.core.storage import case_rows, evidence_files
from tests.core.cases.conftest import ORDERS
from tests.core.storage.filling import add_orders

NOW = datetime(2026, 11, 17, 6, 20, tzinfo=UTC)
ONE, TWO = "111-0000001-0000001", "111-0000002-0000002"
RELAY = "9xbg929iaz13xal@marketplace.amazon.com"
REFUSAL = "Your order was shipped on 21 October, so it can no longer be cancelled."


def mail(
    text: str, order: str = ONE, identity: str = "m1", day: str = "Wed, 04 Nov 2026 20:12:00 +0000", extra: str = ""
) -> bytes:
    subject = f"Inquiry from Amazon customer Ada (Order: {order})" if order else "A question"
    return (
        f'From: "Ada - Amazon Marketplace" <{RELAY}>\nTo: shop@example.com\nSubject: {subject}\nDate: {day}\n'
        f"Message-ID: <{identity}@mail>\n{extra}Content-Type: text/plain; charset=utf-8\n\n{text}\n"
    ).encode()


def keep(desk: Desk, raw: bytes):  # -> what was kept, ids of what is new
    return desk.notices.keep(desk.notices.read(raw, NOW), NOW)


def facts(desk: Desk, order_no: str = ONE):
    return desk.cases.order_facts(desk.orders.find(order_no)[0], NOW).items


def claim(order: str = ONE) -> bytes:
    return (
        "From: Amazon <atoz-guarantee-no-reply@amazon.com>\nTo: shop@example.com\n"
        f"Subject: A-to-z Guarantee claim filed on order {order}\nDate: Mon, 16 Nov 2026 08:00:00 +0000\n\n"
        f"Hello,\nA buyer has filed an A-to-z Guarantee claim on order {order} for $58.60. "
        "Reason: item not as described.\n"
    ).encode()


def test_a_message_is_kept_with_its_order_and_only_once(desk: Desk) -> None:
    kept, new = keep(desk, mail("Where is my parcel?"))
    assert (kept.speaker, kept.order_id, kept.language, len(new)) == (Speaker.BUYER, 1, "en", 1)
    again, none = keep(desk, mail("Where is my parcel?"))
    assert (again.id, none) == (kept.id, ())
    assert "mail_known" in {
        caution.code for caution in desk.notices.read(mail("Where is my parcel?"), NOW).notice.warnings
    }
    pasted = f"Where is my parcel?\nOrder {ONE}"
    keep(desk, mail("Where is my parcel?", identity="m2", day="Mon, 09 Nov 2026 20:12:00 +0000"))
    keep(desk, pasted.encode())
    assert [m.channel for m in desk.messages.of_order(1)] == [Channel.MAIL] * 3


def test_a_copy_without_an_identity_is_the_same_message(desk: Desk) -> None:
    kept, _ = keep(desk, mail(f"Where is my parcel? Order {ONE}"))
    same, new = keep(desk, f"Where is my parcel?  order {ONE}".encode())
    assert (same.id, new) == (kept.id, ())


def test_replies_found_quoted_stand_in_the_thread_before_the_mail(desk: Desk) -> None:
    text = f"But I do not want it.\n\nOn Wed, 4 Nov 2026 at 23:24, Northlight Home <shop@example.com> wrote:\n> {REFUSAL}\n>\n> On Wed, 4 Nov 2026 at 20:12, Ada <{RELAY}> wrote:\n>> Please cancel my order.\n"  # fmt: skip
    keep(desk, mail(text, day="Thu, 05 Nov 2026 08:00:00 +0000"))
    thread = desk.messages.of_order(1)
    assert [(m.speaker, m.channel, m.text) for m in thread] == [
        (Speaker.BUYER, Channel.QUOTED, "Please cancel my order."),
        (Speaker.SHOP, Channel.QUOTED, REFUSAL),
        (Speaker.BUYER, Channel.MAIL, "But I do not want it."),
    ]


def test_what_a_case_sent_stands_in_the_thread_until_it_is_undone_and_is_not_told_twice(desk: Desk) -> None:
    case_id = desk.cases.open(1, "S08", NOW - timedelta(days=10))
    sent = {
        "step": "correct_offer",
        "template": "",
        "audience": "buyer",
        "language": "en",
        "text": REFUSAL,
        "gloss": "",
    }
    with desk.store.writing() as conn:
        case_rows.append(conn, case_id, NOW - timedelta(days=9), EventKind.SENT, sent)
    assert [m.channel for m in desk.messages.of_order(1)] == [Channel.SENT]
    keep(
        desk, mail(f"Why?\n\nOn Sun, 8 Nov 2026 at 06:20, Shop <shop@example.com> wrote:\n> {REFUSAL}\n", identity="m9")
    )
    assert [m.channel for m in desk.messages.of_order(1)].count(Channel.QUOTED) == 0
    desk.cases.undo(case_id, NOW)
    assert Channel.SENT not in [m.channel for m in desk.messages.of_order(1)]


def test_a_mail_without_a_known_order_waits_for_it(desk: Desk) -> None:
    kept, _ = keep(desk, mail("Where is it?", order="111-7777777-7777777"))
    assert kept.order_id is None
    assert [m.id for m in desk.messages.unassigned()] == [kept.id]
    add_orders(desk.store, {**ORDERS[0], "order_no": "111-7777777-7777777"})
    assert desk.messages.unassigned() == ()
    found = desk.orders.find("111-7777777-7777777")[0]
    assert [m.id for m in found.messages] == [kept.id]
    other, _ = keep(desk, mail("Hello?", order="", identity="m4"))
    desk.messages.assign(other.id, 2)
    assert [m.text for m in desk.messages.of_order(2)] == ["Hello?"]
    with pytest.raises(Problem, match="order_unknown"):
        desk.messages.assign(other.id, 999)


def test_attachments_lie_in_the_store_and_become_evidence_of_the_case(desk: Desk) -> None:
    raw = (
        mail("x").split(b"Content-Type")[0]
        + b'Content-Type: multipart/mixed; boundary="b"\n\n--b\nContent-Type: text/plain\n\nIt arrived broken.\n'
        b'--b\nContent-Type: image/jpeg\nContent-Disposition: attachment; filename="..\\..\\broken.jpg"\n'
        b"Content-Transfer-Encoding: base64\n\n/9j/4AAQ\n"
        b"--b\nContent-Type: image/png\nContent-ID: <logo>\nContent-Disposition: inline; filename=logo.png\n"
        b"Content-Transfer-Encoding: base64\n\niVBORw0KGgo=\n--b--\n"
    )
    taken = desk.notices.take(desk.notices.read(raw, NOW), NOW)
    files = desk.messages.of_order(1)[0].files
    assert [(f.name, f.inline, f.kept) for f in files] == [("broken.jpg", False, True), ("logo.png", True, True)]
    assert evidence_files.is_sound(desk.folder, files[0].sha256)
    assert [(f.item, f.name) for f in desk.cases.case(taken.case_id).evidence] == [("mail", "broken.jpg")]
    assert desk.messages.original(desk.messages.of_order(1)[0]) == raw
    again = desk.notices.take(desk.notices.read(raw, NOW), NOW)
    assert again.case_id == taken.case_id
    assert len(desk.cases.case(taken.case_id).notices) == 1


def test_a_file_that_is_too_large_is_named_and_not_kept(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claimdesk.core.messages.messages.LARGEST_FILE", 4)
    file = desk.messages.store_file("big.zip", "application/zip", b"12345", NOW, inline=False)
    assert (file.kept, file.size, file.name) == (False, 5, "big.zip")


@pytest.mark.parametrize(
    "declared, encoding, words",
    [("gb2312", "gb18030", "请取消订单，㐂先生。"), ("iso-2022-jp", "iso-2022-jp", "注文をキャンセルしてください。"),
     ("shift_jis", "cp932", "キャンセルしたいです。①")],
)  # fmt: skip
def test_what_an_encoding_hides_is_read_as_it_is(desk: Desk, declared: str, encoding: str, words: str) -> None:
    head = mail("x", order=ONE).decode().split("Content-Type")[0]
    raw = f"{head}Content-Type: text/plain; charset={declared}\nContent-Transfer-Encoding: 8bit\n\n".encode() + words.encode(encoding)  # fmt: skip
    kept, _ = keep(desk, raw)
    assert kept.text == words
    assert facts(desk)["cancel_requested"].value is True


def test_phishing_is_kept_with_the_message(desk: Desk) -> None:
    kept, _ = keep(desk, mail("Click here", extra="Authentication-Results: mx; spf=fail; dkim=pass\n"))
    assert [w.code for w in kept.warnings] == ["authentication_failed"]


def test_asked_to_cancel_and_refused_prefills_the_answer_and_says_why(desk: Desk) -> None:
    keep(desk, mail("I found a cheaper one, please cancel my order."))
    mail(REFUSAL, identity="m2", day="Wed, 04 Nov 2026 23:24:00 +0000").replace(RELAY.encode(), b"shop@example.com")
    desk.messages.note_contact(1, Speaker.SHOP, Channel.PHONE, "cancel_declined", REFUSAL, datetime(2026, 11, 5, 1, tzinfo=UTC), NOW)  # fmt: skip
    reading = desk.notices.read(claim(), NOW)
    assert reading.suggested[0].scenario.id == "S08"
    view = desk.cases.view(desk.notices.take(reading, NOW).case_id, NOW)
    asked, answer = view.walk.path[:2]
    assert (asked.prefill, answer.prefill) == ("cancel", "plain_refusal")
    assert asked.because.en == "Asked to cancel on 4 Nov, refused on 4 Nov: both are in the messages."
    assert asked.because.zh == "买家于 11 月 4 日要求取消，我方于 11 月 4 日拒绝，消息中均有记录。"


def test_an_offer_of_a_return_is_told_from_a_plain_refusal(desk: Desk) -> None:
    keep(desk, mail("Please cancel my order."))
    desk.messages.note_contact(1, Speaker.SHOP, Channel.CHAT, "return_offer", "You can return it.", datetime(2026, 11, 5, tzinfo=UTC), NOW)  # fmt: skip
    assert facts(desk)["cancel_answer"].value == "offered_return"


def test_what_no_message_tells_stays_unknown(desk: Desk) -> None:
    keep(desk, mail("Please cancel my order."))
    found = facts(desk)
    assert found["cancel_answer"].value is None and found["cancel_refused_at"].value is None
    assert "Please cancel my order." in found["asked_cancel_at"].because.en


def test_what_comes_after_the_claim_does_not_change_what_was_asked_before(desk: Desk) -> None:
    case_id = desk.cases.open(1, "S08", NOW - timedelta(days=14))
    keep(desk, mail("Please cancel my order."))
    assert desk.cases.view(case_id, NOW).facts.values()["asked_cancel_at"] is None


def test_a_noted_contact_needs_a_known_kind_and_words(desk: Desk) -> None:
    with pytest.raises(Problem, match="contact_unknown"):
        desk.messages.note_contact(1, Speaker.BUYER, Channel.PHONE, "nonsense", "x", NOW, NOW)
    with pytest.raises(Problem, match="contact_empty"):
        desk.messages.note_contact(1, Speaker.BUYER, Channel.PHONE, "question", " ", NOW, NOW)
    noted = desk.messages.note_contact(2, Speaker.BUYER, Channel.PHONE, "cancel_request", "", NOW.date(), NOW)
    assert (noted.channel, noted.text) == (Channel.PHONE, "Asked to cancel")
    assert facts(desk, TWO)["cancel_requested"].value is True


def test_undoing_an_import_leaves_the_message_to_wait_for_its_order(desk: Desk, tmp_path: Path) -> None:
    from tests.ui.order_sheets import LATE, write_sheet

    batch = desk.imports.run([write_sheet(tmp_path / "a.csv", [LATE])], at=NOW)
    kept, _ = keep(desk, mail("Where is it?", order=LATE["Order number"]))
    assert kept.order_id is not None
    desk.imports.undo(batch.batch_id)
    assert [m.id for m in desk.messages.unassigned()] == [kept.id]


def test_messages_are_found_in_either_script(desk: Desk) -> None:
    keep(desk, mail("我想取消訂單"))
    assert len(desk.messages.search("订单")) == 1
    assert desk.messages.search("没有这个") == ()
