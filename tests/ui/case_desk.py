"""A real desk with four imported orders, and a case opened on the delivered one."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from claimdesk.core.desk import Desk
from claimdesk.ui.case.reply.body import MessageBody
from claimdesk.ui.case.screen import CaseScreen
from tests.core.cases.walking import walk_to
from tests.ui.order_sheets import DELIVERED, write_sheet

__all__ = ["case_screen", "composer", "delivered_order", "open_desk", "show", "walk_to"]


def open_desk(folder: Path, now: datetime) -> Desk:
    desk = Desk.open(folder / "data")
    desk.imports.run([write_sheet(folder / "sheet.csv")], at=now)
    return desk


def delivered_order(desk: Desk) -> int:
    return desk.orders.find(DELIVERED["Order number"])[0].id


def show(qtbot, screen: QWidget, width: int = 1364, height: int = 806) -> QWidget:
    """The screen in a window of its own, active, so that keys reach it."""
    host = QWidget()
    layout = QVBoxLayout(host)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(screen)
    qtbot.addWidget(host)
    screen.host = host  # the screen keeps its window alive
    host.resize(width, height)
    host.show()
    host.activateWindow()
    qtbot.waitUntil(host.isActiveWindow)
    QTest.qWait(1)
    return host


def case_screen(qtbot, ctx, case_id: int, **size: int) -> CaseScreen:
    screen = CaseScreen(ctx)
    show(qtbot, screen, **size)
    screen.show_case(case_id)
    QTest.qWait(1)
    return screen


def composer(screen: CaseScreen) -> MessageBody:
    body = screen.message_body()
    assert body is not None
    return body
