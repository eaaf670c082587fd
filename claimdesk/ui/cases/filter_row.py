"""The row above the list of cases: a search and chips, and the link that keeps them as a filter."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QMargins, Signal
from PySide6.QtWidgets import QWidget

from claimdesk.ui.cases.filters import AMOUNTS, CaseQuery
from claimdesk.ui.widgets.buttons import LinkButton
from claimdesk.ui.widgets.chips import FilterChip
from claimdesk.ui.widgets.fields import SearchField
from claimdesk.ui.widgets.filter_lines import FilterLines

if TYPE_CHECKING:
    from claimdesk.ui.cases.reading import CaseBook
    from claimdesk.ui.cases.words import CaseWords
    from claimdesk.ui.context import WindowContext


class CaseFilterRow(FilterLines):
    """Tells `changed(CaseQuery)` when other cases are wanted, `save_asked()` for the link."""

    changed = Signal(object)
    save_asked = Signal()

    def __init__(self, ctx: WindowContext, words: CaseWords, query: CaseQuery, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx, self._words, self._query = ctx, words, query
        self._book: CaseBook | None = None
        self.search = SearchField("Ctrl F")
        self.search.setObjectName("casesSearch")
        self.platform, self.scenario, self.shop = FilterChip(), FilterChip(), FilterChip()
        self.due, self.opened, self.amount = FilterChip(icon="hourglass-medium"), FilterChip(), FilterChip()
        self.shop.setObjectName("casesShop")
        self.save, self.clear = LinkButton("", "bookmark-simple"), LinkButton("")
        self.save.setObjectName("casesSaveFilter")
        chips = [self.platform, self.scenario, self.shop, self.due, self.opened, self.amount]
        self.arrange(self.search, [*chips, self.clear], [self.save], QMargins(0, 0, 0, 12))
        self._connect()
        self.show_query(query)

    def _connect(self) -> None:
        self.search.searched.connect(lambda text: self._become(text=text.strip()))
        self.platform.changed.connect(lambda values: self._become(platforms=tuple(values)))
        self.scenario.changed.connect(lambda values: self._become(scenarios=tuple(values)))
        self.shop.changed.connect(lambda values: self._become(shops=tuple(map(int, values))))
        self.due.changed.connect(lambda values: self._become(due=_one(values)))
        self.opened.changed.connect(lambda values: self._become(opened=_one(values)))
        self.amount.changed.connect(lambda values: self._become(amount=_one(values)))
        self.clear.clicked.connect(lambda: self.changed.emit(CaseQuery()))
        self.save.clicked.connect(self.save_asked)

    def show_query(self, query: CaseQuery) -> None:
        """Show what is wanted, without telling."""
        self._query = query
        if self.search.text().strip() != query.text:
            self.search.blockSignals(True)
            self.search.setText(query.text)
            self.search.blockSignals(False)
        self.platform.set_values(query.platforms)
        self.scenario.set_values(query.scenarios)
        self.shop.set_values([str(shop) for shop in query.shops])
        for chip, value in ((self.due, query.due), (self.opened, query.opened), (self.amount, query.amount)):
            chip.set_values((value,) if value else ())
        self.clear.setVisible(query != CaseQuery())
        self.save.setVisible(query.besides)
        self.shop.setVisible(bool(query.shops) or (self._book is not None and len(self._book.shops) > 1))

    def offer(self, book: CaseBook) -> None:
        """Offer what there are cases of."""
        self._book = book
        self.retranslate()

    def retranslate(self) -> None:
        """Texts in the language shown."""
        self.search.setPlaceholderText(self.tr("Case, buyer, order"))
        self.platform.setText(self.tr("Platform"))
        self.scenario.setText(self.tr("Scenario"))
        self.shop.setText(self.tr("Shop"))
        self.due.setText(self.tr("Due"))
        self.opened.setText(self.tr("Opened"))
        self.amount.setText(self.tr("Amount"))
        self.clear.setText(self.tr("Clear"))
        self.save.setText(self.tr("Save as filter"))
        due = {"overdue": self.tr("Overdue"), "today": self.tr("Due today"), "week": self.tr("Due within 7 days")}
        self.due.set_choices(list(due.items()), single=True)
        spans = {"7": self.tr("Last 7 days"), "30": self.tr("Last 30 days"), "90": self.tr("Last 90 days")}
        self.opened.set_choices(list(spans.items()), single=True)
        self.amount.set_choices([(one, self.tr("{0} or more").format(one)) for one in AMOUNTS], single=True)
        book = self._book
        if book is not None:
            platforms = sorted({row.platform for row in book.rows})
            self.platform.set_choices([(platform, self._words.platform(platform)) for platform in platforms])
            self.scenario.set_choices([(one, title.get(self._ctx.language)) for one, title in book.scenarios])
            self.shop.set_choices([(str(one.id), self._words.shop(one.id)) for one in book.shops])
        self.show_query(self._query)

    def named(self) -> str:
        """What is chosen, in words, as a name to begin with."""
        chips = (self.platform, self.scenario, self.shop, self.due, self.opened, self.amount)
        parts = [chip.accessibleName() for chip in chips if chip.values]
        return ", ".join([*([self._query.text] if self._query.text else []), *parts])

    def _become(self, **parts: object) -> None:
        self.changed.emit(replace(self._query, **parts))  # type: ignore[arg-type]


def _one(values: Iterable[str]) -> str:
    return next(iter(values), "")
