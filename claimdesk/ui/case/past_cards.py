"""Cards of the right pane that look back: earlier contacts, the thread, the buyer's claims, similar cases."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from claimdesk.ui.case.fold import Fold
from claimdesk.ui.messages.thread import Thread
from claimdesk.ui.widgets import times
from claimdesk.ui.widgets.buttons import LinkButton
from claimdesk.ui.widgets.empty import Icon
from claimdesk.ui.widgets.labels import Plain
from claimdesk.ui.widgets.tall import empty_layout

if TYPE_CHECKING:
    from claimdesk.core.cases.claimants import Claimant, Match
    from claimdesk.core.cases.prior_contact import PriorContact
    from claimdesk.core.cases.similar import Similar, SimilarCase
    from claimdesk.core.records.messages import Contact
    from claimdesk.ui.context import WindowContext

_CONTACTS: Final = 6
_CASES: Final = 4
_MATCHES: Final = 4
_QUOTED: Final = 120
_TOP: Final = Qt.AlignmentFlag.AlignTop


def _lines(fold: Fold | QWidget) -> QVBoxLayout:
    """A column for rows that come and go."""
    column = QVBoxLayout()
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    return column


class ThreadCard(Fold):
    """What the buyer wrote and the shop answered."""

    def __init__(self, ctx: WindowContext, parent: QWidget | None = None) -> None:
        super().__init__("thread", ctx.settings, parent)
        self._count = Plain("", "secondary", "text3")
        self.aside.addWidget(self._count)
        self.messages = Thread(ctx)
        self.body.addWidget(self.messages)

    def show_past(self, contact: PriorContact) -> None:
        """Show the thread of the order."""
        self.set_title(self.tr("Messages"))
        self._count.setText(str(len(contact.thread)) if contact.thread else "")
        self.messages.show_messages(contact.thread)


class ContactCard(Fold):
    """What was asked before the case, about this order and others. `order_asked(id)`, `note_asked`."""

    order_asked = Signal(int)
    note_asked = Signal()

    def __init__(self, ctx: WindowContext, parent: QWidget | None = None) -> None:
        super().__init__("contact", ctx.settings, parent)
        self._ctx = ctx
        self.note = LinkButton()
        self.note.setObjectName("noteContact")
        self.note.clicked.connect(self.note_asked)
        self.aside.addWidget(self.note)
        self._rows = _lines(self)
        self.body.addLayout(self._rows)

    def show_past(self, contact: PriorContact, opened_at: datetime) -> None:
        """Show the contacts that came before the case was opened."""
        self.set_title(self.tr("Earlier contact"))
        self.note.setText(self.tr("Note a contact"))
        self.note.updateGeometry()
        empty_layout(self._rows)
        here = [one for one in contact.this_order if one.at is None or times.utc(one.at) < opened_at]
        others = [one for one in contact.others if one.at is None or times.utc(one.at) < opened_at]
        for one in here[:_CONTACTS]:
            self._rows.addWidget(self._row(one))
        if others:
            self._rows.addWidget(Plain(self.tr("On other orders"), "label", "text3"))
        for one in others[:_CONTACTS]:
            self._rows.addWidget(self._row(one))
        if not here and not others:
            self._rows.addWidget(
                Plain(self.tr("None is known from before this case."), "secondary", "text3", wrap=True)
            )

    def _row(self, contact: Contact) -> QWidget:
        language = self._ctx.language
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setSpacing(8)
        day = times.moment_text(contact.at, language, zone=self._ctx.home) if contact.at else self.tr("no date")
        head.addWidget(Plain(day, "table", "text3"), 0, _TOP)
        head.addWidget(Plain(contact.title.get(language), "table", wrap=True), 1)
        if not contact.same_order:
            link = LinkButton(contact.order_no)
            link.setObjectName(f"contactOrder{contact.order_id}")
            link.clicked.connect(lambda _=False, order=contact.order_id: self.order_asked.emit(order))
            head.addWidget(link)
        column.addLayout(head)
        for words in self._details(contact):
            column.addWidget(Plain(words, "secondary", "text3", wrap=True))
        return row

    def _details(self, contact: Contact) -> Iterator[str]:
        language = self._ctx.language
        text = " ".join(contact.text.split())
        if text:
            yield f"“{text if len(text) <= _QUOTED else text[:_QUOTED].rstrip() + '…'}”"
        if contact.answer is not None:
            answer = contact.answer.get(language)
            if contact.answered_in is None:
                yield self.tr("Answer: {0}").format(answer)
            else:
                span = times.span_text(timedelta(seconds=contact.answered_in), language)
                yield self.tr("Answer after {0}: {1}").format(span, answer)
        if contact.source is not None:
            yield self.tr("From: {0}").format(contact.source.get(language))


class ClaimantBlock(QWidget):
    """How often the buyer has claimed, from the shop's own orders. `order_asked(id)`, `case_asked(id)`."""

    order_asked = Signal(int)
    case_asked = Signal(int)

    def __init__(self, ctx: WindowContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self.setObjectName("claimant")
        self._sum = Plain("", "table", wrap=True)
        self._why = Plain("", "secondary", "text2", wrap=True)
        self._rows = _lines(self)
        self._note = Plain("", "secondary", "text3", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(3)
        column.addWidget(self._sum)
        column.addWidget(self._why)
        column.addLayout(self._rows)
        column.addWidget(self._note)

    def show_past(self, claimant: Claimant, order_id: int) -> None:
        """Show what is known; nothing where no other order may be the buyer's."""
        empty_layout(self._rows)
        self.setVisible(claimant.returning)
        language = self._ctx.language
        self._sum.setText(self.tr("{0} of {1} orders that may be this buyer’s were claimed or returned").format(
            claimant.claimed, claimant.orders))  # fmt: skip
        between = self.tr("; ", "between parts of a list")
        self._why.setText(between.join(f"{title.get(language)} ×{count}" for title, count in claimant.reasons))
        self._why.setVisible(bool(claimant.reasons))
        for match in claimant.matches[:_MATCHES]:
            self._rows.addWidget(self._row(match))
        self._note.setText(claimant.note.get(language))

    def _row(self, match: Match) -> QWidget:
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        line = QHBoxLayout()
        line.setSpacing(8)
        order = LinkButton(match.order_no)
        order.setObjectName(f"claimantOrder{match.order_id}")
        order.clicked.connect(lambda _=False: self.order_asked.emit(match.order_id))
        line.addWidget(order)
        line.addStretch(1)
        for case in match.cases[-2:]:
            link = LinkButton(f"C-{case:04d}")
            link.setObjectName(f"claimantCase{case}")
            link.clicked.connect(lambda _=False, chosen=case: self.case_asked.emit(chosen))
            line.addWidget(link)
        column.addLayout(line)
        column.addWidget(Plain(self._by(match), "secondary", "text3", wrap=True))
        return row

    def _by(self, match: Match) -> str:
        return {
            "email": self.tr("same e-mail"), "username": self.tr("same user name"), "address": self.tr("same address"),
            "name_place": self.tr("same name and place"),
            "name_variant": self.tr("{0}, same place").format(match.name),
        }.get(match.by, "")  # fmt: skip


class SimilarCard(Fold):
    """Past cases like this one, and how often its scenario ends at no cost. `case_asked(id)`."""

    case_asked = Signal(int)

    def __init__(self, ctx: WindowContext, parent: QWidget | None = None) -> None:
        super().__init__("similar", ctx.settings, parent)
        self._ctx = ctx
        self._similar: Similar | None = None
        self._whole = False
        self.rate = Plain("", "strong", "ok")
        self.rate.setObjectName("similarRate")
        self.aside.addWidget(self.rate)
        self._range = Plain("", "secondary", "text3", wrap=True)
        self._range.setObjectName("similarRange")
        self._rows = _lines(self)
        self.more = LinkButton()
        self.more.setObjectName("similarMore")
        self.more.clicked.connect(self._show_whole)
        self.body.addWidget(self._range)
        self.body.addLayout(self._rows)
        self.body.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)

    def show_past(self, similar: Similar) -> None:
        """Show the most alike first."""
        self._similar, self._whole = similar, False
        self._fill()

    def _show_whole(self) -> None:
        self._whole = True
        self._fill()

    def _fill(self) -> None:
        similar = self._similar
        if similar is None:
            return
        self.set_title(self.tr("Similar cases"))
        self._show_rate(similar)
        empty_layout(self._rows)
        shown = similar.cases if self._whole else similar.cases[:_CASES]
        for case in shown:
            self._rows.addWidget(self._row(case))
        if not similar.cases:
            self._rows.addWidget(Plain(self.tr("No case so far is like this one."), "secondary", "text3", wrap=True))
        left = len(similar.cases) - len(shown)
        self.more.setVisible(left > 0)
        self.more.setText(self.tr("{0} more").format(left))
        self.more.updateGeometry()

    def _show_rate(self, similar: Similar) -> None:
        rate = similar.rate
        title = similar.scenario.get(self._ctx.language)
        if not rate.enough:
            self.rate.setText(self.tr("too few cases"))
            self.rate.set_ink("text3")
            self._range.setText(self.tr("“{0}” has ended {1} times: too few for a rate.").format(title, rate.ended))
            return
        low, high = rate.interval
        self.rate.setText(self.tr("{0} of {1} at no cost").format(rate.well, rate.ended))
        self.rate.set_ink("ok" if low >= 0.5 else "danger" if high < 0.5 else "text2")
        self._range.setText(self.tr("“{0}”: by these cases, between {1} % and {2} % end at no cost.").format(
            title, round(low * 100), round(high * 100)))  # fmt: skip

    def _row(self, case: SimilarCase) -> QWidget:
        language = self._ctx.language
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 2)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setSpacing(8)
        link = LinkButton(case.ref)
        link.setObjectName(f"similarCase{case.case_id}")
        link.clicked.connect(lambda: self.case_asked.emit(case.case_id))
        head.addWidget(link, 0, _TOP)
        icon, ink = ("check-circle-fill", "oksolid") if case.good else ("x-circle-fill", "dangersolid")
        head.addWidget(Icon(icon if case.outcome else "circle-dashed", ink if case.outcome else "text3", 16), 0, _TOP)
        ending = (
            case.outcome.get(language) if case.outcome else self.tr("closed") if case.ended else self.tr("still open")
        )
        # Who pays stands at the end of the words: they are never cut.
        head.addWidget(Plain(ending, "table", wrap=True), 1)
        lasted = times.span_text(case.lasted, language) if case.lasted is not None else ""
        head.addWidget(Plain(lasted, "secondary", "text3"), 0, _TOP)
        column.addLayout(head)
        column.addWidget(Plain(self._shared(case), "secondary", "text3", wrap=True))
        if case.sent:
            sent = self.tr("; ", "between parts of a list").join(one.get(language) for one in case.sent)
            column.addWidget(Plain(self.tr("Sent: {0}").format(sent), "secondary", "text3", wrap=True))
        return row

    def _shared(self, case: SimilarCase) -> str:
        words = {
            "scenario": self.tr("same scenario"), "reason": self.tr("same reason"), "sku": self.tr("same SKU"),
            "text": self.tr("similar words"), "words": self.tr("similar item"), "carrier": self.tr("same carrier"),
            "country": self.tr("same country"),
        }  # fmt: skip
        return self.tr(", ", "between parts of a list").join(words[name] for name in case.shared)
