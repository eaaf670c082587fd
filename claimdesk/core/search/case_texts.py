"""Which cases hold every word: in what they are about, in their notes, answers, sent texts, notices and evidence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from claimdesk.core.records.bilingual import Bilingual
from claimdesk.core.storage import search_rows
from claimdesk.core.storage.folding import fold

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from claimdesk.core.scenarios.loader import Scenarios
    from claimdesk.core.storage.search_rows import EventText

_UNDONE: Final = "undone"
_REDONE: Final = "redone"
_SHOWN: Final = {
    "noted": "note", "answered": "answer", "sent": "sent", "notice_read": "notice", "evidence_added": "evidence",
    "finding_accepted": "reason", "clock_overridden": "reason", "follow_ended": "reason",
}  # fmt: skip


class CaseTexts:
    """Remembers what events say: they are only ever added, so that a question reads no more than the new ones."""

    def __init__(self, scenarios: Scenarios) -> None:
        self._scenarios = scenarios
        self._texts: list[EventText] = []
        self._gone: set[int] = set()
        self._last, self._state = 0, (0, 0)  # how far it has read
        self._changes: dict[int, list[EventText]] = {}  # of a case's scenario
        self._known: tuple[int, ...] = ()
        self._labels: dict[tuple[str, str], tuple[str, Bilingual]] = {}
        self._names: dict[str, str] = {}

    def matching(self, conn: Connection, words: Sequence[str]) -> dict[int, EventText | None]:
        """The cases that hold every word, newest first, each with the last event that holds one; None for its head."""
        self._catch_up(conn)
        titles = self._titles()
        heads = {id_: f"{head}\n{titles.get(self._scenario(id_), '')}" for id_, head in search_rows.case_heads(conn)}
        missing = {case_id: {word for word in words if word not in head} for case_id, head in heads.items()}
        in_head = {case_id for case_id, left in missing.items() if not left}
        labels = self._answers()
        seen: dict[int, EventText] = {}
        for text in reversed(self._texts):
            if text.kind not in _SHOWN or text.case_id not in missing or self._is_gone(text):
                continue
            label = labels.get((text.step, text.option)) if text.step else None
            said = f"{text.folded}\n{label[0]}" if label else text.folded
            held = [word for word in words if word in said]
            if held:
                seen.setdefault(text.case_id, text)
                missing[text.case_id].difference_update(held)
        return {id_: None if id_ in in_head else seen[id_] for id_, left in missing.items() if not left}

    def _is_gone(self, text: EventText) -> bool:
        return text.id in self._gone or text.meant in self._gone

    def _scenario(self, case_id: int) -> str:
        changes = self._changes.get(case_id, [])
        return next((one.scenario for one in reversed(changes) if not self._is_gone(one)), "")

    def _titles(self) -> Mapping[str, str]:
        """What scenarios are called, folded, by id."""
        self._learn()
        return self._names

    def _answers(self) -> Mapping[tuple[str, str], tuple[str, Bilingual]]:
        """Every answer there is: `(step, option)` to its folded words and its words."""
        self._learn()
        return self._labels

    def answer(self, text: EventText) -> Bilingual | None:
        """The words of an answer: what was asked and what was chosen."""
        found = self._answers().get((text.step, text.option))
        return found[1] if found else None

    @staticmethod
    def field(text: EventText) -> str:
        """Where a text stands: note, answer, sent, notice, evidence, reason."""
        return _SHOWN[text.kind]

    def _catch_up(self, conn: Connection) -> None:
        if search_rows.event_state(conn, self._last) != self._state:
            # A case was taken out again, or the data were replaced.
            self._texts, self._gone, self._changes, self._last = [], set(), {}, 0
        for text in search_rows.event_texts(conn, self._last):
            if text.kind == _UNDONE:
                self._gone.add(text.meant)
            elif text.kind == _REDONE:
                self._gone.discard(text.meant)
            elif text.scenario:
                self._changes.setdefault(text.case_id, []).append(text)
            self._texts.append(text)
        self._last = self._texts[-1].id if self._texts else 0
        self._state = search_rows.event_state(conn, self._last)

    def _learn(self) -> None:
        """Fold the words of the scenarios again where one was exchanged."""
        known = self._scenarios.all()
        mark = tuple(id(scenario) for scenario in known)
        if mark == self._known:
            return
        self._labels, self._names, self._known = {}, {}, mark
        for scenario in known:
            self._names[scenario.id] = fold(f"{scenario.id} {scenario.title.en} {scenario.title.zh}")
            for step in scenario.steps:
                for option in step.options:
                    words = Bilingual(f"{step.title.en}: {option.label.en}", f"{step.title.zh}：{option.label.zh}")
                    self._labels.setdefault((step.id, option.id), (fold(f"{words.en}\n{words.zh}"), words))
