"""What the messages about an order make known: facts for scenarios, each with the message it was read from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime, time
from typing import Final

from claimdesk.core.messages.asking import contact_kinds, contacts_of
from claimdesk.core.records.bilingual import Bilingual
from claimdesk.core.records.facts import Fact, FactValue
from claimdesk.core.records.messages import BY_HAND, Channel, Speaker, StoredMessage
from claimdesk.core.records.moments import Moment, day_of, moment_text

NAMES: Final = ("asked_cancel_at", "cancel_answered_at", "cancel_refused_at", "cancel_answer", "discount_asked",
                "review_threat", "earlier_complaints", "complained_at")  # fmt: skip
_UNSAID: Final = Bilingual("No message tells", "没有消息提到")
_SHOWN: Final = 80
_MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def contact_facts(messages: Sequence[StoredMessage], until: datetime) -> Iterator[Fact]:
    """Facts of the messages that came before an instant; one without a time of its own counts as earlier.

    `asked_cancel_at`: when the buyer first asked to cancel. `cancel_answer`: offered_return, plain_refusal or agreed,
    as the shop's first answers say; None when no answer is kept, for one may have been given elsewhere.
    """
    found: dict[str, Fact] = {name: Fact(name, None, _UNSAID) for name in NAMES}
    earlier = [m for m in messages if m.at is None or instant(m.at) <= until]
    asked = next((m for m in earlier if m.speaker is Speaker.BUYER and "cancel_request" in contacts_of(m)), None)
    if asked is not None:
        found |= _named(_cancelling(asked, earlier))
    complaints = [m for m in earlier if m.speaker is Speaker.BUYER and _complains(m)]
    if complaints:
        found |= _named((_fact("earlier_complaints", len(complaints), complaints[-1]),
                         _fact("complained_at", _when(complaints[0]), complaints[0])))  # fmt: skip
    for message in earlier:
        for name, kind in (("discount_asked", "discount_request"), ("review_threat", "review_threat")):
            if message.speaker is Speaker.BUYER and kind in contacts_of(message):
                found[name] = _fact(name, value=True, message=message)
    yield from found.values()


def _cancelling(asked: StoredMessage, messages: Sequence[StoredMessage]) -> Iterator[Fact]:
    yield _fact("cancel_requested", value=True, message=asked)
    yield _fact("asked_cancel_at", _when(asked), asked)
    answers = [m for m in messages[messages.index(asked) + 1 :] if m.speaker is Speaker.SHOP and m.kind != "platform"]
    said = {kind for message in answers for kind in contacts_of(message)}
    telling = next(
        (m for m in answers if {"return_offer", "cancel_declined", "cancel_agreed"} & {*contacts_of(m)}), None
    )
    if answers:
        yield _fact("cancel_answered_at", _when(answers[0]), answers[0])
    if telling is None:
        return
    refused = next((m for m in answers if "cancel_declined" in contacts_of(m)), None)
    if refused is not None:
        yield _fact("cancel_refused_at", _when(refused), refused)
    answer = "offered_return" if "return_offer" in said else "plain_refusal" if refused is not None else "agreed"
    yield _fact("cancel_answer", answer, telling)


def _complains(message: StoredMessage) -> bool:
    kinds = contact_kinds()
    return any(kinds[name].complaint for name in contacts_of(message) if name in kinds)


def _named(facts: Iterable[Fact]) -> dict[str, Fact]:
    return {fact.name: fact for fact in facts}


def _fact(name: str, value: FactValue, message: StoredMessage) -> Fact:
    return Fact(name, value, quoted(message), message)


def quoted(message: StoredMessage) -> Bilingual:
    """Who said something when, in the message's own words."""
    words = " ".join(message.text.split())
    words = words if len(words) <= _SHOWN else words[: _SHOWN - 1].rstrip() + "…"
    buyer = message.speaker is Speaker.BUYER
    how = source(message)
    day = day_of(message.when)
    english = (
        f"{'The buyer' if buyer else 'You'} on {day.day} {_MONTHS[day.month - 1]} {day.year} ({how.en}): “{words}”"
    )
    chinese = f"{'买家' if buyer else '您'}于 {day.year} 年 {day.month} 月 {day.day} 日（{how.zh}）：“{words}”"
    return Bilingual(english, chinese)


def source(message: StoredMessage) -> Bilingual:
    """How a message is known, in a word or two."""
    match message.channel:
        case Channel.MAIL:
            return Bilingual("message", "消息")
        case Channel.QUOTED:
            return Bilingual("quoted in a message", "消息中的引文")
        case Channel.SENT:
            return Bilingual(f"sent in C-{message.case_id:04d}", f"在 C-{message.case_id:04d} 中发送")
        case Channel.PHONE:
            return Bilingual("phone, noted by hand", "电话，手工记录")
        case Channel.CHAT:
            return Bilingual("chat, noted by hand", "聊天，手工记录")
        case _:
            return Bilingual("noted by hand", "手工记录")


def _when(message: StoredMessage) -> str | None:
    return moment_text(message.when if message.at is not None or message.channel in BY_HAND else None)


def instant(moment: Moment) -> datetime:
    """A moment as an instant; a day begins at midnight UTC."""
    return moment if isinstance(moment, datetime) else datetime.combine(moment, time.min, UTC)
