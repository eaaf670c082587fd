"""What a file would do, or did, as one record: of a table from its plans, of a health report from its figures."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from claimdesk.core.importing.event_planning import EventPlan
from claimdesk.core.importing.health import FORMAT_ID, HealthReport
from claimdesk.core.importing.parsing import ParsedFile
from claimdesk.core.importing.planning import Plan
from claimdesk.core.importing.questions import questions_of
from claimdesk.core.importing.shop_choice import Placed
from claimdesk.core.records.bilingual import Bilingual
from claimdesk.core.records.imports import Counts, FilePreview
from claimdesk.core.records.problems import RowIssue
from claimdesk.core.records.shops import OTHERS

SHOWN_CHANGES = 1000
HEALTH_TITLE = Bilingual("Amazon account health", "亚马逊账户状况")


def preview_of(parsed: ParsedFile, placed: Placed, found: Plan, events: EventPlan) -> FilePreview:
    """A table of orders or events; an order counts as updated when it or one of its events changes."""
    definition = parsed.recognised.format.definition
    updated = {update.order_id for update in found.updates} | events.touched
    counts = found.counts + events.counts
    if refunds := sum(pair in events.stored for pair in events.refunds):
        counts["refund_minor"] += refunds
    return FilePreview(
        file=parsed.path.name,
        format=definition.id,
        format_title=Bilingual(definition.title.en, definition.title.zh),
        platform=definition.platform,
        encoding=parsed.encoding,
        sheet=parsed.recognised.table.name,
        header_row=parsed.recognised.number,
        rows=parsed.rows,
        new=len(found.new),
        updated=len(updated),
        unchanged=found.unchanged + len(found.updates) - len(updated),
        rejected=(*parsed.rejected, *_taken(parsed, found)),
        warnings=(*_other_shops(placed), *parsed.warnings),
        columns=parsed.columns,
        changes=(*found.changes, *events.changes)[:SHOWN_CHANGES],
        change_counts=tuple(counts.most_common()),
        events=Counts(len(events.new), len(events.updates), events.unchanged, parsed.events.without_order),
        signature=parsed.recognition.signature,
        profile=parsed.recognition.profile,
        choices=parsed.recognition.choices,
        questions=questions_of(parsed),
        sheets=parsed.sheets,
        hidden_sheets=parsed.hidden_sheets,
        shops=placed.shares,
    )


def _other_shops(placed: Placed) -> Iterator[RowIssue]:
    """What was found of another shop without being asked."""
    for share in placed.shares:
        if share.because == OTHERS:
            code = "shop_new" if share.is_new else "shop_other"
            yield RowIssue(1, "", code, share.name, {"count": share.against})


def _taken(parsed: ParsedFile, found: Plan) -> Iterator[RowIssue]:
    for position, day in found.taken:
        number = parsed.orders.numbers[position]
        yield RowIssue(parsed.orders.rows[position], "", "number_of_another_order", number, {"day": day})


def health_preview(path: Path, report: HealthReport, new: int) -> FilePreview:
    """A report of account health: it is of no order, `new` figures tell something that was not known."""
    return FilePreview(
        file=path.name,
        format=FORMAT_ID,
        format_title=HEALTH_TITLE,
        platform="amazon",
        encoding="utf-8",
        sheet="",
        header_row=1,
        rows=report.rows,
        new=0,
        updated=0,
        unchanged=0,
        rejected=report.issues,
        warnings=(),
        columns=(),
        changes=(),
        change_counts=(),
        figures=Counts(new=new, unchanged=len(report.figures) - new),
    )
