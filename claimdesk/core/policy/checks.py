"""Checks that no expression can make: counting, comparing with what is known, numbers that may be telephones.

Each takes the message and its rule's numbers and gives spans of the original text. What a platform demands stands in
the rule files; here is only how it is measured.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from claimdesk.core.policy.folding import MASK
from claimdesk.core.policy.languages import foreign_spans, other_language
from claimdesk.core.policy.message import Message
from claimdesk.core.policy.spelling import misspelt

Span = tuple[int, int]
Check = Callable[[Message, Mapping[str, int]], Iterable[Span]]

_DIGITS = re.compile(r"(?<![\w.,#/-])[+(]{0,2}\d(?:[ .\-/()]{0,3}\d){5,24}(?![\w/-])")
_DATE = re.compile(r"(?:19|20)\d\d[-./ ]\d{1,2}[-./ ]\d{1,2}|\d{1,2}[-./ ]\d{1,2}[-./ ](?:19|20)\d\d")
_NOT_PHONE = re.compile(
    r"(?:order|tracking|trace|parcel|shipment|waybill|case|claim|reference|ref|invoice|sku|asin|serial|part|model|batch|"
    r"item|article|label|version|lot|barcode|ean|upc|vat|订单|运单|单号|编号|型号|序列)[^.!?\n]{0,30}$"
)
_PHONE_WORD = re.compile(
    r"(?:phone|mobile|cell|call|tel|dial|text|sms|whatsapp|hotline|ring|电话|手机|致电|拨打|热线|联系)"
)
_AMAZON_ORDER = re.compile(r"\b\d{3}-\d{7}-\d{7}\b")
_ORDER = re.compile(r"(?:\b\d{3}-\d{7}-\d{7}\b|\b\d{2}-\d{5}-\d{5}\b|#\d{3,}|\b\d{8,20}\b|\b[A-Z]{2,4}-?\d{4,}\b)")
_REQUEST = re.compile(
    r"\b(revers|reconsider|deny|den(y|ied)|close|fund|remove|reimburs|reject|dismiss|overturn|appeal|request|ask that)"
)
_DAY = re.compile(
    r"\b(?:\d{1,2}\s?(?:st|nd|rd|th)?\s(?:of\s)?)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b"
    r"|\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}[./]\d{1,2}(?:[./]\d{2,4})?\b|\d{1,2}\s?月\s?\d{1,2}\s?日",
    re.IGNORECASE,
)
_EVIDENCE = re.compile(
    r"\b(evidence|attach\w*|track\w*|deliver\w*|scan\w*|invoice|photos?|messages?|signed|signature|proof|screenshots?|"
    r"record\w*|document\w*)\b|证据|附件|物流|签收|截图|发票|照片",
    re.IGNORECASE,
)
_EMOJI = re.compile(r"[\u2600-\u27bf\u2b50\u2b55\U0001f000-\U0001faff]+")


def telephone(message: Message, numbers: Mapping[str, int]) -> Iterable[Span]:
    """Runs of digits that people would dial: long enough, not an order, tracking or card number, date or amount."""
    text = message.folded.text
    for match in _DIGITS.finditer(text):
        run = match.group()
        digits = sum(c.isdigit() for c in run)
        before = text[max(0, match.start() - 40) : match.start()]
        named = bool(_PHONE_WORD.search(before))
        if (
            not numbers["named" if named else "fewest"] <= digits <= numbers["most"]
            or MASK in before[-2:]
            or _DATE.search(run)
        ):
            continue
        grouped = bool(re.search(r"[ .\-/()+]", run.strip("+"))) or run.startswith("+")
        if _NOT_PHONE.search(before) or _AMAZON_ORDER.search(run) or before.rstrip().endswith(("$", "€", "£", "¥")):
            continue
        if grouped or named or digits in (numbers["bare"], numbers["bare"] + 1):
            yield message.folded.span(match.start(), match.end())


def card_number(message: Message, _numbers: Mapping[str, int]) -> Iterable[Span]:
    """Runs of 13 to 19 digits that pass the check digit of payment cards."""
    text = message.folded.text
    for match in re.finditer(r"(?<![\w-])\d(?:[ -]?\d){12,18}(?![\w-])", text):
        digits = [int(c) for c in match.group() if c.isdigit()]
        doubled = [d * 2 - 9 * (d > 4) for d in digits[-2::-2]]
        before = text[max(0, match.start() - 30) : match.start()]
        valid = (sum(digits[-1::-2]) + sum(doubled)) % 10 == 0 and digits[0] in (3, 4, 5, 6)
        if valid and not _NOT_PHONE.search(before):
            yield message.folded.span(match.start(), match.end())


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
    """The whole text when it is a letter of too few words; an appeal needs more than a first response."""
    wanted = numbers["appeal"] if re.search(r"\bappeal|申诉", message.folded.text) else numbers["response"]
    if 0 < message.words < wanted and (message.words < numbers["fragment"] or _is_letter(message, numbers)):
        yield message.whole


def no_order_number(message: Message, numbers: Mapping[str, int]) -> Iterable[Span]:
    """The whole text when it is a letter without the order's number."""
    known = [message.known[name] for name in ("order_id", "order_no", "case_no") if message.known.get(name)]
    if any(number in message.text for number in known) or (not known and _ORDER.search(message.text)):
        return
    if message.text.strip() and (known or _is_letter(message, numbers)):
        yield message.whole


def no_evidence(message: Message, numbers: Mapping[str, int]) -> Iterable[Span]:
    """The whole text when it is a letter that names no document."""
    if _is_letter(message, numbers) and not _EVIDENCE.search(message.text):
        yield message.whole


def no_request(message: Message, numbers: Mapping[str, int]) -> Iterable[Span]:
    """The whole text when it is a letter without a date, or without saying what is asked for."""
    text = message.folded.text
    asks = _REQUEST.search(text) or re.search(r"请|撤销|驳回|重新", text)
    if message.words >= numbers["words"] and not (asks and _DAY.search(message.text)):
        yield message.whole


def _is_letter(message: Message, numbers: Mapping[str, int]) -> bool:
    """Whether a text is a whole letter rather than a sentence of one: long enough, or it asks for a decision."""
    asks = re.search(r"\b(reverse|reconsider|overturn|appeal)|申诉|撤销", message.folded.text)
    return message.words >= numbers["words"] or bool(asks)


def shouting(message: Message, numbers: Mapping[str, int]) -> Iterable[Span]:
    """Two or more words in capitals in a row, of which one is long; known identifiers and short codes are not."""
    known = " ".join(message.known.values())
    for match in re.finditer(r"\b[A-Z]{2,}(?:'[A-Z]+)?(?:[ ,!]{1,2}[A-Z]{2,}(?:'[A-Z]+)?){1,12}\b", message.text):
        words = re.findall(r"[A-Z']+", match.group())
        long = [word for word in words if len(word) >= numbers["letters"]]
        if match.group() not in known and len(long) >= 1 and (len(words) > 2 or len(long) > 1):
            yield match.span()


def emoji(message: Message, _numbers: Mapping[str, int]) -> Iterable[Span]:
    """Pictures and ornaments among the letters."""
    for match in _EMOJI.finditer(message.text):
        yield match.span()


def chinese_outgoing(message: Message, numbers: Mapping[str, int]) -> Iterable[Span]:
    """Chinese in a message whose language is another one."""
    if message.language[:2] not in ("zh", "ja", ""):
        yield from foreign_spans(message.text, tuple(v for v in message.known.values() if v), numbers["characters"])


def wrong_language(message: Message, numbers: Mapping[str, int]) -> Iterable[Span]:
    """The whole text when most of its words belong to another language."""
    if other_language(message.text, message.language, numbers["words"]):
        yield message.whole


def spelling(message: Message, numbers: Mapping[str, int]) -> Iterable[Span]:
    """Words of an English text that are a slip of a common one; none unless there are as many as the rule says."""
    if message.language[:2] != "en":
        return
    found = misspelt(message)
    if len(found) >= numbers["fewest"]:
        yield from found


def thanks_only(message: Message, numbers: Mapping[str, int]) -> Iterable[Span]:
    """A short message that only thanks or offers help, without naming anything to solve."""
    text = message.folded.text
    courteous = re.search(
        r"\bthank(?:s| you)(?: \w+){0,3} for (?:your (?:order|purchase|support|trust|business)|choosing|shopping|buying|being)"
        r"|\bhere (?:to help|for you)|\bat your service|\bfeel free to|\blet us know|any questions"
        r"|感谢(?:您)?(?:的)?(?:购买|光临|支持|选择|惠顾|信任)|为您服务|随时联系",
        text,
    )
    matter = re.search(
        r"\b(refund|return|replac|ship|sent|send|deliver|track|parcel|package|arriv|late|delay|sorry|apolog|part|photo|"
        r"invoice|address|cancel|repair|exchang|carrier|customs|size|colou?r|damag|broke|miss|wrong|label|warrant|answer|"
        r"reply|look|check|issue|problem|message|detail|patien|settled)|退|补|寄|发货|物流|运单|包裹|签收|延误|抱歉|照片|发票|地址|"
        r"取消|维修|更换|海关|标签|处理|答复|消息|问题|详情|[0-9]{3}",
        text,
    )
    if courteous and not matter and 0 < message.words < numbers["words"]:
        yield message.whole


def name_missing(message: Message, numbers: Mapping[str, int]) -> Iterable[Span]:
    """The whole text when the order's number is known and the message does not say it."""
    number = message.known.get("order_id") or message.known.get("order_no")
    if number and number not in message.text and message.words >= numbers["words"]:
        yield message.whole


def other_order_number(message: Message, _numbers: Mapping[str, int]) -> Iterable[Span]:
    """An order number of the platform's form that is not the order's own."""
    number = message.known.get("order_id") or message.known.get("order_no")
    for match in _AMAZON_ORDER.finditer(message.text):
        if number and match.group() != number and _AMAZON_ORDER.fullmatch(number):
            yield match.span()


CHECKS: Mapping[str, Check] = MappingProxyType({
    check.__name__: check
    for check in (
        telephone, card_number, too_long, unread_rest, many_words, few_words, no_order_number, no_evidence, no_request,
        shouting, emoji, chinese_outgoing, wrong_language, spelling, thanks_only, name_missing, other_order_number,
    )
})  # fmt: skip
