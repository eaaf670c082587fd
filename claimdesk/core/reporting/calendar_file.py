"""The deadlines as a calendar file (RFC 5545), for the calendar of a phone or of Outlook.

Such calendars are often kept by somebody else's server. So an event names case, order and deed, and nothing of the buyer.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Event

from claimdesk import __version__
from claimdesk.core.storage.atomic import replace_file

if TYPE_CHECKING:
    from claimdesk.core.cases.cases import Cases
    from claimdesk.core.cases.view import CaseView
    from claimdesk.core.knowledge.wording import Wording
    from claimdesk.core.records.cases import Deadline

_AHEAD = (timedelta(days=1), timedelta(hours=2))  # how long before a safe end it rings
_NAMES = uuid.UUID("6d1f1f5c-3f5e-4c0a-9d7e-2b6c1f0e7a11")


@dataclass(frozen=True, slots=True)
class CalendarFile:
    """A calendar as it lies on the disk: `file` may be another name than asked for when the old file was held open."""

    file: Path
    events: int


class CalendarFiles:
    """Writes the running deadlines of the cases in a data folder."""

    def __init__(self, cases: Cases, wording: Wording) -> None:
        self._cases, self._wording = cases, wording

    def write(self, path: Path, now: datetime, *, language: str = "en") -> CalendarFile:
        """One event for each running deadline of each case, at its safe end, with alarms a day and two hours before it.

        What is only watched for stands in it without an alarm. A deadline keeps its identity, so that a calendar which
        reads the file again moves the event and makes no second one. Raises Problem `report_folder_missing`,
        `report_disk_full` or `report_unwritable`; a file of that name is then still the old one.
        """
        calendar = Calendar()
        calendar.add("prodid", f"-//ClaimDesk//ClaimDesk {__version__}//EN")
        calendar.add("version", "2.0")
        calendar.add("method", "PUBLISH")
        calendar.add("x-wr-calname", self._say("calendar_name", language))
        events = list(self._events(now, language))
        for event in events:
            calendar.add_component(event)
        content = calendar.to_ical()

        def write(file: BinaryIO) -> None:
            file.write(content)

        return CalendarFile(replace_file(path, write), len(events))

    def _events(self, now: datetime, language: str) -> Iterator[Event]:
        for row in self._cases.rows(now):
            view = self._cases.view(row.id, now)
            for deadline in view.deadlines:
                if deadline.met_at is None:
                    yield self._event(view, deadline, now, language)

    def _event(self, view: CaseView, deadline: Deadline, now: datetime, language: str) -> Event:
        action, order = deadline.action.get(language), view.order.order_no
        event = Event()
        event.add("uid", _identity(view, deadline))
        event.add("dtstamp", now.astimezone(UTC))
        event.add("dtstart", deadline.safe.astimezone(UTC))  # an event without an end is a point in time
        event.add("summary", self._say("calendar_event", language, action=action, case=view.case.ref, order=order))
        event.add("description", self._about(view, deadline, language))
        event.add("categories", [view.order.platform])
        event.add("transp", "TRANSPARENT")
        for ahead in () if deadline.watch else _AHEAD:
            alarm = Alarm()
            alarm.add("action", "DISPLAY")
            alarm.add("description", action)
            alarm.add("trigger", -ahead)
            event.add_component(alarm)
        return event

    def _about(self, view: CaseView, deadline: Deadline, language: str) -> str:
        zone = ZoneInfo(deadline.zone)
        shown = {"zone": deadline.zone, "safe": f"{deadline.safe.astimezone(zone):%Y-%m-%d %H:%M}"}
        lines = [view.scenario.title.get(language), self._say("calendar_safe", language, **shown)]
        if deadline.outer is not None and deadline.outer != deadline.safe:
            outer = f"{deadline.outer.astimezone(zone):%Y-%m-%d %H:%M}"
            lines.append(self._say("calendar_outer", language, **{**shown, "outer": outer}))
        lines.append(self._say("calendar_rule", language, rule=deadline.rule, source=deadline.source))
        return "\n".join(lines)

    def _say(self, code: str, language: str, **params: str) -> str:
        return self._wording.text(code, params).get(language)


def _identity(view: CaseView, deadline: Deadline) -> str:
    """The same for the same clock of the same case, another one in another shop's data."""
    opened = view.case.opened_at.isoformat()
    name = f"{view.order.platform}\n{view.order.order_no}\n{view.case.ref}\n{opened}\n{deadline.clock}"
    return f"{uuid.uuid5(_NAMES, name)}@claimdesk"
