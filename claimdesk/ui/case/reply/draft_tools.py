"""Joins the tools beside the headline with the composer and with what is kept: putting in, and going back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from claimdesk.ui.case.reply.history_dialog import HistoryDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from claimdesk.ui.case.reply.composer import Composer
    from claimdesk.ui.case.reply.keeping import DraftKeeping
    from claimdesk.ui.case.reply.template_tools import TemplateTools
    from claimdesk.ui.case.reply.writing import Writing
    from claimdesk.ui.context import WindowContext


class DraftTools(QObject):
    """`restored(state)` when an earlier draft is to stand again."""

    restored = Signal(object)

    def __init__(
        self, ctx: WindowContext, tools: TemplateTools, composer: Composer, keeping: DraftKeeping,
        writing: Callable[[], Writing | None], parent: QWidget,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._ctx, self._tools, self._composer, self._keeping = ctx, tools, composer, keeping
        self._writing, self._window = writing, parent
        tools.insert.paragraph.connect(composer.put_paragraph)
        tools.insert.value.connect(composer.put_value)
        tools.insert.removed.connect(composer.remove_current)
        tools.insert.letters_asked.connect(self._read_letters)
        tools.insert.aboutToShow.connect(self.show_insert)
        tools.history_asked.connect(self._open_history)

    def show_insert(self) -> None:
        """Offer what the draft as it stands can take."""
        writing, line = self._writing(), self._composer.current_line
        if writing is not None:
            self._tools.insert.show_draft(writing.draft, self._ctx.language)
        self._tools.insert.may_remove(allowed=line is not None and line.after is not None)

    def _read_letters(self) -> None:
        writing = self._writing()
        if writing is not None:
            self._keeping.other_letters(writing, self._tools.insert.show_letters)

    def _open_history(self) -> None:
        writing = self._writing()

        def show(states: Any) -> None:
            if self._writing() is writing:
                labels = writing.labels(self._ctx.language) if writing is not None else {}
                dialog = HistoryDialog(self._ctx, states, labels, self._window)
                dialog.restored.connect(self.restored)
                dialog.open()

        self._keeping.history(show)
