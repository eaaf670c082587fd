"""Asks for previews while somebody types: soon after a key, at once for another order, never an old answer."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from claimdesk.ui.templates.reading import Shown, previewed
from claimdesk.ui.templates.writing import TemplateText

if TYPE_CHECKING:
    from claimdesk.ui.context import WindowContext
    from claimdesk.ui.templates.checks_section import ChecksSection
    from claimdesk.ui.templates.preview_card import PreviewCard
    from claimdesk.ui.templates.sheet import Sheet

SOON = 200  # ms after the last key


class Previewing(QObject):
    """`shown` when there is a new preview, `failed(error)` when there can be none."""

    shown = Signal()
    failed = Signal(object)

    def __init__(self, ctx: WindowContext, parent: QObject) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._text: TemplateText | None = None
        self._card: PreviewCard | None = None
        self._language = "en"
        self._last: Shown | None = None
        self._asked = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SOON)
        self._timer.timeout.connect(self.now)

    def know(self, text: TemplateText, language: str, card: PreviewCard) -> None:
        """What to preview from now on."""
        if text is not self._text:
            self._last = None
        self._text, self._language, self._card = text, language, card

    @property
    def missing(self) -> frozenset[str]:
        """Names that are empty in the preview shown."""
        draft = self._last.preview.draft if self._last is not None else None
        return frozenset(draft.missing) if draft is not None else frozenset()

    def faults_by_paragraph(self) -> dict[int, tuple[str, ...]]:
        """What is wrong with each paragraph, in words, by its number."""
        found: dict[int, tuple[str, ...]] = {}
        for fault in self._last.preview.faults if self._last is not None else ():
            number = fault.params.get("paragraph")
            if isinstance(number, int):
                found[number] = (*found.get(number, ()), self._ctx.words(fault))
        return found

    def soon(self) -> None:
        """Preview after the next short pause."""
        self._timer.start()

    def now(self) -> None:
        """Preview at once."""
        self._timer.stop()
        desk, text, card, now = self._ctx.desk, self._text, self._card, self._ctx.now()
        if desk is None or text is None or card is None:
            return
        self._asked += 1
        asked, data, language, choice = self._asked, copy.deepcopy(text.data), self._language, card.choice

        def done(shown: Shown) -> None:
            if asked == self._asked:
                self._last = shown
                self.shown.emit()

        def failed(error: Exception) -> None:
            if asked == self._asked:
                self._last = None
                self.failed.emit(error)

        self._ctx.jobs.run(lambda _: previewed(desk, data, language, choice, now), owner=self, done=done, failed=failed,
                           lane="reading")  # fmt: skip

    def show_in(
        self, card: PreviewCard, checks: ChecksSection, sheet: Sheet, labels: Mapping[str, Mapping[str, str]]
    ) -> None:
        """Put the preview, its check and its length where they are shown."""
        shown, text = self._last, self._text
        if shown is None or text is None:
            return
        own = labels["zh" if self._ctx.language == "zh" and self._language != "en" else "en"]
        card.show_preview(shown, own, [str(p["id"]) for p in text.paragraphs])
        preview = shown.preview
        words = tuple(self._ctx.words(fault) for fault in preview.faults)
        used = set(text.names())
        key = "zh" if self._ctx.language == "zh" else "en"
        gaps = [str(f["ask"][key]) for f in text.fields if not f.get("default") and f["name"] in used]
        checks.show_checked(preview.findings, preview.passed, words, gaps, self._ctx.language,
                            to_buyer=text.data["audience"] == "buyer")  # fmt: skip
        draft = preview.draft
        sheet.show_count(len(draft.text) if draft is not None else None, draft.limit if draft is not None else 0)
