"""The overview of claims: key figures, how claims ended by month, defect rates, products."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from claimdesk.ui.widgets.buttons import LinkButton
from claimdesk.ui.widgets.cards import Card
from claimdesk.ui.widgets.charts import Bar, Legend, Part, StackedBars
from claimdesk.ui.widgets.ends import END_COLOURS, ENDS, EndWords
from claimdesk.ui.widgets.figures_table import FigureColumn, FiguresTable
from claimdesk.ui.widgets.labels import Plain
from claimdesk.ui.widgets.line_chart import ChartLine, LineChart
from claimdesk.ui.widgets.times import count_text, day_text, money_text, month_text, percent_text

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from claimdesk.core.reporting.overview import Amounts, Claims, MonthEnds, Overview, Product, RateLine
    from claimdesk.ui.cases.words import CaseWords
    from claimdesk.ui.context import WindowContext

_PRODUCTS = 10
_WIDE = 640  # px below which the charts stand under each other
_MOST = 2  # amounts of different currencies in one line


class KeyFigures(Card):
    """Five figures beside each other: what, how much, and a remark."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=0)
        row = QHBoxLayout()
        row.setContentsMargins(1, 12, 1, 12)
        row.setSpacing(0)
        self.cells: list[tuple[Plain, Plain, Plain]] = []
        for at in range(5):
            if at:
                line = QFrame()
                line.setFixedWidth(1)
                line.setProperty("frame", "vline")
                row.addWidget(line)
            cell = QVBoxLayout()
            cell.setContentsMargins(15, 0, 8, 0)
            cell.setSpacing(0)
            labels = (
                Plain("", "secondary", elide=True),
                Plain("", "big", elide=True),
                Plain("", "secondary", elide=True),
            )
            for label in labels:
                cell.addWidget(label)
            self.cells.append(labels)
            row.addLayout(cell, 1)
        self.body.addLayout(row)

    def show_cell(self, at: int, name: str, figure: str, remark: str, ink: str = "text2") -> None:
        """Fill one of them."""
        label, value, note = self.cells[at]
        label.setText(name)
        value.setText(figure)
        note.setText(remark)
        note.set_ink(ink)
        note.setToolTip(remark)


class _Bars(QWidget):
    """Months with their legend, which is as high as its lines need."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars, self._legend = StackedBars(wide=True), Legend()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._bars)
        column.addWidget(self._legend)

    def show_bars(self, bars: Sequence[Bar], legend: Sequence[Part]) -> None:
        """Show these."""
        self._bars.show_bars(bars)
        self._legend.show_parts(legend)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self._legend.setFixedHeight(self._legend.heightForWidth(self.width()))


class _Switched(Card):
    """A card whose chart can be read as a table: `turned()`."""

    turned = Signal()

    def __init__(self, chart: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=0)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)  # two of them share the room
        self.title, self.note = Plain("", "section"), Plain("", "label", "text3", elide=True)
        self.switch = LinkButton("")
        self.table = FiguresTable()
        head = QHBoxLayout()
        head.setContentsMargins(16, 12, 16, 8)
        head.setSpacing(8)
        head.addWidget(self.title)
        head.addWidget(self.note, 1)
        head.addWidget(self.switch)
        self._pages, self._both = QStackedWidget(), (QWidget(), QWidget())
        for page, content, sides in zip(self._both, (chart, self.table), (16, 1), strict=True):
            column = QVBoxLayout(page)
            column.setContentsMargins(sides, 0, sides, 12)
            column.addWidget(content)
            column.addStretch(1)
            self._pages.addWidget(page)
        self.body.addLayout(head)
        self.body.addWidget(self._pages)
        self.body.addStretch(1)
        self.switch.clicked.connect(self._turn)
        self._fit_pages()

    def _fit_pages(self) -> None:
        """As high as what is shown, not as the higher of the two."""
        for page in self._both:
            shown = page is self._pages.currentWidget()
            kind = QSizePolicy.Policy.Preferred if shown else QSizePolicy.Policy.Ignored
            page.setSizePolicy(QSizePolicy.Policy.Preferred, kind)
        self._pages.adjustSize()

    @property
    def as_table(self) -> bool:
        """Whether the table is shown."""
        return self._pages.currentIndex() == 1

    def retranslate(self) -> None:
        """The words of the switch."""
        self.switch.setText(self.tr("Show as chart") if self.as_table else self.tr("Show as table"))
        self.switch.updateGeometry()

    def _turn(self) -> None:
        self._pages.setCurrentIndex(0 if self.as_table else 1)
        self._fit_pages()
        self.retranslate()
        self.turned.emit()


class OverviewPage(QWidget):
    """Shows what `desk.overviews` counted."""

    def __init__(self, ctx: WindowContext, words: CaseWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "none")
        self._ctx, self._words, self._ends = ctx, words, EndWords(self)
        self._found: Overview | None = None
        self._days = ""
        self.title, self.days = Plain("", "pane"), Plain("", "body", "text2", elide=True)
        self.figures = KeyFigures()
        self._bars, self._lines = _Bars(), LineChart()
        self.months, self.rates = _Switched(self._bars), _Switched(self._lines)
        for card in (self.months, self.rates):
            card.turned.connect(self._fit)
        self.months.setObjectName("overviewMonths")
        self.rates.setObjectName("overviewRates")
        self.products = Card(padding=0)
        self._products_title, self._more = Plain("", "section"), Plain("", "secondary", "text3")
        self.product_table = FiguresTable()
        self._none = Plain("", "body", "text2", wrap=True)
        self._arrange()

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self.title)
        head.addWidget(self.days, 1)
        self._charts = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._charts.setSpacing(14)
        self._charts.addWidget(self.months, 1)
        self._charts.addWidget(self.rates, 1)
        top = QHBoxLayout()
        top.setContentsMargins(16, 12, 16, 8)
        top.addWidget(self._products_title)
        top.addStretch(1)
        top.addWidget(self._more)
        self.products.body.addLayout(top)
        table = QVBoxLayout()
        table.setContentsMargins(1, 0, 1, 4)
        table.addWidget(self.product_table)
        self.products.body.addLayout(table)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 20)
        column.setSpacing(14)
        column.addLayout(head)
        column.addWidget(self._none)
        column.addWidget(self.figures)
        column.addLayout(self._charts)
        column.addWidget(self.products)
        column.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """In a narrow window, and as tables, which are wide, the charts stand under each other."""
        flow = QBoxLayout.Direction
        beside = self.width() >= _WIDE and not (self.months.as_table or self.rates.as_table)
        self._charts.setDirection(flow.LeftToRight if beside else flow.TopToBottom)

    def show_overview(self, found: Overview, days: str) -> None:
        """Show these figures of these days."""
        self._found, self._days = found, days
        self.retranslate()

    def retranslate(self) -> None:
        """Everything in the language shown."""
        self.title.setText(self.tr("Claims overview"))
        self.days.setText(self._days)
        for card in (self.months, self.rates):
            card.retranslate()
        self.months.title.setText(self.tr("Outcomes by month"))
        self.rates.title.setText(self.tr("Order defect rate"))
        self.rates.note.setText(self.tr("month end, by order date"))
        self._products_title.setText(self.tr("Products with most claims"))
        self._none.setText(self.tr("No claim was opened in these days."))
        found = self._found
        if found is None:
            return
        self._none.setVisible(not found.now.claims)
        self._show_figures(found)
        self._show_months(found.months)
        self._show_rates(found.rates)
        self._show_products(found.products)

    # the parts

    def _show_figures(self, found: Overview) -> None:
        now, before = found.now, found.before
        share = self.tr("{0} of orders").format(percent_text(now.claims / found.orders)) if found.orders else ""
        self.figures.show_cell(0, self.tr("Claims"), count_text(now.claims), share)
        self.figures.show_cell(1, self.tr("At no cost to us"), count_text(now.free), *self._free(now, before))
        cost, others = self._first(now.cost)
        self.figures.show_cell(2, self.tr("Cost"), cost, others or self._each(now))
        paid, more = self._first(now.paid)
        by = self.tr("{0} paid by others").format(count_text(now.recovered)) if now.recovered else ""
        self.figures.show_cell(3, self.tr("Recovered"), paid, ", ".join(filter(None, (more, by))), "ok")
        late = self.tr("{0} overdue").format(count_text(now.overdue)) if now.overdue else self.tr("none overdue")
        self.figures.show_cell(
            4, self.tr("Still open"), count_text(now.running), late, "danger" if now.overdue else "text2"
        )

    def _free(self, now: Claims, before: Claims | None) -> tuple[str, str]:
        if not now.ended:
            return "", "text2"
        share = now.free / now.ended
        words = self.tr("{0} % of those ended").format(round(share * 100))
        if before is None or not before.ended:
            return words, "text2"
        earlier = before.free / before.ended
        words = self.tr("{0} %, was {1} %").format(round(share * 100), round(earlier * 100))
        return words, "ok" if share >= earlier else "text2"

    def _each(self, now: Claims) -> str:
        if len(now.cost) != 1 or not now.priced:
            return ""
        currency, minor = now.cost[0]
        return self.tr("{0} a claim").format(money_text(round(minor / now.priced), currency))

    def _amounts(self, amounts: Amounts) -> str:
        """Never added up over currencies."""
        shown = [money_text(minor, currency) for currency, minor in amounts if minor]
        return " + ".join(shown[:_MOST]) + (" + …" if len(shown) > _MOST else "") if shown else "—"

    def _first(self, amounts: Amounts) -> tuple[str, str]:
        """The first amount, and the others as a remark."""
        shown = [money_text(minor, currency) for currency, minor in amounts if minor]
        return (shown[0] if shown else "—"), "".join(f"+ {one} " for one in shown[1:]).strip()

    def _show_months(self, months: Sequence[MonthEnds]) -> None:
        language = self._ctx.language
        kinds = [kind for kind in ENDS if any(month.counts.get(kind) for month in months)]
        names = [month_text(month.month, language) for month in months]
        short = [name.split(" ")[0] for name in names]
        bars = [
            Bar(label, name, tuple(Part(self._ends.text(kind), month.counts.get(kind, 0), END_COLOURS[kind]) for kind in kinds))
            for label, name, month in zip(short, names, months, strict=True)
        ]  # fmt: skip
        self._bars.show_bars(bars, [Part(self._ends.text(kind), 0, END_COLOURS[kind]) for kind in kinds])
        columns = [
            FigureColumn(self.tr("Month"), right=False),
            *(FigureColumn(self._ends.text(kind)) for kind in kinds),
        ]
        rows = [
            (name, *(count_text(month.counts.get(kind, 0)) for kind in kinds))
            for name, month in zip(names, months, strict=True)
        ]
        self.months.table.show_rows(columns, rows)

    def _show_rates(self, rates: Sequence[RateLine]) -> None:
        self.rates.setVisible(bool(rates))
        if not rates:
            return
        days = [day_text(day, self._ctx.language) for day in rates[0].days]
        labels = [month_text(day, self._ctx.language).split(" ")[0] for day in rates[0].days]
        names = [self._words.marketplace(rate.platform, rate.marketplace) for rate in rates]
        lines = [ChartLine(name, rate.shares) for name, rate in zip(names, rates, strict=True)]
        limits = {rate.limit: self._words.platform(rate.platform) for rate in rates}
        words = self.tr("limit of {0}")
        self._lines.show_lines(labels, lines, [(limit, words.format(name)) for limit, name in limits.items()])
        rows = [
            (day, *("—" if rate.shares[at] is None else percent_text(rate.shares[at] or 0.0) for rate in rates))
            for at, day in enumerate(days)
        ]
        self.rates.table.show_rows(
            [FigureColumn(self.tr("Day"), right=False), *(FigureColumn(name) for name in names)], rows
        )

    def _show_products(self, products: Sequence[Product]) -> None:
        self.products.setVisible(bool(products))
        more = len(products) - _PRODUCTS
        self._more.setText(self.tr("{0} more").format(count_text(more)) if more > 0 else "")
        columns = [
            FigureColumn(self.tr("Product"), right=False), FigureColumn(self.tr("Orders")),
            FigureColumn(self.tr("Claims")), FigureColumn(self.tr("Rate"), strong=True),
            FigureColumn(self.tr("Main reason"), right=False), FigureColumn(self.tr("Cost")),
        ]  # fmt: skip
        self.product_table.show_rows(columns, [self._product(product) for product in products[:_PRODUCTS]])

    def _product(self, product: Product) -> tuple[str, ...]:
        rate = "—" if product.rate is None else f"{product.rate * 100:.1f} %"
        reason = product.reason.get(self._ctx.language)
        counts = (count_text(product.orders), count_text(product.claims))
        return product.item, *counts, rate, reason, self._amounts(product.cost)
