"""`intake`: a notice as the command line's JSON; the keys here are a contract and stay."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from claimdesk.core.intake.intake import LARGEST, Intake
from claimdesk.core.records.moments import moment_text
from claimdesk.core.records.problems import Problem

if TYPE_CHECKING:
    from claimdesk.cli.records import Json
    from claimdesk.core.knowledge.wording import Wording
    from claimdesk.core.records.intake import Notice


def read_intake(file: str, wording: Wording, language: str) -> tuple[Json, bool]:
    """The JSON of a mail file, or of standard input for `-`, and whether there is something to look at.

    That is a warning, or a mail that is none of the kinds. Raises Problem for what cannot be read.
    """
    reader, raw, now = Intake.load(), read_raw(file), datetime.now(UTC)
    notice = reader.read(raw, now)
    json = notice_json(notice, wording, language)
    mails = reader.read_all(raw, now) if any(one.code == "several_mails" for one in notice.warnings) else ()
    if mails:
        json["mails"] = [notice_json(one, wording, language) for one in mails]
    return json, notice.kind == "none" or bool(notice.warnings)


def read_raw(name: str) -> bytes:
    """A file's bytes, or standard input for `-`, up to just over what is accepted. Raises Problem `mail_unreadable`."""
    try:
        if name == "-":
            return sys.stdin.buffer.read(LARGEST + 1)
        with Path(name).open("rb") as file:
            return file.read(LARGEST + 1)
    except OSError as error:
        raise Problem("mail_unreadable", file=name, detail=str(error)) from error


def notice_json(notice: Notice, wording: Wording, language: str) -> Json:
    """One notice; what the mail does not say is null."""
    return {
        "platform": notice.platform or None,
        "marketplace": notice.marketplace or None,
        "order_no": notice.order_no or None,
        "other_orders": list(notice.other_orders),
        "kind": notice.kind,
        "amount_minor": notice.amount_minor,
        "currency": notice.currency or None,
        "payer": notice.payer or None,
        "odr": notice.odr,
        "reason": notice.reason or None,
        "respond_by": moment_text(notice.respond_by),
        "clock": notice.clock or None,
        "sent_at": moment_text(notice.sent_at),
        "sender": notice.sender or None,
        "subject": notice.subject or None,
        "language": notice.language or None,
        "said": notice.said or None,
        "own_copy": notice.own_copy,
        "read_from": [{"field": words.field, "text": words.text} for words in notice.read_from],
        "warnings": [
            {"code": one.code, "message": wording.text(one.code, one.params).get(language)} for one in notice.warnings
        ],
        "attachments": [
            {"name": one.name, "content_type": one.content_type, "size": one.size} for one in notice.attachments
        ],
    }
