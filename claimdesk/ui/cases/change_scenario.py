"""Another scenario for a case that is open: the New-case list again, with what the case knows; answers are kept."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from claimdesk.core.records.bilingual import Bilingual
from claimdesk.core.records.cases import Case
from claimdesk.ui.cases.new_case import NewCaseDialog
from claimdesk.ui.cases.new_case_reading import Choice, read_choice
from claimdesk.ui.context import Changes

if TYPE_CHECKING:
    from datetime import datetime

    from claimdesk.core.desk import Desk
    from claimdesk.ui.context import WindowContext


@dataclass(frozen=True, slots=True)
class Asked:
    """The case, and the scenarios besides its own."""

    case: Case
    choice: Choice


@dataclass(frozen=True, slots=True)
class Changed:
    """What the case went over to, and how many events it had then: Undo looks whether more came since."""

    case: Case
    title: Bilingual
    events: int


def read_other_scenarios(desk: Desk, case_id: int, now: datetime) -> Asked:
    """What a case can change to. Raises Problem `case_unknown`."""
    case = desk.cases.case(case_id)
    choice = read_choice(desk, case.order_id, now, case)
    others = tuple(one for one in choice.scenarios if one.id != case.scenario)
    fitting = tuple(one for one in choice.suggested if one.scenario.id != case.scenario)
    return Asked(case, replace(choice, scenarios=others, suggested=fitting))


def change(desk: Desk, case: Case, scenario: str, now: datetime) -> Changed:
    """Go over to another scenario. Raises Problem `case_closed`, `scenario_unknown`."""
    desk.cases.change_scenario(case.id, scenario, now)
    return Changed(case, desk.scenarios.get(scenario).title, len(desk.cases.events(case.id)))


def change_back(desk: Desk, done: Changed, now: datetime) -> None:
    """Take the change back: as an undo while it is the last thing that happened, else as another change."""
    if len(desk.cases.events(done.case.id)) == done.events:
        desk.cases.undo(done.case.id, now)
    else:
        desk.cases.change_scenario(done.case.id, done.case.scenario, now)


class ChangeScenarioDialog(NewCaseDialog):
    """Chooses by `desk.cases.change_scenario`; a toast offers Undo."""

    def __init__(self, ctx: WindowContext, case_id: int, parent: QWidget | None = None) -> None:
        self._case_id = case_id
        self._case: Case | None = None
        super().__init__(ctx, 0, parent)
        self.setObjectName("change_scenario")
        self.preview.keep_order()
        self.go_there.hide()

    def retranslate(self) -> None:
        super().retranslate()
        for_case = f"C-{self._case_id:04d}"
        self.set_title(self.tr("Change scenario of {0}").format(for_case))
        self.create_button.setText(self.tr("Change scenario"))
        self.create_button.updateGeometry()

    def _load(self, order_id: int) -> None:
        desk, case_id, now = self._ctx.desk, self._case_id, self._ctx.now()
        if desk is not None:
            self._ctx.jobs.run(lambda task: read_other_scenarios(desk, case_id, now), owner=self, done=self._on_asked,
                               failed=self._on_failed, lane="reading")  # fmt: skip

    def _on_asked(self, asked: Asked) -> None:
        self._case = asked.case
        self._on_read(asked.choice)

    def create_case(self) -> None:
        """Change the scenario."""
        desk, now, case, scenario = self._ctx.desk, self._ctx.now(), self._case, self.chosen
        if desk is None or case is None or not scenario:
            return
        self.create_button.setEnabled(False)
        self._ctx.jobs.run(lambda task: change(desk, case, scenario, now), owner=self, done=self._on_changed,
                           failed=self._on_failed)  # fmt: skip

    def _on_changed(self, done: Changed) -> None:
        ctx, words = self._ctx, self.tr("{0} goes on as “{1}”").format(done.case.ref, self._ctx.text(done.title))
        window = self.parentWidget()
        self.accept()
        ctx.changed.emit(Changes(cases=True))

        def undo() -> None:
            desk, now = ctx.desk, ctx.now()
            if desk is not None and window is not None:
                ctx.jobs.run(lambda task: change_back(desk, done, now), owner=window,
                             done=lambda _: ctx.changed.emit(Changes(cases=True)))  # fmt: skip

        ctx.toast.emit(words, undo)
