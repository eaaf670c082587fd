"""Settings, Deadlines: every rule is listed with its source; the owner's ends count at once, are told, and can be reset."""

from __future__ import annotations

from datetime import timedelta

import pytest

from claimdesk.ui.context import Changes
from claimdesk.ui.main_window import MainWindow
from claimdesk.ui.settings.deadlines import DeadlinesPage
from claimdesk.ui.widgets.labels import Plain
from tests.ui.case_desk import delivered_order
from tests.ui.settings_desk import listed, shown_page


@pytest.fixture
def page(qtbot, ctx, desk) -> DeadlinesPage:
    return shown_page(qtbot, ctx, DeadlinesPage)


def test_every_rule_is_listed_with_its_facts(page, desk) -> None:
    assert sorted(listed(page)) == [rule.id for rule in desk.deadlines.all()]
    page.choose("AMZ-CONTACT-48")
    said = [label.text() for label in page.editor.findChildren(Plain)]
    rule = desk.deadlines.rule("AMZ-CONTACT-48")
    for words in (rule.title.en, rule.trigger.en, rule.source, rule.note.en, "48 h"):
        assert words in said
    assert any(rule.checked.isoformat() in words for words in said)


def test_rules_are_found_and_doubtful_ones_marked(page, desk) -> None:
    page.search.setText("ebay appeal")
    page.show_found()
    assert listed(page) == ["EBAY-APPEAL-30"]
    page.search.clear()
    page.doubtful.set_values(("on",), tell=True)
    low = {rule.id for rule in desk.deadlines.all() if rule.confidence == "low"}
    assert set(listed(page)) == low and low
    page.choose(min(low))
    assert page.editor._verify.isVisible()
    assert page._confidence(page._rules[page._ids[min(low)]]).text == "please verify"


def test_own_ends_need_a_reason_count_at_once_and_are_undone(page, ctx, desk, now) -> None:
    case = desk.cases.open(delivered_order(desk), "S03", now)
    before = next(c for c in desk.cases.view(case, now).deadlines if c.clock == "contact")
    undo, told = [], []
    ctx.toast.connect(lambda text, back: undo.append(back))
    ctx.changed.connect(told.append)
    page.choose(before.rule)
    editor = page.editor
    assert not editor.keep_button.isEnabled() and not editor.reset_button.isEnabled()
    editor.safe.show_span(12, "hours")
    assert not editor.keep_button.isEnabled()
    editor.outer.show_span(1, "biz_days")
    editor.reason.setText("Told by the account manager")
    editor.keep_button.click()
    after = next(c for c in desk.cases.view(case, now).deadlines if c.clock == "contact")
    assert after.safe == before.started_at + timedelta(hours=12)
    assert told[-1] == Changes(cases=True, settings=True)
    assert "Set by you on" in editor._own_hint.text() and editor.reset_button.isEnabled()
    assert not editor.keep_button.isEnabled(), "nothing new to keep"
    page.own.set_values(("on",), tell=True)
    assert listed(page) == [before.rule]
    undo[-1]()
    assert desk.deadlines.own(before.rule) is None
    assert listed(page) == []


def test_reset_brings_the_rule_back(page, desk, now) -> None:
    from claimdesk.core.deadlines.schema import Span

    twelve = Span(amount=12, unit="hours")
    desk.deadlines.change_rule("AMZ-MSG-24", twelve, twelve, "why", now)
    page.refresh()
    page.choose("AMZ-MSG-24")
    assert page.editor.safe.value == (12, "hours") and page.editor.reason.text() == "why"
    page.editor.reset_button.click()
    assert desk.deadlines.own("AMZ-MSG-24") is None
    assert page.editor.safe.value == (24, "hours") and page.editor.reason.text() == ""


def test_what_is_typed_survives_a_refresh(page, ctx) -> None:
    page.choose("AMZ-MSG-24")
    page.editor.reason.setText("half a sen")
    page.refresh()
    assert page.editor.reason.text() == "half a sen"
    page.choose("EBAY-RESP-3")
    assert page.editor.reason.text() == ""


def test_a_rule_of_several_dates_is_shown_but_not_set(page) -> None:
    page.choose("AMZ-INR-EARLIEST")
    assert not page.editor._edit.isVisible() and "several dates" in page.editor._own_hint.text()


def test_help_leads_to_the_sources_and_the_page_speaks_chinese(qtbot, ctx, desk) -> None:
    window = MainWindow(ctx)
    qtbot.addWidget(window)
    window.show()
    window.menus.action("sources").trigger()
    screen = window.screen("settings")
    assert window.here == "settings" and screen.pages.currentWidget() is screen.deadlines
    assert screen.deadlines.model.rowCount() == len(desk.deadlines.all())
    ctx.interface.choose("zh")
    first = screen.deadlines.model.record(0)
    screen.deadlines.choose(first.rule.id)
    assert screen.deadlines.editor._title.text() == first.rule.title.zh
    assert screen.deadlines.editor._own_title.text() == "您自己的期限"
