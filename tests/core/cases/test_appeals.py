"""Letters to the platform, through the case they are about: what an appeal must have, and what it must not."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from claimdesk import bootstrap
from claimdesk.core.desk import Desk
from claimdesk.core.records.replies import Audience, Severity
from tests.core.cases.conftest import ORDERS
from tests.core.desks import desk_with

NOW = datetime(2026, 11, 17, 6, 20, tzinfo=UTC)
ORDER = "111-0000001-0000001"
GOOD = (
    f"We appeal the decision on order {ORDER}. The parcel was delivered on November 10 to the address on the order. "
    "The carrier's delivery record of November 16 is new: it shows the signature of A. Wong and the place of delivery. "
    "The earlier response could not include it because the carrier issued it later. "
    "Please reverse the decision and return the amount to our account."
)
# what is wrong with the letter, the letter, the rule that says so
FAULTS = [
    ("too short", "We appeal. Please check again.", "AP-01"),
    ("too long", GOOD + " The carrier scanned it in the city on the way to the buyer." * 30, "AP-02"),
    ("no order number", GOOD.replace(f" on order {ORDER}", ""), "AP-03"),
    ("no evidence cited", (f"We appeal the decision on order {ORDER}. On November 10 all of it was fine and we did what was "
     "agreed with the buyer, and we think that this was the right thing to do for her. Please reverse the decision."), "AP-04"),
    ("no request", GOOD.replace("We appeal the decision on order", "This is about order")
     .replace("Please reverse the decision and return the amount to our account.", ""), "AP-08"),
    ("no date", GOOD.replace(" on November 10", "").replace(" of November 16", ""), "AP-08"),
    ("misspelt", GOOD.replace("delivered", "deliverd").replace("signature", "signatrue"), "AP-05"),
    ("insult", GOOD + " The buyer is a liar.", "AP-06"),
    ("exclamation", GOOD + " This is wrong!!!", "AP-06E"),
    ("blame", GOOD + " It is Amazon's fault.", "AP-07"),
    ("shouting", GOOD + " THIS DECISION IS WRONG.", "AP-14"),
    ("Chinese", GOOD + " 请撤销这个决定。", "FM-05"),
    ("other language", ("Wir widersprechen der Entscheidung und bitten Sie, sie noch einmal zu prüfen. Das Paket wurde an die "
     f"Adresse der Bestellung {ORDER} geliefert, und der Käufer hat es nicht zurückgeschickt."), "FM-09"),
    ("another order", GOOD.replace(ORDER, "111-0000009-0000009"), "AP-13N"),
    ("another day", GOOD.replace("November 10", "November 8"), "AP-13T"),
    ("another amount", GOOD.replace("the amount", "the $99.00"), "AP-13M"),
]  # fmt: skip


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with desk_with(tmp_path / "shop", *ORDERS) as opened:
        opened.cases.open(1, "S17", NOW)
        yield opened


def rules(desk: Desk, text: str) -> dict[str, Severity]:
    return {f.rule: f.severity for f in desk.cases.check(1, text, Audience.PLATFORM, "en", NOW)}


def test_a_good_appeal_passes(desk: Desk) -> None:
    loud = {rule for rule, severity in rules(desk, GOOD).items() if severity is not Severity.HINT}
    assert loud == set()


@pytest.mark.parametrize("text, rule", [fault[1:] for fault in FAULTS], ids=[fault[0] for fault in FAULTS])
def test_a_fault_of_an_appeal_is_named(desk: Desk, text: str, rule: str) -> None:
    assert rule in rules(desk, text)
    assert rule not in rules(desk, GOOD)


def test_insults_stop_an_appeal(desk: Desk) -> None:
    assert rules(desk, GOOD + " The buyer is a liar.")["AP-06"] is Severity.BLOCK


def test_the_command_line_names_the_same(desk: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = desk.folder
    desk.close()
    file = tmp_path / "appeal.txt"
    for text, rule in [(GOOD, ""), *(fault[1:] for fault in FAULTS)]:
        file.write_text(text, "utf-8")
        capsys.readouterr()
        arguments = ["check", str(file), "--case", "C-0001", "--audience", "platform", "--json"]
        status = bootstrap.main([*arguments, "--data-dir", str(folder)])
        found = {finding["rule"] for finding in json.loads(capsys.readouterr().out)["findings"]}
        assert rule in found and status == 1 if rule else not found - {"AP-09", "AP-10"}, (rule, found)
