"""A buyer asks to cancel; later a claim comes: the case opens with what was asked before, and says why."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic

import pytest
from PySide6.QtCore import QEvent, QSettings, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from claimdesk.core.desk import Desk
from claimdesk.ui.context import WindowContext
from claimdesk.ui.intake.dialog import IntakeDialog
from claimdesk.ui.jobs import InlineJobs
from claimdesk.ui.language import Language
from claimdesk.ui.main_window import MainWindow
from claimdesk.ui.theme import Theme
from claimdesk.ui.tour.hands import breathe
from claimdesk.ui.widgets.labels import Plain
from tests.ui.order_sheets import DELIVERED, FOUR, write_sheet

NOW = datetime(2026, 11, 17, 6, 20, tzinfo=UTC)
ORDER = DELIVERED["Order number"]
RELAY = "Dana - Amazon Marketplace <abc123def@marketplace.amazon.com>"
ASKED = f"""From: {RELAY}
To: shop@example.com
Subject: Inquiry from Amazon customer Dana (Order: {ORDER})
Date: Wed, 04 Nov 2026 20:12:00 +0000
Message-ID: <ask@mail>

I found a cheaper one, please cancel my order.
"""
ANSWERED = f"""From: {RELAY}
To: shop@example.com
Subject: Re: Inquiry from Amazon customer Dana (Order: {ORDER})
Date: Thu, 05 Nov 2026 09:00:00 +0000
Message-ID: <again@mail>

That is not nice of you.

On Wed, 4 Nov 2026 at 23:24, Northlight Home <shop@example.com> wrote:
> Your order was shipped on 31 October, so it can no longer be cancelled.
"""
CLAIM = f"""From: Amazon <atoz-guarantee-no-reply@amazon.com>
To: shop@example.com
Subject: A-to-z Guarantee claim filed on order {ORDER}
Date: Tue, 17 Nov 2026 01:00:00 +0000

Hello,
A buyer has filed an A-to-z Guarantee claim on order {ORDER} for $32.50. Reason: item not as described.
"""


def settle() -> None:
    breathe(30)


def wait(until) -> None:
    end = monotonic() + 20
    while not until():
        assert monotonic() < end
        breathe(10)


@pytest.fixture
def window(qtbot, qapp: QApplication, tmp_path: Path) -> Iterator[MainWindow]:
    qapp.setStyle("Fusion")
    interface, theme, jobs = Language(qapp, "en"), Theme(qapp, "light"), InlineJobs()
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    ctx = WindowContext(
        jobs=jobs, theme=theme, interface=interface, settings=settings, now=lambda: NOW, folder=tmp_path
    )
    desk = Desk.open(tmp_path / "data")
    desk.imports.run([write_sheet(tmp_path / "sheet.csv", FOUR)], at=NOW)
    made = MainWindow(ctx)
    qtbot.addWidget(made)
    made.resize(1440, 900)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    ctx.use_desk(desk)
    settle()
    yield made
    jobs.shut_down(2_000)
    desk.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def paste(window: MainWindow, mail: str) -> IntakeDialog:
    QGuiApplication.clipboard().setText(mail)
    window.activateWindow()
    settle()
    QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    settle()
    return next(d for d in window.findChildren(IntakeDialog) if d.isVisible())


def words(widget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(Plain) if label.isVisibleTo(widget))


def picture(window: MainWindow, name: str) -> None:
    if os.environ.get("CLAIMDESK_PICTURES"):
        window.grab().save(str(Path(os.environ["CLAIMDESK_PICTURES"]) / f"prior-{name}.png"))


def test_a_refused_cancellation_prefills_the_claim_that_follows_and_says_why(window: MainWindow) -> None:
    desk = window.screen("case").ctx.desk
    for mail in (ASKED, ANSWERED):
        dialog = paste(window, mail)
        assert dialog._offer.reading.notice.kind == "buyer_message"
        picture(window, "keep")
        dialog.keep_button.click()
        settle()
    again = paste(window, ASKED)
    assert again.findChild(object, "intakeWarning-mail_known") is not None
    assert not again.keep_button.isEnabled()
    again.reject()
    settle()
    order = desk.orders.find(ORDER)[0]
    assert [m.speaker.value for m in order.messages] == ["buyer", "shop", "buyer"]
    assert desk.cases.of_order(order.id, NOW) == ()

    dialog = paste(window, CLAIM)
    assert dialog.target.chosen == "S08"
    picture(window, "claim")
    QTest.keyClick(QApplication.focusWidget() or dialog, Qt.Key.Key_Return)
    screen = window.screen("case")
    wait(lambda: window.here == "case" and screen.session.view is not None)
    settle()
    view = screen.session.view
    assert (view.case.scenario, view.walk.current) == ("S08", "asked_before")
    asked, answer = view.walk.path[:2]
    assert (asked.prefill, answer.prefill) == ("cancel", "plain_refusal")
    assert "Asked to cancel on 4 Nov, refused on 4 Nov" in words(screen.centre)
    assert "Asked to cancel" in words(screen.context.contact)
    assert "Declined the cancellation" in words(screen.context.contact)
    breathe(300)
    picture(window, "case")
