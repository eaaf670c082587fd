"""Puts the readings of a message together into a notice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from claimdesk.core.deadlines.marketplaces import Marketplaces
from claimdesk.core.intake.amounts import Amount, amounts
from claimdesk.core.intake.deadline import deadline_in
from claimdesk.core.intake.folding import Folded, fold
from claimdesk.core.intake.kinds import Evidence, KindFound, kind_of, metric_effect, payer_of
from claimdesk.core.intake.lexicon import language_of, lexicons
from claimdesk.core.intake.meaning import Meaning, meaning
from claimdesk.core.intake.message import Message
from claimdesk.core.intake.order_numbers import OrderNumber, order_numbers
from claimdesk.core.intake.platforms import Origin, marketplace_by_words, origin, platform_by_words, platform_file
from claimdesk.core.intake.quotes import earlier_messages
from claimdesk.core.intake.reasons import reason_in
from claimdesk.core.intake.sentences import Sentence, sentences
from claimdesk.core.intake.voices import buyer_voice
from claimdesk.core.records.intake import Caution, Notice, ReadFrom
from claimdesk.core.records.moments import Moment

_READ: Final = 40_000  # characters that are searched; notices are short, what follows is a footer
_FRAMED: Final = 118  # a platform's own frame around a buyer's words is surer than any word in them
_VOICE: Final = 93
_SHOWN: Final = 120  # characters of a buyer's message that are shown as its words
_WITHOUT_FIGURES: Final = frozenset({"none"})
_WITHOUT_REASON: Final = frozenset({"none", "appeal_granted", "appeal_denied", "withdrawn", "refunded", "cancelled"})
_WITHOUT_EFFECT: Final = frozenset({"none", "buyer_message"})
_ABOUT_CANCELLING: Final = frozenset({"buyer_message", "return_request", "chargeback", "opened"})
_ENOUGH_FOR_BUYER: Final = 3
_OPEN: Final = frozenset({"opened", "info_request"})
_GUESS: Final = 64  # up to here a rule asks for no more than that a claim, a dispute or a question is named


@dataclass(frozen=True, slots=True)
class _Text:
    """A message made ready for reading."""

    folded: Folded
    subject_end: int
    language: str
    meanings: Sequence[Meaning]
    origin: Origin


@dataclass(slots=True)
class _Words:
    """The words that fields were read from, as they come."""

    folded: Folded
    rows: list[ReadFrom] = field(default_factory=list)

    def add(self, name: str, start: int, end: int) -> None:
        text = self.folded.original(start, end).strip()
        if text:
            self.rows.append(ReadFrom(name, text))

    def value(self, name: str, evidence: Evidence | None) -> str:
        """What the evidence says, its words noted; empty when there is none."""
        if evidence is None:
            return ""
        self.add(name, evidence.start, evidence.end)
        return evidence.value


class Reader:
    """Reads messages; keeps nothing of them."""

    def __init__(self, marketplaces: Marketplaces) -> None:
        self._marketplaces = marketplaces

    def notice(self, message: Message, today: date | None) -> Notice:
        """The notice in one message. Never raises for any text."""
        text = _prepared(message)
        words = _Words(text.folded)
        platform = _platform(text, words)
        numbers = order_numbers(text.folded, platform, text.subject_end)
        if numbers:
            platform = platform or numbers[0].platform
            words.add("order_no", numbers[0].start, numbers[0].end)
        marketplace = text.origin.marketplace or marketplace_by_words(text.folded.text, platform)
        found = _kind(message, text, numbered=bool(numbers))
        found_kind = words.value("kind", found.evidence if found else None)
        payer = words.value("payer", payer_of(text.meanings)) if found_kind == "granted" else ""
        reason = reason_in(text.meanings, cancelling=found_kind in _ABOUT_CANCELLING)
        kind = _resolved(found_kind or "none", payer, reason.value if reason else "", platform, text)
        odr = "" if kind in _WITHOUT_EFFECT else words.value("odr", metric_effect(text.meanings, found_kind))
        amount = None if kind in _WITHOUT_FIGURES else self._amount(text, words, platform, marketplace, kind)
        respond_by = None if kind in _WITHOUT_EFFECT else self._deadline(text, words, platform, marketplace, message.sent_at, today)  # fmt: skip
        return Notice(
            kind=kind,
            platform=_about(kind, platform, text, numbered=bool(numbers)),
            marketplace=marketplace,
            order_no=numbers[0].number if numbers else "",
            other_orders=tuple(n.number for n in numbers[1:]),
            amount_minor=amount.minor if amount else None,
            currency=amount.currency if amount else "",
            payer=payer,
            odr=odr or "unknown",
            reason="" if kind in _WITHOUT_REASON else words.value("reason", reason),
            respond_by=respond_by,
            clock=_clock(platform, kind, text),
            sent_at=message.sent_at,
            sender=message.sender,
            subject=message.subject,
            text=message.text,
            said=message.said or (message.text if kind == "buyer_message" else ""),
            relay=text.origin.relay,
            token=message.token,
            language=text.language,
            own_copy=_own_copy(message, platform),
            read_from=tuple(words.rows),
            warnings=_warnings(message, text, numbers, kind, payer, platform, guessed=_guessed(found)),
            attachments=message.attachments,
            message_id=message.message_id,
            earlier=earlier_messages(message.quotes, message.sender, text.origin.relay),
        )

    def _amount(self, text: _Text, words: _Words, platform: str, marketplace: str, kind: str) -> Amount | None:
        place = self._marketplaces.get(marketplace, platform) if marketplace else None
        found = amounts(text.meanings, place.currency if place else "", text.language)
        needed = _ENOUGH_FOR_BUYER if kind == "buyer_message" else 0
        if not found or found[0].weight < needed:
            return None
        words.add("amount_minor", found[0].start, found[0].end)
        return found[0]

    def _deadline(
        self, text: _Text, words: _Words, platform: str, marketplace: str, sent_at: Moment | None, today: date | None
    ) -> Moment | None:
        place = self._marketplaces.get(marketplace or platform, platform)
        found = deadline_in(text.meanings, sent_at=sent_at, today=today, place=place, marketplace=marketplace)
        if found is None:
            return None
        words.add("respond_by", found.start, found.end)
        return found.moment


def _prepared(message: Message) -> _Text:
    subject = message.subject
    folded = fold((f"{subject}\n\n{message.text}" if subject else message.text)[:_READ])
    subject_end = sum(1 for start in folded.starts if start < len(subject))
    language = language_of(folded.text)
    parts = sentences(folded, subject_end)
    return _Text(folded, subject_end, language, _meanings(parts, language), origin(message.sender, message.reply_to))


def _meanings(parts: Sequence[Sentence], language: str) -> list[Meaning]:
    """What each sentence says, in its own language: mails mix a form of the platform with words of the buyer."""
    known = lexicons()
    latin = language if language not in {"", "zh", "ja"} else "en"
    found = []
    for part in parts:
        own = language_of(
            part.text, tuple(dict.fromkeys((latin, "en", *known))) if len(part.text) > 60 else (latin, "en")
        )
        if own in {"zh", "ja"} and language in {"zh", "ja"}:
            own = language  # a line of Chinese characters alone in a Japanese mail
        read = meaning(part, known[own or latin])
        # A platform's footer speaks of claims, fraud and copyright under every mail.
        if part.in_subject or not read.said("boilerplate"):
            found.append(read)
    return found


def _platform(text: _Text, words: _Words) -> str:
    if text.origin.platform:
        return text.origin.platform
    shaped = [n for n in order_numbers(text.folded, "", text.subject_end) if n.platform]
    named, start, end = platform_by_words(text.folded.text)
    if shaped and (not named or shaped[0].platform == named or shaped[0].weight > 0):
        return shaped[0].platform
    if named:
        words.add("platform", start, end)
    return named


def _about(kind: str, platform: str, text: _Text, *, numbered: bool) -> str:
    """The platform a notice is from; a stranger's mail that merely mentions one is from none."""
    return platform if kind not in _WITHOUT_FIGURES or text.origin.platform or numbered else ""


def _kind(message: Message, text: _Text, *, numbered: bool) -> KindFound | None:
    marks = frozenset({"order_number"} if numbered else ())
    found = kind_of(text.meanings, marks, text.subject_end)
    best = found.weight if found else 0
    speaks = buyer_voice(text.meanings)
    if _own_copy(message, text.origin.platform):
        return KindFound("none", _FRAMED, Evidence("none", 0, 0))
    if message.framed or text.origin.relay:
        surer = found if found and best > _FRAMED and found.kind != "none" else None
        return surer or KindFound("buyer_message", _FRAMED, _said_words(message, text))
    if speaks and best < _VOICE and not text.origin.platform:
        return KindFound("buyer_message", _VOICE, speaks)
    return found


def _said_words(message: Message, text: _Text) -> Evidence:
    """The beginning of the buyer's own words."""
    said = message.said or message.text
    position = max(text.folded.source.find(said[:_SHOWN]), 0)
    marked = [i for i, start in enumerate(text.folded.starts) if position <= start < position + min(len(said), _SHOWN)]
    return Evidence("buyer_message", marked[0], marked[-1] + 1) if marked else Evidence("buyer_message", 0, 0)


def _resolved(found: str, payer: str, reason: str, platform: str, text: _Text) -> str:
    """The kind as it is reported: a grant by who pays, something opened by its reason and its platform."""
    if found == "granted":
        return "granted_amazon" if payer == "platform" else "granted_seller"
    if found != "opened":
        return found
    file = platform_file(platform)
    if any(meaning.said("atoz") for meaning in text.meanings) or file is None:
        return "claim_filed"
    return file.opened_by_reason.get(reason, file.opened)


def _clock(platform: str, kind: str, text: _Text) -> str:
    file = platform_file(platform)
    if file is None:
        return ""
    appealed = any(meaning.said("appeal_made") for meaning in text.meanings)
    return (file.clocks.get(f"{kind}_appeal", "") if appealed else "") or file.clocks.get(kind, "")


def _own_copy(message: Message, platform: str) -> bool:
    file = platform_file(platform)
    return file is not None and any(mark in message.extra.lower() for mark in file.own_copy)


def _guessed(found: KindFound | None) -> bool:
    """Whether a mail only names a claim or a question, without words that tell for sure what happened to it."""
    return found is not None and found.kind in _OPEN and found.weight <= _GUESS


def _warnings(
    message: Message,
    text: _Text,
    numbers: Sequence[OrderNumber],
    kind: str,
    payer: str,
    platform: str,
    *,
    guessed: bool,
) -> tuple[Caution, ...]:
    found = [Caution("kind_guessed")] if guessed else []
    if text.origin.lookalike:
        found.append(Caution("sender_lookalike", {"sender": message.sender, "platform": text.origin.lookalike}))
    if message.failed_checks:
        found.append(Caution("authentication_failed", {"checks": ", ".join(message.failed_checks).upper()}))
    if len(numbers) > 1:
        found.append(
            Caution(
                "several_orders", {"order_no": numbers[0].number, "others": ", ".join(n.number for n in numbers[1:])}
            )
        )
    if kind in {"granted_seller", "granted_amazon"} and not payer:
        found.append(Caution("payer_not_said"))
    if _own_copy(message, platform):
        found.append(Caution("own_message"))
    if message.cut:
        found.append(Caution("text_cut"))
    return tuple(found)
