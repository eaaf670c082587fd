"""The Import screen alone, over a desk without orders."""

from __future__ import annotations

import pytest

from claimdesk.core.desk import Desk
from claimdesk.ui.context import WindowContext
from claimdesk.ui.importing.screen import ImportScreen
from tests.ui.windows import alone


def import_screen(qtbot, ctx: WindowContext, desk: Desk) -> ImportScreen:
    ctx.use_desk(desk)
    return alone(qtbot, ImportScreen(ctx))


@pytest.fixture
def desk(empty_desk) -> Desk:
    return empty_desk


@pytest.fixture
def screen(qtbot, ctx, desk) -> ImportScreen:
    return import_screen(qtbot, ctx, desk)
