"""Records as the command line's JSON: the keys here are a contract and stay."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from claimdesk.core.records.moments import Moment, moment_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from claimdesk.core.cases.view import CaseView
    from claimdesk.core.knowledge.wording import Wording
    from claimdesk.core.records.bilingual import Bilingual
    from claimdesk.core.records.cases import CaseRow, Deadline
    from claimdesk.core.records.imports import Counts, FilePreview
    from claimdesk.core.records.order_events import OrderEvent
    from claimdesk.core.records.orders import Order
    from claimdesk.core.records.problems import RowIssue
    from claimdesk.core.records.replies import Finding

Json = dict[str, Any]


def bilingual_json(text: Bilingual | None) -> Json | None:
    """Both languages, or null."""
    return None if text is None else {"en": text.en, "zh": text.zh}


def file_json(preview: FilePreview, issues: Callable[[Iterable[RowIssue]], list[Json]]) -> Json:
    """One imported file."""
    return {
        "file": preview.file,
        "format": preview.format,
        "encoding": preview.encoding,
        "sheet": preview.sheet,
        "header_row": preview.header_row,
        "rows": preview.rows,
        "orders": {"new": preview.new, "updated": preview.updated, "unchanged": preview.unchanged},
        "events": _counts(preview.events),
        "figures": _counts(preview.figures),
        "rejected": issues(preview.rejected),
        "warnings": issues(preview.warnings),
        "shops": [{"name": share.name, "new": share.is_new, "orders": share.orders} for share in preview.shops],
    }


def _counts(counts: Counts) -> Json:
    return {
        "new": counts.new,
        "updated": counts.updated,
        "unchanged": counts.unchanged,
        "without_order": counts.without_order,
    }


def issue_json(issue: RowIssue, wording: Wording, language: str) -> Json:
    """One thing about one row, in words."""
    params = {"value": issue.value, "column": issue.column, "row": issue.row, **issue.params}
    return {
        "row": issue.row,
        "column": issue.column,
        "code": issue.code,
        "message": wording.text(issue.code, params).get(language),
        "value": issue.value,
    }


def order_json(order: Order, shops: Mapping[int, str]) -> Json:
    """One order with its lines; what no file said is null or empty."""
    parcel = next((s for s in order.shipments if s.tracking_no), order.shipments[0] if order.shipments else None)
    return {
        "platform": order.platform,
        "marketplace": order.marketplace,
        "order_no": order.order_no,
        "shop": shops.get(order.shop_id, ""),
        "purchased_at": moment_text(order.purchased_at),
        "ship_by": moment_text(order.ship_by),
        "deliver_by": moment_text(order.deliver_by),
        "shipped_at": moment_text(order.shipped_at),
        "delivered_at": moment_text(order.delivered_at),
        "status": str(order.status),
        "fulfilment": str(order.fulfilment),
        "buyer_name": order.buyer_name,
        "ship_country": order.ship_country,
        "currency": order.currency,
        "total_minor": order.total_minor,
        "refund_minor": order.refund_minor,
        "carrier": parcel.carrier if parcel else "",
        "tracking_no": parcel.tracking_no if parcel else "",
        "lines": [
            {
                "line_no": line.line_no,
                "sku": line.sku,
                "item_ref": line.item_ref,
                "title": line.title,
                "quantity": line.quantity,
                "price_minor": line.price_minor,
            }
            for line in order.lines
        ],
        "events": [_event(event) for event in order.events],
    }


def _event(event: OrderEvent) -> Json:
    return {
        "kind": str(event.kind),
        "at": moment_text(event.at),
        "reference": event.reference,
        "reason": event.reason,
        "status": event.status,
        "amount_minor": event.amount_minor,
        "currency": event.currency,
        "rating": event.rating,
        "comment": event.comment,
        "response": event.response,
        "carrier": event.carrier,
        "tracking_no": event.tracking_no,
        "sku": event.sku,
        "quantity": event.quantity,
        "file": event.file,
        "row": event.row,
    }


def case_json(row: CaseRow) -> Json:
    """One line of the case list."""
    deadline = row.next_deadline
    return {
        "id": row.id,
        "ref": row.ref,
        "order_no": row.order_no,
        "platform": row.platform,
        "scenario": row.scenario,
        "status": str(row.status),
        "outcome": row.outcome or None,
        "opened_at": moment_text(row.opened_at),
        "next_deadline": None
        if deadline is None
        else {"rule": deadline.rule, "safe": moment_text(deadline.safe), "outer": moment_text(deadline.outer)},
        "amount_minor": row.amount_minor,
        "currency": row.currency,
        "events": row.events,
    }


def deadline_json(deadline: Deadline) -> Json:
    """One clock of a case."""
    return {
        "clock": deadline.clock,
        "rule": deadline.rule,
        "action": bilingual_json(deadline.action),
        "started_at": moment_text(deadline.started_at),
        "safe": moment_text(deadline.safe),
        "outer": moment_text(deadline.outer),
        "zone": deadline.zone,
        "source": deadline.source,
        "confidence": deadline.confidence,
        "last_checked": deadline.last_checked,
        "overridden_because": deadline.overridden_because,
        "watch": deadline.watch,
        "edited_because": deadline.edited_because,
        "met_at": moment_text(deadline.met_at),
        "follow": deadline.follow or None,
        "dismissed_because": deadline.dismissed_because,
    }


def view_json(view: CaseView) -> Json:
    """A case as a whole: path, clocks, timeline, evidence."""
    return {
        **case_json(view.row),
        "odr": view.case.odr,
        "closed_at": moment_text(view.case.closed_at),
        "path": [
            {
                "step": step.step.id,
                "kind": step.step.kind,
                "state": step.state,
                "answer": step.answer or None,
                "prefill": step.prefill or None,
                "check_again": step.check_again,
                "title": bilingual_json(step.step.title),
                "options": [option.id for option in step.options],
            }
            for step in view.walk.path
        ],
        "clocks": [deadline_json(deadline) for deadline in view.deadlines],
        "timeline": [
            {
                "at": moment_text(entry.at),
                "kind": entry.kind,
                "text": bilingual_json(entry.text),
                "detail": bilingual_json(entry.detail),
            }
            for entry in view.timeline
        ],
        "evidence": [
            {"item": e.item, "name": e.name, "sha256": e.sha256, "size": e.size, "at": moment_text(e.at)}
            for e in view.case.evidence
        ],
    }


def finding_json(finding: Finding, language: str) -> Json:
    """One finding of the message check."""
    return {
        "rule": finding.rule,
        "severity": str(finding.severity),
        "category": finding.category,
        "start": finding.start,
        "end": finding.end,
        "excerpt": finding.excerpt,
        "why": finding.why.get(language),
        "fix": finding.fix.get(language),
        "source": finding.source,
    }


def plain(value: object) -> object:
    """Anything of a knowledge file as JSON can hold it."""
    if isinstance(value, Moment):
        return moment_text(value)
    return asdict(value) if hasattr(value, "__dataclass_fields__") else str(value)  # type: ignore[call-overload]
