"""The filter row: a search and chips, which together say which orders are listed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QMargins, Signal
from PySide6.QtWidgets import QWidget

from claimdesk.core.records.orders import OrderFilter, OrderStatus
from claimdesk.ui.orders.kept import first_day, keep_filter, kept_filter, span_of
from claimdesk.ui.orders.words import OrderWords
from claimdesk.ui.widgets.buttons import IconButton, LinkButton
from claimdesk.ui.widgets.chips import FilterChip
from claimdesk.ui.widgets.fields import SearchField
from claimdesk.ui.widgets.filter_lines import FilterLines
from claimdesk.ui.widgets.times import local_day

if TYPE_CHECKING:
    from claimdesk.ui.context import WindowContext
    from claimdesk.ui.orders.places import Places


class FilterRow(FilterLines):
    """Tells `changed(OrderFilter)` whenever what is wanted is another."""

    changed = Signal(object)

    def __init__(self, ctx: WindowContext, places: Places, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._places = places
        self._words = OrderWords(self)
        self._filter = kept_filter(ctx.settings, local_day(ctx.now()))
        self._facets: tuple[tuple[str, str, int], ...] = ()
        self.search = SearchField()
        self.search.setObjectName("orders_search")
        self.platform, self.marketplace, self.shop = FilterChip(), FilterChip(), FilterChip()
        self.ordered, self.status = FilterChip(), FilterChip()
        self.late, self.has_case = FilterChip(icon="clock"), FilterChip(icon="briefcase")
        self.unanswered = FilterChip(icon="chat-circle-text")
        self.batch = FilterChip(icon="download-simple")
        self.clear_all = LinkButton()
        self.columns = IconButton("columns")
        self._place_widgets()
        self._connect()
        self.retranslate()

    def _place_widgets(self) -> None:
        for name, chip in self._chips():
            chip.setObjectName(f"orders_filter_{name}")
        self.clear_all.setObjectName("orders_clear")
        self.columns.setObjectName("orders_columns")
        parts = [*(chip for _, chip in self._chips()), self.clear_all]
        self.arrange(self.search, parts, [self.columns], QMargins(24, 0, 24, 12))

    def _chips(self) -> tuple[tuple[str, FilterChip], ...]:
        return (
            ("platform", self.platform),
            ("marketplace", self.marketplace),
            ("shop", self.shop),
            ("ordered", self.ordered),
            ("status", self.status),
            ("late", self.late),
            ("has_case", self.has_case),
            ("unanswered", self.unanswered),
            ("batch", self.batch),
        )

    def _connect(self) -> None:
        self.search.searched.connect(lambda text: self._become(replace(self._filter, text=text.strip())))
        self.platform.changed.connect(lambda values: self._become(replace(self._filter, platforms=values)))
        self.marketplace.changed.connect(lambda values: self._become(replace(self._filter, marketplaces=values)))
        self.shop.changed.connect(lambda values: self._become(replace(self._filter, shops=tuple(map(int, values)))))
        self.ordered.changed.connect(self._choose_span)
        self.status.changed.connect(
            lambda values: self._become(replace(self._filter, statuses=tuple(OrderStatus(v) for v in values)))
        )
        self.late.changed.connect(lambda values: self._become(replace(self._filter, late=bool(values))))
        self.has_case.changed.connect(lambda values: self._become(replace(self._filter, has_case=bool(values))))
        self.unanswered.changed.connect(lambda values: self._become(replace(self._filter, unanswered=bool(values))))
        self.batch.changed.connect(lambda values: self._become(replace(self._filter, batch_id=None)))
        self.clear_all.clicked.connect(self.clear)

    # what is wanted

    @property
    def filter(self) -> OrderFilter:
        """Which orders are wanted now."""
        return self._filter

    def show_filter(self, wanted: OrderFilter) -> None:
        """Show a filter that came from elsewhere, and tell it."""
        self.search.setText(wanted.text)
        self._become(wanted)

    def clear(self) -> None:
        """Want all orders."""
        self.show_filter(OrderFilter())

    def _choose_span(self, values: Sequence[str]) -> None:
        start = first_day(int(values[0]), local_day(self._ctx.now())) if values else ""
        self._become(replace(self._filter, purchased_from=start, purchased_to=""))

    def _become(self, wanted: OrderFilter) -> None:
        if wanted == self._filter:
            return
        self._filter = wanted
        keep_filter(self._ctx.settings, wanted, local_day(self._ctx.now()))
        self._show_chips()
        self.changed.emit(wanted)

    # words

    def offer(self, facets: Sequence[tuple[str, str, int]]) -> None:
        """Offer the platforms and marketplaces that there are orders of."""
        self._facets = tuple(facets)
        self._show_choices()

    def retranslate(self) -> None:
        """Every word in the language shown now."""
        self.search.setPlaceholderText(self.tr("Order, buyer, item, tracking"))
        self.search.setAccessibleName(self.tr("Search orders"))
        self.platform.setText(self.tr("Platform"))
        self.marketplace.setText(self.tr("Marketplace"))
        self.shop.setText(self.tr("Shop"))
        self.ordered.setText(self.tr("Ordered"))
        self.status.setText(self.tr("Status"))
        self.late.setText(self.tr("Late"))
        self.has_case.setText(self.tr("Has case"))
        self.unanswered.setText(self.tr("Unanswered"))
        self.batch.setText(self.tr("From one import"))
        self.clear_all.setText(self.tr("Clear"))
        self.columns.set_name(self.tr("Columns"))
        self._show_choices()

    def active_names(self) -> list[str]:
        """What narrows the list, in words: `Status: In transit`, `Late`."""
        names = [self.tr("“{text}”").format(text=self._filter.text)] if self._filter.text else []
        for _, chip in self._chips():
            if chip.values:
                shown = chip.accessibleName()
                names.append(shown if shown == chip.text() or chip is self.ordered else f"{chip.text()}: {shown}")
        return names

    def _show_choices(self) -> None:
        platforms = list(dict.fromkeys(platform for platform, _, _ in self._facets))
        self.platform.set_choices([(one, self._places.platform(one)) for one in platforms])
        sold_on = {market: self._places.title(platform, market) for platform, market, _ in self._facets if market}
        self.marketplace.set_choices(list(sold_on.items()))
        self.shop.set_choices([(str(one), self._places.shop(one)) for one in self._places.shops()])
        spans = {"7": self.tr("Last 7 days"), "30": self.tr("Last 30 days"), "90": self.tr("Last 90 days")}
        self.ordered.set_choices(list(spans.items()), single=True)
        self.status.set_choices([(s.value, self._words.status(s)) for s in OrderStatus])
        self._show_chips()

    def _show_chips(self) -> None:
        wanted = self._filter
        self.platform.set_values(wanted.platforms)
        self.marketplace.set_values(wanted.marketplaces)
        self.shop.set_values([str(shop) for shop in wanted.shops])
        self.shop.setVisible(bool(self._places.shops() or wanted.shops))
        self.status.set_values([s.value for s in wanted.statuses])
        self.late.set_values(("on",) if wanted.late else ())
        self.has_case.set_values(("on",) if wanted.has_case else ())
        self.unanswered.set_values(("on",) if wanted.unanswered else ())
        self.batch.set_values(("on",) if wanted.batch_id is not None else ())
        self.batch.setVisible(wanted.batch_id is not None)
        self._show_span()
        self.clear_all.setVisible(wanted != OrderFilter())

    def _show_span(self) -> None:
        wanted = self._filter
        if not wanted.purchased_from and not wanted.purchased_to:
            self.ordered.set_values(())
            return
        today = local_day(self._ctx.now())
        span = span_of(wanted.purchased_from, today)
        words = {
            "7": self.tr("Ordered: last 7 days"),
            "30": self.tr("Ordered: last 30 days"),
            "90": self.tr("Ordered: last 90 days"),
        }.get(span, "")
        if not words or wanted.purchased_to:
            words = self.tr("Ordered: {first} to {last}").format(
                first=wanted.purchased_from or "…", last=wanted.purchased_to or "…"
            )
        self.ordered.set_values((span or "own",), shown=words)
