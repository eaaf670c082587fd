"""The reply a case needs: which template, in which language, with what the case knows, and its check."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from claimdesk.core.cases.draft_history import KeptDraft, current, earlier_states, with_state
from claimdesk.core.cases.record import known_of
from claimdesk.core.records.problems import Problem
from claimdesk.core.records.replies import Audience, Draft, Finding
from claimdesk.core.replies.variables import order_values
from claimdesk.core.storage import case_rows

if TYPE_CHECKING:
    from claimdesk.core.cases.reading import CaseReading
    from claimdesk.core.cases.view import CaseView
    from claimdesk.core.deadlines.deadlines import Deadlines
    from claimdesk.core.policy.policy import Policy
    from claimdesk.core.replies.replies import Replies
    from claimdesk.core.scenarios.schema import Step
    from claimdesk.core.shop.shop import Shop
    from claimdesk.core.storage.store import Store


class CaseDrafting:
    """Drafts for cases, kept as they are typed."""

    def __init__(
        self, store: Store, reading: CaseReading, replies: Replies, policy: Policy, deadlines: Deadlines, shop: Shop
    ) -> None:
        self._store, self._reading, self._replies = store, reading, replies
        self._policy, self._deadlines, self._shop = policy, deadlines, shop

    def draft(
        self, case_id: int, now: datetime, *, step: str = "", template: str = "", language: str = "",
        fills: Mapping[str, str] | None = None,
    ) -> Draft:  # fmt: skip
        """The draft for a message step: the one named, else the first at or after the current step, else the last before.

        The buyer is written to in the marketplace's language, the platform in English, unless `language` says
        otherwise. Raises Problem `case_unknown`, `step_unknown`, `template_unknown`, or `draft_none` when the case
        needs no message.
        """
        view = self._reading.view(case_id, now)
        message = _message_step(view, step, optional=bool(template))
        if not template:
            fitting = self._replies.for_step(message.templates if message else (), view.order.platform)
            if not fitting:
                raise Problem("draft_none", case=view.case.ref)
            template = fitting[0].id
        audience = self._replies.get(template).audience
        place = self._deadlines.marketplaces.get(view.order.marketplace, view.order.platform)
        language = language or (place.language if audience is Audience.BUYER else "en")
        return self._replies.draft(template, self._values(view, language, now), language, fills or {})

    def _values(self, view: CaseView, language: str, now: datetime) -> dict[str, str | None]:
        place = self._deadlines.marketplaces.get(view.order.marketplace, view.order.platform)
        values = order_values(view.order, view.facts, self._shop.profile(), language, now, zone=place.zone)
        values.update(_answered(view))
        if view.case.evidence:
            names = (f"{i}. {file.name}" for i, file in enumerate(view.case.evidence, 1))
            values["evidence_list"] = "; ".join(names)
        return values

    def check(
        self, case_id: int, text: str, audience: Audience, language: str, now: datetime,
        fills: Mapping[str, str] | None = None,
    ) -> tuple[Finding, ...]:  # fmt: skip
        """What the platforms' rules and the record say about a message of this case, in order of position.

        `fills` is what was typed into it: the operator knows more than the last import.
        """
        view = self._reading.view(case_id, now)
        known = self.known(view, audience, language, now, fills)
        return self._policy.check(text, audience=audience, platform=view.order.platform, language=language, known=known)

    def known(
        self, view: CaseView, audience: Audience, language: str, now: datetime, fills: Mapping[str, str] | None = None
    ) -> dict[str, str]:
        """What the record of a case says, as the message rules read it (`record.known_of`)."""
        with self._store.reading() as conn:
            ids = case_rows.cases_of_order(conn, view.order.id)
        others = tuple(self._reading.case(each) for each in ids if each != view.case.id)
        values = self._values(view, language, now)
        return known_of(view, values, others, audience, now, self._policy, self._deadlines, fills or {})

    def other_drafts(
        self, case_id: int, draft: Draft, now: datetime, fills: Mapping[str, str] | None = None
    ) -> tuple[Draft, ...]:
        """Every other letter to the same reader in the same language, over this case: paragraphs to choose from."""
        view = self._reading.view(case_id, now)
        values = self._values(view, draft.language, now)
        return tuple(
            self._replies.draft(template.id, values, draft.language, fills or {})
            for template in self._replies.all()
            if template.id != draft.template and template.audience is draft.audience
            and template.fits(view.order.platform) and draft.language in template.languages()
        )  # fmt: skip

    def saved_draft(self, case_id: int, step: str) -> dict[str, Any] | None:
        """What was last kept of a message step; None when nothing was."""
        with self._store.reading() as conn:
            return current(case_rows.draft(conn, case_id, step))

    def draft_history(self, case_id: int, step: str) -> tuple[KeptDraft, ...]:
        """Earlier states of a message step's draft, the newest first, at most 30."""
        with self._store.reading() as conn:
            return earlier_states(case_rows.draft(conn, case_id, step))

    def save_draft(self, case_id: int, step: str, data: Mapping[str, Any], at: datetime | None = None) -> None:
        """Keep what stands in a step; `data` is what JSON can hold. With `at`, what stood there before is kept too."""
        with self._store.writing() as conn:
            row = with_state(case_rows.draft(conn, case_id, step), data, at) if at is not None else data
            case_rows.save_draft(conn, case_id, step, row)


def _answered(view: CaseView) -> dict[str, str | None]:
    """The words that answers give to a letter, in English with their meaning."""
    found: dict[str, str | None] = {}
    for place in view.walk.path:
        given = next((option for option in place.options if option.id == place.answer), None)
        for name, words in given.says.items() if given is not None and place.state == "done" else ():
            found |= {name: None, f"{name}@en": words.en, f"{name}@zh": words.zh}
    return found


def _message_step(view: CaseView, step: str, *, optional: bool) -> Step | None:
    if step:
        found = next((s for s in view.scenario.steps if s.id == step and s.kind == "message"), None)
        if found is None and not optional:
            raise Problem("step_unknown", step=step, case=view.case.ref)
        return found
    messages = [s for s in view.walk.path if s.step.kind == "message"]
    ahead = [s.step for s in messages if s.state != "done"]
    return ahead[0] if ahead else messages[-1].step if messages else None
