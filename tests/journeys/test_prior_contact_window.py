"""A buyer asks to cancel; later a claim comes: the case opens with what was asked before, and says why."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from claimdesk.ui.intake.dialog import IntakeDialog
from claimdesk.ui.jobs import InlineJobs
from claimdesk.ui.main_window import MainWindow
from claimdesk.ui.tour.hands import breathe
from claimdesk.ui.widgets.labels import Plain
from tests.journeys.waiting import settle, wait
from tests.ui.case_desk import open_desk
from tests.ui.keys import CTRL, hit
from tests.ui.order_sheets import DELIVERED
from tests.ui.windows import active_window, window_context

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


@pytest.fixture
def window(qtbot, qapp: QApplication, tmp_path: Path) -> Iterator[MainWindow]:
    with closing(open_desk(tmp_path, NOW)) as desk, window_context(qapp, InlineJobs(), tmp_path, NOW) as ctx:
        made = active_window(qtbot, ctx, desk, (1440, 900))
        settle()
        yield made


def paste(window: MainWindow, mail: str) -> IntakeDialog:
    QGuiApplication.clipboard().setText(mail)
    window.activateWindow()
    settle()
    hit(window, Qt.Key.Key_V, CTRL)
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
    hit(dialog, Qt.Key.Key_Return)
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
