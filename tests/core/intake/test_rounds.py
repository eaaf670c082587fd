"""The rounds of mails: all of them as they are read today, and that what was measured at first is told as it was."""

from __future__ import annotations

import tomllib

import pytest

from claimdesk.core.records.intake import Notice
from tests.core.intake.confusion_table import KINDS
from tests.core.intake.notices import NOTICES
from tests.core.intake.rounds import FIELDS, Mail, numbers, readings, round_mails, tally, wrong
from tests.core.policy.measured import LANGUAGES

ALL = [pytest.param(mail, notice, id=mail.name) for number in numbers() for mail, notice in readings(number)]
PLATFORMS = {"amazon", "ebay", "dhgate", "aliexpress", "walmart", "etsy", "paypal", "temu", "tiktok", "shopify"}


@pytest.mark.parametrize("mail, notice", ALL)
def test_a_mail_of_a_round_is_read_as_it_is_written(mail: Mail, notice: Notice) -> None:
    assert {name: pair for name, pair in wrong(mail, notice).items() if name != "reason"} == {}


@pytest.mark.parametrize("mail, notice", ALL)
def test_its_fields_show_words_that_stand_in_it(mail: Mail, notice: Notice) -> None:
    source = f"{notice.subject}\n\n{notice.text}"
    assert [read for read in notice.read_from if read.text not in source] == []
    shown = {read.field for read in notice.read_from}
    said = {"kind": notice.kind != "none", "order_no": notice.order_no, "amount_minor": notice.amount_minor is not None,
            "reason": notice.reason, "respond_by": notice.respond_by, "odr": notice.odr != "unknown"}  # fmt: skip
    assert {name for name, value in said.items() if value} <= shown


def test_reasons_are_hardly_ever_wrong() -> None:
    counted = tally(pair for number in numbers() for pair in readings(number))
    assert counted["reason wrong"] * 50 <= counted["mails"]


def test_rounds_hold_every_kind_language_and_platform() -> None:
    mails = [mail for number in numbers() for mail in round_mails(number)]
    assert {mail.said["kind"] for mail in mails} == set(KINDS)
    assert {mail.language for mail in mails} == set(LANGUAGES)
    assert {mail.said["platform"] for mail in mails} == {*PLATFORMS, ""}
    assert sum(mail.said["kind"] == "none" for mail in round_mails(6)) >= 15


def test_what_was_measured_at_first_adds_up() -> None:
    rounds = tomllib.loads((NOTICES / "rounds.toml").read_text("utf-8"))["rounds"]
    assert [one["number"] for one in rounds] == list(numbers())
    for one in rounds:
        assert one["mails"] == len(round_mails(one["number"]))
        assert {field: sum(one[field]) for field in FIELDS} == dict.fromkeys(FIELDS, one["mails"])
