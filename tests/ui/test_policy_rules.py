"""Settings, Policy rules: every rule is listed; one that only warns is switched off with a reason, everywhere at once."""

from __future__ import annotations

import pytest

from claimdesk.core.desk import Desk
from claimdesk.core.records.replies import Audience
from claimdesk.ui.context import Changes
from claimdesk.ui.main_window import MainWindow
from claimdesk.ui.settings.policy_rules import PolicyRulesPage
from claimdesk.ui.widgets.labels import Plain
from tests.ui.settings_desk import listed, shown_page


@pytest.fixture
def page(qtbot, ctx, desk) -> PolicyRulesPage:
    return shown_page(qtbot, ctx, PolicyRulesPage)


def found(desk: Desk, text: str) -> set[str]:
    return {f.rule for f in desk.policy.check(text, audience=Audience.BUYER, platform="amazon", language="en")}


def test_every_rule_is_listed_with_its_facts(page, desk) -> None:
    assert listed(page) == [rule.id for rule in desk.policy.rules()]
    page.choose("FM-01")
    rule = next(rule for rule in desk.policy.rules() if rule.id == "FM-01")
    said = [label.text() for label in page.pane.findChildren(Plain)]
    for words in (rule.why.en, rule.fix.en, rule.source, rule.checked.isoformat(), "Amazon", "FM-01"):
        assert words in said


def test_rules_are_found_by_words_severity_and_state(page, desk, now) -> None:
    page.search.setText("placeholder left")
    page.show_found()
    assert listed(page) == ["PH-01"]
    page.search.clear()
    page.severity.set_values(("block",), tell=True)
    assert set(listed(page)) == {rule.id for rule in desk.policy.rules() if rule.severity.value == "block"}
    page.severity.set_values((), tell=True)
    desk.policy.switch_off("FM-01", "Fits our shop", now)
    page.refresh()
    page.off.set_values(("on",), tell=True)
    assert listed(page) == ["FM-01"] and "1 off" in page._count.text()


def test_a_warning_is_switched_off_with_a_reason_and_back(page, ctx, desk) -> None:
    undo, told = [], []
    ctx.toast.connect(lambda text, back: undo.append(back))
    ctx.changed.connect(told.append)
    text = "I am sorry. \u2600"
    assert "FM-01" in found(desk, text)
    page.choose("FM-01")
    pane = page.pane
    assert pane.button.isVisible() and not pane.button.isEnabled(), "a reason first"
    pane.reason.setText("  ")
    assert not pane.button.isEnabled()
    pane.reason.setText("Our buyers like it")
    pane.button.click()
    assert "FM-01" not in found(desk, text)
    assert told[-1] == Changes(cases=True, settings=True)
    assert pane._hint.text() == "Our buyers like it" and pane._state.text().startswith("Switched off on")
    undo[-1]()
    assert "FM-01" in found(desk, text) and pane._state.text() == "This rule counts"
    pane.reason.setText("Again")
    pane.button.click()
    pane.button.click()
    assert "FM-01" in found(desk, text), "switched on by the same button"


def test_a_rule_that_stops_copying_has_no_switch(page, desk) -> None:
    page.choose("RV-01")
    assert not page.pane.button.isVisible() and not page.pane.reason.isVisible()
    assert page.pane._state.text() == "This rule always counts"


def test_own_words_are_added_and_taken_away(page, desk) -> None:
    page.words.field.setText("Lumora")
    page.words.button.click()
    assert desk.policy.own_words() == {"lumora"}
    assert "lumora" in [label.text() for label in page.words.findChildren(Plain)]
    page.words.removed.emit("lumora")
    assert desk.policy.own_words() == frozenset()


def test_it_speaks_chinese_and_is_reached_from_the_settings(qtbot, ctx, desk) -> None:
    window = MainWindow(ctx)
    qtbot.addWidget(window)
    window.resize(1120, 680)
    window.show()
    window.go_to("settings")
    settings = window.screen("settings")
    settings.show_page("policy")
    assert settings.pages.currentWidget() is settings.policy_rules
    assert settings.policy_rules.model.rowCount() == len(desk.policy.rules())
    ctx.interface.choose("zh")
    assert settings.policy_rules.search.accessibleName() == "搜索规则"
    assert settings.policy_rules.pane._state.text() in ("此规则生效", "此规则始终生效")


def test_the_page_in_front_shows_what_was_switched_off_elsewhere(qtbot, ctx, desk, now) -> None:
    window = MainWindow(ctx)
    qtbot.addWidget(window)
    window.show()
    window.go_to("settings")
    settings = window.screen("settings")
    settings.show_page("policy")
    desk.policy.switch_off("FM-01", "Fits our shop", now)
    ctx.changed.emit(Changes(cases=True, settings=True))
    assert "1 off" in settings.policy_rules._count.text()
