"""What was typed earlier stays to be looked at: by the minute, when much was deleted, when the template changed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from claimdesk.core.cases.draft_history import MOST
from claimdesk.core.desk import Desk

NOW = datetime(2026, 11, 17, 6, 20, tzinfo=UTC)


def state(text: str, template: str = "B_X") -> dict[str, Any]:
    return {"template": template, "language": "en", "fills": {}, "text": text, "lines": []}


def texts(desk: Desk, case_id: int) -> list[str]:
    return [kept.text for kept in desk.cases.draft_history(case_id, "reply")]


def test_a_minute_of_typing_is_one_state(desk: Desk) -> None:
    case_id = desk.cases.open(1, "S04", NOW)
    for second, text in ((0, "H"), (20, "Hello"), (50, "Hello Ada"), (70, "Hello Ada, I"), (100, "Hello Ada, I am")):
        desk.cases.save_draft(case_id, "reply", state(text), NOW + timedelta(seconds=second))
    assert desk.cases.saved_draft(case_id, "reply") == state("Hello Ada, I am")
    assert texts(desk, case_id) == ["Hello Ada"]
    assert desk.cases.draft_history(case_id, "reply")[0].at == NOW
    assert desk.cases.draft_history(case_id, "other") == ()


def test_what_is_deleted_or_left_for_another_template_is_kept_at_once(desk: Desk) -> None:
    case_id = desk.cases.open(1, "S04", NOW)
    desk.cases.save_draft(case_id, "reply", state("A long message that took an hour."), NOW)
    desk.cases.save_draft(case_id, "reply", state("A"), NOW + timedelta(seconds=2))
    desk.cases.save_draft(case_id, "reply", state("A", "B_Y"), NOW + timedelta(seconds=4))
    assert texts(desk, case_id) == ["A", "A long message that took an hour."]
    desk.cases.save_draft(case_id, "reply", state("A", "B_Y"), NOW + timedelta(hours=1))
    assert len(texts(desk, case_id)) == 2, "the same again is no new state"


def test_the_history_is_bounded(desk: Desk) -> None:
    case_id = desk.cases.open(1, "S04", NOW)
    for minute in range(MOST + 20):
        desk.cases.save_draft(case_id, "reply", state(f"state {minute:03}"), NOW + timedelta(minutes=minute))
    kept = texts(desk, case_id)
    assert len(kept) == MOST and kept[0] == f"state {MOST + 18:03}"


def test_a_draft_of_an_older_program_is_read(desk: Desk) -> None:
    case_id = desk.cases.open(1, "S04", NOW)
    desk.cases.save_draft(case_id, "reply", {"template": "B_X", "language": "en"})
    assert texts(desk, case_id) == []
    desk.cases.save_draft(case_id, "reply", state("new"), NOW)
    assert [kept.at for kept in desk.cases.draft_history(case_id, "reply")] == [None]


_TYPIST = """
import sys, time
from datetime import UTC, datetime
from pathlib import Path
from claimdesk.core.desk import Desk
desk = Desk.open(Path(sys.argv[1]))
for count in range(100_000):
    desk.cases.save_draft(1, "reply", {"template": "B_X", "language": "en", "text": f"word {count}"}, datetime.now(UTC))
    print(count, flush=True)
    time.sleep(0.02)
"""


def test_a_killed_program_loses_nothing_that_was_kept(desk: Desk) -> None:
    """The process that writes is killed without warning; what it had said it kept is there for the next one."""
    desk.cases.open(1, "S04", NOW)
    folder = desk.folder
    desk.close()
    typist = subprocess.Popen([sys.executable, "-c", _TYPIST, str(folder)], stdout=subprocess.PIPE, text=True,
                              cwd=Path(__file__).parents[3])  # fmt: skip
    assert typist.stdout is not None
    for _ in range(15):
        last = int(typist.stdout.readline())
    time.sleep(0.01)
    os.kill(typist.pid, signal.SIGTERM if os.name == "nt" else signal.SIGKILL)
    last = max([last, *(int(line) for line in typist.stdout.read().split())])
    typist.stdout.close()
    typist.wait()
    again = Desk.open(folder)
    kept = again.cases.saved_draft(1, "reply")
    again.close()
    assert kept is not None and int(kept["text"].split()[1]) >= last
