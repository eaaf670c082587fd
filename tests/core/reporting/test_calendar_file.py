"""The deadlines as a calendar file, read again by the library that calendars are written with."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar
from icalendar import Event as CalendarEvent

from claimdesk.core.desk import Desk
from claimdesk.core.records.cases import Deadline
from claimdesk.core.records.problems import Problem
from tests.core.desks import sample_desk

NOW = datetime(2026, 11, 22, 4, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory):
    with sample_desk(tmp_path_factory.mktemp("shop"), NOW) as desk:
        yield desk


def read(path: Path) -> list[CalendarEvent]:
    return Calendar.from_ical(path.read_bytes()).walk("VEVENT")


def running(desk: Desk) -> list[tuple[str, Deadline]]:
    views = [desk.cases.view(row.id, NOW) for row in desk.cases.rows(NOW)]
    return [(view.case.ref, clock) for view in views for clock in view.deadlines if clock.met_at is None]


def test_every_running_deadline_is_in_it_at_its_safe_end(desk: Desk, tmp_path: Path) -> None:
    written = desk.calendars.write(tmp_path / "due.ics", NOW)
    events, due = read(written.file), running(desk)
    assert len(due) > 3
    assert written.events == len(events) == len(due)
    found = {(str(event["summary"]), event["dtstart"].dt) for event in events}
    orders = {row.ref: row.order_no for row in desk.cases.rows(NOW)}
    assert found == {(f"{clock.action.en} · {ref} · order {orders[ref]}", clock.safe) for ref, clock in due}


def test_it_rings_a_day_and_two_hours_before_but_not_for_what_is_only_watched_for(desk: Desk, tmp_path: Path) -> None:
    events = {event["dtstart"].dt: event for event in read(desk.calendars.write(tmp_path / "due.ics", NOW).file)}
    assert {clock.watch for _, clock in running(desk)} == {True, False}
    for _, clock in running(desk):
        if sum(other.safe == clock.safe for _, other in running(desk)) > 1:
            continue
        rings = [alarm["trigger"].dt for alarm in events[clock.safe].walk("VALARM")]
        assert rings == ([] if clock.watch else [timedelta(days=-1), timedelta(hours=-2)])


def test_a_deadline_keeps_its_identity(desk: Desk, tmp_path: Path) -> None:
    one, later = (read(desk.calendars.write(tmp_path / "due.ics", at).file) for at in (NOW, NOW + timedelta(minutes=5)))
    names = [str(event["uid"]) for event in one]
    assert names == [str(event["uid"]) for event in later]
    assert len(set(names)) == len(names)


def test_nothing_of_the_buyer_is_in_it(desk: Desk, tmp_path: Path) -> None:
    text = desk.calendars.write(tmp_path / "due.ics", NOW).file.read_text("utf-8").replace("\r\n ", "")
    names = [row.buyer_name for row in desk.cases.rows(NOW)]
    assert any(names)
    assert not [name for name in names if name and name in text]


def test_it_speaks_chinese(desk: Desk, tmp_path: Path) -> None:
    events = read(desk.calendars.write(tmp_path / "期限.ics", NOW, language="zh").file)
    assert {(clock.action.zh, ref) for ref, clock in running(desk)} == {
        (str(event["summary"]).split(" · ")[0], str(event["summary"]).split(" · ")[1]) for event in events
    }


def test_an_old_file_stays_where_nothing_can_be_written(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(Problem) as caught:
        desk.calendars.write(tmp_path / "gone" / "due.ics", NOW)
    assert caught.value.code == "report_folder_missing"
