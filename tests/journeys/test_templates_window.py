"""A template is changed by mouse and keyboard in the real window, used in a case's reply, and put back as it was."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QWidget

from claimdesk.core.desk import Desk
from claimdesk.ui.case.screen import CaseScreen
from claimdesk.ui.jobs import Jobs
from claimdesk.ui.templates.editor import TemplateEditor
from claimdesk.ui.templates.screen import TemplatesScreen
from claimdesk.ui.tour.hands import Hands
from tests.ui.case_desk import delivered_order, open_desk, walk_to
from tests.ui.keys import CTRL, hit
from tests.ui.windows import active_window, window_context

NOW = datetime(2026, 11, 17, 6, 20, tzinfo=UTC)
SENTENCE = "I will write again by "


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Desk]:
    with closing(open_desk(tmp_path, NOW)) as desk:
        yield desk


@pytest.fixture
def hands(qtbot, qapp: QApplication, shop: Desk, tmp_path: Path) -> Iterator[Hands]:
    with window_context(qapp, Jobs(), tmp_path, NOW) as ctx:
        window = active_window(qtbot, ctx, shop, (1440, 900))
        yield Hands(window)
        window.close()


def case_with_reply(shop: Desk) -> tuple[int, str]:
    """A case that stands before a reply to the buyer, and the template of that reply."""
    case = shop.cases.open(delivered_order(shop), "S03", NOW)
    walk_to(shop, case, "reply_buyer", NOW)
    return case, shop.cases.draft(case, NOW).template


def draft_text(hands: Hands, case: int) -> str:
    """The reply that the case's composer shows."""
    hands.window.ctx.open_case.emit(case)
    screen = hands.window.screen("case")
    assert isinstance(screen, CaseScreen)

    def written() -> bool:
        body = screen.message_body()
        return body is not None and body.writing is not None and screen.session.case_id == case

    hands.wait("the draft", written)
    body = screen.message_body()
    assert body is not None and body.writing is not None
    return body.writing.text


def templates(hands: Hands) -> TemplatesScreen:
    QTest.keyClick(hands.window, Qt.Key.Key_5, CTRL)
    hands.wait("the screen", lambda: hands.window.here == "templates")
    screen = hands.window.screen("templates")
    assert isinstance(screen, TemplatesScreen)
    hands.wait("a template", lambda: screen._state is not None)
    return screen


def find(hands: Hands, screen: TemplatesScreen, words: str, template: str) -> None:
    """Ctrl+F, words, and a click on the line of the tree."""
    QTest.keyClick(hands.window, Qt.Key.Key_F, CTRL)
    field = hands.find(QLineEdit, "template-search")
    assert field.hasFocus()
    field.clear()
    QTest.keyClicks(field, words)
    tree = hands.find(QListView, "template-tree")
    model = tree.model()

    def line() -> int:
        lines = range(model.rowCount())
        return next((at for at in lines if model.index(at, 0).data(Qt.ItemDataRole.UserRole + 2) == template), -1)

    hands.wait("the line", lambda: line() >= 0)
    spot = tree.visualRect(model.index(line(), 0)).center()
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)
    hands.wait("the template", lambda: screen._id == template)


def test_a_changed_template_is_what_the_next_reply_says_until_it_is_restored(hands, shop) -> None:
    case, template = case_with_reply(shop)
    shipped = shop.replies.shipped(template)
    paragraph = next(p for p in shipped.paragraphs if not p.when and not p.optional)
    screen = templates(hands)
    find(hands, screen, shipped.title.en, template)

    # a sentence with a variable out of the list
    editor = hands.find(TemplateEditor, f"sent-{paragraph.id}")
    QTest.mouseClick(editor.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(8, 8))
    QTest.keyClick(editor, Qt.Key.Key_End, CTRL)
    QTest.keyClicks(editor, f" {SENTENCE}{{{{promise")
    hands.wait("the list of variables", lambda: hands.sees("variable-list"))
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.keyClicks(editor, ".")
    hands.wait("the preview", lambda: SENTENCE in screen.preview.text())
    hands.wait("autosave", lambda: screen.editor.saved.text().startswith("Saved"))
    assert SENTENCE + "{{ promise_date }}." in editor.text()

    # the meaning is out of date and is mended
    meaning = hands.find(TemplateEditor, f"read-{paragraph.id}")
    hands.wait("the stale mark", lambda: hands.sees("fits-read"))
    QTest.mouseClick(meaning.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(8, 8))
    QTest.keyClick(meaning, Qt.Key.Key_End, CTRL)
    meaning.insertPlainText("我会再给您写信。")
    hands.wait("the mark gone", lambda: not hands.sees("fits-read"))

    # leaving at once loses nothing: the case's reply says it
    QTest.keyClicks(editor, " Thank you.")
    said = draft_text(hands, case)
    assert SENTENCE in said and "{{" not in said.split(SENTENCE)[1].split("Thank you.")[0]
    assert "Thank you." in said

    # compare with the original and restore it
    screen = templates(hands)
    hands.click("compare-revision")
    hands.wait("the difference", lambda: screen.middle.currentWidget() is screen.difference)
    hands.click("difference-restore")
    hands.wait("the original text", lambda: shop.replies.get(template).paragraphs == shipped.paragraphs)
    hands.wait("the editor", lambda: screen.middle.currentWidget() is screen.editor and screen._id == template)
    assert SENTENCE not in hands.find(TemplateEditor, f"sent-{paragraph.id}").text()
    assert SENTENCE not in shop.cases.draft(case, NOW).text


def test_every_pane_is_reached_by_f6_and_nothing_traps_the_focus(hands, shop) -> None:
    screen = templates(hands)
    screen.tree.setFocus()
    seen = []
    for _ in range(6):
        hit(hands.window, Qt.Key.Key_F6)
        focus = QApplication.focusWidget()
        seen.append(next((at for at, pane in enumerate(screen.panes_of()) if focus and pane.isAncestorOf(focus)), -1))
    assert {0, 1, 2, 3} <= set(seen)
    screen.search.setFocus()
    reached: set[QWidget] = set()
    for _ in range(150):
        hit(hands.window, Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        if focus is None or focus in reached:
            break
        reached.add(focus)
    names = {widget.objectName() for widget in reached}
    assert {"template-tree", "template-language", "preview-order", "add-field"} <= names
    assert any(name.startswith("sent-") for name in names)


def test_at_the_smallest_size_the_right_pane_is_a_drawer_with_a_button(hands, shop) -> None:
    screen = templates(hands)
    hands.window.resize(1120, 680)
    hands.rest()
    assert not screen.about.isVisible()
    hands.click("template-aside")
    assert screen.about.isVisible()
    QTest.keyClick(screen, Qt.Key.Key_Escape)
    assert not screen.about.isVisible()
    hands.press(Qt.Key.Key_Backslash, CTRL, hands.window)
    hands.wait("the drawer", screen.about.isVisible)
