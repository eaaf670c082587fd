"""The checks that no expression can make, by the name rule files use.

Each takes the message and its rule's numbers and gives spans of the original text. What a platform demands stands in
the rule files, the words it looks for in the word files; the checks only measure.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from claimdesk.core.policy import contradictions, digits, letters, record, requests
from claimdesk.core.policy.message import Message, Span

Check = Callable[[Message, Mapping[str, int]], Iterable[Span]]

CHECKS: Mapping[str, Check] = MappingProxyType({
    check.__name__: check
    for check in (
        digits.telephone, digits.card_number,
        letters.too_long, letters.unread_rest, letters.many_words, letters.few_words, letters.no_order_number,
        letters.no_evidence, letters.no_request, letters.shouting, letters.emoji, letters.chinese_outgoing,
        letters.wrong_language, letters.spelling, letters.thanks_only, letters.lecture, letters.no_promise,
        letters.name_missing, letters.hollow, letters.delayed, letters.assurance, letters.unseen_attachment, letters.unnamed_notice,
        record.other_order_number, record.other_name, record.other_amount, record.other_refund, record.other_day, record.unknown_exhibit,
        contradictions.at_odds, record.repeated, requests.many_requests,
    )
})  # fmt: skip
