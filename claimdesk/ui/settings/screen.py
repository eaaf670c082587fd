"""The settings there are; every change is kept at once and can be taken back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from claimdesk.core.records.tasks import Task
from claimdesk.ui.context import Changes, WindowContext
from claimdesk.ui.screen import Screen
from claimdesk.ui.settings.backups import BackupsCard
from claimdesk.ui.settings.columns import CardColumns
from claimdesk.ui.settings.costs import CostsPage
from claimdesk.ui.settings.deadlines import DeadlinesPage
from claimdesk.ui.settings.form import FormCard, left
from claimdesk.ui.settings.looks import Looks
from claimdesk.ui.settings.mappings import MappingsCard
from claimdesk.ui.settings.policy_rules import PolicyRulesPage
from claimdesk.ui.settings.shops import ShopsCard
from claimdesk.ui.settings.table_page import TablePage
from claimdesk.ui.widgets.buttons import PlainButton
from claimdesk.ui.widgets.cards import Line, ScreenHead
from claimdesk.ui.widgets.choices import ChoiceList
from claimdesk.ui.widgets.empty import Icon
from claimdesk.ui.widgets.fields import Segments
from claimdesk.ui.widgets.labels import Plain
from claimdesk.ui.widgets.tall import scrolled
from claimdesk.ui.widgets.times import ZONES, count_text, zone_of, zone_title

if TYPE_CHECKING:
    from claimdesk.core.desk import Desk
    from claimdesk.core.shop.shop import ShopProfile

_SAVE_AFTER = 400  # ms after the last key


@dataclass(frozen=True, slots=True)
class _Shown:
    profile: ShopProfile
    orders: int
    cases: int
    size: int  # bytes


class SettingsScreen(Screen):
    """Cards in two columns: shop, language and time; appearance, data, privacy."""

    def __init__(self, ctx: WindowContext) -> None:
        super().__init__(ctx)
        self._profile: ShopProfile | None = None
        self._earlier: list[ShopProfile] = []
        self._later: list[ShopProfile] = []
        self._counts: _Shown | None = None
        self._save = QTimer(self)
        self._save.setSingleShot(True)
        self._save.setInterval(_SAVE_AFTER)
        self._save.timeout.connect(self._keep)
        self._build()
        self.retranslate()

    # -- building

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.head = ScreenHead(height=60)
        column.addWidget(self.head)
        column.addWidget(Line())
        self.backups = BackupsCard(self.ctx)
        page = CardColumns((
            (self._shop_card(), self._shops_card(), self._language_card(), self._mappings_card()),
            (self._look_card(), self.backups, self._data_card(), self._privacy_card()),
        ))  # fmt: skip
        area = scrolled(page)
        self.categories = ChoiceList()
        self.categories.setObjectName("settings-categories")
        self.categories.setFixedWidth(168)
        self.deadlines = DeadlinesPage(self.ctx)
        self.policy_rules = PolicyRulesPage(self.ctx)
        self.costs = CostsPage(self.ctx)
        self.pages = QStackedWidget()
        self._pages = {"general": area, "deadlines": self.deadlines, "policy": self.policy_rules, "costs": self.costs}
        for each in self._pages.values():
            self.pages.addWidget(each)
        body = QHBoxLayout()
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        side = QVBoxLayout()
        side.setContentsMargins(10, 10, 10, 0)
        side.addWidget(self.categories)
        body.addLayout(side)
        body.addWidget(Line(upright=True))
        body.addWidget(self.pages, 1)
        column.addLayout(body, 1)
        self.categories.chosen.connect(self._on_category)

    def show_page(self, name: str) -> None:
        """Show a category: general, deadlines, policy or costs."""
        self.categories.set_value(name)

    def _on_category(self, name: str) -> None:
        self.pages.setCurrentWidget(self._pages[name])
        self._refresh_page()

    def _refresh_page(self) -> None:
        """Load again what the page in front shows; the others load when they come to the front."""
        page = self.pages.currentWidget()
        if isinstance(page, TablePage):
            page.refresh()

    def keys_go_to(self) -> QWidget | None:
        return self.categories

    def panes_of(self) -> tuple[QWidget, ...]:
        return (self.categories, self.pages)

    def _shop_card(self) -> FormCard:
        self.shop_card = FormCard()
        self.shop_name = self._field("shop-name")
        self.signature = self._field("shop-signature")
        self.route = self._field("shop-route")
        self._name_label, _ = self.shop_card.add_row(self.shop_name)
        self._signature_label, _ = self.shop_card.add_row(self.signature)
        self._route_label, _ = self.shop_card.add_row(self.route)
        return self.shop_card

    def _shops_card(self) -> FormCard:
        self.shops_card = ShopsCard(self.ctx)
        return self.shops_card

    def _language_card(self) -> FormCard:
        self.language_card = FormCard()
        self.languages = Segments()
        self.languages.setObjectName("languages")
        self.languages.chosen.connect(self._on_language)
        self.zone = QComboBox()
        self.zone.setObjectName("zone")
        self.zone.setMinimumWidth(240)
        self.zone.activated.connect(self._on_zone)
        self._language_label, _ = self.language_card.add_row(left(self.languages))
        self._zone_label, _ = self.language_card.add_row(left(self.zone))
        return self.language_card

    def _mappings_card(self) -> FormCard:
        self.mappings_card = MappingsCard(self.ctx)
        return self.mappings_card

    def _look_card(self) -> FormCard:
        self.look_card = FormCard()
        self.looks = Looks()
        self.looks.chosen.connect(self._on_look)
        self.look_card.add_block(self.looks)
        return self.look_card

    def _data_card(self) -> FormCard:
        self.data_card = FormCard()
        self.open_folder = PlainButton(icon="folder-open")
        self.open_folder.setObjectName("open-folder")
        self.open_folder.clicked.connect(self._on_open_folder)
        self.file_size = Plain("", "body")
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.file_size)
        self.check_data = PlainButton(icon="shield-check")
        self.check_data.setObjectName("settingsCheck")
        self.check_data.clicked.connect(self.ctx.check_data)
        row.addWidget(self.check_data)
        self._data_label, self._data_detail = self.data_card.add_row(holder, wide=True, detail=True)
        self._folder_label, self._folder_detail = self.data_card.add_row(self.open_folder, wide=True, detail=True)
        return self.data_card

    def _privacy_card(self) -> FormCard:
        self.privacy_card = FormCard()
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(Icon("cloud-slash", "text2"))
        self.offline = Plain("", "body", "text2")
        row.addWidget(self.offline)
        self._network_label, self._network_detail = self.privacy_card.add_row(holder, wide=True, detail=True)
        return self.privacy_card

    def _field(self, name: str) -> QLineEdit:
        field = QLineEdit()
        field.setObjectName(name)
        field.setMaxLength(300)
        field.textEdited.connect(self._on_edited)
        field.editingFinished.connect(self._keep)
        return field

    # -- what the desk says

    def refresh(self, changes: Changes) -> None:
        self.languages.set_value(self.ctx.interface.choice)
        self.looks.show_look(self.ctx.theme.choice)
        self.mappings_card.refresh()
        self.shops_card.refresh()
        self.backups.refresh()
        desk = self.ctx.desk
        self._refresh_page()
        for field in (self.shop_name, self.signature, self.route, self.zone):
            field.setEnabled(desk is not None)
        if desk is not None and not self._save.isActive():
            now = self.ctx.now()
            self.ctx.jobs.run(
                lambda _: _Shown(desk.shop.profile(), desk.orders.count(), len(desk.cases.rows(now)), _size(desk)),
                owner=self,
                done=self._show,
                lane="reading",
            )

    def _show(self, shown: _Shown) -> None:
        self._counts = shown
        self._show_profile(shown.profile)
        self._show_counts()

    def _show_profile(self, profile: ShopProfile) -> None:
        self._profile = profile
        for field, text in (
            (self.shop_name, profile.name),
            (self.signature, profile.signature),
            (self.route, profile.return_route),
        ):
            if field.text() != text and not (field.hasFocus() and self._save.isActive()):
                field.setText(text)
        self._show_zones()

    def _show_zones(self) -> None:
        chosen = self._profile.zone if self._profile is not None else ZONES[0]
        self.zone.clear()
        for name in dict.fromkeys((*ZONES, chosen)):
            offset = self.ctx.now().astimezone(zone_of(name)).strftime("%z")
            self.zone.addItem(f"{zone_title(name, self.ctx.language)}  UTC{offset[:3]}:{offset[3:]}", name)
        self.zone.setCurrentIndex(self.zone.findData(chosen))

    def _show_counts(self) -> None:
        if self._counts is None or self._data_detail is None:
            return
        self._data_detail.setText(
            self.tr("{orders} orders, {cases} cases").format(
                orders=count_text(self._counts.orders), cases=count_text(self._counts.cases)
            )
        )
        self.file_size.setText(f"{self._counts.size / 1_000_000:,.1f} MB")

    # -- changes

    def _on_edited(self) -> None:
        self._save.start()

    def _keep(self) -> None:
        self._save.stop()
        if self._profile is None:
            return
        wanted = replace(
            self._profile,
            name=self.shop_name.text().strip(),
            signature=self.signature.text().strip(),
            return_route=self.route.text().strip(),
            zone=str(self.zone.currentData() or self._profile.zone),
        )
        if wanted != self._profile:
            self._earlier.append(self._profile)
            self._later.clear()
            self._write(wanted)

    def _write(self, profile: ShopProfile) -> None:
        desk = self.ctx.desk
        if desk is None:
            return
        self._profile = profile

        def work(_: Task) -> None:
            desk.shop.set_profile(profile)

        self.ctx.jobs.run(work, owner=self, done=lambda _: self.ctx.changed.emit(Changes(settings=True)))

    def _on_zone(self) -> None:
        self._keep()

    def _on_language(self, choice: str) -> None:
        self.ctx.settings.setValue("language", choice)
        self.ctx.interface.choose(choice)
        self.ctx.changed.emit(Changes(settings=True))

    def _on_look(self, choice: str) -> None:
        self.ctx.settings.setValue("theme", choice)
        self.ctx.theme.choose(choice)
        self.ctx.changed.emit(Changes(settings=True))

    def _on_open_folder(self) -> None:
        if self.ctx.folder is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.ctx.folder)))

    def undo(self) -> bool:
        return self._step(self._earlier, self._later)

    def redo(self) -> bool:
        return self._step(self._later, self._earlier)

    def _step(self, source: list[ShopProfile], target: list[ShopProfile]) -> bool:
        if not source or self._profile is None:
            return False
        target.append(self._profile)
        profile = source.pop()
        self._show_profile(profile)
        self._write(profile)
        return True

    # -- words

    def retranslate(self) -> None:
        self.head.title.setText(self.tr("Settings"))
        self.categories.setAccessibleName(self.tr("Settings"))
        self.categories.set_choices(
            (
                ("general", self.tr("General"), ""),
                ("deadlines", self.tr("Deadlines"), ""),
                ("policy", self.tr("Policy rules"), ""),
                ("costs", self.tr("Costs"), ""),
            ),
            {"general": "sliders-horizontal", "deadlines": "timer", "policy": "shield-check", "costs": "coin"},
        )
        self.deadlines.retranslate()
        self.policy_rules.retranslate()
        self.costs.retranslate()
        self.shop_card.title.setText(self.tr("Shop"))
        self._name_label.setText(self.tr("Shop name"))
        self._signature_label.setText(self.tr("Signature in messages"))
        self._route_label.setText(self.tr("Return address"))
        for field, label in (
            (self.shop_name, self._name_label),
            (self.signature, self._signature_label),
            (self.route, self._route_label),
        ):
            field.setAccessibleName(label.text())
        self.language_card.title.setText(self.tr("Language and time"))
        self._language_label.setText(self.tr("Interface"))
        self._zone_label.setText(self.tr("Your time zone"))
        self.zone.setAccessibleName(self.tr("Your time zone"))
        self.languages.set_choices((("en", "English"), ("zh", "简体中文"), ("system", self.tr("System"))))
        self.languages.set_value(self.ctx.interface.choice)
        self.mappings_card.retranslate()
        self.shops_card.retranslate()
        self.look_card.title.setText(self.tr("Appearance"))
        self.looks.set_names(self.tr("Light"), self.tr("Dark"), self.tr("System"))
        self.backups.retranslate()
        self.data_card.title.setText(self.tr("Data"))
        self._data_label.setText(self.tr("Database"))
        self.check_data.setText(self.tr("Check"))
        self.check_data.updateGeometry()
        self._folder_label.setText(self.tr("Folder"))
        self.open_folder.setText(self.tr("Show folder"))
        self.privacy_card.title.setText(self.tr("Privacy"))
        self._network_label.setText(self.tr("Network"))
        self.offline.setText(self.tr("Offline"))
        if self._network_detail is not None and self._folder_detail is not None:
            self._network_detail.setText(self.tr("ClaimDesk never connects"))
            self._folder_detail.setText(str(self.ctx.folder or ""))
        self._show_zones()
        self._show_counts()


def _size(desk: Desk) -> int:
    files = [path for path in Path(desk.folder).glob("*") if path.is_file()]
    return sum(path.stat().st_size for path in files)
