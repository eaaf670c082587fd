"""What only the operator knows of a file: its platform, its currency, which number is the day."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QVBoxLayout, QWidget

from claimdesk.core.records.imports import FilePreview
from claimdesk.core.records.shops import FIRST_SHOP, ShopShare
from claimdesk.ui.widgets.cards import Card
from claimdesk.ui.widgets.labels import Plain
from claimdesk.ui.widgets.times import ZONES, zone_title

if TYPE_CHECKING:
    from claimdesk.ui.context import WindowContext
    from claimdesk.ui.orders.places import Places

PLATFORMS = ("amazon", "ebay", "aliexpress", "dhgate", "walmart", "etsy", "shopify", "tiktok", "temu", "shopee", "lazada",
             "taobao", "other")  # fmt: skip
CURRENCIES = ("USD", "EUR", "GBP", "CAD", "AUD", "JPY", "CNY", "INR", "MXN", "BRL", "PLN", "SEK", "CHF", "SGD", "MYR", "IDR",
              "THB", "VND", "PHP", "TWD", "HKD", "KRW", "TRY", "AED", "SAR", "NZD")  # fmt: skip
_IN_A_ROW = 4
NEW, NAMED = -1, -2  # a shop that is asked for by name, and one that was


class QuestionsCard(Card):
    """One list for each question. `answered(name, value)` names a field of `FileChoices`."""

    answered = Signal(str, object)

    def __init__(self, ctx: WindowContext, places: Places, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=0)
        self.setObjectName("import_questions")
        self._ctx = ctx
        self._places = places
        self._elsewhere: Collection[str] = ()
        self._title = Plain("", "section")
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(8)
        for column in range(_IN_A_ROW):
            self._grid.setColumnStretch(column, 1)
        self.lists: dict[str, QComboBox] = {}
        self.names: dict[str, Plain] = {}
        self._boxes: dict[str, QWidget] = {}
        for name in ("platform", "currency", "date_order", "decimal", "zone", "sheet", "repair", "shop"):
            self._boxes[name] = self._box(name)
        self.body.setContentsMargins(16, 12, 16, 12)
        self.body.addWidget(self._title)
        self.body.addSpacing(8)
        self.body.addLayout(self._grid)

    def _box(self, name: str) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        self.names[name], self.lists[name] = Plain("", "secondary", "text2"), QComboBox()
        self.lists[name].setObjectName(f"import_ask_{name}")
        self.lists[name].setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.lists[name].setMinimumContentsLength(12)
        self.lists[name].activated.connect(lambda at: self.answered.emit(name, self.lists[name].itemData(at)))
        column.addWidget(self.names[name])
        column.addWidget(self.lists[name])
        return box

    def show_preview(self, preview: FilePreview | None, *, may_choose: bool, elsewhere: Collection[str] = ()) -> None:
        """Show the questions of a file; hidden when it leaves none open. Sheets read `elsewhere` are not offered."""
        self._elsewhere = elsewhere
        asked = [name for name in self._boxes if preview is not None and name in preview.questions]
        if preview is not None and (
            (self._places.shops() and preview.shops) or any(one.is_new for one in preview.shops)
        ):
            asked.append("shop")
        self.setVisible(bool(asked) and may_choose)
        while self._grid.count():
            self._grid.takeAt(0)
        for name, box in self._boxes.items():
            box.setVisible(name in asked)
            box.setParent(self)
        if preview is None:
            return
        self._title.setText(self.tr("What the file does not say"))
        for at, name in enumerate(asked):
            self._grid.addWidget(self._boxes[name], at // _IN_A_ROW, at % _IN_A_ROW)
            self._fill(name, preview)

    def _fill(self, name: str, preview: FilePreview) -> None:
        words, options = self._options(preview)[name]
        self.names[name].setText(words)
        box = self.lists[name]
        box.setAccessibleName(words)
        box.blockSignals(True)
        box.clear()
        for value, text in options:
            box.addItem(text, value)
        current = NAMED if name == "shop" and preview.choices.new_shop else getattr(preview.choices, name)
        box.setCurrentIndex(max(0, box.findData(current)))
        box.blockSignals(False)

    def _shop_options(self, preview: FilePreview) -> list[tuple[object, str]]:
        chosen = preview.choices.shop or preview.choices.new_shop
        names = self.tr(", ", "between shops").join(self._share(one) for one in preview.shops)
        options: list[tuple[object, str]] = [(0, self.tr("As proposed") if chosen else names)]
        if preview.choices.new_shop:
            options.append((NAMED, names))
        options += [(shop, self._places.shop(shop)) for shop in self._places.shops() or (FIRST_SHOP,)]
        return [*options, (NEW, self.tr("New shop…"))]

    def _share(self, share: ShopShare) -> str:
        if share.is_new:
            return self.tr("{shop} (new)").format(shop=share.name)
        return self._places.shop(share.id)

    def _options(self, preview: FilePreview) -> dict[str, tuple[str, list[tuple[object, str]]]]:
        found = self._places.platform(preview.platform) if preview.platform != "other" else self.tr("Not known")
        zones: list[tuple[object, str]] = [("", self.tr("As usual for the file"))]
        zones += [(name, zone_title(name, self._ctx.language)) for name in ZONES]
        return {
            "platform": (
                self.tr("Platform"),
                [("", found), *((one, self._places.platform(one) if one != "other" else self.tr("Another platform"))
                                for one in PLATFORMS)],
            ),
            "currency": (self.tr("Currency"), [("", self.tr("Not known")), *((one, one) for one in CURRENCIES)]),
            "date_order": (
                self.tr("Dates"),
                [("", self.tr("Not known")), ("day", self.tr("Day first: 17/11/2026")),
                 ("month", self.tr("Month first: 11/17/2026"))],
            ),
            "decimal": (
                self.tr("Decimal sign"),
                [("", self.tr("As each amount says")), (".", self.tr("Point: 1,234.50")), (",", self.tr("Comma: 1.234,50"))],
            ),
            "zone": (self.tr("Hours are in"), zones),
            "sheet": (
                self.tr("Sheet"),
                [(preview.choices.sheet, preview.sheet),
                 *((one, one) for one in (*preview.sheets, *preview.hidden_sheets) if one not in self._elsewhere)],
            ),
            "shop": (self.tr("Shop"), self._shop_options(preview)),
            "repair": (
                self.tr("Damaged texts"),
                [(False, self.tr("Leave as they are")), (True, self.tr("Repair them"))],
            ),
        }  # fmt: skip
