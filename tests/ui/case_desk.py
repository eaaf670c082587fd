"""A real desk with four imported orders, and a case opened on the delivered one."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from claimdesk.core.desk import Desk
from claimdesk.ui.case.reply.body import MessageBody
from claimdesk.ui.case.screen import CaseScreen
from tests.ui.order_sheets import DELIVERED, write_sheet


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


def walk_to(desk: Desk, case_id: int, step: str, now: datetime) -> None:
    """Answer everything before a step with what the facts suggest, or the first option."""
    for _ in range(30):
        walk = desk.cases.view(case_id, now).walk
        if walk.current == step:
            return
        place = walk.at(walk.current)
        desk.cases.answer(case_id, place.step.id, place.prefill or place.options[0].id, now)
    raise AssertionError(step)


def composer(screen: CaseScreen) -> MessageBody:
    body = screen.message_body()
    assert body is not None
    return body
