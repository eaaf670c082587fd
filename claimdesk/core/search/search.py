"""The search over everything: cases, orders, buyers, messages, templates, with what matched."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Final

from claimdesk.core.records.bilingual import Bilingual
from claimdesk.core.records.orders import OrderFilter
from claimdesk.core.records.problems import Problem
from claimdesk.core.records.search import Marked, MarkedBoth, SearchGroup, SearchHit, SearchResult
from claimdesk.core.search.case_texts import CaseTexts
from claimdesk.core.search.marking import holds, marked, words_of
from claimdesk.core.storage import case_rows, search_rows
from claimdesk.core.storage.folding import fold

if TYPE_CHECKING:
    from claimdesk.core.cases.cases import Cases
    from claimdesk.core.messages.messages import Messages
    from claimdesk.core.orders.orders import Orders
    from claimdesk.core.records.cases import Event
    from claimdesk.core.records.messages import StoredMessage
    from claimdesk.core.records.orders import Order
    from claimdesk.core.replies.replies import Replies
    from claimdesk.core.replies.schema import Template
    from claimdesk.core.scenarios.loader import Scenarios
    from claimdesk.core.storage.search_rows import BuyerRow, EventText
    from claimdesk.core.storage.store import Store

_TITLE: Final = 90  # characters of a title


class Search:
    """Answers from what is kept, in bounded time; no text makes it raise. Simplified and Traditional are one."""

    def __init__(
        self, store: Store, orders: Orders, cases: Cases, messages: Messages, replies: Replies, scenarios: Scenarios
    ) -> None:
        self._store, self._orders, self._cases = store, orders, cases
        self._messages, self._replies, self._scenarios = messages, replies, scenarios
        self._texts = CaseTexts(scenarios)
        self._templates: dict[str, tuple[Template, str]] = {}

    def find(self, text: str, now: datetime, each: int = 6) -> SearchResult:
        """What holds every word of a text, at most `each` of a kind; nothing for a text without words."""
        words = words_of(text)
        if not words:
            return SearchResult(text)
        groups = (
            self.cases(words, now, each), self.orders(text, words, now, each), self.buyers(text, words, each),
            self.messages(text, words, each), self.templates(words, each),
        )  # fmt: skip
        return SearchResult(text, tuple(group for group in groups if group.hits))

    # cases

    def cases(self, words: Sequence[str], now: datetime, each: int) -> SearchGroup:
        """Cases by number, order, buyer, item, tracking number, and by all that is written in them."""
        with self._store.reading() as conn:
            found = self._texts.matching(conn, words)
        hits: list[SearchHit] = []
        for case_id, told in found.items():
            if len(hits) == each:
                break
            hit = self._case(case_id, told, words, now)
            if hit is not None:
                hits.append(hit)
        return SearchGroup("case", tuple(hits), more=len(found) > len(hits), total=len(found))

    def _case(self, case_id: int, told: EventText | None, words: Sequence[str], now: datetime) -> SearchHit | None:
        try:
            view = self._cases.view(case_id, now)
        except Problem:
            return None
        row = view.row
        about = " · ".join(part for part in (row.buyer_name, row.order_no, *_seen(view.order, words)) if part)
        line, field = _same(about, words), ""
        if told is not None:
            field = self._texts.field(told)
            line = self._said(told, words) or line
        return SearchHit("case", case_id, row.ref, _both(Bilingual(f"{row.ref}  {row.title.en}", f"{row.ref}  {row.title.zh}"), words),
                         line, field, row.amount_minor, row.currency)  # fmt: skip

    def _said(self, told: EventText, words: Sequence[str]) -> MarkedBoth | None:
        answer = self._texts.answer(told)
        event = next((one for one in self._cases.events(told.case_id) if one.id == told.id), None)
        typed = next(_typed(event, words), "") if event else ""
        if typed or answer is None:
            return _same(typed, words) if typed else None
        return _both(answer, words)

    # orders and buyers

    def orders(self, text: str, words: Sequence[str], now: datetime, each: int) -> SearchGroup:
        """The newest orders by number, buyer, item, SKU, tracking number, and how many there are in all."""
        page = self._orders.page(
            OrderFilter(text=text), sort="purchased_at", descending=True, offset=0, limit=each, now=now
        )
        whole = {order.id: order for order in self._orders.orders([row.id for row in page.rows])}
        hits = []
        for row in page.rows:
            about = (row.buyer_name, *_seen(whole[row.id], words)) if row.id in whole else (row.buyer_name,)
            line = " · ".join(dict.fromkeys(part for part in (*about, row.item) if part))
            hits.append(SearchHit("order", row.id, row.order_no, _same(row.order_no, words, _TITLE), _same(line, words),
                                  amount_minor=row.total_minor, currency=row.currency))  # fmt: skip
        return SearchGroup("order", tuple(hits), more=page.total > len(hits), total=page.total)

    def buyers(self, text: str, words: Sequence[str], each: int) -> SearchGroup:
        """Buyers by name, user name or e-mail address, those with most orders first."""
        with self._store.reading() as conn:
            rows = search_rows.buyers(conn, text, words, each + 1)
        return SearchGroup("buyer", tuple(_buyer(row, words) for row in rows[:each]), more=len(rows) > each)

    # messages and templates

    def messages(self, text: str, words: Sequence[str], each: int) -> SearchGroup:
        """The newest messages that hold every word."""
        found = self._messages.search(text, each + 1)
        return SearchGroup("message", tuple(self._message(m, words) for m in found[:each]), more=len(found) > each)

    def _message(self, message: StoredMessage, words: Sequence[str]) -> SearchHit:
        subject = message.subject or message.order_no or message.sender
        line = message.text if holds(message.text, words) or not message.subject else message.subject
        case_id = 0
        if message.order_id is not None:
            with self._store.reading() as conn:
                case_id = max(case_rows.cases_of_order(conn, message.order_id), default=0)
        return SearchHit("message", message.order_id or 0, message.order_no, _same(subject, words, _TITLE),
                         _same(line, words), case_id=case_id)  # fmt: skip

    def templates(self, words: Sequence[str], each: int) -> SearchGroup:
        """Templates by name, purpose and paragraphs of any language; a match in the name comes first."""
        named: list[Template] = []
        rest: list[Template] = []
        for template in self._replies.all():
            if all(word in self._folded(template) for word in words):
                (named if holds(f"{template.id} {template.title.en} {template.title.zh}", words) else rest).append(
                    template
                )
        found = [*named, *rest]
        return SearchGroup("template", tuple(_template(one, words) for one in found[:each]), more=len(found) > each,
                           total=len(found))  # fmt: skip

    def _folded(self, template: Template) -> str:
        known = self._templates.get(template.id)
        if known is None or known[0] is not template:
            parts = (template.id, template.title.en, template.title.zh, template.purpose.en, template.purpose.zh,
                     *(p.text(code) for p in template.paragraphs for code in template.languages()))  # fmt: skip
            known = self._templates[template.id] = (template, fold("\n".join(parts)))
        return known[1]


def _same(text: str, words: Sequence[str], length: int = 84) -> MarkedBoth:
    shown = marked(text, words, length)
    return MarkedBoth(shown, shown)


def _both(text: Bilingual, words: Sequence[str]) -> MarkedBoth:
    return MarkedBoth(marked(text.en, words), marked(text.zh, words))


def _typed(event: Event, words: Sequence[str]) -> Iterator[str]:
    """The words of an event that hold what was asked for."""
    names = ("text", "subject", "sender", "name", "reason", "excerpt")
    return (text for name in names if (text := str(event.data.get(name) or "")) and holds(text, words))


def _seen(order: Order, words: Sequence[str]) -> Iterator[str]:
    """What else of an order holds what was asked for: SKU, title, tracking number, user name."""
    for line in order.lines:
        yield from (text for text in (line.sku, line.title) if text and holds(text, words))
    yield from (parcel.tracking_no for parcel in order.shipments if holds(parcel.tracking_no, words))
    yield from (text for text in (order.buyer_username, order.ship_name) if text != order.buyer_name and text and holds(text, words))  # fmt: skip


def _buyer(row: BuyerRow, words: Sequence[str]) -> SearchHit:
    parts = (row.username if row.username != row.name else "", row.email)
    return SearchHit("buyer", row.orders, row.name or row.username, _same(row.name or row.username, words, _TITLE),
                     _same(" · ".join(part for part in parts if part), words))  # fmt: skip


def _template(template: Template, words: Sequence[str]) -> SearchHit:
    texts = [template.purpose.en, template.purpose.zh]
    texts += [p.text(code) for p in template.paragraphs for code in template.languages()]
    found = next((text for text in texts if holds(text, words)), "")
    line = _same(found, words) if found else MarkedBoth(Marked(template.purpose.en), Marked(template.purpose.zh))
    return SearchHit("template", 0, template.id, _both(template.title, words), line)
