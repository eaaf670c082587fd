"""The fields of a notice in words: what was read, or that it was not said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from claimdesk.core.records.moments import parse_moment
from claimdesk.ui.widgets import times

if TYPE_CHECKING:
    from claimdesk.core.records.intake import Notice
    from claimdesk.ui.context import WindowContext

Row = tuple[str, str, str]  # name, value (empty: not said), the words of the mail
_LONGEST = 160


class NoticeWords(QObject):
    """Turns a notice, or what the timeline keeps of one, into rows."""

    def __init__(self, ctx: WindowContext, parent: QObject) -> None:
        super().__init__(parent)
        self._ctx = ctx

    def of_notice(self, notice: Notice) -> list[Row]:
        """The rows of a notice just read."""
        data = {name: getattr(notice, name) for name in (
            "kind", "order_no", "amount_minor", "currency", "payer", "odr", "reason", "respond_by", "sender", "sent_at")}  # fmt: skip
        return self._rows(data, [(read.field, read.text) for read in notice.read_from])

    def of_kept(self, data: Mapping[str, Any], order_no: str) -> list[Row]:
        """The rows of a notice kept in a timeline."""
        values = {**data, "order_no": order_no}
        for name in ("respond_by", "sent_at"):
            values[name] = parse_moment(str(data[name])) if data.get(name) else None
        return self._rows(values, [(str(field), str(text)) for field, text in data.get("read_from") or ()])

    def _rows(self, data: Mapping[str, Any], read: Sequence[tuple[str, str]]) -> list[Row]:
        said = dict(reversed(read))  # of several places the first
        language, home = self._ctx.language, self._ctx.home
        amount = data["amount_minor"]
        due = data["respond_by"]
        sent = data["sent_at"]
        rows = [
            (self.tr("What it is"), self._kind(str(data["kind"]), str(data["payer"])), "kind"),
            (self.tr("Order"), str(data["order_no"]), "order_no"),
            (
                self.tr("Amount"),
                "" if amount is None else times.money_text(amount, str(data["currency"])),
                "amount_minor",
            ),
            (self.tr("Who pays"), self._payer(str(data["payer"])), "payer"),
            (self.tr("Defect rate"), self._odr(str(data["odr"])), "odr"),
            (self.tr("Reason"), self._reason(str(data["reason"])), "reason"),
            (self.tr("Answer by"), times.moment_text(due, language, zone=home) if due else "", "respond_by"),
            (self.tr("Sent"), times.moment_text(sent, language, zone=home) if sent else "", ""),
            (self.tr("Sender"), str(data["sender"]), ""),
        ]
        return [(name, value, _short(said.get(field, ""))) for name, value, field in rows]

    def _kind(self, kind: str, payer: str) -> str:
        desk = self._ctx.desk
        kind = "granted" if kind.startswith("granted") and not payer else kind  # who pays is not said
        return self._ctx.text(desk.wording.text(f"notice_{kind}")) if desk is not None else kind

    def _payer(self, payer: str) -> str:
        return {"seller": self.tr("You"), "platform": self.tr("The platform")}.get(payer, payer)

    def _odr(self, odr: str) -> str:
        return {"counts": self.tr("It counts"), "not_counted": self.tr("It does not count")}.get(odr, "")

    def _reason(self, reason: str) -> str:
        return {
            "unauthorised": self.tr("Purchase not authorised"),
            "refund_missing": self.tr("Refund not received"),
            "not_received": self.tr("Not received"),
            "wrong_item": self.tr("Wrong item"),
            "empty_or_missing": self.tr("Empty parcel or missing part"),
            "damaged": self.tr("Damaged"),
            "defective": self.tr("Defective"),
            "not_as_described": self.tr("Not as described"),
            "better_price": self.tr("Better price found"),
            "changed_mind": self.tr("Changed mind"),
            "late": self.tr("Late"),
            "cancel": self.tr("Wants to cancel"),
        }.get(reason, reason)


def _short(words: str) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= _LONGEST else plain[: _LONGEST - 1] + "…"
