"""A mail or pasted text reduced to who wrote what and when: forwards opened, quotes cut, buyers' words set apart."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from typing import Final

from claimdesk.core.intake.dates import dates_in
from claimdesk.core.intake.decoding import decode
from claimdesk.core.intake.folding import fold
from claimdesk.core.intake.mail import LONGEST_TEXT, Mail, read_mail
from claimdesk.core.intake.mailbox import is_mail
from claimdesk.core.intake.markup import shown_text, tidy
from claimdesk.core.intake.quoting import buyer_frame, unquoted
from claimdesk.core.records.intake import Attachment
from claimdesk.core.records.moments import Moment
from claimdesk.core.records.problems import Problem

_TOKEN: Final = re.compile(r"\[?commMgr(?:H?)Tok(?:en)?:\s{0,3}([A-Za-z0-9]{4,80})\]?", re.I)
_MARKUP: Final = re.compile(r"<(?:!doctype html|html|body|table|div|p|br)\b[^>]{0,200}>", re.I)
_BINARY: Final = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\ufffd]")
_SAMPLE: Final = 8_000
_FAILED: Final = re.compile(r"\b(spf|dkim|dmarc)\s{0,2}=\s{0,2}(?:fail|permerror)\b", re.I)


@dataclass(frozen=True, slots=True)
class Message:
    """What counts of a mail. `framed` tells that the platform marked the buyer's own words, which are `said`."""

    sender: str
    reply_to: str
    subject: str
    sent_at: Moment | None
    text: str
    said: str
    framed: bool
    token: str
    attachments: tuple[Attachment, ...]
    failed_checks: tuple[str, ...]
    extra: str
    cut: bool
    message_id: str = ""
    quotes: str = ""  # the earlier messages below the text, as they stand there


def message_of(raw: bytes) -> Message:
    """The message in a mail's bytes or a plain text. Raises Problem `mail_broken` or `mail_no_text`."""
    if is_mail(raw):
        return _from_mail(read_mail(raw.lstrip(b"\xef\xbb\xbf \t\r\n")))
    text = decode(raw)
    if len(_BINARY.findall(text[:_SAMPLE])) * 20 > len(text[:_SAMPLE]):
        raise Problem("mail_no_text")
    plain = shown_text(text) if _MARKUP.search(text[:4_000]) else tidy(text)
    return _message(Mail("", "", "", "", None, plain[:LONGEST_TEXT], (), (), (), ""), cut=len(plain) > LONGEST_TEXT)


def _from_mail(mail: Mail) -> Message:
    """The innermost of mails sent on as attachments, with the outermost mail's attachments and checks."""
    inner = mail
    while inner.inner and len(inner.text) < 400:
        inner = inner.inner[0]
    if inner is not mail and inner.text:
        attachments = (*mail.attachments, *(a for a in inner.attachments))
        chosen = Mail(inner.sender, inner.address, inner.reply_to, inner.subject or mail.subject,
                      inner.sent_at or mail.sent_at, inner.text, (), attachments,
                      (*mail.authentication, *inner.authentication), mail.extra + inner.extra, inner.message_id)  # fmt: skip
        return _message(chosen, cut=len(inner.text) >= LONGEST_TEXT)
    return _message(mail, cut=len(mail.text) >= LONGEST_TEXT)


def _message(mail: Mail, *, cut: bool) -> Message:
    found = unquoted(mail.text, mail.subject)
    token = _TOKEN.search(mail.text)
    text = _TOKEN.sub("", found.text)
    said, framed = _said(text)
    return Message(
        sender=found.sender or mail.sender,
        reply_to="" if found.forwarded and found.sender else mail.reply_to,
        subject=found.subject or mail.subject,
        sent_at=(_printed_date(found.date) if found.forwarded else None) or mail.sent_at,
        text=tidy(text),
        said=said,
        framed=framed,
        token=token.group(1) if token else "",
        attachments=mail.attachments,
        failed_checks=tuple(dict.fromkeys(m.lower() for line in mail.authentication for m in _FAILED.findall(line))),
        extra=mail.extra,
        cut=cut,
        message_id="" if found.forwarded else mail.message_id,
        quotes=found.quotes,
    )


def _said(text: str) -> tuple[str, bool]:
    """What stands between the platform's marks of a buyer's message."""
    frame = buyer_frame()
    begin = frame.begin.search(text)
    if not begin:
        return "", False
    end = frame.end.search(text, begin.end())
    words = text[begin.end() : end.start() if end else len(text)].strip()
    return frame.around.sub("", frame.around.sub("", words)).strip(), True


def _printed_date(text: str) -> Moment | None:
    """The date line of a forwarded mail: an instant when it names its zone, else a day."""
    try:
        moment = parsedate_to_datetime(text)
        if moment.tzinfo is not None:
            return moment.astimezone(UTC)
    except (ValueError, TypeError, IndexError, OverflowError):
        pass
    found = next(dates_in(fold(text[:200]).text, language="", marketplace="", today=None), None)
    return None if found is None else _plain(found.moment)


def _plain(moment: Moment) -> Moment:
    return moment if isinstance(moment, datetime) else date(moment.year, moment.month, moment.day)
