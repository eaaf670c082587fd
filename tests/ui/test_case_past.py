"""The right pane looks back: the thread, earlier contacts, similar cases, and files of mails in the evidence step."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtWidgets import QFileDialog, QWidget

from claimdesk.core.cases.quotes import Quote
from claimdesk.core.records.messages import Channel, NewMessage, Speaker, StoredMessage
from claimdesk.ui.case.contact_dialog import ContactDialog
from claimdesk.ui.case.found_card import pieces
from claimdesk.ui.context import Changes
from claimdesk.ui.intake.unassigned import UnassignedDialog
from claimdesk.ui.messages.row import MessageRow
from claimdesk.ui.tour.hands import breathe
from claimdesk.ui.widgets.buttons import LinkButton
from claimdesk.ui.widgets.labels import Plain
from claimdesk.ui.widgets.tinted import TintedText
from tests.ui.case_desk import case_screen, delivered_order, walk_to
from tests.ui.order_sheets import DELIVERED


def mail(text: str, order: str = DELIVERED["Order number"], extra: str = "", identity: str = "a") -> str:
    return (
        "From: Dana - Amazon Marketplace <abc123def@marketplace.amazon.com>\nTo: shop@example.com\n"
        f"Subject: Inquiry (Order: {order})\nDate: Wed, 04 Nov 2026 20:12:00 +0000\nMessage-ID: <{identity}@x>\n{extra}"
        f"Content-Type: text/plain; charset=utf-8\n\n{text}\n"
    )


def words(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(Plain) if label.isVisibleTo(widget))


def test_a_case_shows_what_was_asked_before_and_the_thread_in_plain_text(qtbot, ctx, desk, now) -> None:
    raw = mail("<b>Please</b> cancel my order.", extra="Authentication-Results: mx; spf=fail\n")
    desk.notices.keep(desk.notices.read(raw, now), now)
    screen = case_screen(qtbot, ctx, desk.cases.open(delivered_order(desk), "S02", now))
    pane = screen.context
    assert "Asked to cancel" in words(pane.contact)
    row = pane.messages.findChild(MessageRow)
    assert "<b>Please</b> cancel my order." in words(row)
    assert "phishing" in words(row)
    assert "Buyer: Asked to cancel" in words(pane.timeline)


def test_a_noted_contact_stands_in_the_thread_at_once(qtbot, ctx, desk, now) -> None:
    screen = case_screen(qtbot, ctx, desk.cases.open(delivered_order(desk), "S02", now + timedelta(minutes=1)))
    ctx.changed.connect(screen.refresh)  # as the window does
    screen.context.contact.note.click()
    dialog = screen.findChild(ContactDialog)
    dialog.kind.setCurrentIndex(dialog.kind.findData("question"))
    assert not dialog.accept_button.isEnabled()
    dialog.kind.setCurrentIndex(dialog.kind.findData("cancel_request"))
    dialog.text.setPlainText("Called and asked to cancel")
    dialog.accept_button.click()
    assert [m.channel for m in desk.messages.of_order(delivered_order(desk))] == [Channel.PHONE]
    breathe(20)
    assert "Called and asked to cancel" in words(screen.context.messages)


def test_similar_cases_open_by_their_links_and_few_cases_make_no_rate(qtbot, ctx, desk, now) -> None:
    other = desk.orders.find("112-6631902-5574410")[0].id
    first = desk.cases.open(other, "S02", now - timedelta(days=5))
    desk.cases.record_outcome(first, "denied", "not_counted", None, now - timedelta(days=3))
    screen = case_screen(qtbot, ctx, desk.cases.open(delivered_order(desk), "S02", now))
    similar = screen.context.similar
    assert similar.rate.text() == "too few cases"
    assert "Claim denied" in words(similar) and "same scenario" in words(similar)
    opened: list[int] = []
    ctx.open_case.connect(opened.append)
    similar.findChild(LinkButton, f"similarCase{first}").click()
    assert opened == [first]


def test_an_attachment_proves_an_item_with_one_choice_and_is_copied_out_never_opened(
    qtbot, ctx, desk, now, tmp_path, monkeypatch
) -> None:
    order = delivered_order(desk)
    file = desk.messages.store_file("../weight.jpg", "image/jpeg", b"jpeg", now, inline=False)
    kept = NewMessage(
        Speaker.BUYER, Channel.MAIL, "See photo", now - timedelta(days=2), files=(file,), message_id="f@x"
    )
    desk.messages.keep((kept,), order, now)
    case_id = desk.cases.open(order, "S08", now)
    walk_to(desk, case_id, "evidence", now)
    screen = case_screen(qtbot, ctx, case_id)
    files = screen.centre.body.mails
    assert files.isVisible() and "weight.jpg" in words(files)
    button = files.findChild(QWidget, f"useFile-{file.sha256[:8]}")
    next(action for action in button.menu().actions() if action.objectName() == "useFor-packing").trigger()
    assert [(f.item, f.name) for f in desk.cases.case(case_id).evidence] == [("packing", "weight.jpg")]
    copy = tmp_path / "copy.jpg"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(copy), ""))
    screen.context.messages.findChild(LinkButton, f"saveFile-{file.sha256[:8]}").click()
    assert copy.read_bytes() == b"jpeg"


def test_a_mail_without_an_order_waits_in_a_list(qtbot, ctx, desk, now) -> None:
    desk.notices.keep(desk.notices.read(mail("Where is it?", order="111-9999999-9999999"), now), now)
    dialog = UnassignedDialog(ctx)
    qtbot.addWidget(dialog)
    dialog.show()
    assert "1 message waits" in words(dialog) and "111-9999999-9999999" in words(dialog)
    desk.messages.assign(desk.messages.unassigned()[0].id, delivered_order(desk))
    ctx.changed.emit(Changes(orders=True))
    assert "None." in words(dialog)


ASKED = "Hello. I found a cheaper one, please cancel my order. Thanks."
ANSWERED = "Your order was shipped on 31 October. When it arrives you can return it for a full refund. Regards."


def kept(desk, speaker: Speaker, text: str, at: datetime) -> None:
    message = NewMessage(speaker, Channel.MAIL, text, at, message_id=f"<{at:%d%H}@x>")
    desk.messages.keep((message,), delivered_order(desk), at)


def test_a_question_shows_the_messages_its_answer_is_read_from(qtbot, ctx, desk, now) -> None:
    kept(desk, Speaker.BUYER, ASKED, now - timedelta(days=13, hours=5))
    kept(desk, Speaker.SHOP, ANSWERED, now - timedelta(days=13, hours=2))
    number = desk.cases.open(delivered_order(desk), "S08", now)
    screen = case_screen(qtbot, ctx, number)
    view = desk.cases.view(number, now)
    asked = next(place for place in view.walk.path if place.step.id in view.quotes)
    assert [q.message.speaker for q in view.quotes[asked.step.id]] == [Speaker.BUYER, Speaker.SHOP]
    walk_to(desk, number, asked.step.id, now)
    answer = next(place for place in view.walk.path if place.prefill == "offered_return" or "return" in place.prefill)
    walk_to(desk, number, answer.step.id, now)
    screen.refresh(Changes(cases=True))
    breathe(20)
    found = screen.centre.body.found
    assert found.isVisible()
    assert "I found a cheaper one" in words(found) and "When it arrives you can return it" in words(found)
    marked = [p.text for row in found.findChildren(TintedText) for p in row._pieces if p.kind == "value"]
    assert marked == ["I found a cheaper one, please cancel my order.",
                      "When it arrives you can return it for a full refund."]  # fmt: skip
    assert found._answered.text() == "answered in 3 h 00 m"
    screen.context.messages.toggle()
    found.open_thread.click()
    breathe(20)
    assert screen.context.messages.isVisible() and not screen.context.messages.folded


def test_a_question_without_messages_shows_no_empty_box(qtbot, ctx, desk, now) -> None:
    screen = case_screen(qtbot, ctx, desk.cases.open(delivered_order(desk), "S08", now))
    assert not screen.centre.body.found.isVisible()


def test_a_long_message_is_cut_around_what_tells() -> None:
    names = dict.fromkeys(StoredMessage.__dataclass_fields__)
    text = "Good day. " * 60 + "Please cancel my order. " + "Kind regards. " * 60
    at = text.index("Please")
    shown = list(pieces(Quote(StoredMessage(**names | {"text": text}), ((at, at + 23),))))
    assert next(p.text for p in shown if p.kind) == "Please cancel my order."
    assert shown[0].text == "… " and shown[-1].text == "…" and sum(len(p.text) for p in shown) < 340
