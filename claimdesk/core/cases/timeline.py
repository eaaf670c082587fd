"""The history of a case in words: what happened to the order, then every event."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime, time
from typing import TYPE_CHECKING

from claimdesk.core.cases.message_history import message_entries
from claimdesk.core.cases.order_history import event_entries
from claimdesk.core.cases.view import TimelineEntry
from claimdesk.core.records.bilingual import Bilingual
from claimdesk.core.records.cases import Event, EventKind
from claimdesk.core.scenarios.walk import SKIPPED

if TYPE_CHECKING:
    from claimdesk.core.cases.missing import KnownScenarios
    from claimdesk.core.cases.outcomes import Outcomes
    from claimdesk.core.knowledge.wording import Wording
    from claimdesk.core.records.moments import Moment
    from claimdesk.core.records.orders import Order
    from claimdesk.core.scenarios.schema import Scenario


_FOLLOWING = (EventKind.FOLLOW_STARTED, EventKind.FOLLOW_ENDED, EventKind.EFFECT_TOLD)


class Timelines:
    """Writes histories; the words are in `resources/wording/timeline.toml`."""

    def __init__(self, wording: Wording, scenarios: KnownScenarios, outcomes: Outcomes) -> None:
        self._wording, self._scenarios, self._outcomes = wording, scenarios, outcomes

    def entries(self, order: Order, events: Sequence[Event]) -> tuple[TimelineEntry, ...]:
        """The order's own moments, what other files tell of it, and all events, oldest first; nothing is left out, undone events included."""
        lines = [
            *self._of_order(order),
            *event_entries(order, self._wording),
            *message_entries(order, events),
            *self._of_events(events, order.platform),
        ]
        return tuple(sorted(lines, key=lambda entry: _instant(entry.at)))

    def _of_order(self, order: Order) -> Iterator[TimelineEntry]:
        moments: list[tuple[str, Moment | None]] = [("placed", order.purchased_at), ("shipped", order.shipped_at)]
        for parcel in order.shipments:
            if order.shipped_at is None:
                moments.append(("shipped", parcel.shipped_at))
            moments.append(("first_scan", parcel.first_scan_at))
            if parcel.last_scan_at not in (parcel.first_scan_at, parcel.delivered_at, order.delivered_at):
                moments.append(("last_scan", parcel.last_scan_at))
            if order.delivered_at is None:
                moments.append(("delivered", parcel.delivered_at))
        moments += [("delivered", order.delivered_at), ("cancelled", order.cancelled_at)]
        for kind, moment in moments:
            if moment is not None:
                yield TimelineEntry(moment, kind, self._wording.text(f"timeline_{kind}"))

    def _of_events(self, events: Sequence[Event], platform: str) -> Iterator[TimelineEntry]:
        scenarios = self._scenarios_of(events, platform)
        by_id = {event.id: event for event in events}
        for event in events:
            if event.kind in (EventKind.UNDONE, EventKind.REDONE):
                meant = by_id.get(int(event.data["event"]))
                if meant is not None and "cause" not in meant.data:
                    yield self._entry(event, self._words(meant, scenarios[meant.id])[0], None)
            elif not (event.kind is EventKind.ANSWERED and "cause" in event.data):
                text, detail = self._words(event, scenarios[event.id])
                yield TimelineEntry(event.at, event.kind.value, text, detail, event.id)

    def _scenarios_of(self, events: Sequence[Event], platform: str) -> dict[int, Scenario]:
        """The scenario in force at each event: the last change that was not taken back by then."""
        found: dict[int, Scenario] = {}
        changes: list[Event] = []
        gone: set[int] = set()
        for event in events:
            match event.kind:
                case EventKind.UNDONE:
                    gone.add(int(event.data["event"]))
                case EventKind.REDONE:
                    gone.discard(int(event.data["event"]))
                case EventKind.OPENED | EventKind.SCENARIO_CHANGED:
                    changes.append(event)
                case _:
                    pass
            force = next(change for change in reversed(changes) if change.id not in gone)
            found[event.id] = self._scenarios.get(str(force.data["scenario"]), platform)
        return found

    def _entry(self, event: Event, what: Bilingual, detail: Bilingual | None) -> TimelineEntry:
        words = self._wording.text(f"timeline_{event.kind.value}")
        return TimelineEntry(event.at, event.kind.value, _both(words, {"what": what}), detail)

    def _words(self, event: Event, scenario: Scenario) -> tuple[Bilingual, Bilingual | None]:
        if event.kind in _FOLLOWING:
            return self._followed(event)
        words = self._wording.text(f"timeline_{event.kind.value}")
        data = event.data
        match event.kind:
            case EventKind.OPENED | EventKind.SCENARIO_CHANGED:
                return _both(words, {"what": self._scenarios.title(str(data["scenario"]))}), None
            case EventKind.ANSWERED:
                return self._answer(event, scenario)
            case EventKind.NOTED:
                return _plain(str(data["text"])), None
            case EventKind.NOTICE_READ:
                return self._wording.text(f"notice_{data['kind']}"), _plain(str(data.get("subject") or ""))
            case EventKind.EVIDENCE_ADDED | EventKind.EVIDENCE_REMOVED:
                return _both(words, {"what": _plain(str(data["name"]))}), None
            case EventKind.COPIED | EventKind.SENT:
                return _both(words, {"what": _step_title(scenario, str(data["step"]))}), None
            case EventKind.FINDING_ACCEPTED:
                return _both(words, {"what": _plain(str(data["excerpt"]))}), _plain(str(data["reason"]))
            case EventKind.CLOCK_OVERRIDDEN:
                return words, _plain(str(data["reason"]))
            case EventKind.OUTCOME_RECORDED:
                return _both(words, {"what": self._ended(str(data["outcome"]))}), None
            case _:
                return words, None

    def _followed(self, event: Event) -> tuple[Bilingual, Bilingual | None]:
        data = event.data
        if event.kind is EventKind.EFFECT_TOLD:
            return self._wording.text(f"timeline_effect_{data['odr']}"), None
        use = self._outcomes.follow_up(str(data["follow"]))
        what = use.action if use else _plain(str(data["follow"]))
        kind = "started" if event.kind is EventKind.FOLLOW_STARTED else str(data["how"])
        reason = str(data.get("reason") or "")
        return _both(self._wording.text(f"timeline_follow_{kind}"), {"what": what}), _plain(reason) if reason else None

    def _ended(self, outcome_id: str) -> Bilingual:
        found = self._outcomes.find(outcome_id)
        return found.title if found else _plain(outcome_id)

    def _answer(self, event: Event, scenario: Scenario) -> tuple[Bilingual, Bilingual | None]:
        step_id, option = str(event.data["step"]), str(event.data["option"])
        title = _step_title(scenario, step_id)
        if option == SKIPPED:
            return _both(self._wording.text("timeline_skipped"), {"what": title}), None
        chosen = next((o.label for s in scenario.steps if s.id == step_id for o in s.options if o.id == option), None)
        return title, chosen or self._wording.text("timeline_done")


def _step_title(scenario: Scenario, step_id: str) -> Bilingual:
    return next((step.title for step in scenario.steps if step.id == step_id), _plain(step_id))


def _plain(text: str) -> Bilingual:
    return Bilingual(text, text)


def _both(words: Bilingual, parts: Mapping[str, Bilingual]) -> Bilingual:
    return Bilingual(
        words.filled(**{name: part.en for name, part in parts.items()}).en,
        words.filled(**{name: part.zh for name, part in parts.items()}).zh,
    )


def _instant(moment: Moment) -> datetime:
    # A day without an hour stands before that day's instants.
    return moment if isinstance(moment, datetime) else datetime.combine(moment, time.min, UTC)
