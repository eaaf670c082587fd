"""The left pane: search over every language, platforms, and the tree by stage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from claimdesk.core.records.bilingual import Bilingual
from claimdesk.ui.templates.reading import STAGES, Catalogue, Listed, Name
from claimdesk.ui.templates.tree import Group, Row, TemplateTree
from claimdesk.ui.templates.writing import TemplateText
from claimdesk.ui.widgets.chips import FilterChip
from claimdesk.ui.widgets.fields import SearchField

if TYPE_CHECKING:
    from claimdesk.ui.context import WindowContext


def stage_titles() -> dict[str, str]:
    """Stages in the order of a sale, in the language shown."""
    return {
        "before_payment": QCoreApplication.translate("TemplatesScreen", "Before payment"),
        "before_dispatch": QCoreApplication.translate("TemplatesScreen", "Paid, before dispatch"),
        "after_dispatch": QCoreApplication.translate("TemplatesScreen", "After dispatch"),
        "return": QCoreApplication.translate("TemplatesScreen", "Return"),
        "dispute": QCoreApplication.translate("TemplatesScreen", "Dispute"),
        "claim": QCoreApplication.translate("TemplatesScreen", "Claim"),
        "appeal": QCoreApplication.translate("TemplatesScreen", "Appeal"),
        "feedback": QCoreApplication.translate("TemplatesScreen", "Reviews and feedback"),
    }


class TreePane(QFrame):
    """`chosen(id)`; `nothing` when nothing fits what is searched for."""

    chosen = Signal(str)
    nothing = Signal()

    def __init__(self, ctx: WindowContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._catalogue = Catalogue()
        self.setProperty("frame", "right")
        self.search = SearchField()
        self.search.setObjectName("template-search")
        self.search.searched.connect(lambda _: self._show())
        self.platform = FilterChip()
        self.platform.setObjectName("template-platforms")
        self.platform.changed.connect(lambda _: self._show())
        self.attention = FilterChip("", "warning")
        self.attention.setObjectName("template-attention")
        self.attention.changed.connect(lambda _: self._show())
        self.tree = TemplateTree()
        self.tree.chosen.connect(self._on_chosen)
        chips = QHBoxLayout()
        chips.setSpacing(6)
        chips.addWidget(self.platform)
        chips.addWidget(self.attention)
        chips.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 10)
        column.setSpacing(8)
        column.addWidget(self.search)
        column.addLayout(chips)
        column.addWidget(self.tree, 1)

    def retranslate(self) -> None:
        """Every word in the language shown."""
        self.search.setPlaceholderText(self.tr("Name or words, any language"))
        self.search.setAccessibleName(self.tr("Find a template"))
        self.platform.setText(self.tr("Platform"))
        self.attention.setText(self.tr("To look at"))
        self.tree.setAccessibleName(self.tr("Templates by stage"))

    def show_catalogue(self, found: Catalogue) -> None:
        """List these."""
        self._catalogue = found
        used = {one for template in found.listed for one in template.platforms}
        self.platform.set_choices([(key, title) for key, title in found.platforms.items() if key in used or not used])
        self._show()

    def clear(self) -> None:
        """Search for nothing."""
        self.search.clear()
        self.platform.set_values(())
        self.attention.set_values(())
        self._show()

    def mark(self, one: Listed) -> None:
        """Show what stands about one template now."""
        self.tree.mark(one.id, _mark(one), self._tip(one))

    def names(self, known: tuple[Name, ...], text: TemplateText | None) -> tuple[Name, ...]:
        """The names that a text may use: its own fields first, then what every template knows."""
        fields = text.fields if text is not None else []
        own = tuple(
            Name(str(f["name"]), Bilingual(str(f["ask"]["en"]), str(f["ask"]["zh"])), self._asked(), asked=True)
            for f in fields
        )
        taken = {name.name for name in own}
        return (*own, *(name for name in known if name.name not in taken))

    def _asked(self) -> Bilingual:
        words = self.tr("asked for when it is used")
        return Bilingual(words, words)

    def _show(self) -> None:
        wanted, platforms = self.search.text().strip(), set(self.platform.values)
        fitting = [
            one for one in self._catalogue.listed
            if one.found_by(wanted)
            and (not platforms or not one.platforms or platforms & set(one.platforms))
            and (not self.attention.values or one.mark)
        ]  # fmt: skip
        titles = stage_titles()
        groups = [
            Group(stage, titles[stage], tuple(
                Row(one.id, self._ctx.text(one.title), _mark(one), self._tip(one)) for one in fitting if one.stage == stage
            ))
            for stage in STAGES
        ]  # fmt: skip
        narrowed = bool(wanted or platforms or self.attention.values)
        self.tree.show_groups([group for group in groups if group.rows], unfold=narrowed)

    def _on_chosen(self, template: str) -> None:
        if template:
            self.chosen.emit(template)
        elif self._catalogue.listed:
            self.nothing.emit()

    def _tip(self, one: Listed) -> str:
        return {
            "faulty": self.tr("Cannot be used yet: the text before counts"),
            "update": self.tr("ClaimDesk came with a newer text"),
            "stale": self.tr("One language was changed, another was not"),
            "edited": self.tr("Written by you") if one.own else self.tr("Changed by you"),
        }.get(_mark(one), "")


def _mark(one: Listed) -> str:
    return one.mark or ("edited" if one.edited else "")
