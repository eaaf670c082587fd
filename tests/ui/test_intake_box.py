"""A mailbox with several mails in its dialog, and the questions of the dialog of one mail."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from claimdesk.core.desk import Desk
from claimdesk.core.records.problems import Problem
from claimdesk.ui.context import WindowContext
from claimdesk.ui.intake.box import BoxDialog
from claimdesk.ui.intake.dialog import IntakeDialog
from claimdesk.ui.intake.opening import open_sources
from claimdesk.ui.intake.source import Source
from claimdesk.ui.jobs import InlineJobs
from tests.core.intake.test_taking import CLAIM, DENIED, GRANTED, NOW, ONE, TWO, UNSAID, box, desk, mail
from tests.ui.windows import window_context

__all__ = ["desk"]  # a fixture

NEWS = mail("Learn how to lower your return rate. Register now for the webinar.", "Seller newsletter")
STRANGE = mail("The buyer of order 113-0000000-0000009 has filed an A-to-z claim. Reason: item not received.")
VAGUE = mail(f"There is news about the claim on order {TWO}.", "News")
BOTH = mail(f"The A-to-z claims on orders {ONE} and {TWO} were denied.", "Claims")


@pytest.fixture
def ctx(qapp: QApplication, desk: Desk, tmp_path: Path) -> Iterator[WindowContext]:
    with window_context(qapp, InlineJobs(), tmp_path, NOW) as context:
        context.use_desk(desk, "Asia/Shanghai")
        yield context


@pytest.fixture
def window(qtbot) -> QWidget:
    made = QWidget()
    made.resize(1120, 680)
    qtbot.addWidget(made)
    made.show()
    return made


def shown(window: QWidget, kind: type) -> QWidget:
    [found] = [one for one in window.findChildren(kind) if one.isVisible()]
    return found


def open_box(ctx: WindowContext, window: QWidget, *mails: str) -> BoxDialog:
    open_sources(ctx, window, [Source(name="inbox.mbox", raw=box(*mails))])
    return shown(window, BoxDialog)


def test_every_mail_is_listed_with_what_it_is_and_what_happens(ctx, window) -> None:
    dialog = open_box(ctx, window, CLAIM, NEWS, STRANGE, BOTH, UNSAID)
    assert [row.state for row in dialog.list.rows] == [
        "Opens a case", "No notice", "Order is not here", "Several orders", "Who pays?",
    ]  # fmt: skip
    assert ONE in dialog.list.rows[0].title
    assert dialog.outlook.text() == "1 of 5 can be taken without a question."
    assert dialog.take_button.text() == "Take all 1"


def test_a_mail_that_only_names_a_claim_is_to_be_read_first(ctx, window) -> None:
    dialog = open_box(ctx, window, CLAIM, VAGUE)
    assert [row.state for row in dialog.list.rows] == ["Opens a case", "Read it first"]
    assert dialog.take_button.text() == "Take all 1"


def test_all_clear_ones_are_taken_at_once_the_earliest_first_and_back_again(ctx, window, desk) -> None:
    toasts: list[tuple[str, object]] = []
    ctx.toast.connect(lambda text, undo: toasts.append((text, undo)))
    dialog = open_box(ctx, window, GRANTED, DENIED, CLAIM, UNSAID)
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert [row.state for row in dialog.list.rows] == ["Taken: C-0001", "Taken: C-0002", "Taken: C-0001", "Who pays?"]
    cases = {row.order_no: desk.cases.case(row.id) for row in desk.cases.rows(NOW)}
    assert (cases[ONE].outcome, cases[TWO].outcome) == ("granted_seller", "denied")
    assert len(cases[ONE].notices) == 2, "the claim opened it, the decision ended it"
    text, undo = toasts[-1]
    assert text == "3 mails taken, 2 cases opened."
    undo()
    assert desk.cases.rows(NOW) == ()
    assert desk.messages.of_orders((1, 2)) == {}


def test_work_done_since_is_not_taken_back(ctx, window, desk) -> None:
    toasts: list[tuple[str, object]] = []
    ctx.toast.connect(lambda text, undo: toasts.append((text, undo)))
    dialog = open_box(ctx, window, GRANTED, CLAIM, NEWS)
    dialog.take_all()
    desk.cases.note(1, "called the carrier", NOW)
    toasts[-1][1]()
    assert [row.id for row in desk.cases.rows(NOW)] == [1]
    assert toasts[-1][0].startswith("More has happened")


def test_one_mail_of_a_box_opens_by_itself_and_is_known_afterwards(ctx, window, desk) -> None:
    dialog = open_box(ctx, window, CLAIM, NEWS)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    single = shown(window, IntakeDialog)
    single.take()
    assert [row.order_no for row in desk.cases.rows(NOW)] == [ONE]
    assert dialog.list.rows[0].state == "Known already"


def test_a_box_with_one_mail_needs_no_list(ctx, window) -> None:
    open_sources(ctx, window, [Source(name="one.mbox", raw=box(CLAIM))])
    assert shown(window, IntakeDialog)
    assert not [one for one in window.findChildren(BoxDialog) if one.isVisible()]


def test_a_box_that_cannot_be_read_says_why(ctx, window, tmp_path) -> None:
    open_sources(ctx, window, [Source(name="gone.mbox", path=tmp_path / "gone.mbox", raw="")])
    dialog = shown(window, IntakeDialog)
    assert dialog.error.isVisible()


def test_while_a_mail_is_read_the_foot_says_so(ctx, window, desk, monkeypatch) -> None:
    asked = []
    monkeypatch.setattr(ctx.jobs, "run", lambda *work, **answers: asked.append(answers))
    open_sources(ctx, window, [Source(raw=UNSAID)])
    dialog = shown(window, IntakeDialog)
    assert dialog.outlook.text() == "Reading…"
    asked[-1]["failed"](Problem("mail_empty"))
    assert dialog.error.isVisible() and not dialog.outlook.text()


def test_who_pays_is_asked_before_the_outcome_is_recorded(ctx, window, desk) -> None:
    open_sources(ctx, window, [Source(raw=UNSAID)])
    dialog = shown(window, IntakeDialog)
    assert not dialog.take_button.isEnabled()
    dialog.findChild(QPushButton, "intakePayer-platform").click()
    assert dialog.take_button.isEnabled()
    assert "Opens a case" in dialog.outlook.text() and "records" in dialog.outlook.text()
    dialog.take()
    [row] = desk.cases.rows(NOW)
    assert desk.cases.case(row.id).outcome == "granted_platform"


def test_several_orders_are_offered_to_choose_from(ctx, window, desk) -> None:
    open_sources(ctx, window, [Source(raw=BOTH)])
    dialog = shown(window, IntakeDialog)
    assert not dialog.take_button.isEnabled()
    offered = [one for one in dialog.findChildren(QWidget) if one.objectName() in ("intakeOrder1", "intakeOrder2")]
    assert len(offered) == 2
    next(one for one in offered if one.objectName() == "intakeOrder2").click()
    dialog.take()
    [row] = desk.cases.rows(NOW)
    assert row.order_no == TWO


def test_an_opened_case_is_taken_back(ctx, window, desk) -> None:
    toasts: list[tuple[str, object]] = []
    ctx.toast.connect(lambda text, undo: toasts.append((text, undo)))
    open_sources(ctx, window, [Source(raw=CLAIM)])
    shown(window, IntakeDialog).take()
    assert len(desk.cases.rows(NOW)) == 1
    toasts[-1][1]()
    assert desk.cases.rows(NOW) == ()
