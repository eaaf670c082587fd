"""A page of Settings in a window of its own, filled."""

from __future__ import annotations

from typing import TypeVar

from claimdesk.ui.context import WindowContext
from claimdesk.ui.settings.table_page import TablePage

P = TypeVar("P", bound=TablePage)


def shown_page(qtbot, ctx: WindowContext, kind: type[P]) -> P:
    page = kind(ctx)
    qtbot.addWidget(page)
    page.resize(1200, 700)
    page.show()
    page.refresh()
    return page


def listed(page: TablePage) -> list[str]:
    """What the rows are called by, from the first to the last."""
    return [page.key(page.model.record(row)) for row in range(page.model.rowCount())]
