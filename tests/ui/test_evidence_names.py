"""A pasted screenshot is named by the shop's own clock, and a long name ends in dots instead of being cut."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF, QGuiApplication, QImage

from claimdesk.ui.case.screen import CaseScreen
from claimdesk.ui.tour.hands import breathe
from claimdesk.ui.widgets.labels import Plain
from claimdesk.ui.widgets.times import zone_of
from tests.ui.case_desk import delivered_order, walk_to


@pytest.fixture
def pasted(qtbot, ctx, desk, now) -> tuple[CaseScreen, str]:
    case = desk.cases.open(delivered_order(desk), "S03", now)
    walk_to(desk, case, "evidence", now)
    screen = CaseScreen(ctx)
    qtbot.addWidget(screen)
    screen.resize(1360, 830)
    screen.show()
    screen.show_case(case)
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.blue)
    QGuiApplication.clipboard().setImage(image)
    assert screen.paste()
    breathe(50)
    return screen, desk.cases.case(case).evidence[0].name


def test_a_screenshot_has_the_time_that_the_status_bar_shows(pasted, ctx, now) -> None:
    assert pasted[1] == f"screenshot-{now.astimezone(zone_of(ctx.home)):%Y%m%d-%H%M%S}.png"


def test_a_name_that_does_not_fit_ends_in_dots(pasted) -> None:
    label = next(each for each in pasted[0].findChildren(Plain) if each.text() == pasted[1] and each.toolTip())
    needed = QFontMetricsF(label.font()).horizontalAdvance(pasted[1])
    assert label.width() < needed, "the name is longer than its place"
    shown = label._single(label.width())[0][0].text()
    assert shown.endswith("…")
