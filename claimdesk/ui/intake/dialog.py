"""The dialog between a notice and its case: what was read, which order, what will happen; Enter does it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from claimdesk.ui.context import Changes
from claimdesk.ui.intake.about import NoticeTarget
from claimdesk.ui.intake.fields import FieldRows, MailText
from claimdesk.ui.intake.reading import Offer, TakenBack, keep, read_source, take, take_back, with_order, with_payer
from claimdesk.ui.intake.words import NoticeWords
from claimdesk.ui.orders.history import HistoryRow
from claimdesk.ui.widgets import times
from claimdesk.ui.widgets.buttons import PlainButton, PrimaryButton
from claimdesk.ui.widgets.card_dialog import CardDialog
from claimdesk.ui.widgets.cards import Line
from claimdesk.ui.widgets.empty import MessageBar
from claimdesk.ui.widgets.labels import Plain
from claimdesk.ui.widgets.tall import TallPage, empty_layout, scrolled

if TYPE_CHECKING:
    from claimdesk.ui.context import WindowContext
    from claimdesk.ui.intake.source import Source

SIZE = QSize(1000, 700)
_GRAVE = frozenset({"sender_lookalike", "authentication_failed"})


class IntakeDialog(CardDialog):
    """Reads a source on the reading lane, takes it on the database lane, and goes to the case."""

    def __init__(
        self, ctx: WindowContext, source: Source, parent: QWidget | None = None, *, place: tuple[int, int] = (1, 1)
    ) -> None:
        super().__init__(SIZE, parent)
        self.setObjectName("intake")
        self._ctx, self._source, self._place = ctx, source, place
        self._offer: Offer | None = None
        self._busy = False
        self._words = NoticeWords(ctx, self)
        self.error = MessageBar(kind="danger")
        self.error.setObjectName("intakeError")
        self._warnings = QVBoxLayout()
        self._read_title, self.fields = Plain("", "strong"), FieldRows()
        self._text_title, self.text = Plain("", "strong"), MailText()
        self.target = NoticeTarget(ctx)
        self.outlook = Plain("", "body", wrap=True)
        self.outlook.setObjectName("intakeOutlook")
        self.cancel, self.take_button = PlainButton("", "", "Esc"), PrimaryButton("", "", "↵")
        self.cancel.setObjectName("intakeCancel")
        self.take_button.setObjectName("intakeTake")
        self.keep_button = PlainButton()
        self.keep_button.setObjectName("intakeKeep")
        self._lay_out()
        self._connect()
        self.retranslate()
        self._read()

    # layout

    def _lay_out(self) -> None:
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(scrolled(self._left()), 1)
        body.addWidget(Line(upright=True))
        body.addWidget(self.target)
        foot = QHBoxLayout()
        foot.addWidget(self.outlook, 1, Qt.AlignmentFlag.AlignVCenter)
        foot.addWidget(self.keep_button)
        foot.addWidget(self.cancel)
        foot.addWidget(self.take_button)
        self.arrange(body, foot)

    def _left(self) -> TallPage:
        page = TallPage()
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 16, 20, 12)
        column.setSpacing(10)
        self.error.hide()
        column.addWidget(self.error)
        self._warnings.setSpacing(6)
        column.addLayout(self._warnings)
        column.addWidget(self._read_title)
        column.addWidget(self.fields)
        column.addSpacing(4)
        column.addWidget(Line())
        column.addWidget(self._text_title)
        self.text.setMinimumHeight(150)
        column.addWidget(self.text, 1)
        return page

    def _connect(self) -> None:
        self.target.order_chosen.connect(self._choose_order)
        self.target.import_asked.connect(self._go_to_import)
        self.target.scenario_chosen.connect(self._show_outlook)
        self.target.list.doubleClicked.connect(lambda _: self.take())
        self.cancel.clicked.connect(self.reject)
        self.take_button.clicked.connect(self.take)
        self.keep_button.clicked.connect(self.keep)

    # texts

    def retranslate(self) -> None:
        """Every word in the language shown now."""
        super().retranslate()
        title = self._source.name or self.tr("From the clipboard")
        if self._place[1] > 1:
            title = self.tr("{0} ({1} of {2})").format(title, *self._place)
        self.set_title(title)
        self.cancel.setText(self.tr("Cancel"))
        self._read_title.setText(self.tr("What was read, and the words that say it"))
        self._text_title.setText(self.tr("The text"))
        self.text.setAccessibleName(self.tr("The text"))
        self.target.retranslate()
        self._show()

    # reading

    def _read(self) -> None:
        desk, source, now = self._ctx.desk, self._source, self._ctx.now()
        if desk is not None:
            self._ctx.jobs.run(lambda task: read_source(desk, source, now), owner=self, done=self._on_read,
                               failed=self._on_failed, lane="reading")  # fmt: skip

    def _choose_order(self, order_id: int) -> None:
        desk, offer, now = self._ctx.desk, self._offer, self._ctx.now()
        if desk is not None and offer is not None:
            self._ctx.jobs.run(lambda task: with_order(desk, offer.reading, order_id, now), owner=self,
                               done=self._on_read, failed=self._on_failed, lane="reading")  # fmt: skip

    def _say_payer(self, payer: str) -> None:
        desk, offer, now = self._ctx.desk, self._offer, self._ctx.now()
        if desk is not None and offer is not None:
            self._ctx.jobs.run(lambda task: with_payer(desk, offer.reading, payer, now), owner=self,
                               done=self._on_read, failed=self._on_failed, lane="reading")  # fmt: skip

    def _on_read(self, offer: Offer) -> None:
        self._offer = offer
        self.error.hide()
        self.target.show_offer(offer)
        self._show()
        self.target.focus_first()

    def _show(self) -> None:
        offer = self._offer
        for widget in (self._read_title, self.fields, self._text_title, self.text, self.target):
            widget.setVisible(offer is not None)
        if offer is not None:
            notice = offer.reading.notice
            self.fields.show_rows(self._words.of_notice(notice))
            self.text.show_text(notice.text, (read.text for read in notice.read_from))
            self._show_warnings(offer)
        self._show_outlook()

    def _show_warnings(self, offer: Offer) -> None:
        empty_layout(self._warnings)
        desk, notice = self._ctx.desk, offer.reading.notice
        if notice.kind == "none":
            self._warnings.addWidget(MessageBar(self.tr(
                "This is none of the notices that ClaimDesk knows. Nothing is filled in from it but what stands below."), "accent"))  # fmt: skip
        for caution in notice.warnings if desk is not None else ():
            words = self._ctx.text(desk.wording.text(caution.code, caution.params)) if desk is not None else ""
            bar = MessageBar(words, "danger" if caution.code in _GRAVE else "warn")
            bar.setObjectName(f"intakeWarning-{caution.code}")
            self._warnings.addWidget(bar)
        if offer.reading.payer_asked:
            self._warnings.addWidget(self._payer_buttons())

    def _payer_buttons(self) -> QWidget:
        """The two answers to the question that the mail leaves open."""
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        for payer, words in (("seller", self.tr("We pay")), ("platform", self.tr("The platform pays"))):
            button = PlainButton(words)
            button.setObjectName(f"intakePayer-{payer}")
            button.clicked.connect(lambda _=False, said=payer: self._say_payer(said))
            line.addWidget(button)
        line.addStretch(1)
        return row

    def _show_outlook(self) -> None:
        words, button, ready = self._what_happens()
        self.outlook.setText(words)
        self.take_button.setText(button)
        self.take_button.setEnabled(ready and not self._busy)
        self._show_keeping()
        self.take_button.updateGeometry()

    def _show_keeping(self) -> None:
        """A mail may also be kept without a case: with its order, or until its order is known."""
        offer = self._offer
        self.keep_button.setVisible(offer is not None and offer.reading.open_case is None)
        if offer is None:
            return
        here = offer.order is not None
        self.keep_button.setText(self.tr("Only keep the message") if here else self.tr("Keep without an order"))
        same = offer.reading.known is not None and (not here or offer.reading.known.order_id is not None)
        self.keep_button.setEnabled(not self._busy and not same)
        self.keep_button.updateGeometry()

    def _what_happens(self) -> tuple[str, str, bool]:
        """What Enter does in words, the word on its button, and whether it can be done."""
        offer, text = self._offer, self._ctx.text
        opens = self.tr("Open case")
        if offer is None or offer.order is None:
            return (self.tr("Choose the order, or keep the mail until it is here.") if offer else ""), opens, False
        if offer.reading.payer_asked:
            return self.tr("Say first who pays the claim."), opens, False
        if offer.reading.open_case is not None and offer.outcome is not None:
            return (self.tr("Records “{0}” as the outcome of {1} and closes it.").format(text(offer.outcome), offer.case_ref),
                    self.tr("Record the outcome"), True)  # fmt: skip
        if offer.reading.open_case is not None and offer.case_title is not None:
            return (self.tr("Updates {0}, {1}.").format(offer.case_ref, text(offer.case_title)),
                    self.tr("Update {0}").format(offer.case_ref), True)  # fmt: skip
        if not self.target.chosen:
            return self.tr("Choose a scenario."), opens, False
        if offer.outcome is not None:
            return (self.tr("Opens a case “{0}” and records “{1}” as its outcome.").format(
                self.target.chosen_title, text(offer.outcome)), opens, True)  # fmt: skip
        sent = offer.reading.notice.sent_at
        since = times.moment_text(sent, self._ctx.language, zone=self._ctx.home) if sent else ""
        words = self.tr("Opens a case “{0}”.").format(self.target.chosen_title)
        if since:
            words = self.tr("Opens a case “{0}”; its clock runs from {1}.").format(self.target.chosen_title, since)
        return words, opens, True

    # taking

    def take(self) -> None:
        """Bring the notice to its case."""
        desk, offer, now = self._ctx.desk, self._offer, self._ctx.now()
        if desk is None or offer is None or offer.order is None or not self.take_button.isEnabled():
            return
        reading, scenario, order_id = offer.reading, self.target.chosen, offer.order.id
        self._busy = True
        self._show_outlook()
        self._ctx.jobs.run(lambda task: take(desk, reading, scenario, order_id, now), owner=self, done=self._on_taken,
                           failed=self._on_failed)  # fmt: skip

    def keep(self) -> None:
        """Keep the mail and open no case."""
        desk, offer, now = self._ctx.desk, self._offer, self._ctx.now()
        if desk is None or offer is None or not self.keep_button.isEnabled():
            return
        reading, order_id = offer.reading, offer.order.id if offer.order is not None else 0
        order_no = offer.order.order_no if offer.order is not None else ""
        self._busy = True
        self._show_outlook()
        self._ctx.jobs.run(lambda task: keep(desk, reading, order_id, now), owner=self,
                           done=lambda new: self._on_kept(new, order_no), failed=self._on_failed)  # fmt: skip

    def _on_kept(self, new: tuple[int, ...], order_no: str) -> None:
        ctx, window = self._ctx, self.parentWidget()

        def undo() -> None:
            desk = ctx.desk
            if desk is not None and window is not None:
                ctx.jobs.run(lambda task: desk.messages.forget(new), owner=window,
                             done=lambda _: ctx.changed.emit(Changes(orders=True, cases=True)))  # fmt: skip

        words = self.tr("The message is kept with order {0}.").format(order_no) if order_no else self.tr(
            "The message is kept. It waits under Tools, Messages without an order.")  # fmt: skip
        self.accept()
        ctx.changed.emit(Changes(orders=True, cases=True))
        ctx.toast.emit(words, undo if new else None)

    def _on_taken(self, done: TakenBack) -> None:
        ctx, window = self._ctx, self.parentWidget()
        said = {
            "opened": self.tr("{0} was opened: {1}"),
            "updated": self.tr("{0} was updated: {1}"),
        }.get(done.what, self.tr("The outcome of {0} is recorded: {1}"))
        words = said.format(done.ref, ctx.text(done.title))
        too_late = self.tr("More has happened in {0} since. Take it back there, step by step.").format(done.ref)

        def undo() -> None:
            desk, now = ctx.desk, ctx.now()
            if desk is not None and window is not None:
                ctx.jobs.run(lambda task: take_back(desk, done, now), owner=window, done=told)

        def told(taken_back: bool) -> None:
            if taken_back and done.what.startswith("opened"):
                ctx.show_screen.emit("cases")  # the case is no longer there to be shown
            ctx.changed.emit(Changes(cases=True))
            if not taken_back:
                ctx.toast.emit(too_late, None)

        self.accept()
        ctx.changed.emit(Changes(cases=True))
        ctx.open_case.emit(done.case_id)
        ctx.toast.emit(words, undo)

    def _on_failed(self, error: Exception) -> None:
        self._busy = False
        self.error.set(self._ctx.words(error))
        self.error.show()
        self._show_outlook()

    def _go_to_import(self) -> None:
        self.reject()
        self._ctx.show_screen.emit("import")

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes the notice from anywhere; arrows go through the scenarios."""
        focus = QApplication.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if isinstance(focus, HistoryRow) or focus is self.target.pick.search:
                self.target.pick.take(focus)
            else:
                self.take()
            return
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not isinstance(focus, QLineEdit):
            self.target.list.step(1 if event.key() == Qt.Key.Key_Down else -1)
            return
        super().keyPressEvent(event)
