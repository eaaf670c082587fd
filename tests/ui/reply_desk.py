"""A case on a real desk that stands before its reply, and hands for the reply's composer."""

from __future__ import annotations

import pytest

from claimdesk.core.desk import Desk
from claimdesk.ui.case.reply.body import MessageBody
from claimdesk.ui.tour.hands import breathe
from tests.ui.case_desk import delivered_order, walk_to


@pytest.fixture
def desk(desk) -> Desk:
    """The desk of a shop that has a name and signs its letters."""
    desk.shop.set_all({"shop.name": "Northlight Home", "shop.signature": "Lin, Northlight Home"})
    profile = desk.shop.profile()
    assert (profile.name, profile.signature) == ("Northlight Home", "Lin, Northlight Home")
    return desk


def reply_case(desk: Desk, now) -> int:
    """A case on the delivered order that stands before its reply to the buyer."""
    number = desk.cases.open(delivered_order(desk), "S03", now)
    desk.cases.answer(number, "claim_filed", "asked", now)
    desk.cases.answer(number, "protected", "not_protected", now)
    walk_to(desk, number, "reply_buyer", now)
    return number


@pytest.fixture
def case(desk, now) -> int:
    return reply_case(desk, now)


@pytest.fixture
def at_platform(desk, case, now) -> int:
    """The same case one step on: the reply to the platform, whose evidence nobody has given."""
    walk_to(desk, case, "reply_pod", now)
    return case


def settle(body: MessageBody) -> None:
    """Let pauses run out: check and autosave."""
    breathe(5)
    for timer in (body._checker.pause, body._keeping.timer):
        if timer.isActive():
            timer.stop()
            timer.timeout.emit()


def write(body: MessageBody, index: int, text: str) -> None:
    """Other words for a paragraph, and the pauses after them."""
    body.composer.row(body.writing.lines[index].id).english.replace_text(text)
    settle(body)
