"""Whose turn it is, as a chip: shared by the workspace, the list of cases and Today."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from claimdesk.core.records.cases import CaseRow, CaseStatus


@dataclass(frozen=True, slots=True)
class StatusWords:
    """Words, kind and icon of a status chip."""

    text: str
    kind: str
    icon: str


def status_words(row: CaseRow, now: datetime) -> StatusWords:
    """The chip of a case; an action that is past its safe deadline is overdue."""
    due = row.next_deadline
    if row.status is CaseStatus.CLOSED:
        return StatusWords(QCoreApplication.translate("StatusWords", "Closed"), "neutral", "archive")
    if row.status is CaseStatus.WAITING_BUYER:
        words = QCoreApplication.translate("StatusWords", "Waiting for buyer")
        return StatusWords(words, "wait", "chat-circle-text")
    if row.status is CaseStatus.WAITING_PLATFORM:
        return StatusWords(QCoreApplication.translate("StatusWords", "Waiting for platform"), "wait", "scales")
    if row.status is CaseStatus.WAITING_CARRIER:
        return StatusWords(QCoreApplication.translate("StatusWords", "Waiting for carrier"), "wait", "truck")
    if due is not None and due.safe < now:
        return StatusWords(QCoreApplication.translate("StatusWords", "Overdue"), "danger", "warning-octagon-fill")
    return StatusWords(QCoreApplication.translate("StatusWords", "Action needed"), "warn", "hourglass-medium")
