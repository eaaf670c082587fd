"""The places of the window and how each is built, at its first visit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from claimdesk.ui.context import WindowContext
from claimdesk.ui.screen import Screen


@dataclass(frozen=True, slots=True)
class Place:
    """One place: its name, its icon on the rail, and what builds its screen."""

    name: str
    icon: str
    build: Callable[[WindowContext], Screen]


# Each screen is imported where it is built, so that the frame paints before any of them is read.
def _today(ctx: WindowContext) -> Screen:
    from claimdesk.ui.today.screen import TodayScreen

    return TodayScreen(ctx)


def _cases(ctx: WindowContext) -> Screen:
    from claimdesk.ui.cases.screen import CasesScreen

    return CasesScreen(ctx)


def _orders(ctx: WindowContext) -> Screen:
    from claimdesk.ui.orders.screen import OrdersScreen

    return OrdersScreen(ctx)


def _import(ctx: WindowContext) -> Screen:
    from claimdesk.ui.importing.screen import ImportScreen

    return ImportScreen(ctx)


def _templates(ctx: WindowContext) -> Screen:
    from claimdesk.ui.templates.screen import TemplatesScreen

    return TemplatesScreen(ctx)


def _reports(ctx: WindowContext) -> Screen:
    from claimdesk.ui.reports.screen import ReportsScreen

    return ReportsScreen(ctx)


def _settings(ctx: WindowContext) -> Screen:
    from claimdesk.ui.settings.screen import SettingsScreen

    return SettingsScreen(ctx)


def _case(ctx: WindowContext) -> Screen:
    from claimdesk.ui.case.screen import CaseScreen

    return CaseScreen(ctx)


RAIL = (
    Place("today", "sun-horizon", _today),
    Place("cases", "briefcase", _cases),
    Place("orders", "package", _orders),
    Place("import", "download-simple", _import),
    Place("templates", "chat-text", _templates),
    Place("reports", "chart-bar", _reports),
    Place("settings", "gear-six", _settings),
)
CASE = Place("case", "briefcase", _case)
PLACES = {place.name: place for place in (*RAIL, CASE)}
RAIL_OF = {"case": "cases"}  # a place that stands on no button of its own marks this one
