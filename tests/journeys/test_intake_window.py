"""From a copied notice to a checked reply on the clipboard, counted in actions, in the real window on the sample shop."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QWidget

from claimdesk.core.desk import Desk
from claimdesk.ui.case.reply.body import MessageBody
from claimdesk.ui.case.screen import CaseScreen
from claimdesk.ui.context import WindowContext
from claimdesk.ui.intake.dialog import IntakeDialog
from claimdesk.ui.intake.source import looks_like_mail, parted
from claimdesk.ui.jobs import InlineJobs
from claimdesk.ui.main_window import MainWindow
from claimdesk.ui.tour.hands import breathe
from tests.core.desks import sample_desk
from tests.journeys.waiting import settle, wait
from tests.ui.keys import CTRL, NONE, SHIFT, hit
from tests.ui.windows import active_window, window_context

NOW = datetime(2026, 11, 22, 6, 0, tzinfo=UTC)
SENT = NOW - timedelta(hours=5)
MOST = 6
AMAZON, EBAY = "Amazon <atoz-guarantee-no-reply@amazon.com>", "eBay <ebay@ebay.com>"
LATE, WARM, BAY, HOME, ASKED = (
    "113-7743016-2259804", "112-7082080-1567824", "16-32695-22204", "111-7349165-1876494", "113-8790814-3599663")  # fmt: skip


@dataclass(frozen=True)
class Journey:
    """A notice, the kind it is read as, the scenario it opens, and the values that its reply still asks for."""

    name: str
    subject: str
    text: str
    sender: str
    kind: str
    scenario: str
    asked: tuple[str, ...] = ()

    @property
    def mail(self) -> str:
        when = SENT.strftime("%a, %d %b %Y %H:%M:%S +0000")
        return f"From: {self.sender}\nTo: shop@example.com\nSubject: {self.subject}\nDate: {when}\n\n{self.text}\n"


JOURNEYS = (
    Journey("claim", f"A-to-z Guarantee claim filed on order {LATE}",
            f"Hello,\nA buyer has filed an A-to-z Guarantee claim on order {LATE} for $21.99. Reason: item not received.",
            AMAZON, "claim_filed", "S05"),
    Journey("information", f"Action required: information needed for A-to-z claim on order {WARM}",
            f"We need more information about the A-to-z Guarantee claim on order {WARM}. The buyer says the item was not "
            "received. Please respond within 48 hours with the tracking number and carrier.", AMAZON, "info_request", "S04"),
    Journey("ebay", f"Case opened: the buyer did not receive the item. Order {BAY}",
            f"Your buyer opened a request because they haven't received their item. Order number: {BAY}. Please respond "
            "within 3 business days.", EBAY, "inr_opened", "S04"),
    Journey("return", f"Return request for order {HOME}",
            f"The buyer has requested a return for order {HOME}. Reason for return: changed my mind. Please authorise or "
            "close the request.", "Amazon <returns@amazon.com>", "return_request", "S11",
            ("print the label in your order and drop the parcel at any post office", "2026-12-22")),
    Journey("where", f"Where is my order? Order {ASKED}",
            f"Hello, where is my package? I ordered it two weeks ago and it has not arrived yet. Order {ASKED}. Thanks, Dana",
            "Dana - Amazon Marketplace <abc123def@marketplace.amazon.com>", "buyer_message", "S04"),
)  # fmt: skip


class Hands:
    """Does what a person does, and counts it."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self.actions = 0

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        """One action: a key or a chord."""
        self.actions += 1
        hit(self.window, key, modifier)
        settle()
        if QApplication.activeWindow() is None:  # what a window manager does when a dialog has gone
            self.window.activateWindow()
            settle()

    def fill(self, text: str) -> None:
        """One action: a missing value typed into the field that has the focus, ended by Enter."""
        self.actions += 1
        field = QApplication.focusWidget()
        assert isinstance(field, QLineEdit), field
        QTest.keyClicks(field, text)
        QTest.keyClick(field, Qt.Key.Key_Return)
        settle()


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with sample_desk(tmp_path_factory.mktemp("intake") / "data", NOW) as desk:
        yield desk


@pytest.fixture
def ctx(qapp: QApplication, shop: Desk, tmp_path: Path) -> Iterator[WindowContext]:
    with window_context(qapp, InlineJobs(), tmp_path, NOW) as context:
        yield context


@pytest.fixture
def window(qtbot, ctx: WindowContext, shop: Desk) -> MainWindow:
    made = active_window(qtbot, ctx, shop)
    settle()
    return made


def picture(window: QWidget, name: str, tmp_path: Path) -> None:
    """Keep what is seen, in CLAIMDESK_PICTURES where it is set."""
    folder = Path(os.environ.get("CLAIMDESK_PICTURES") or tmp_path)
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"intake-{name}.png"
    assert window.grab().save(str(target))
    assert QImage(str(target)).width() >= 900


def dialog_of(window: MainWindow) -> IntakeDialog:
    return next(d for d in window.findChildren(IntakeDialog) if d.isVisible())


def case_of(window: MainWindow) -> CaseScreen:
    screen = window.screen("case")
    assert isinstance(screen, CaseScreen)
    return screen


def message_of(window: MainWindow) -> MessageBody:
    body = case_of(window).message_body()
    assert body is not None
    return body


@pytest.mark.parametrize("journey", JOURNEYS, ids=lambda journey: journey.name)
def test_from_the_clipboard_to_a_checked_reply_in_six_actions(window, shop, journey: Journey, tmp_path) -> None:
    hands = Hands(window)
    QGuiApplication.clipboard().setText(journey.mail)
    hands.key(Qt.Key.Key_V, CTRL)
    dialog = dialog_of(window)
    offer = dialog._offer
    assert offer is not None and offer.reading.notice.kind == journey.kind
    assert dialog.take_button.isEnabled() and dialog.target.chosen == journey.scenario
    picture(window, f"{journey.name}-read", tmp_path)
    picture(dialog, f"{journey.name}-dialog", tmp_path)
    hands.key(Qt.Key.Key_Return)
    wait(lambda: window.here == "case" and case_of(window).session.view is not None)
    view = case_of(window).session.view
    assert view.case.scenario == journey.scenario and view.case.opened_at == SENT
    picture(window, f"{journey.name}-case", tmp_path)
    hands.key(Qt.Key.Key_R, CTRL)
    wait(lambda: case_of(window).message_body() is not None and message_of(window).writing is not None)
    body = message_of(window)
    for value in journey.asked:
        assert body.writing.missing
        hands.fill(value)
    assert not body.writing.missing
    wait(lambda: body.may_copy)
    hands.key(Qt.Key.Key_C, CTRL | SHIFT)
    assert QGuiApplication.clipboard().text() == body.writing.text
    assert "{{" not in QGuiApplication.clipboard().text()
    assert shop.cases.events(view.case.id)[-1].kind == "copied"
    assert hands.actions <= MOST
    breathe(300)
    picture(window, f"{journey.name}-copied", tmp_path)


def test_a_step_ahead_is_not_marked_as_sent_before_its_questions_are_answered(window, shop) -> None:
    order = shop.orders.find(WARM)[0].id
    case = shop.cases.open(order, "S04", NOW)
    window.ctx.open_case.emit(case)
    settle()
    hands = Hands(window)
    hands.key(Qt.Key.Key_R, CTRL)
    body = message_of(window)
    before = len(shop.cases.events(case))
    assert body.steps_before > 1 and body.may_copy
    foot = case_of(window).centre.foot
    assert not foot.button("markSent").isEnabled() and foot.button("copyEnglish").isEnabled()
    assert str(body.steps_before) in body.foot_note()[0]
    body.mark_sent()
    assert len(shop.cases.events(case)) == before
    hands.key(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert case_of(window).shown_step == shop.cases.view(case, NOW).walk.current


def test_marking_a_step_ahead_as_sent_answers_what_the_facts_prefill(window, shop) -> None:
    order = shop.orders.find(BAY)[0].id
    case = shop.cases.open(order, "S04", NOW)
    window.ctx.open_case.emit(case)
    settle()
    while True:  # up to the last question before the message
        walk = shop.cases.view(case, NOW).walk
        message = next(place for place in walk.path if place.step.kind == "message")
        ahead = [p for p in walk.path if p.state != "done" and p.number < message.number]
        if all(place.prefill for place in ahead):
            break
        first = ahead[0]
        shop.cases.answer(case, first.step.id, first.prefill or first.options[0].id, NOW)
    case_of(window).session.reload()
    case_of(window).go_to_reply()
    body = message_of(window)
    wait(lambda: body.may_copy)
    text = body.writing.text
    body.mark_sent()
    view = shop.cases.view(case, NOW)
    assert view.case.sent[-1].data["text"] == text
    assert all(place.step.id in view.case.answers for place in ahead)


def test_a_decision_updates_the_open_case_and_the_toast_takes_it_back(window, shop) -> None:
    order = shop.orders.find(LATE)[0]
    case = shop.cases.open(order.id, "S05", SENT)
    text = (f"From: {AMAZON}\nSubject: Your A-to-z Guarantee claim decision for order {LATE}\n\nWe have granted the buyer's "
            f"A-to-z Guarantee claim of $21.99 on order {LATE}. We have covered the cost of the refund and have not counted "
            "the claim against your Order Defect Rate.")  # fmt: skip
    QGuiApplication.clipboard().setText(text)
    window.errands.from_clipboard()
    dialog = dialog_of(window)
    assert shop.cases.case(case).ref in dialog.outlook.text()
    dialog.take()
    settle()
    assert shop.cases.case(case).closed_at is not None
    window.toast.undo()
    assert shop.cases.case(case).closed_at is None
    assert shop.cases.case(case).outcome == ""


def test_what_a_mail_does_not_say_is_not_made_up_and_a_false_sender_is_named(window) -> None:
    QGuiApplication.clipboard().setText(
        f"From: Amazon <help@arnazon-support.com>\nSubject: Claim\n\nAn A-to-z claim was filed on order {LATE}."
    )
    window.errands.from_clipboard()
    dialog = dialog_of(window)
    said = [label.text() for label in dialog.fields.findChildren(QWidget, "noticeValue")]
    assert "not said" in said
    assert dialog.findChildren(QWidget, "intakeWarning-sender_lookalike")
    assert "<b>" not in dialog.text.toPlainText()


def test_an_unknown_order_is_chosen_by_search(window, shop) -> None:
    QGuiApplication.clipboard().setText("From: A <a@amazon.com>\nSubject: A-to-z claim filed on order 111-0000000-0000000\n\n"
                                        "A claim was filed on order 111-0000000-0000000.")  # fmt: skip
    window.errands.from_clipboard()
    dialog = dialog_of(window)
    assert not dialog.take_button.isEnabled()
    QTest.keyClick(dialog.target.pick.search, Qt.Key.Key_Return)  # nothing typed: no order is guessed
    assert dialog._offer.order is None
    QTest.keyClicks(dialog.target.pick.search, HOME)
    wait(lambda: dialog.target.pick.found.count() == 1)
    QTest.keyClick(dialog.target.pick.search, Qt.Key.Key_Return)
    settle()
    assert dialog._offer.order.order_no == HOME
    assert dialog.take_button.isEnabled()


def test_a_mail_is_plain_text_wherever_it_is_shown(window, shop) -> None:
    order = shop.orders.find(HOME)[0]
    hostile = "<img src='http://example.com/x.png'><b>Return</b> requested, changed my mind."
    QGuiApplication.clipboard().setText(f"From: A <r@amazon.com>\nSubject: Return request <b>{HOME}</b>\n\n{hostile}")
    window.errands.from_clipboard()
    dialog = dialog_of(window)
    assert "<b>Return</b>" in dialog.text.toPlainText()
    dialog.take()
    settle()
    case = shop.cases.of_order(order.id, NOW)[-1].id
    event = [e for e in shop.cases.events(case) if e.kind == "notice_read"][-1]
    link = case_of(window).context.findChild(QWidget, f"showNotice{event.id}")
    QTest.mouseClick(link, Qt.MouseButton.LeftButton)
    kept = next(d for d in window.findChildren(QDialog, "keptMail") if d.isVisible())
    assert "<img" in kept.text.toPlainText()
    kept.close()


def test_the_paste_key_belongs_to_a_field_that_is_written_in(window) -> None:
    QGuiApplication.clipboard().setText("113-77")
    window.search.setFocus()
    QTest.keyClick(window.search, Qt.Key.Key_V, CTRL)
    assert window.search.text() == "113-77"
    assert not window.findChildren(IntakeDialog)
    window.search.clear()


def test_dropped_mails_are_read_and_order_files_go_to_import(window, tmp_path) -> None:
    mail, sheet = tmp_path / "claim.eml", tmp_path / "orders.txt"
    mail.write_text(JOURNEYS[0].mail, "utf-8")
    sheet.write_text("order-id\tpurchase-date\tsku\tprice\n1\t2\t3\t4\n", "utf-8")
    note = tmp_path / "note.txt"
    note.write_text("A buyer has filed a claim, order 1, and it is late.\nPlease answer, thank you.", "utf-8")
    assert parted([mail, sheet, note]) == ([mail, note], [sheet])
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(mail))])
    QApplication.sendEvent(
        window, QDragEnterEvent(QPoint(400, 400), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, NONE)
    )
    drop = QDropEvent(QPointF(400, 400), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, NONE)
    QApplication.sendEvent(window, drop)
    assert dialog_of(window).windowTitle() == "claim.eml"
    assert window.here != "import"


def test_a_table_is_no_mail() -> None:
    assert not looks_like_mail(b"a,b,c,d,e\n1,2,3,4,5\n")
    assert looks_like_mail("您好，订单 113 的买家提出索赔。".encode())
