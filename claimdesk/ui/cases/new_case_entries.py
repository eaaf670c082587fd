"""What can be chosen, as lines of the list: what fits the order first, the families, what the platform has no place for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from claimdesk.ui.cases.new_case_list import Entry
from claimdesk.ui.widgets.families import FAMILY_ICONS

if TYPE_CHECKING:
    from claimdesk.core.desk import Desk
    from claimdesk.ui.cases.new_case_reading import Choice
    from claimdesk.ui.context import WindowContext


class ChoiceWords(QObject):
    """Lines and faults in the language shown now."""

    def __init__(self, ctx: WindowContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx

    def entries(self, choice: Choice) -> tuple[Entry, ...]:
        """Heads and scenarios in the order of the list."""
        return (*self._suggested(choice), *self._by_family(choice), *self._elsewhere(choice))

    def faults(self, choice: Choice, desk: Desk) -> str:
        """The scenario files of the owner that are left out, with line, key and cure; empty for none."""
        said: list[str] = []
        for file, fault in choice.faults.items():
            line, key = (str(fault.line), fault.key) if fault.line else ("", "")
            reason = self._ctx.text(desk.wording.reason(fault.reason))
            code = "scenario_faulty" if line and key else "scenario_faulty_line" if line else "scenario_faulty_whole"
            params = {"file": file, "line": line, "key": key, "reason": reason}
            cure = desk.wording.text(fault.cure, fault.params)
            said += [self._ctx.text(desk.wording.text(code, params)), self._ctx.text(cure)]
        return "\n".join(said)

    def _suggested(self, choice: Choice) -> list[Entry]:
        text = self._ctx.text
        between = "；" if self._ctx.language.startswith("zh") else " "
        entries = [Entry(self.tr("Suggested for this order"))] if choice.suggested else []
        for at, one in enumerate(choice.suggested):
            scenario = one.scenario
            why = between.join(
                text(reason).rstrip("。；") if between == "；" else text(reason) for reason in one.because
            )
            badge = self.tr("Best fit") if at == 0 else ""
            entries.append(Entry(text(scenario.title), scenario.id, why, FAMILY_ICONS[scenario.family], badge))
        return entries

    def _by_family(self, choice: Choice) -> list[Entry]:
        text, fitting = self._ctx.text, {one.scenario.id for one in choice.suggested}
        entries: list[Entry] = []
        for family, icon in FAMILY_ICONS.items():
            rest = [s for s in choice.scenarios if s.family == family and s.id not in fitting]
            if rest:
                entries.append(Entry(self._family(family)))
            entries += [Entry(text(s.title), s.id, text(s.purpose), icon) for s in rest]
        return entries

    def _family(self, family: str) -> str:
        return {
            "not_received": self.tr("Not received"),
            "not_as_described": self.tr("Not as described"),
            "returns": self.tr("Returns and refunds"),
            "claims": self.tr("Claims at the platform"),
            "chargebacks": self.tr("Chargebacks"),
            "feedback": self.tr("Ratings and feedback"),
            "service": self.tr("Questions and requests"),
        }.get(family, family)

    def _elsewhere(self, choice: Choice) -> list[Entry]:
        """Scenarios that the platform of the order has no place for: shown last, with the reason, not to be chosen."""
        text = self._ctx.text
        entries = [
            Entry(text(s.title), s.id, text(s.elsewhere) if s.elsewhere else "", FAMILY_ICONS[s.family], forbidden=True)
            for s in choice.elsewhere
        ]
        return [Entry(self.tr("Not on this platform")), *entries] if entries else []
