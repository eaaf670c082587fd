"""A contact by phone or elsewhere, noted by hand: who, how, when, what about, and in which words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QDateTime, QTime
from PySide6.QtWidgets import (
    QComboBox,
    QDateTimeEdit,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from claimdesk.core.records.messages import Channel, Speaker
from claimdesk.ui.widgets.buttons import PlainButton, PrimaryButton
from claimdesk.ui.widgets.fields import Segments
from claimdesk.ui.widgets.labels import Plain
from claimdesk.ui.widgets.times import zone_of, zone_title

if TYPE_CHECKING:
    from claimdesk.ui.context import WindowContext


@dataclass(frozen=True, slots=True)
class NotedContact:
    """What was filled in."""

    speaker: Speaker
    channel: Channel
    contact: str
    text: str
    when: datetime


class ContactDialog(QDialog):
    """Hands what was filled in to `take` when it is accepted."""

    def __init__(self, ctx: WindowContext, take: Callable[[NotedContact], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx, self._take = ctx, take
        self.setObjectName("contactDialog")
        self.setModal(True)
        self.speaker, self.channel = Segments(), Segments()
        self.speaker.setObjectName("contactSpeaker")
        self.channel.setObjectName("contactChannel")
        self.when = QDateTimeEdit()
        self.when.setObjectName("contactWhen")
        self.when.setDisplayFormat("yyyy-MM-dd HH:mm")
        self.when.setCalendarPopup(True)
        self.kind = QComboBox()
        self.kind.setObjectName("contactKind")
        self.text = QPlainTextEdit()
        self.text.setObjectName("contactText")
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(88)
        self.cancel, self.accept_button = PlainButton("", "", "Esc"), PrimaryButton("")
        self.accept_button.setObjectName("contactAccept")
        self._fill()
        self._arrange()
        self.speaker.chosen.connect(lambda _: self._fill_kinds())
        self.kind.currentIndexChanged.connect(lambda _: self._check())
        self.text.textChanged.connect(self._check)
        self.cancel.clicked.connect(self.reject)
        self.accept_button.clicked.connect(self._accept)
        self._check()

    def _fill(self) -> None:
        self.speaker.set_choices([("buyer", self.tr("The buyer")), ("shop", self.tr("We"))])
        self.speaker.set_value("buyer")
        channels = (("phone", self.tr("Phone")), ("chat", self.tr("Chat")), ("other", self.tr("Elsewhere")))
        self.channel.set_choices(channels)
        self.channel.set_value("phone")
        here = self._ctx.now().astimezone(zone_of(self._ctx.home))
        now = QDateTime(QDate(here.year, here.month, here.day), QTime(here.hour, here.minute))
        self.when.setDateTime(now)
        self.when.setMaximumDateTime(now.addSecs(60))
        self._fill_kinds()

    def _fill_kinds(self) -> None:
        from claimdesk.core.messages.asking import contact_kinds  # at first use: the frame paints without it

        self.kind.clear()
        for kind in contact_kinds().values():
            if kind.by == self.speaker.value and kind.by_hand:
                self.kind.addItem(kind.title.get(self._ctx.language), kind.id)

    def _arrange(self) -> None:
        title = self.tr("Note a contact")
        self.setWindowTitle(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(Plain(title, "pane"))
        why = Plain(self.tr("For what was said on the phone or outside the platform’s messages. It stands in the thread "
                            "with its date, marked as noted by hand."), "body", "text2", wrap=True)  # fmt: skip
        why.setFixedWidth(440)
        column.addWidget(why)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(1, 1)
        zone = zone_title(self._ctx.home, self._ctx.language)
        rows: tuple[tuple[str, QWidget], ...] = (
            (self.tr("Who"), self.speaker), (self.tr("How"), self.channel),
            (self.tr("When ({0})").format(zone), self.when), (self.tr("What"), self.kind), (self.tr("Words"), self.text),
        )  # fmt: skip
        for at, (name, control) in enumerate(rows):
            grid.addWidget(Plain(name, "body", "text2"), at, 0)
            grid.addWidget(control, at, 1)
            control.setAccessibleName(name)
        column.addLayout(grid)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addStretch(1)
        self.cancel.setText(self.tr("Cancel"))
        self.accept_button.setText(title)
        foot.addWidget(self.cancel)
        foot.addWidget(self.accept_button)
        column.addLayout(foot)

    def _check(self) -> None:
        bare = str(self.kind.currentData()) in ("question", "answer")
        self.accept_button.setEnabled(not bare or bool(self.text.toPlainText().strip()))

    def _accept(self) -> None:
        day, time = self.when.date(), self.when.time()
        there = datetime(day.year(), day.month(), day.day(), time.hour(), time.minute(), tzinfo=zone_of(self._ctx.home))
        self._take(
            NotedContact(
                Speaker(self.speaker.value),
                Channel(self.channel.value),
                str(self.kind.currentData()),
                self.text.toPlainText().strip(),
                there.astimezone(UTC),
            )
        )
        self.accept()
