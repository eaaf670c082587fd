"""The shop's own figures behind the comparison of remedies: profit, defects, rates; each can be reset to its source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from claimdesk.core.records.money import Money
from claimdesk.ui.settings.amounts import minor_of, plain_amount, rate_of
from claimdesk.ui.widgets.buttons import IconButton
from claimdesk.ui.widgets.cards import Card, Line
from claimdesk.ui.widgets.labels import Plain

if TYPE_CHECKING:
    from claimdesk.core.remedies.own_figures import Figures, Rate

_COUNTED = ("amazon", "ebay", "walmart", "etsy")
_NAMES = {"amazon": "Amazon", "ebay": "eBay", "walmart": "Walmart", "etsy": "Etsy"}
_WIDTH = 92


class FiguresCard(Card):
    """`profit_set(Money or None)`, `defects_set(platform, count or -1)`, `rate_set(currency, Decimal or None)`."""

    profit_set = Signal(object)
    defects_set = Signal(str, int)
    rate_set = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=16, gap=6)
        self.setObjectName("figuresCard")
        self._figures: Figures | None = None
        self._title, self._about = Plain("", "section"), Plain("", "secondary", "text2", wrap=True)
        self._profit_label = Plain("", "table", "text2")
        self.profit, self.currency = self._field("figure-profit"), QComboBox()
        self.currency.setObjectName("figure-currency")
        self.profit_reset = self._reset("figure-profit-reset")
        self._defects_label = Plain("", "table", "text2")
        self.platform, self.defects = QComboBox(), self._field("figure-defects")
        self.platform.setObjectName("figure-platform")
        for name in _COUNTED:
            self.platform.addItem(_NAMES[name], name)
        self.defects_reset = self._reset("figure-defects-reset")
        self._defect_source = Plain("", "secondary", "text3", wrap=True)
        self._rate_label = Plain("", "table", "text2")
        self.rate_currency, self.rate = QComboBox(), self._field("figure-rate")
        self.rate_currency.setObjectName("figure-rate-currency")
        self.rate_reset = self._reset("figure-rate-reset")
        self._rate_source = Plain("", "secondary", "text3", wrap=True)
        self._rate_source.setObjectName("figureRateSource")
        self._arrange()
        self._connect()
        self.retranslate()

    def _field(self, name: str) -> QLineEdit:
        made = QLineEdit()
        made.setObjectName(name)
        made.setMaxLength(16)
        made.setFixedWidth(_WIDTH)
        return made

    def _reset(self, name: str) -> IconButton:
        made = IconButton("arrow-counter-clockwise", small=True)
        made.setObjectName(name)
        return made

    def _arrange(self) -> None:
        self.body.addWidget(self._title)
        self.body.addWidget(self._about)
        blocks: tuple[tuple[Plain, tuple[QWidget, ...], Plain | None], ...] = (
            (self._profit_label, (self.profit, self.currency, self.profit_reset), None),
            (self._defects_label, (self.platform, self.defects, self.defects_reset), self._defect_source),
            (self._rate_label, (self.rate_currency, self.rate, self.rate_reset), self._rate_source),
        )
        for label, widgets, below in blocks:
            self.body.addWidget(Line(soft=True))
            self.body.addWidget(label)
            row = QHBoxLayout()
            row.setSpacing(8)
            for widget in widgets:
                row.addWidget(widget, 1 if isinstance(widget, QComboBox) else 0)
            self.body.addLayout(row)
            if below is not None:
                self.body.addWidget(below)

    def _connect(self) -> None:
        self.profit.editingFinished.connect(self._keep_profit)
        self.currency.activated.connect(lambda _: self._keep_profit())
        self.profit_reset.clicked.connect(lambda: self.profit_set.emit(None))
        self.platform.currentIndexChanged.connect(lambda _: self._show_defects())
        self.defects.editingFinished.connect(self._keep_defects)
        self.defects_reset.clicked.connect(lambda: self.defects_set.emit(str(self.platform.currentData()), -1))
        self.rate_currency.currentIndexChanged.connect(lambda _: self._show_rate())
        self.rate.editingFinished.connect(self._keep_rate)
        self.rate_reset.clicked.connect(lambda: self.rate_set.emit(str(self.rate_currency.currentData()), None))

    def retranslate(self) -> None:
        """Every word in the language shown now."""
        self._title.setText(self.tr("Your figures"))
        self._about.setText(self.tr("What the comparison of remedies assumes of your shop. Without a profit the shipped "
                                    "estimate of a defect counts."))  # fmt: skip
        for label, words in (
            (self._profit_label, self.tr("Profit in a month, before fixed costs")),
            (self._defects_label, self.tr("Order defects now, by platform")),
            (self._rate_label, self.tr("Rate: units to one US dollar")),
        ):
            label.setText(words)
        self.profit.setAccessibleName(self._profit_label.text())
        self.profit.setPlaceholderText(self.tr("none"))
        self.currency.setAccessibleName(self.tr("Currency"))
        self.platform.setAccessibleName(self.tr("Platform"))
        self.defects.setAccessibleName(self._defects_label.text())
        self.defects.setPlaceholderText("0")
        self.rate_currency.setAccessibleName(self.tr("Currency"))
        self.rate.setAccessibleName(self._rate_label.text())
        for button in (self.profit_reset, self.defects_reset, self.rate_reset):
            button.set_name(self.tr("Reset"))
        self._show()

    def show_figures(self, figures: Figures) -> None:
        """Show them; what is being typed stays."""
        self._figures = figures
        codes = [rate.currency for rate in figures.rates]
        for box in (self.currency, self.rate_currency):
            if [box.itemText(at) for at in range(box.count())] != codes:
                box.clear()
                for code in codes:
                    box.addItem(code, code)
        if figures.profit is not None:
            self.currency.setCurrentIndex(max(0, self.currency.findData(figures.profit.currency)))
        elif self.currency.currentIndex() <= 0:
            self.currency.setCurrentIndex(max(0, self.currency.findData("USD")))
        self._show()

    def _show(self) -> None:
        figures = self._figures
        if figures is None:
            return
        if not self.profit.hasFocus():
            self.profit.setText(plain_amount(figures.profit.minor, figures.profit.currency) if figures.profit else "")
        self.profit_reset.setEnabled(figures.profit is not None)
        self._defect_source.setText(
            self.tr("Source: {0}; checked {1}").format(figures.defect_source, figures.defect_checked)
        )
        self._show_defects()
        self._show_rate()

    def _show_defects(self) -> None:
        known = self._figures.defects.get(str(self.platform.currentData())) if self._figures else None
        if not self.defects.hasFocus():
            self.defects.setText("" if known is None else str(known))
        self.defects_reset.setEnabled(known is not None)

    def _rate(self) -> Rate | None:
        code = self.rate_currency.currentData()
        rates = self._figures.rates if self._figures else ()
        return next((rate for rate in rates if rate.currency == code), None)

    def _show_rate(self) -> None:
        rate, figures = self._rate(), self._figures
        if rate is None or figures is None:
            return
        if not self.rate.hasFocus():
            self.rate.setText(f"{rate.value:f}")
        self.rate_reset.setEnabled(rate.own is not None)
        source = self.tr("Source: {0}; checked {1}").format(figures.rates_source, figures.rates_checked)
        own = self.tr("Yours; shipped is {0}.").format(f"{rate.shipped:f}") if rate.own is not None else ""
        self._rate_source.setText(f"{own} {source}".strip())

    def _keep_profit(self) -> None:
        currency = str(self.currency.currentData() or "USD")
        try:
            minor = minor_of(self.profit.text(), currency)
        except ValueError:
            self._show()
            return
        wanted = None if minor is None else Money(minor, currency)
        if self._figures is not None and wanted != self._figures.profit:
            self.profit_set.emit(wanted)

    def _keep_defects(self) -> None:
        text, platform = self.defects.text().strip(), str(self.platform.currentData())
        known = self._figures.defects.get(platform) if self._figures else None
        if text and not (text.isascii() and text.isdecimal()):
            self.defects.setText("" if known is None else str(known))
        elif (int(text) if text else None) != known:
            self.defects_set.emit(platform, int(text) if text else -1)

    def _keep_rate(self) -> None:
        rate = self._rate()
        if rate is None:
            return
        try:
            typed = rate_of(self.rate.text())
        except ValueError:
            self.rate.setText(f"{rate.value:f}")
            return
        if typed != rate.value:
            self.rate_set.emit(rate.currency, None if typed == rate.shipped else typed)
