"""The kit: buttons, chips, labels, fields, toast."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from claimdesk.ui.fonts import role_font
from claimdesk.ui.tokens import active
from claimdesk.ui.widgets.buttons import (
    GhostButton,
    IconButton,
    LinkButton,
    PlainButton,
    PrimaryButton,
    SplitButton,
    Switch,
)
from claimdesk.ui.widgets.chips import Chip, FilterChip
from claimdesk.ui.widgets.empty import EmptyState, MessageBar
from claimdesk.ui.widgets.fields import SearchField, Segments
from claimdesk.ui.widgets.focus import FocusRing
from claimdesk.ui.widgets.labels import Plain
from claimdesk.ui.widgets.painting import text_width
from claimdesk.ui.widgets.tall import TallPage, scrolled
from claimdesk.ui.widgets.tinted import Piece, TintedText
from claimdesk.ui.widgets.toast import Toast


@pytest.fixture
def page(qtbot, ctx):
    holder = QWidget()
    holder.resize(640, 480)
    QVBoxLayout(holder)
    qtbot.addWidget(holder)
    holder.show()
    return holder


def shown(page: QWidget, widget: QWidget) -> QWidget:
    page.layout().addWidget(widget)
    widget.show()
    page.layout().activate()
    return widget


@pytest.mark.parametrize("kind", [PlainButton, PrimaryButton, GhostButton])
def test_buttons_have_the_height_of_the_design_and_room_for_their_words(qtbot, page, kind) -> None:
    button = shown(page, kind("Open case", "folder-plus", "Ctrl N"))
    assert button.height() == 30
    assert button.width() >= text_width("Open case", role_font("control")) + 60
    small = shown(page, kind("Small", small=True))
    assert small.height() == 26
    with qtbot.waitSignal(button.clicked):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_primary_button_is_filled_and_a_disabled_one_is_not(page) -> None:
    button = shown(page, PrimaryButton("Go"))
    assert button.grab().toImage().pixelColor(6, 15) == active().color("accent")
    button.setEnabled(False)
    assert button.grab().toImage().pixelColor(6, 15) == active().color("surface2")


def test_an_icon_button_speaks(page) -> None:
    button = shown(page, IconButton("columns", "Columns"))
    assert button.accessibleName() == button.toolTip() == "Columns"
    assert (button.width(), button.height()) == (30, 30)


def test_split_button_parts_touch(page) -> None:
    button = shown(page, SplitButton("Open case"))
    assert button.main.geometry().right() + 1 == button.more.geometry().left()
    assert button.more.width() == 30


def test_a_switch_turns(qtbot, page) -> None:
    switch = shown(page, Switch("Automatic"))
    qtbot.mouseClick(switch, Qt.MouseButton.LeftButton)
    assert switch.isChecked()


def test_a_label_keeps_markup_as_text(page) -> None:
    label = shown(page, Plain("<b>Dana</b> & <img src=x>"))
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.sizeHint().width() >= text_width("<b>Dana</b> & <img src=x>", role_font("body"))


def test_lines_have_the_height_of_the_design_in_both_languages(ctx, page) -> None:
    words = "We will refund in full if the parcel has not reached you by then. 我们将全额退款，请您放心。"
    for language in ("en", "zh"):
        ctx.interface.choose(language)
        label = Plain(words, "body", wrap=True)
        assert label.heightForWidth(2_000) == 20
        assert label.heightForWidth(200) % 20 == 0
        assert label.heightForWidth(100) >= 100
    assert Plain("one\ntwo", "secondary").sizeHint().height() == 32


def test_a_label_takes_its_role_by_property_too(page) -> None:
    label = shown(page, Plain("Title"))
    label.setProperty("role", "title")
    assert label.font().pointSizeF() == role_font("title").pointSizeF()
    assert label.sizeHint().height() == 28


def test_a_label_cuts_only_when_it_is_told_to(page) -> None:
    words = "A long text that does not fit into so little room"
    assert Plain(words).minimumSizeHint().width() >= text_width(words, role_font("body"))
    assert Plain(words, elide=True).minimumSizeHint().width() < 40


def test_tinted_words_stand_on_their_ground(page) -> None:
    label = TintedText([Piece("Hello "), Piece(" Dana ", "value"), Piece(" and "), Piece(" amount ", "gap")])
    label.resize(400, 20)
    image = label.grab().toImage()
    seen = {image.pixelColor(x, 12).name() for x in range(image.width())}
    assert active().color("accentsoft").name() in seen
    assert active().color("warnsoft").name() in seen
    assert label.text() == "Hello  Dana  and  amount "


def test_a_chip_grows_with_its_words(page) -> None:
    chip = shown(page, Chip("Late", "danger", "clock"))
    narrow = chip.sizeHint().width()
    chip.set("Six days late", "warn")
    assert chip.sizeHint().width() > narrow
    assert chip.sizeHint().height() == 20
    assert chip.accessibleName() == "Six days late"


def test_a_filter_chip_shows_its_values_and_clears_by_its_cross(qtbot, page) -> None:
    chip = shown(page, FilterChip("Marketplace"))
    chip.set_choices([("us", "Amazon US"), ("uk", "Amazon UK"), ("de", "Amazon DE")])
    empty = chip.sizeHint().width()
    heard = []
    chip.changed.connect(heard.append)
    chip.set_values(("us", "uk", "de"), tell=True)
    assert chip.accessibleName() == "Amazon US, Amazon UK +1"
    assert chip.sizeHint().width() > empty
    page.layout().activate()
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(chip.width() - 12, 14))
    assert heard == [("us", "uk", "de"), ()]


def test_a_filter_chip_without_choices_is_a_toggle(qtbot, page) -> None:
    chip = shown(page, FilterChip("Late", "clock"))
    heard = []
    chip.changed.connect(heard.append)
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(10, 14))
    qtbot.keyClick(chip, Qt.Key.Key_Space)
    assert heard == [("on",), ()]


def test_a_search_waits_for_the_last_key(qtbot, page) -> None:
    field = shown(page, SearchField(delay=30))
    heard = []
    field.searched.connect(heard.append)
    qtbot.keyClicks(field, "lamp")
    assert heard == []
    qtbot.waitUntil(lambda: heard == ["lamp"])
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert heard[-1] == ""


def test_segments_keep_their_value_when_their_words_change(qtbot, page) -> None:
    segments = shown(page, Segments([("a", "One"), ("b", "Two")]))
    segments.set_value("b")
    segments.set_choices([("a", "一"), ("b", "二")])
    assert segments.value == "b"
    with qtbot.waitSignal(segments.chosen) as told:
        qtbot.mouseClick(segments.findChild(QWidget, "segment-a"), Qt.MouseButton.LeftButton)
    assert told.args == ["a"]


def test_an_empty_state_hides_what_it_does_not_need(qtbot, page) -> None:
    state = shown(page, EmptyState("package", "No orders yet", "Import orders"))
    assert state.button.isVisible()
    with qtbot.waitSignal(state.clicked):
        qtbot.mouseClick(state.button, Qt.MouseButton.LeftButton)
    state.set("Nothing due in 3 days")
    assert not state.button.isVisible()
    assert not state.detail.isVisible()


def test_a_message_stands_on_the_ground_of_its_kind(page) -> None:
    bar = shown(page, MessageBar("The disk is full", "danger", "Retry"))
    assert bar.grab().toImage().pixelColor(4, bar.height() // 2) == active().color("dangersoft")
    bar.set("Checked", "ok")
    assert bar.grab().toImage().pixelColor(4, bar.height() // 2) == active().color("oksoft")


def test_a_toast_offers_undo_once(qtbot, page) -> None:
    done = []
    toast = Toast(page, shown_for=60_000)
    toast.show_text("Marked as sent", lambda: done.append(1), "Undo")
    assert toast.isVisible()
    assert toast.geometry().right() <= page.width() - 20
    qtbot.mouseClick(toast, Qt.MouseButton.LeftButton, pos=QPoint(toast.width() - 90, 20))
    assert done == [1]
    assert not toast.isVisible()
    assert toast.undo() is False


def test_a_toast_goes_by_itself_and_can_still_be_undone(qtbot, page) -> None:
    done = []
    toast = Toast(page, shown_for=30)
    toast.show_text("Deleted", lambda: done.append(1), "Undo")
    qtbot.waitUntil(lambda: not toast.isVisible())
    assert toast.undo() is True
    assert done == [1]


def test_a_list_and_a_page_that_scrolls_show_their_ring_to_who_walks_there_by_key(qtbot, page) -> None:
    ring = FocusRing(page)
    inside = TallPage()
    inside.setMinimumHeight(40)
    pane = shown(page, scrolled(inside))
    pane.setGeometry(10, 10, 100, 100)
    qtbot.waitUntil(lambda: pane.verticalScrollBar().maximum() == 0)
    assert pane.focusPolicy() == Qt.FocusPolicy.NoFocus, "nothing to scroll, no stop"
    inside.setMinimumHeight(400)
    qtbot.waitUntil(lambda: pane.verticalScrollBar().maximum() > 0)
    assert pane.focusPolicy() == Qt.FocusPolicy.StrongFocus
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    pane.setFocus(Qt.FocusReason.OtherFocusReason)
    assert pane.hasFocus() and not ring.isVisible()
    pane.clearFocus()
    pane.setFocus(Qt.FocusReason.TabFocusReason)
    assert ring.isVisible() and ring.geometry().contains(pane.geometry())


def test_the_ring_follows_the_focus_by_key_only(qtbot, page) -> None:
    ring = FocusRing(page)
    button, other = shown(page, PlainButton("One")), shown(page, LinkButton("Two"))
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    assert ring.isVisible()
    assert ring.geometry() == button.geometry().adjusted(-2, -2, 2, 2)
    other.setFocus(Qt.FocusReason.MouseFocusReason)
    assert not ring.isVisible()
