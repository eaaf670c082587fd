"""The readable parts of a dossier: the history as text, and a page that needs nothing but itself."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING
from urllib.parse import quote
from zoneinfo import ZoneInfo

from claimdesk.core.records.money import Money

if TYPE_CHECKING:
    from claimdesk.core.cases.view import CaseView, TimelineEntry
    from claimdesk.core.knowledge.wording import Wording
    from claimdesk.core.records.moments import Moment
    from claimdesk.core.records.orders import Order
    from claimdesk.core.reporting.dossier_letter import Letter
    from claimdesk.core.reporting.dossier_parts import Exhibit

# Control characters, lone surrogates, and marks that turn the direction of a line: a name could hide behind them.
_UNFIT = re.compile("[\x00-\x08\x0b-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
_SHORTEST = 5  # a shorter value would be found in words that have nothing to do with it
_STYLE = (
    "body{font:15px/1.5 'Segoe UI',system-ui,sans-serif;max-width:56rem;margin:2rem auto;padding:0 1rem}"
    "h1{font-size:1.5rem}h2{font-size:1.1rem;margin-top:2rem}table{border-collapse:collapse;width:100%}"
    "th,td{text-align:left;vertical-align:top;padding:.3rem .8rem .3rem 0;border-bottom:1px solid #ddd}"
    "code{font-size:.8rem;overflow-wrap:anywhere}pre{white-space:pre-wrap;font:inherit}small{color:#555}"
)
_HEAD = (
    '<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
    "style-src 'unsafe-inline'\">"
)


class DossierPages:
    """The texts of one dossier, in one language; times are in the marketplace's zone, which they name."""

    def __init__(self, view: CaseView, marketplace: str, zone: str, language: str, wording: Wording) -> None:
        self._view, self._marketplace, self._zone = view, marketplace, ZoneInfo(zone)
        self._language, self._wording = "zh" if language.startswith("zh") else "en", wording
        self._private = _private(view.order)

    def letter(self, letter: Letter) -> str:
        """What was sent or copied, word for word; a draft says first that it is one."""
        text = f"{self._say('dossier_draft')}\n\n{letter.text}" if letter.status == "draft" else letter.text
        return text.rstrip() + "\n"

    def timeline(self, history: Iterable[TimelineEntry]) -> str:
        """One line for each moment."""
        head = (f"{self._title}", self._say("dossier_times", zone=self._zone.key), "")
        return "\n".join((*head, *(f"{at}  {what}" for at, what in self._lines(history)))) + "\n"

    def page(self, history: Sequence[TimelineEntry], exhibits: Sequence[Exhibit], letter: Letter | None) -> str:
        """Facts, history, letter and exhibits as one page without scripts or anything from elsewhere."""
        parts = [
            f'<!doctype html>\n<html lang="{"zh-Hans" if self._language == "zh" else "en"}">',
            f"<head>{_HEAD}<title>{_safe(self._title)}</title><style>{_STYLE}</style></head><body>",
            f"<h1>{_safe(self._title)}</h1>",
            _table((_cell(label, "th"), _cell(value)) for label, value in self._facts() if value),
            self._heading("dossier_history"),
            f"<p><small>{_safe(self._say('dossier_times', zone=self._zone.key))}</small></p>",
            _table((_cell(at), _cell(what)) for at, what in self._lines(history)),
            self._heading("dossier_exhibits"),
            self._exhibits(exhibits) if exhibits else f"<p>{_safe(self._say('dossier_no_exhibits'))}</p>",
        ]
        if letter is not None:
            told = self._say(f"dossier_letter_{letter.status}", at=self._moment(letter.at))
            parts += [self._heading("dossier_letter"), f"<p><small>{_safe(told)}</small></p>",
                      f"<pre>{_safe(letter.text)}</pre>"]  # fmt: skip
        return "\n".join([*parts, "</body></html>\n"])

    @property
    def _title(self) -> str:
        return self._say("dossier_title", case=self._view.case.ref, order=_clean(self._view.order.order_no))

    def _say(self, code: str, **values: object) -> str:
        return self._wording.text(code, values).get(self._language)

    def _heading(self, code: str) -> str:
        return f"<h2>{_safe(self._say(code))}</h2>"

    def _facts(self) -> Iterator[tuple[str, str]]:
        order, case = self._view.order, self._view.case
        parcel = next((one for one in order.shipments if one.tracking_no), None)
        total = order.total_minor if order.currency else None
        yield self._say("report_marketplace"), self._marketplace
        yield self._say("report_order_no"), order.order_no
        yield self._say("report_scenario"), self._view.scenario.title.get(self._language)
        yield self._say("report_buyer"), order.buyer_name or order.buyer_username
        for line in order.lines:
            amount = f" × {line.quantity}" if line.quantity else ""
            yield self._say("report_item"), (line.title or line.sku) + amount
        yield (
            self._say("report_total"),
            "" if total is None else f"{Money(total, order.currency).decimal()} {order.currency}",
        )
        yield self._say("report_bought"), self._moment(order.purchased_at)
        yield self._say("report_shipped"), self._moment(order.shipped_at or (parcel.shipped_at if parcel else None))
        yield self._say("report_carrier"), parcel.carrier if parcel else ""
        yield self._say("report_tracking_no"), parcel.tracking_no if parcel else ""
        yield self._say("report_deliver_by"), self._moment(order.deliver_by)
        yield self._say("report_delivered"), self._moment(order.delivered_at)
        yield self._say("report_opened"), self._moment(case.opened_at)

    def _lines(self, history: Iterable[TimelineEntry]) -> Iterator[tuple[str, str]]:
        for entry in history:
            text, detail = entry.text.get(self._language), entry.detail.get(self._language) if entry.detail else ""
            what = self._without_private(" ".join(f"{text}: {detail}".split()) if detail else " ".join(text.split()))
            yield self._moment(entry.at), _clean(what)

    def _moment(self, moment: Moment | None) -> str:
        """A day stays a day; an instant is shown to the minute."""
        if isinstance(moment, datetime):
            return moment.astimezone(self._zone).strftime("%Y-%m-%d %H:%M")
        return moment.isoformat() if moment is not None else ""

    def _without_private(self, text: str) -> str:
        return self._private.sub(self._say("dossier_left_out"), text) if self._private is not None else text

    def _exhibits(self, exhibits: Iterable[Exhibit]) -> str:
        names = ("dossier_number", "dossier_exhibit", "dossier_added", "dossier_size", "SHA-256")
        head = tuple(_cell(self._say(name), "th") for name in names)
        rows = (
            (
                _cell(str(exhibit.number)),
                f'<td>{_safe(exhibit.title)}<br><a href="{quote(exhibit.file)}">{_safe(exhibit.name)}</a></td>',
                _cell(self._moment(exhibit.at)),
                _cell(f"{exhibit.size:,}"),
                f"<td><code>{exhibit.sha256}</code></td>",
            )
            for exhibit in exhibits
        )
        return _table((head, *rows))


def _private(order: Order) -> re.Pattern[str] | None:
    """What finds the buyer's address, phone and mail where a message quotes them, however the number is spaced."""
    texts = (order.buyer_email, order.ship_postal_code, *re.split(r"[\n,]", order.ship_address))
    wanted = [r"\s+".join(map(re.escape, text.split())) for text in texts if len(text.strip()) >= _SHORTEST]
    for phone in (order.buyer_phone, order.ship_phone):
        digits = re.sub(r"\D", "", phone)
        if len(digits) >= _SHORTEST + 2:
            wanted.append(r"\+?" + r"[\s().-]*".join(digits))
    longest = sorted(wanted, key=len, reverse=True)
    # Whole words only: a postal code may stand in the middle of a tracking number.
    return re.compile(rf"(?<!\w)(?:{'|'.join(longest)})(?!\w)", re.IGNORECASE) if wanted else None


def _clean(text: str) -> str:
    return _UNFIT.sub("", text)


def _safe(text: str) -> str:
    return html.escape(_clean(text))


def _cell(text: str, kind: str = "td") -> str:
    return f"<{kind}>{_safe(text)}</{kind}>"


def _table(rows: Iterable[Sequence[str]]) -> str:
    return "<table>" + "\n".join(f"<tr>{''.join(cells)}</tr>" for cells in rows) + "</table>"
