"""What one SKU costs, to be typed: a new one, or one that is known."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QWidget

from claimdesk.ui.settings.amounts import minor_of, percent_words, plain_amount, share_of
from claimdesk.ui.widgets.buttons import DangerButton, PrimaryButton
from claimdesk.ui.widgets.cards import Card
from claimdesk.ui.widgets.labels import Plain

if TYPE_CHECKING:
    from claimdesk.core.remedies.cost_sheet import SkuCost

_AMOUNTS = ("unit_minor", "reship_minor", "return_minor")
_FIELDS = ("sku", "currency", *_AMOUNTS, "referral", "notes")


class CostEditor(Card):
    """`kept(values, sku before)` with what `SkuCost` takes; `removed(sku)`."""

    kept = Signal(object, str)
    removed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=16, gap=2)
        self.setObjectName("costEditor")
        self._shown: SkuCost | None = None
        self._currency = "USD"
        self._title = Plain("", "section", wrap=True)
        self._item = Plain("", "secondary", "text3", wrap=True)
        self._hint = Plain("", "secondary", "danger", wrap=True)
        self._hint.setObjectName("costHint")
        self._labels = {name: Plain("", "table", "text2") for name in _FIELDS}
        self.fields = {name: QLineEdit() for name in _FIELDS}
        for name, field in self.fields.items():
            field.setObjectName(f"cost-{name}")
            field.setMaxLength(500 if name == "notes" else 3 if name == "currency" else 80)
            field.textChanged.connect(lambda _: self._check())
            field.returnPressed.connect(self._keep)
        self.keep_button, self.remove_button = PrimaryButton(""), DangerButton("", "trash")
        self.keep_button.setObjectName("cost-keep")
        self.remove_button.setObjectName("cost-remove")
        self.keep_button.clicked.connect(self._keep)
        self.remove_button.clicked.connect(lambda: self.removed.emit(self.sku))
        form = QGridLayout()
        form.setContentsMargins(0, 10, 0, 0)
        form.setHorizontalSpacing(8)
        form.setVerticalSpacing(8)
        form.setColumnMinimumWidth(0, 96)
        form.setColumnStretch(1, 1)
        for at, name in enumerate(_FIELDS):
            form.addWidget(self._labels[name], at, 0)
            form.addWidget(self.fields[name], at, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 10, 0, 0)
        foot.setSpacing(8)
        foot.addWidget(self.remove_button)
        foot.addStretch(1)
        foot.addWidget(self.keep_button)
        for widget in (self._title, self._item):
            self.body.addWidget(widget)
        self.body.addLayout(form)
        self.body.addWidget(self._hint)
        self.body.addLayout(foot)
        self.show_new(self._currency)

    @property
    def sku(self) -> str:
        """The SKU shown as it is kept; empty for a new one."""
        return self._shown.sku if self._shown else ""

    def show_new(self, currency: str) -> None:
        """Empty fields for another SKU."""
        self._shown, self._currency = None, currency
        self._fill({"currency": currency}, "")

    def show_cost(self, cost: SkuCost, item: str) -> None:
        """The costs of a SKU; what was typed for it is dropped only when they changed."""
        if cost == self._shown:
            self._item.setText(item)
            return
        self._shown = cost
        amounts = {name: plain_amount(getattr(cost, name), cost.currency) for name in _AMOUNTS}
        said = {
            "sku": cost.sku,
            "currency": cost.currency,
            "referral": percent_words(cost.referral),
            "notes": cost.notes,
        }
        self._fill({**said, **amounts}, item)

    def _fill(self, said: dict[str, str], item: str) -> None:
        for name, field in self.fields.items():
            field.setText(said.get(name, ""))
            field.setCursorPosition(0)
        self._item.setText(item)
        self._item.setVisible(bool(item))
        self.retranslate()

    def retranslate(self) -> None:
        """Every word in the language shown now."""
        self._title.setText(self.sku or self.tr("Another SKU"))
        words = {
            "sku": self.tr("SKU"), "currency": self.tr("Currency"), "unit_minor": self.tr("Unit cost"),
            "reship_minor": self.tr("Sending again"), "return_minor": self.tr("Return label"),
            "referral": self.tr("Referral fee"), "notes": self.tr("Notes"),
        }  # fmt: skip
        for name, label in self._labels.items():
            label.setText(words[name])
            self.fields[name].setAccessibleName(words[name])
        self.fields["referral"].setPlaceholderText(self.tr("such as 15 %"))
        self.keep_button.setText(self.tr("Keep"))
        self.remove_button.setText(self.tr("Delete"))
        self.remove_button.setVisible(self._shown is not None)
        for button in (self.keep_button, self.remove_button):
            button.updateGeometry()
        self._check()

    def values(self) -> dict[str, Any]:
        """What was typed, as `SkuCost` takes it. Raises ValueError with what is wrong, in words."""
        text = {name: field.text().strip() for name, field in self.fields.items()}
        if not text["sku"]:
            raise ValueError(self.tr("A SKU is missing"))
        currency = text["currency"].upper()
        if len(currency) != 3 or not currency.isascii() or not currency.isalpha():
            raise ValueError(self.tr("The currency has three letters, such as USD"))
        found: dict[str, Any] = {"sku": text["sku"], "currency": currency, "notes": text["notes"]}
        for name in _AMOUNTS:
            try:
                found[name] = minor_of(text[name], currency)
            except ValueError as error:
                wrong = self.tr("{0}: type the amount as 12.50").format(self._labels[name].text())
                raise ValueError(wrong) from error
        try:
            found["referral"] = share_of(text["referral"])
        except ValueError as error:
            raise ValueError(self.tr("The referral fee is a percentage from 0 to 100")) from error
        if found["referral"] is None and all(found[name] is None for name in _AMOUNTS):
            raise ValueError(self.tr("Type at least one cost"))
        return found

    def _check(self) -> None:
        touched = any(field.text().strip() for name, field in self.fields.items() if name != "currency")
        try:
            self.values()
        except ValueError as error:
            self._hint.setText(str(error) if touched else "")
            self.keep_button.setEnabled(False)
        else:
            self._hint.setText("")
            self.keep_button.setEnabled(self._changed())
        self._hint.setVisible(bool(self._hint.text()))

    def _changed(self) -> bool:
        values, old = self.values(), self._shown
        return old is None or any(getattr(old, name) != value for name, value in values.items())

    def _keep(self) -> None:
        if self.keep_button.isEnabled():
            self.kept.emit({**self.values(), "media": self._shown.media if self._shown else None}, self.sku)
