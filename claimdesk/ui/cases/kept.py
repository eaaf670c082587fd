"""What the list of cases was narrowed to, kept with the window; the words that were searched for are not."""

from __future__ import annotations

from PySide6.QtCore import QSettings

from claimdesk.ui.cases.filters import ALL_OPEN, AMOUNTS, DUE, OPENED, CaseQuery


def keep_query(settings: QSettings, query: CaseQuery) -> None:
    """Keep the filters for the next start."""
    settings.setValue("cases/filter", query.saved)
    settings.setValue("cases/platforms", " ".join(query.platforms))
    settings.setValue("cases/scenarios", " ".join(query.scenarios))
    settings.setValue("cases/shops", " ".join(map(str, query.shops)))
    settings.setValue("cases/due", query.due)
    settings.setValue("cases/opened", query.opened)
    settings.setValue("cases/amount", query.amount)


def kept_query(settings: QSettings) -> CaseQuery:
    """The filters as they were kept; all open cases where there is nothing."""

    def words(key: str) -> tuple[str, ...]:
        return tuple(str(settings.value(key, "") or "").split())

    return CaseQuery(
        saved=str(settings.value("cases/filter", ALL_OPEN)),
        platforms=words("cases/platforms"),
        scenarios=words("cases/scenarios"),
        shops=tuple(int(shop) for shop in words("cases/shops") if shop.isdigit()),
        due=one_of(settings.value("cases/due"), DUE),
        opened=one_of(settings.value("cases/opened"), OPENED),
        amount=one_of(settings.value("cases/amount"), AMOUNTS),
    )


def one_of(value: object, values: tuple[str, ...]) -> str:
    """The value while it is one of these; else empty."""
    return next((one for one in values if one == value), "")
