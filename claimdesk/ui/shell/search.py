"""Search over everything, in the menu row: cases, orders, buyers, messages, templates and commands in one list."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from claimdesk.core.records.orders import OrderFilter
from claimdesk.core.records.search import SearchGroup, SearchHit, SearchResult
from claimdesk.ui.context import WindowContext
from claimdesk.ui.jobs import Job
from claimdesk.ui.shell.search_results import Hit, ResultList
from claimdesk.ui.widgets.fields import SearchField
from claimdesk.ui.widgets.times import money_text

_EACH = 6  # hits of a kind
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 5, Qt.Key.Key_PageUp: -5}
_ICONS = {
    "case": "briefcase",
    "order": "package",
    "buyer": "user",
    "message": "envelope-simple",
    "template": "chat-text",
}


class GlobalSearch(SearchField):
    """The field of 340 px. Results come from the reading lane; the next key drops the earlier question."""

    def __init__(
        self, ctx: WindowContext, commands: Callable[[], Sequence[QAction]], parent: QWidget | None = None
    ) -> None:
        super().__init__("Ctrl K", small=True, parent=parent)
        self.ctx = ctx
        self._commands = commands
        self._job: Job | None = None
        self.popup = ResultList(self)
        self.setObjectName("global-search")
        self.setFixedSize(340, 28)
        self.searched.connect(self._on_searched)
        self.popup.picked.connect(self._on_picked)
        self.retranslate()

    def retranslate(self) -> None:
        self.setPlaceholderText(self.tr("Search orders, cases, buyers, tracking"))
        self.setAccessibleName(self.tr("Search everything"))
        self.popup.view.setAccessibleName(self.tr("Found"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        step = _STEPS.get(Qt.Key(key)) if self.popup.isVisible() else None
        if step is not None:
            self.popup.step(step)
        elif self.popup.isVisible() and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.popup.pick()
        elif key == Qt.Key.Key_Escape:
            self.close_list()
            self.clear()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.close_list()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "popup"):
            self.retranslate()
        super().changeEvent(event)

    def close_list(self) -> None:
        """Hide the list and forget what was asked."""
        if self._job is not None:
            self._job.cancel()
            self._job = None
        self.popup.hide()

    def _on_searched(self, text: str) -> None:
        wanted = text.strip()
        if self._job is not None:
            self._job.cancel()
            self._job = None
        if not wanted:
            self.popup.hide()
            return
        desk, now = self.ctx.desk, self.ctx.now()
        if desk is None:
            self._show(SearchResult(wanted))
            return
        self._job = self.ctx.jobs.run(
            lambda _: desk.search.find(wanted, now, _EACH), owner=self, done=self._show, lane="reading"
        )

    def _show(self, found: SearchResult) -> None:
        self._job = None
        if found.text != self.text().strip():
            return
        hits = [hit for group in found.groups for hit in self._group(group, found.text)]
        hits += self._command_hits(found.text)
        self.popup.show_hits(hits or [Hit(self.tr("Nothing found for “{text}”").format(text=found.text))])

    # words

    def _group(self, group: SearchGroup, text: str) -> list[Hit]:
        heads = {
            "case": self.tr("Cases"),
            "order": self.tr("Orders"),
            "buyer": self.tr("Buyers"),
            "message": self.tr("Messages"),
            "template": self.tr("Templates"),
        }
        counted = group.more and group.total is not None
        more = self.tr("{count} in all").format(count=f"{group.total:,}") if counted else ""
        if group.more and not counted:
            more = self.tr("and more")
        shown = [Hit(heads[group.kind], right=more), *(self._hit(hit) for hit in group.hits)]
        if group.kind == "order" and group.more:
            words = self.tr("Show all of these orders")
            shown.append(Hit(words, icon="magnifying-glass", act=lambda: self._orders(text)))
        return shown

    def _hit(self, hit: SearchHit) -> Hit:
        language = self.ctx.language
        title, line = hit.title.get(language), hit.line.get(language)
        where = self._field_words(hit.field)
        shift = len(where)
        right = money_text(hit.amount_minor, hit.currency)
        if hit.kind == "buyer":
            right = self.tr("1 order") if hit.id == 1 else self.tr("{0} orders").format(f"{hit.id:,}")
        return Hit(
            title.text,
            where + line.text,
            right,
            _ICONS[hit.kind],
            lambda: self._open(hit),
            title.marks,
            tuple((start + shift, end + shift) for start, end in line.marks),
        )

    def _field_words(self, field: str) -> str:
        """Where in a case it was found, before the words themselves."""
        words = {
            "note": self.tr("Note: "),
            "answer": self.tr("Answer: "),
            "sent": self.tr("Sent: "),
            "notice": self.tr("Notice: "),
            "evidence": self.tr("Evidence: "),
            "reason": self.tr("Reason: "),
        }
        return words.get(field, "")

    def _command_hits(self, text: str) -> list[Hit]:
        actions = [a for a in self._commands() if a.isEnabled() and text.casefold() in _words(a).casefold()]
        if not actions:
            return []
        keys = [a.shortcut().toString(a.shortcut().SequenceFormat.NativeText) for a in actions]
        return [Hit(self.tr("Commands"))] + [
            Hit(_words(a), right=key, icon="command", act=a.trigger)
            for a, key in zip(actions[:_EACH], keys, strict=False)
        ]

    # opening

    def _open(self, hit: SearchHit) -> None:
        """Bring what was found to the front, on the screen where it lives."""
        if hit.kind == "case":
            self.ctx.open_case.emit(hit.id)
        elif hit.kind == "template":
            self.ctx.show_template.emit(hit.key)
        elif hit.kind == "message" and hit.case_id:
            self.ctx.open_case.emit(hit.case_id)
        elif hit.key:
            self._orders(hit.key)
        else:
            self.ctx.show_screen.emit("cases")

    def _orders(self, text: str) -> None:
        self.ctx.show_orders.emit(OrderFilter(text=text))

    def _on_picked(self, hit: Hit) -> None:
        self.close_list()
        self.clear()
        self.clearFocus()
        if hit.act is not None:
            hit.act()


def _words(action: QAction) -> str:
    return action.text().split("\t")[0].replace("&", "").rstrip("…").strip()
