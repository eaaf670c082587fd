"""Everything a case goes through: each change is one transaction that adds events, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimdesk.core.cases.clocks import follow_clock
from claimdesk.core.cases.drafting import CaseDrafting
from claimdesk.core.cases.facts import case_facts, proven_facts
from claimdesk.core.cases.fold import together, undone
from claimdesk.core.cases.following import CaseFollowing, Ending
from claimdesk.core.cases.reading import CaseReading
from claimdesk.core.records.cases import Case, Event, EventKind
from claimdesk.core.records.moments import moment_text, parse_moment
from claimdesk.core.records.problems import Problem
from claimdesk.core.records.replies import Draft, Finding
from claimdesk.core.scenarios.walk import DONE, SKIPPED, PathStep, can_skip, walk
from claimdesk.core.storage import case_rows, evidence_files

if TYPE_CHECKING:
    from claimdesk.core.cases.outcomes import Outcomes
    from claimdesk.core.deadlines.deadlines import Deadlines
    from claimdesk.core.knowledge.wording import Wording
    from claimdesk.core.orders.orders import Orders
    from claimdesk.core.policy.policy import Policy
    from claimdesk.core.records.messages import MessageFile
    from claimdesk.core.remedies.remedies import Remedies
    from claimdesk.core.replies.replies import Replies
    from claimdesk.core.scenarios.loader import Scenarios
    from claimdesk.core.scenarios.schema import Option
    from claimdesk.core.shop.shop import Shop
    from claimdesk.core.storage.store import Store


# What an outcome costs follows from who bears it; a part, or goods sent again, only the operator can tell.
_SAID = ("counts", "not_counted")
_EFFECTS = (*_SAID, "unknown")
FROM_MAILS = "mail"  # the item of evidence that attachments of mails are put under
_WITHOUT_LOSS = ("none", "platform", "recovered")


class Cases(CaseReading):
    """The cases of one data folder. Every `at` is the instant of the change, in UTC."""

    def __init__(
        self,
        store: Store,
        orders: Orders,
        scenarios: Scenarios,
        deadlines: Deadlines,
        outcomes: Outcomes,
        replies: Replies,
        policy: Policy,
        shop: Shop,
        wording: Wording,
        remedies: Remedies,
    ) -> None:
        super().__init__(store, orders, scenarios, deadlines, outcomes, shop, wording)
        self._remedies = remedies
        self._drafting = CaseDrafting(store, self, replies, policy, deadlines, shop)
        self.draft = self._drafting.draft
        self.check = self._drafting.check
        self.saved_draft = self._drafting.saved_draft
        self.save_draft = self._drafting.save_draft
        self.draft_history = self._drafting.draft_history
        self.other_drafts = self._drafting.other_drafts
        self._following = CaseFollowing(store, self, orders, deadlines, outcomes)
        self.finish_follow = self._following.finish
        self.dismiss_follow = self._following.dismiss
        self.go_on_with = self._following.go_on

    def open(self, order_id: int, scenario_id: str, at: datetime) -> int:
        """Open a case on an order; its id. Raises Problem `order_unknown`, `scenario_unknown`."""
        order, scenario = self._orders.order(order_id), self._scenarios.get(scenario_id)
        with self._store.writing() as conn:
            case_id = case_rows.new_case(conn, order.id, at)
            case_rows.append(conn, case_id, at, EventKind.OPENED, {"scenario": scenario.id})
        return case_id

    def take_back_opening(self, case_id: int, events: int) -> bool:
        """Take a case out that was only just opened, as if it had not been; False when it has other events by now.

        `events` is how many it had then. This is no event: a case without a beginning could not be shown.
        """
        with self._store.writing() as conn:
            if len(case_rows.events(conn, case_id)) != events:
                return False
            case_rows.remove(conn, case_id)
        return True

    def answer(
        self, case_id: int, step: str, option: str, at: datetime, text: str = "", amount_minor: int | None = None,
        odr: str = "", decided_at: datetime | None = None,
    ) -> None:  # fmt: skip
        """Answer a step of the path, or change an earlier answer; `text` is kept as a note beside it.

        An option that leaves for another scenario changes it; one that names an outcome records it and closes the
        case. `amount_minor` is what the outcome cost, in the order's currency; None is what the outcome itself tells.
        `odr` (counts, not_counted, unknown) is what the operator knows where the outcome itself leaves it open.
        What follows from an outcome starts with it, counted from `decided_at` (None: from now). Raises Problem
        `case_unknown`, `case_closed`, `step_unknown` (not on the path so far), `option_unknown`, `option_forbidden`,
        `odr_unknown`.
        """
        case = self._open_case(case_id)
        path = self._path_step(case, step, at)
        chosen = _chosen(case, path, option)
        goes = self._scenarios.get(chosen.go).id if chosen is not None and chosen.go else ""
        ending: Ending | None = None
        if chosen is not None and chosen.outcome:
            ending = self._ending(case, chosen.outcome, odr, amount_minor, decided_at or at)
        follows = self._follows(case, ending, at)
        with self._store.writing() as conn:
            cause = case_rows.append(conn, case_id, at, EventKind.ANSWERED, {"step": step, "option": option})
            if goes:
                case_rows.append(conn, case_id, at, EventKind.SCENARIO_CHANGED, {"scenario": goes, "cause": cause})
            if ending is not None:
                self._following.record(conn, case_id, at, ending, follows, cause)
            if text.strip():
                case_rows.append(conn, case_id, at, EventKind.NOTED, {"text": text.strip(), "cause": cause})

    def _ending(
        self,
        case: Case,
        outcome: str,
        odr: str,
        amount_minor: int | None,
        decided_at: datetime,
        *,
        notice: bool = False,
    ) -> Ending:
        """What is recorded of an outcome. Nobody has to type what follows from it: no loss, or the whole order.

        Where only the platform knows what it does to the defect rate, what the operator or the `notice` said counts.
        """
        if odr and odr not in _EFFECTS:
            raise Problem("odr_unknown", value=odr)
        order = self._orders.order(case.order_id)
        ending = self._outcomes.get(outcome)
        known = self._outcomes.effect(outcome, order.platform, silent=notice and odr not in _SAID)
        effect = odr if odr in _SAID and (notice or known == "unknown") else known
        if amount_minor is None:
            amount_minor = order.total_minor if ending.money == "lost" else 0 if ending.money in _WITHOUT_LOSS else None
        data = {"outcome": ending.id, "odr": effect, "amount_minor": amount_minor, "currency": order.currency}
        return Ending(data, decided_at)

    def _follows(self, case: Case, ending: Ending | None, at: datetime) -> tuple[str, ...]:
        if ending is None:
            return ()
        return self._following.started_by(case, self._known.get(case.scenario), ending, at)

    def record_outcome(
        self, case_id: int, outcome: str, odr: str, amount_minor: int | None, at: datetime,
        decided_at: datetime | None = None,
    ) -> None:  # fmt: skip
        """Record how a case ended, wherever it stands, and close it. `odr` is counts, not_counted or unknown.

        `amount_minor` and `decided_at` as for `answer`. Raises Problem `case_unknown`, `case_closed`,
        `outcome_unknown`, `odr_unknown`.
        """
        case = self._open_case(case_id)
        ending = self._ending(case, outcome, odr, amount_minor, decided_at or at)
        ending = replace(ending, data={**ending.data, "odr": odr or ending.data["odr"]})
        follows = self._follows(case, ending, at)
        with self._store.writing() as conn:
            self._following.record(conn, case_id, at, ending, follows, None)

    def note(self, case_id: int, text: str, at: datetime) -> None:
        """Add a note; an empty one is none. Raises Problem `case_unknown`."""
        if text.strip():
            self._append(case_id, at, EventKind.NOTED, {"text": text.strip()})

    def take_notice(
        self, case_id: int, data: Mapping[str, Any], at: datetime, outcome: str = "", odr: str = "",
        files: Sequence[MessageFile] = (),
    ) -> None:  # fmt: skip
        """Keep what a notice says (keys of `EventKind.NOTICE_READ`); a decision's `outcome` is recorded with it.

        `odr` is what the notice says of the defect rate; where it says nothing and decisions differ in it, it stays
        unknown. `files` that came with it lie in the evidence store already. What follows counts from the notice's
        own time. Raises Problem `case_unknown`, `case_closed` (a decision reopens nothing), `outcome_unknown`.
        """
        case = self._open_case(case_id)
        ending: Ending | None = None
        if outcome:
            sent = parse_moment(str(data.get("sent_at") or ""))
            # A day without an hour counts from its beginning: early is safe.
            decided = sent if isinstance(sent, datetime) else datetime.combine(sent, time.min, UTC) if sent else at
            ending = self._ending(case, outcome, odr, None, min(decided, at), notice=True)
        follows = self._follows(case, ending, at)
        with self._store.writing() as conn:
            cause = case_rows.append(conn, case_id, at, EventKind.NOTICE_READ, data)
            for file in files:
                added = {
                    "item": FROM_MAILS,
                    "sha256": file.sha256,
                    "name": file.name,
                    "size": file.size,
                    "cause": cause,
                }
                case_rows.append(conn, case_id, at, EventKind.EVIDENCE_ADDED, added)
            if ending is not None:
                self._following.record(conn, case_id, at, ending, follows, cause)

    def mark_copied(self, case_id: int, step: str, draft: Draft, at: datetime) -> None:
        """Remember that a draft was put on the clipboard."""
        self._append(
            case_id, at, EventKind.COPIED, {"step": step, "template": draft.template, "language": draft.language}
        )

    def mark_sent(self, case_id: int, step: str, draft: Draft, at: datetime) -> None:
        """Store the exact text that went out, and answer its step with `done`.

        Raises Problem `case_unknown`, `case_closed`, `step_unknown`.
        """
        case = self._open_case(case_id)
        path = self._path_step(case, step, at)
        if path.step.kind != "message":
            raise Problem("step_unknown", step=step, case=case.ref)
        sent = {
            "step": step, "template": draft.template, "audience": draft.audience.value, "language": draft.language,
            "text": draft.text, "gloss": draft.gloss,
        }  # fmt: skip
        with self._store.writing() as conn:
            cause = case_rows.append(conn, case_id, at, EventKind.SENT, sent)
            answered = {"step": step, "option": DONE, "cause": cause}
            case_rows.append(conn, case_id, at, EventKind.ANSWERED, answered)

    def accept_finding(self, case_id: int, step: str, finding: Finding, reason: str, at: datetime) -> None:
        """Keep a text as written although a rule speaks against it. Raises Problem `case_closed`, `reason_missing`."""
        self._open_case(case_id)
        if not reason.strip():
            raise Problem("reason_missing")
        data = {"step": step, "rule": finding.rule, "excerpt": finding.excerpt, "reason": reason.strip()}
        self._append(case_id, at, EventKind.FINDING_ACCEPTED, data)

    def override_clock(self, case_id: int, clock: str, due: datetime, reason: str, at: datetime) -> None:
        """Set a clock to what the case page shows; it wins over the rule. Those of follow-ups run in a closed case too.

        Raises Problem `case_closed`, `clock_unknown` (not of the case's scenario), `reason_missing`.
        """
        case = self.case(case_id)
        followed = {follow_clock(follow.id) for follow in case.follows.values() if follow.ended_at is None}
        if clock not in followed:
            case = self._open_case(case_id)
            if clock not in {use.id for use in self._known.get(case.scenario).clocks}:
                raise Problem("clock_unknown", clock=clock, case=case.ref)
        if not reason.strip():
            raise Problem("reason_missing")
        data = {"clock": clock, "due": moment_text(due), "reason": reason.strip()}
        self._append(case_id, at, EventKind.CLOCK_OVERRIDDEN, data)

    def change_scenario(self, case_id: int, scenario_id: str, at: datetime) -> None:
        """Go on with another scenario; answers, evidence and notes are kept. The same one again changes nothing.

        Raises Problem `case_unknown`, `case_closed`, `scenario_unknown`.
        """
        if self._open_case(case_id).scenario != self._scenarios.get(scenario_id).id:
            self._append(case_id, at, EventKind.SCENARIO_CHANGED, {"scenario": scenario_id})

    def add_evidence(self, case_id: int, item: str, path: Path, at: datetime) -> None:
        """Copy a file into the evidence store and add it to an item of the checklist. Raises Problem."""
        self._open_case(case_id)
        # The file is safe in the store before the timeline speaks of it.
        sha256, size = evidence_files.store(self._store.folder, path)
        with self._store.writing() as conn:
            evidence_files.record(conn, sha256, size, at)
            data = {"item": item, "sha256": sha256, "name": path.name, "size": size}
            case_rows.append(conn, case_id, at, EventKind.EVIDENCE_ADDED, data)

    def use_evidence(self, case_id: int, item: str, sha256: str, name: str, size: int, at: datetime) -> None:
        """Add a file that lies in the evidence store already. Raises Problem `case_closed`, `evidence_damaged`."""
        case = self._open_case(case_id)
        if any((file.item, file.sha256) == (item, sha256) for file in case.evidence):
            return
        evidence_files.located(self._store.folder, sha256)
        self._append(
            case_id, at, EventKind.EVIDENCE_ADDED, {"item": item, "sha256": sha256, "name": name, "size": size}
        )

    def remove_evidence(self, case_id: int, item: str, sha256: str, at: datetime) -> None:
        """Take a file off an item of the checklist; the store keeps the file. Raises Problem `evidence_unknown`."""
        case = self._open_case(case_id)
        file = next((f for f in case.evidence if (f.item, f.sha256) == (item, sha256)), None)
        if file is None:
            raise Problem("evidence_unknown")
        self._append(case_id, at, EventKind.EVIDENCE_REMOVED, {"item": item, "sha256": sha256, "name": file.name})

    def close(self, case_id: int, at: datetime) -> None:
        """Close a case without an outcome. Raises Problem `case_closed` when it is closed."""
        self._open_case(case_id)
        self._append(case_id, at, EventKind.CLOSED, {})

    def reopen(self, case_id: int, at: datetime) -> None:
        """Open a closed case again; nothing happens to an open one."""
        if self.case(case_id).closed_at is not None:
            self._append(case_id, at, EventKind.REOPENED, {})

    def undo(self, case_id: int, at: datetime) -> bool:
        """Take back the last change by adding to the timeline; False when there is none."""
        events = self.events(case_id)
        return self._compensate(events, undone(events).next, EventKind.UNDONE, at)

    def redo(self, case_id: int, at: datetime) -> bool:
        """Put back what the last undo took; False when there is nothing."""
        events = self.events(case_id)
        return self._compensate(events, next(reversed(undone(events).back), None), EventKind.REDONE, at)

    def _compensate(self, events: Sequence[Event], event_id: int | None, kind: EventKind, at: datetime) -> bool:
        if event_id is None:
            return False
        with self._store.writing() as conn:
            for each in together(events, event_id):
                case_rows.append(conn, events[0].case_id, at, kind, {"event": each})
        return True

    def _append(self, case_id: int, at: datetime, kind: EventKind, data: Mapping[str, Any]) -> None:
        self.case(case_id)
        with self._store.writing() as conn:
            case_rows.append(conn, case_id, at, kind, data)

    def _open_case(self, case_id: int) -> Case:
        case = self.case(case_id)
        if case.closed_at is not None:
            raise Problem("case_closed", case=case.ref)
        return case

    def _path_step(self, case: Case, step: str, at: datetime) -> PathStep:
        """A step of the path so far; what the rules for remedies forbid there is disabled."""
        order = self._orders.order(case.order_id)
        facts = case_facts(case, order, at, self._zone(order))
        scenario = self._known.get(case.scenario, order.platform)
        path = walk(scenario, facts.values(), case.answers)
        found = path.at(step)
        if found is None or found.state == "ahead":
            raise Problem("step_unknown", step=step, case=case.ref)
        if found.step.kind != "remedy":
            return found
        known = {**proven_facts(facts, path).values(), "family": scenario.family}
        before = {each.step.id: each.answer for each in path.path if each.number < found.number}
        ruled = {name: ruling.reason for name, ruling in self._remedies.forbidden(known, before).items()}
        return replace(found, disabled={**ruled, **found.disabled})


def _chosen(case: Case, path: PathStep, option: str) -> Option | None:
    """The option of the step; None for a step that is skipped. Raises Problem when it cannot be chosen."""
    if (option == SKIPPED and can_skip(path.step)) or (option == DONE and path.step.kind == "remedy"):
        return None
    found = next((o for o in path.options if o.id == option), None)
    if found is None:
        known = ", ".join(o.id for o in path.options)
        raise Problem("option_unknown", option=option, step=path.step.id, case=case.ref, known=known)
    if option in path.disabled:
        raise Problem("option_forbidden", option=option, step=path.step.id, case=case.ref)
    return found
