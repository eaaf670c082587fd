"""Reads one mail or pasted text into a notice: what happened, to which order, and in which words it is said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Final

from claimdesk.core.deadlines.marketplaces import Marketplaces
from claimdesk.core.intake.lexicon import lexicons
from claimdesk.core.intake.mail import attachment_bytes
from claimdesk.core.intake.mailbox import mails_in
from claimdesk.core.intake.meaning import kinds_file
from claimdesk.core.intake.message import Message, message_of
from claimdesk.core.intake.platforms import currencies, platform_files
from claimdesk.core.intake.reading import Reader
from claimdesk.core.records.intake import Caution, Notice
from claimdesk.core.records.problems import Problem

LARGEST: Final = 20 * 1024 * 1024  # bytes of one mail
LARGEST_BOX: Final = 100 * 1024 * 1024  # of a mailbox
_FOREIGN: Final = (
    (b"\xd0\xcf\x11\xe0", "mail_outlook"), (b"PK\x03\x04", "mail_no_text"), (b"%PDF-", "mail_no_text"),
    (b"\x89PNG", "mail_no_text"), (b"\xff\xd8\xff", "mail_no_text"), (b"GIF8", "mail_no_text"),
    (b"Rar!", "mail_no_text"), (b"\x1f\x8b", "mail_no_text"), (b"MZ", "mail_no_text"), (b"\x7fELF", "mail_no_text"),
    (b"SQLite format 3", "mail_no_text"),
)  # fmt: skip


class Intake:
    """Knows how the platforms write. Reads; never opens, executes or fetches anything that a mail names."""

    def __init__(self, marketplaces: Marketplaces) -> None:
        self._reader = Reader(marketplaces)

    @classmethod
    def load(cls) -> Intake:
        """The shipped languages, platforms and rules. Raises Problem `knowledge_faulty`."""
        lexicons()
        kinds_file()
        platform_files()
        currencies()
        return cls(Marketplaces.load())

    def read(self, raw: bytes | str, now: datetime | None = None) -> Notice:
        """The notice in an .eml file, a mailbox (its first mail) or a plain text.

        `now` settles the year of a date that names none in a text without a date of its own. Raises Problem
        `mail_empty`, `mail_too_large`, `mail_outlook`, `mail_no_text` or `mail_broken`.
        """
        mails = self.mails(raw)
        notice = self._notice(mails[0], now)
        if len(mails) > 1:
            notice = replace(notice, warnings=(*notice.warnings, Caution("several_mails", {"count": len(mails)})))
        return notice

    def read_all(self, raw: bytes | str, now: datetime | None = None) -> tuple[Notice, ...]:
        """A notice for each mail of a mailbox; one for anything else. Raises as `read` does."""
        return tuple(self._notice(mail, now) for mail in self.mails(raw))

    def attachment(self, raw: bytes | str, part: int) -> bytes:
        """The content of an attachment by its number. Raises Problem `attachment_unknown`, and as `read` does."""
        return attachment_bytes(self.mails(raw)[0], part)

    @staticmethod
    def mails(raw: bytes | str) -> Sequence[bytes]:
        """The mails of a mailbox, each as it came; one for anything else. Raises as `read` does."""
        content = raw.encode("utf-8", "replace") if isinstance(raw, str) else raw
        is_box = content.lstrip(b"\xef\xbb\xbf\r\n").startswith(b"From ")
        if len(content) > (LARGEST_BOX if is_box else LARGEST):
            raise Problem("mail_too_large", limit=(LARGEST_BOX if is_box else LARGEST) // 1024 // 1024)
        for mark, code in _FOREIGN:
            if content.startswith(mark):
                raise Problem(code)
        if not content.strip(b"\xef\xbb\xbf \t\r\n\x00"):
            raise Problem("mail_empty")
        return mails_in(content)

    def _notice(self, mail: bytes, now: datetime | None) -> Notice:
        if len(mail) > LARGEST:
            raise Problem("mail_too_large", limit=LARGEST // 1024 // 1024)
        message = message_of(mail)
        return self._reader.notice(message, _today(message, now))


def _today(message: Message, now: datetime | None) -> date | None:
    if message.sent_at is not None:
        return message.sent_at.date() if isinstance(message.sent_at, datetime) else message.sent_at
    return now.date() if now else None
