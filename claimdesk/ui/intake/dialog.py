"""The dialog between a notice and its case: what was read, which order, what will happen; Enter does it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from claimdesk.ui.context import Changes
from claimdesk.ui.intake.about import NoticeTarget
from claimdesk.ui.intake.cautions import Cautions
from claimdesk.ui.intake.fields import FieldRows, MailText
from claimdesk.ui.intake.outlook import OutlookWords
from claimdesk.ui.intake.reading import Offer, TakenBack, keep, read_source, take, take_back, with_order, with_payer
from claimdesk.ui.intake.words import NoticeWords
from claimdesk.ui.orders.history import HistoryRow
from claimdesk.ui.widgets.buttons import PlainButton, PrimaryButton
from claimdesk.ui.widgets.card_dialog import CardDialog
from claimdesk.ui.widgets.cards import Line
from claimdesk.ui.widgets.empty import MessageBar
from claimdesk.ui.widgets.labels import Plain
from claimdesk.ui.widgets.tall import TallPage, scrolled

if TYPE_CHECKING:
    from claimdesk.ui.context import WindowContext
    from claimdesk.ui.intake.source import Source

SIZE = QSize(1000, 700)


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
        self._words, self._outlook_words = NoticeWords(ctx, self), OutlookWords(ctx, self)
        self.error = MessageBar(kind="danger")
        self.error.setObjectName("intakeError")
        self._cautions = Cautions(ctx)
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
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocus()  # until it is read nothing is proposed, and Space must not reach the button that closes
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
        column.addLayout(self._cautions)
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
        self._cautions.payer_said.connect(self._say_payer)
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
        if not self.target.focus_first():
            (self.take_button if self.take_button.isEnabled() else self).setFocus()

    def _show(self) -> None:
        offer = self._offer
        for widget in (self._read_title, self.fields, self._text_title, self.text, self.target):
            widget.setVisible(offer is not None)
        if offer is not None:
            notice = offer.reading.notice
            self.fields.show_rows(self._words.of_notice(notice))
            self.text.show_text(notice.text, (read.text for read in notice.read_from))
            self._cautions.show_reading(offer.reading)
        self._show_outlook()

    def _show_outlook(self) -> None:
        words, button, ready = self._outlook_words.before(self._offer, self.target.chosen_title)
        self.outlook.setText(words if self._offer is not None or not self.error.isHidden() else self.tr("Reading…"))
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
        self.keep_button.setText(self._outlook_words.keeping(offer))
        known = offer.reading.known
        same = known is not None and (offer.order is None or known.order_id is not None)
        self.keep_button.setEnabled(not self._busy and not same)
        self.keep_button.updateGeometry()

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

        words = self._outlook_words.kept(order_no)
        self.accept()
        ctx.changed.emit(Changes(orders=True, cases=True))
        ctx.toast.emit(words, undo if new else None)

    def _on_taken(self, done: TakenBack) -> None:
        ctx, window = self._ctx, self.parentWidget()
        words, too_late = self._outlook_words.taken(done), self._outlook_words.too_late(done)

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
