"""A mailbox with several mails: each listed with what it is; taken one after another, or all that are clear at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from claimdesk.ui.context import Changes
from claimdesk.ui.intake.box_list import BoxList, BoxRow
from claimdesk.ui.intake.box_reading import Letter, read_box, take_all_back, take_clear
from claimdesk.ui.intake.cautions import GRAVE
from claimdesk.ui.intake.dialog import IntakeDialog
from claimdesk.ui.intake.source import Source
from claimdesk.ui.widgets import times
from claimdesk.ui.widgets.buttons import PlainButton, PrimaryButton
from claimdesk.ui.widgets.card_dialog import CardDialog
from claimdesk.ui.widgets.empty import MessageBar
from claimdesk.ui.widgets.labels import Plain

if TYPE_CHECKING:
    from claimdesk.core.intake.notices import Reading
    from claimdesk.ui.context import WindowContext

SIZE = QSize(860, 620)


class BoxDialog(CardDialog):
    """Reads the mails on the reading lane, takes them on the database lane; a single mail opens at once by itself."""

    def __init__(self, ctx: WindowContext, source: Source, parent: QWidget | None = None) -> None:
        super().__init__(SIZE, parent)
        self.setObjectName("mailbox")
        self._ctx, self._source = ctx, source
        self._letters: tuple[Letter, ...] = ()
        self._busy, self._read_once = True, False
        self.error = MessageBar(kind="danger")
        self.error.setObjectName("mailboxError")
        self.list = BoxList()
        self.list.setObjectName("mailboxList")
        self.outlook = Plain("", "body", wrap=True)
        self.outlook.setObjectName("mailboxOutlook")
        self.leave, self.open_button = PlainButton("", "", "Esc"), PlainButton("", "", "↵")
        self.take_button = PrimaryButton("", "check")
        self.leave.setObjectName("mailboxClose")
        self.open_button.setObjectName("mailboxOpen")
        self.take_button.setObjectName("mailboxTakeAll")
        self._lay_out()
        self.leave.clicked.connect(self.reject)
        self.open_button.clicked.connect(self.open_current)
        self.take_button.clicked.connect(self.take_all)
        self.list.doubleClicked.connect(lambda _: self.open_current())
        self.list.selectionModel().currentChanged.connect(lambda *_: self._show_buttons())
        self.retranslate()

    def open(self) -> None:
        """Show it and read the mails."""
        super().open()
        self._read()

    def _lay_out(self) -> None:
        body = QVBoxLayout()
        body.setContentsMargins(12, 10, 8, 10)
        self.error.hide()
        body.addWidget(self.error)
        body.addWidget(self.list, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.outlook, 1, Qt.AlignmentFlag.AlignVCenter)
        for button in (self.leave, self.open_button, self.take_button):
            foot.addWidget(button)
        self.arrange(body, foot)

    # words

    def retranslate(self) -> None:
        """Every word in the language shown now."""
        super().retranslate()
        name = self._source.name or self.tr("From the clipboard")
        title = self.tr("{0}: {1} mails").format(name, len(self._letters)) if self._letters else name
        self.set_title(title)
        self.leave.setText(self.tr("Close"))
        self.open_button.setText(self.tr("Open"))
        self.list.setAccessibleName(self.tr("Mails"))
        self.list.show_rows([self._row(letter) for letter in self._letters], self.list.current)
        self._show_buttons()

    def _row(self, letter: Letter) -> BoxRow:
        text, desk = self._ctx.text, self._ctx.desk
        reading = letter.reading
        if reading is None or desk is None:
            words = self._ctx.words(letter.problem) if letter.problem is not None else ""
            return BoxRow(
                self.tr("Mail {0}").format(letter.number), words, self.tr("Not readable"), "danger", "x-circle"
            )
        notice = reading.notice
        sent = times.moment_text(notice.sent_at, self._ctx.language, zone=self._ctx.home) if notice.sent_at else ""
        kind = "granted" if reading.payer_asked else notice.kind
        title = " · ".join(part for part in (text(desk.wording.text(f"notice_{kind}")), notice.order_no) if part)
        state, look = self._state(letter, reading)
        icon = "check-circle" if letter.done is not None else "envelope-simple"
        return BoxRow(title, " · ".join(part for part in (notice.subject, sent) if part), state, look, icon)

    def _state(self, letter: Letter, reading: Reading) -> tuple[str, str]:
        """What taking the mail would do, or what has to be asked first, and the look of that."""
        codes = {caution.code for caution in reading.notice.warnings}
        if letter.done is not None:
            return self.tr("Taken: {0}").format(letter.done.ref), "ok"
        if letter.problem is not None:
            return self.tr("Not taken"), "danger"
        if codes & GRAVE:
            return self.tr("Doubtful sender"), "danger"
        if "mail_known" in codes:
            return self.tr("Known already"), "neutral"
        if reading.notice.kind == "none":
            return self.tr("No notice"), "neutral"
        if reading.choices:
            return self.tr("Several orders"), "warn"
        if not reading.orders:
            return self.tr("Order is not here"), "warn"
        if reading.payer_asked:
            return self.tr("Who pays?"), "warn"
        if "kind_guessed" in codes:
            return self.tr("Read it first"), "warn"
        if reading.open_case is not None:
            return self.tr("Goes to C-{0}").format(f"{reading.open_case:04d}"), "accent"
        return (self.tr("Opens a case"), "accent") if reading.suggested else (self.tr("No scenario"), "warn")

    def _show_buttons(self) -> None:
        clear = sum(letter.is_clear for letter in self._letters)
        if self._read_once:
            words = self.tr("{0} of {1} can be taken without a question.").format(clear, len(self._letters))
        else:
            words = self.tr("Reading the mails…")
        self.outlook.setText(words)
        self.take_button.setText(self.tr("Take all {0}").format(clear) if clear else self.tr("Take all"))
        self.take_button.setEnabled(clear > 0 and not self._busy)
        chosen = self._current()
        self.open_button.setEnabled(chosen is not None and chosen.reading is not None and not self._busy)
        for button in (self.take_button, self.open_button):
            button.updateGeometry()

    def _current(self) -> Letter | None:
        at = self.list.current
        return self._letters[at] if 0 <= at < len(self._letters) else None

    # reading and taking

    def _read(self) -> None:
        desk, source, now = self._ctx.desk, self._source, self._ctx.now()
        if desk is not None:
            self._ctx.jobs.run(lambda task: read_box(desk, source, now, task), owner=self, done=self._on_read,
                               failed=self._on_failed, progress=self._on_progress, lane="reading")  # fmt: skip

    def _on_progress(self, done: int, total: int) -> None:
        self.outlook.setText(self.tr("{0} of {1}").format(done, total))

    def _on_read(self, letters: tuple[Letter, ...]) -> None:
        if len(letters) == 1 and not self._read_once:
            single = IntakeDialog(self._ctx, self._source, self.parentWidget())
            single.finished.connect(self.done)  # whoever waits for this dialog waits for that one
            self.undim()
            self.hide()
            single.open()
            return
        self._letters, self._busy, self._read_once = letters, False, True
        self.retranslate()
        self.list.setFocus()

    def _on_failed(self, error: Exception) -> None:
        self._busy = False
        self.error.set(self._ctx.words(error))
        self.error.show()
        self._show_buttons()

    def open_current(self) -> None:
        """Show one mail in the dialog of its own; afterwards all are read again, because cases have changed."""
        letter = self._current()
        if letter is None or letter.reading is None or self._busy:
            return
        place = (letter.number, len(self._letters))
        dialog = IntakeDialog(
            self._ctx, Source(name=self._source.name, raw=letter.raw), self.parentWidget(), place=place
        )
        dialog.finished.connect(lambda _: self._read_again())
        dialog.open()

    def _read_again(self) -> None:
        self._busy = True
        self._read()

    def take_all(self) -> None:
        """Take every mail that needs no question."""
        desk, letters, now = self._ctx.desk, self._letters, self._ctx.now()
        if desk is None or not self.take_button.isEnabled():
            return
        self._busy = True
        self._show_buttons()
        self._ctx.jobs.run(lambda task: take_clear(desk, letters, now, task), owner=self, done=self._on_taken,
                           failed=self._on_failed, progress=self._on_progress)  # fmt: skip

    def _on_taken(self, letters: tuple[Letter, ...]) -> None:
        before = {letter.number for letter in self._letters if letter.done is not None}
        taken = [one.done for one in letters if one.done is not None and one.number not in before]
        self._letters, self._busy = letters, False
        self.retranslate()
        ctx, window = self._ctx, self.parentWidget()
        opened = sum(done.what.startswith("opened") for done in taken)
        words = self.tr("{0} mails taken, {1} cases opened.").format(len(taken), opened)
        too_late = self.tr("More has happened in one of the cases since. Take it back there, step by step.")

        def undo() -> None:
            desk, now = ctx.desk, ctx.now()
            if desk is not None and window is not None:
                ctx.jobs.run(lambda task: take_all_back(desk, taken, now), owner=window, done=told)

        def told(taken_back: bool) -> None:
            ctx.changed.emit(Changes(cases=True))
            if not taken_back:
                ctx.toast.emit(too_late, None)

        ctx.changed.emit(Changes(cases=True))
        ctx.toast.emit(words, undo)
        if all(_is_finished(letter) for letter in letters):
            self.accept()
            ctx.show_screen.emit("cases")

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the current mail, with Ctrl it takes all."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.take_all()
            else:
                self.open_current()
            return
        super().keyPressEvent(event)


def _is_finished(letter: Letter) -> bool:
    return letter.done is not None or letter.reading is None or letter.reading.notice.kind == "none"
