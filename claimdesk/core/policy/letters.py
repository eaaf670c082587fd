"""What a whole message is like: its length, what a letter must name, courtesy without a matter, promises, capitals."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from claimdesk.core.policy.expressions import compiled
from claimdesk.core.policy.forms import form
from claimdesk.core.policy.languages import foreign_spans, other_language
from claimdesk.core.policy.message import Message, Span
from claimdesk.core.policy.sentences import sentences
from claimdesk.core.policy.spelling import misspelt
from claimdesk.core.records.replies import Audience

_EMOJI = re.compile(r"[\u2600-\u27bf\u2b50\u2b55\U0001f000-\U0001faff]+")
_HAN, _KANA = re.compile(r"[\u3400-\u9fff]"), re.compile(r"[\u3040-\u30ff]")
_MOST_BARE_HAN = 12  # characters in a row of sentences without any kana: no Japanese
_OPENING, _CLOSING = frozenset("\"'“„«‘"), frozenset("\"'”“»’")
_CAPITALS = re.compile(r"\b[A-Z]{2,}(?:'[A-Z]+)?(?:[ ,!]{1,2}[A-Z]{2,}(?:'[A-Z]+)?){1,12}\b(?! {0,2}[#:]? ?\d)")


def too_long(message: Message, numbers: Mapping[str, int]) -> Iterable[Span]:
    """What stands past the platform's limit in characters."""
    limit = message.limit or numbers.get("characters", 0)
    if limit and len(message.text) > limit:
        yield limit, len(message.text)


def unread_rest(message: Message, numbers: Mapping[str, int]) -> Iterable[Span]:
    """What stands past the part of a text that is looked at."""
    if len(message.text) > numbers["characters"]:
        yield numbers["characters"], len(message.text)


def many_words(message: Message, numbers: Mapping[str, int]) -> Iterable[Span]:
    """The whole text when it has too many words."""
    if message.words > numbers["words"]:
        yield message.whole


def few_words(message: Message, numbers: Mapping[str, int]) -> Iterable[Span]:
    """The whole text when it is a letter of too few words; an appeal needs more than a first response.

    One that names its order and a day may be shorter, not a mere line.
    """
    appeal = form("appeal").search(message.folded.text)
    wanted = numbers["appeal"] if appeal else numbers["response"]
    if not 0 < message.words < wanted or (message.words >= numbers["complete"] and _complete(message)):
        return
    enough = numbers["named_appeal" if appeal else "named" if len(sentences(message.folded.text)) > 1 else "sentence"]
    too_few = message.words < enough or not _named(message)
    if message.words < numbers["fragment"] or (is_letter(message, numbers) and too_few):
        yield message.whole


def _named(message: Message) -> bool:
    """Whether a short text still says which order it is about and when things happened."""
    return bool(form("order_number").search(message.text) and _has_day(message))


def _complete(message: Message) -> bool:
    """Whether a letter in Chinese names its order, a day, a document and what is asked for, which takes few words."""
    text = message.folded.text
    said = compiled("<m_evidence>").search(text) and compiled("<m_request>").search(text)
    return message.language[:2] == "zh" and bool(said) and _named(message)


def _has_day(message: Message) -> bool:
    return bool(compiled("<m_day>").search(message.folded.text))


def no_order_number(message: Message, numbers: Mapping[str, int]) -> Iterable[Span]:
    """The whole text when it is a letter without the order's number."""
    known = [message.known[name] for name in ("order_id", "order_no", "case_no") if message.known.get(name)]
    if any(number in message.text for number in known) or (not known and form("order_number").search(message.text)):
        return
    if not known and compiled("<m_many_orders>").search(message.folded.text):
        return
    if message.text.strip() and (known or is_letter(message, numbers)):
        yield message.whole


def no_evidence(message: Message, numbers: Mapping[str, int]) -> Iterable[Span]:
    """The whole text when it is a letter that names no document."""
    if is_letter(message, numbers) and not compiled("<m_evidence>").search(message.folded.text):
        yield message.whole


def no_request(message: Message, numbers: Mapping[str, int]) -> Iterable[Span]:
    """The whole text when it is a letter without a date, or without saying what is asked for."""
    asks = compiled("<m_request>").search(message.folded.text) or _speaks_for_itself(message, numbers)
    if message.words >= numbers["words"] and not (asks and _has_day(message)):
        yield message.whole


def _speaks_for_itself(message: Message, numbers: Mapping[str, int]) -> bool:
    """Whether a letter is so short, and its order and documents so plain, that nobody has to guess what it asks for."""
    brief = message.words < numbers.get("brief_zh" if message.language[:2] == "zh" else "brief", 0)
    named = _named(message) or (_has_day(message) and compiled("<m_many_orders>").search(message.folded.text))
    return brief and bool(named) and bool(compiled("<m_evidence>").search(message.folded.text))


def is_letter(message: Message, numbers: Mapping[str, int]) -> bool:
    """Whether a text is a whole letter rather than a sentence of one: long enough, or it asks for a decision."""
    return message.words >= numbers["words"] or bool(compiled("<m_decision>").search(message.folded.text))


def shouting(message: Message, numbers: Mapping[str, int]) -> Iterable[Span]:
    """Two or more words in capitals in a row, of which one is long; known identifiers and short codes are not."""
    for match in _CAPITALS.finditer(message.text):
        words = re.findall(r"[A-Z']+", match.group())
        long = [word for word in words if len(word) >= numbers["letters"]]
        if _is_quoted(message.text, match.span()) or _is_heading(message.text, match.span()):
            continue
        if match.group() not in message.known_words and len(long) >= 1 and (len(words) > 2 or len(long) > 1):
            yield match.span()


def _is_quoted(text: str, span: Span) -> bool:
    """Whether words are what stands on a thing or is its name: they alone stand in quotation marks."""
    before, after = text[: span[0]].rstrip(), text[span[1] :].lstrip()
    return before[-1:] in _OPENING and after[:1] in _CLOSING and bool(before and after)


def _is_heading(text: str, span: Span) -> bool:
    """Whether words stand alone in a line with other lines around, and no mark of exclamation."""
    line = text[text.rfind("\n", 0, span[0]) + 1 : span[1] + text[span[1] :].find("\n")]
    return "\n" in text[span[1] :] and line.strip(" \t:.0123456789)-") == text[slice(*span)].strip()


def emoji(message: Message, _numbers: Mapping[str, int]) -> Iterable[Span]:
    """Pictures and ornaments among the letters."""
    for match in _EMOJI.finditer(message.text):
        yield match.span()


def chinese_outgoing(message: Message, numbers: Mapping[str, int]) -> Iterable[Span]:
    """Chinese in a message whose language is another one; Japanese is written with some kana."""
    if (
        message.language[:2] == "ja"
        and len(_HAN.findall(message.text)) >= _MOST_BARE_HAN
        and not _KANA.search(message.text)
    ):
        yield message.whole
    if message.language[:2] not in ("zh", "ja", ""):
        yield from foreign_spans(message.text, tuple(v for v in message.known.values() if v), numbers["characters"])


def wrong_language(message: Message, numbers: Mapping[str, int]) -> Iterable[Span]:
    """The whole text when most of its words belong to another language."""
    if other_language(message.text, message.language, numbers["words"]):
        yield message.whole


def spelling(message: Message, numbers: Mapping[str, int]) -> Iterable[Span]:
    """Words that are a slip of a common one; none unless there are as many as the rule says.

    The dictionaries of other languages than English lack many good words: there a letter needs as many as `foreign`,
    and a message to a buyer never has enough for a rule that names that number.
    """
    found = misspelt(message)
    if "foreign" in numbers and message.language[:2] != "en":
        words = {message.text[slice(*span)].lower() for span in found}
        enough = message.audience == Audience.PLATFORM and len(words) >= numbers["foreign"]
        found = found if enough else []
    if len({message.text[slice(*span)].lower() for span in found}) >= numbers["fewest"]:
        yield from found


def thanks_only(message: Message, numbers: Mapping[str, int]) -> Iterable[Span]:
    """A short message that only thanks or offers help, without naming anything to solve."""
    text = message.folded.text
    courteous = compiled("<m_courtesy>").search(text) and not compiled("<m_matter>").search(text)
    if courteous and 0 < message.words < numbers["words"]:
        yield message.whole


@cache
def _step_line() -> re.Pattern[str]:
    return re.compile(rf"(?m)^[ \t]{{0,8}}(?:{form('step').pattern})[^\n]*", re.IGNORECASE)


def lecture(message: Message, numbers: Mapping[str, int]) -> Iterable[Span]:
    """The whole text when an unhappy buyer gets a list of steps or a long text before any remedy is named."""
    text = message.folded.text
    opening = sentences(text)[: numbers["sentences"]]
    end = opening[-1][1] if opening else 0
    steps = _step_line().findall(message.text)
    offered = any(compiled("<m_remedy>").search(step.lower()) for step in steps)
    if offered or compiled("<m_remedy>").search(text[:end]) or not compiled("<m_unhappy>").search(text):
        return
    if len(steps) >= numbers["steps"] or message.words > numbers["words"]:
        yield message.whole


def no_promise(message: Message, numbers: Mapping[str, int]) -> Iterable[Span]:
    """The whole text when an English or Chinese message names neither a day nor a remedy."""
    text = message.folded.text
    if message.language[:2] not in ("en", "zh") or message.words < numbers["words"]:
        return
    if not (_has_day(message) or compiled("<m_promise>").search(text) or compiled("<m_remedy>").search(text)):
        yield message.whole


def hollow(message: Message, numbers: Mapping[str, int]) -> Iterable[Span]:
    """The whole text when it is short and promises to see to a matter, without a day, a remedy or anything done."""
    return _empty(message, numbers["words"], ("<zm_hollow>", "<zm_concrete>"), ("<m_hollow>", "<m_concrete>"))


def delayed(message: Message, numbers: Mapping[str, int]) -> Iterable[Span]:
    """The whole text when it is short and tells of a delay, without a day, a remedy or what has become of the goods."""
    return _empty(message, numbers["words"], ("<zm_delayed>", "<zm_news>"), ("<m_delayed>", "<m_news>"))


def _empty(message: Message, most: int, *pairs: tuple[str, str]) -> Iterator[Span]:
    text = message.folded.text
    found = any(compiled(empty).search(text) and not compiled(full).search(text) for empty, full in pairs)
    if found and 0 < message.words <= most:
        yield message.whole


def assurance(message: Message, numbers: Mapping[str, int]) -> Iterable[Span]:
    """The whole text when it is a short letter that asserts or promises in general and names no order."""
    text = message.folded.text
    proven = form("order_number").search(message.text) and compiled("<m_evidence>").search(text)
    empty = compiled("<m_assurance>").search(text) and not _named(message) and not proven
    if empty and message.words < numbers["words"]:
        yield message.whole


def name_missing(message: Message, numbers: Mapping[str, int]) -> Iterable[Span]:
    """The whole text when the order's number is known and the message does not say it."""
    number = message.known.get("order_id") or message.known.get("order_no")
    if number and number not in message.text and message.words >= numbers["words"]:
        yield message.whole


def unnamed_notice(message: Message, _numbers: Mapping[str, int]) -> Iterable[Span]:
    """The whole text when it brings news that answer no question, without saying for which order."""
    text = message.folded.text
    if compiled("<m_notice>").search(text) and not compiled("<m_answer>").search(text):
        known = [message.known[name] for name in ("order_id", "order_no") if message.known.get(name)]
        if not form("order_number").search(message.text) and not any(number in message.text for number in known):
            yield message.whole


def unseen_attachment(message: Message, _numbers: Mapping[str, int]) -> Iterable[Span]:
    """Words saying that something is attached, where nothing is known of any file."""
    text = message.folded.text
    if "attachments" in message.known or compiled("<m_nothing_attached>").search(text):
        return
    for match in compiled("<m_attached>").finditer(text):
        yield message.folded.span(*match.span())
