"""The Import screen in a window of its own."""

from __future__ import annotations

from claimdesk.core.desk import Desk
from claimdesk.ui.context import Changes, WindowContext
from claimdesk.ui.importing.screen import ImportScreen


def import_screen(qtbot, ctx: WindowContext, desk: Desk) -> ImportScreen:
    ctx.use_desk(desk)
    made = ImportScreen(ctx)
    qtbot.addWidget(made)
    made.resize(1363, 806)
    made.show()
    made.refresh(Changes(orders=True))
    return made
