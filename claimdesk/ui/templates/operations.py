"""What is done to a template as a whole: made, doubled, restored, reset, deleted, brought up to date."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from claimdesk.ui.templates.reading import Compared, compared

if TYPE_CHECKING:
    from claimdesk.core.desk import Desk
    from claimdesk.ui.context import WindowContext


class Operations(QObject):
    """`changed(template id, message, revisions)`: what was done in words, and what Undo takes out again."""

    changed = Signal(str, str, object)
    compared = Signal(str, object)  # what was asked for, and the difference

    def __init__(self, ctx: WindowContext, parent: QObject) -> None:
        super().__init__(parent)
        self._ctx = ctx

    def create(self, about: Mapping[str, Any]) -> None:
        """A template of the operator's own with one empty paragraph to begin with."""
        from_words = "".join(ch if ch.isascii() and ch.isalnum() else "_" for ch in about["title"]["en"].upper()).strip(
            "_"
        )
        name = "_".join(part for part in from_words.split("_") if part)[:40] or "OWN"
        prefix = "B" if about["audience"] == "buyer" else "P"
        now = self._ctx.now()
        data = {**about, "id": f"{prefix}_{name}", "checked": now.date().isoformat(), "paragraphs": [
            {"id": "own_1", "en": "", "zh": ""}]}  # fmt: skip

        def work(desk: Desk) -> tuple[str, tuple[int, ...]]:
            from claimdesk.core.replies.faults import read_form

            state = desk.revisions.create(read_form(data), now)
            return state.template.id, (state.revision,)

        self._run(work, self.tr("Template created"))

    def duplicate(self, template: str, marks: tuple[str, str]) -> None:
        """A copy under a name of its own."""
        now = self._ctx.now()

        def work(desk: Desk) -> tuple[str, tuple[int, ...]]:
            one = desk.revisions.state(template).template
            title = type(one.title)(one.title.en + marks[0], one.title.zh + marks[1])
            state = desk.revisions.create(one.model_copy(update={"title": title}), now)
            return state.template.id, (state.revision,)

        self._run(work, self.tr("Template duplicated"))

    def restore(self, template: str, revision: int) -> None:
        """An earlier text counts again."""
        now = self._ctx.now()

        def work(desk: Desk) -> tuple[str, tuple[int, ...]]:
            before = desk.revisions.state(template).revision
            after = desk.revisions.restore(template, revision, now).revision
            return template, (after,) if after != before else ()

        self._run(work, self.tr("Earlier text restored"))

    def reset(self, template: str, *, own: bool) -> None:
        """The shipped text counts again; one of the operator's own is deleted."""
        now = self._ctx.now()
        self._run(lambda desk: ("" if own else template, (desk.revisions.reset(template, now),)),
                  self.tr("Template deleted") if own else self.tr("Back to what came with ClaimDesk"))  # fmt: skip

    def keep_mine(self, template: str) -> None:
        """The own text stays beside the newer shipped one."""
        now = self._ctx.now()
        self._run(lambda desk: (template, (desk.revisions.keep_mine(template, now).revision,)),
                  self.tr("Your text is kept"))  # fmt: skip

    def take_paragraph(self, template: str, paragraph: str) -> None:
        """One paragraph as the newer shipped text has it."""
        now = self._ctx.now()

        def work(desk: Desk) -> tuple[str, tuple[int, ...]]:
            from claimdesk.core.replies.difference import with_paragraph

            state = desk.revisions.state(template)
            if state.update is None:
                return template, ()
            taken = with_paragraph(state.template, state.update, paragraph)
            after, _ = desk.revisions.save(template, taken.model_dump(mode="json"), now)
            return template, (after.revision,) if after.revision != state.revision else ()

        self._run(work, self.tr("Paragraph taken over"))

    def take_back(self, template: str, revisions: tuple[int, ...]) -> None:
        """Undo of any of these."""

        def work(desk: Desk) -> tuple[str, tuple[int, ...]]:
            desk.revisions.take_back(revisions)
            return template, ()

        self._run(work, "")

    def compare(self, template: str, revision: int) -> None:
        """What changed from a revision to the text as it stands."""
        self._compare("revision", lambda desk: compared(desk.revisions.text_of(template, revision),
                                                        desk.revisions.state(template).template))  # fmt: skip

    def compare_update(self, template: str) -> None:
        """What the newer shipped text changes against the own one; None when there is none any more."""

        def work(desk: Desk) -> Compared | None:
            state = desk.revisions.state(template)
            return compared(state.template, state.update) if state.update else None

        self._compare("update", work)

    def _compare(self, asked: str, work: Callable[[Desk], Compared | None]) -> None:
        desk = self._ctx.desk
        if desk is not None:
            self._ctx.jobs.run(lambda _: work(desk), owner=self, done=lambda found: self.compared.emit(asked, found))

    def _run(self, work: Callable[[Desk], tuple[str, tuple[int, ...]]], message: str) -> None:
        desk = self._ctx.desk
        if desk is not None:
            self._ctx.jobs.run(lambda _: work(desk), owner=self,
                               done=lambda found: self.changed.emit(found[0], message, found[1]))  # fmt: skip
