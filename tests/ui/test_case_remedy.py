"""The remedy step on a real desk: rows by cost, forbidden ones with the reason, assumptions, the choice kept."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from claimdesk.core.desk import Desk
from claimdesk.core.remedies.cost_sheet import SkuCost
from claimdesk.ui.case.remedy import RemedyBody
from claimdesk.ui.case.remedy_row import RemedyRow
from claimdesk.ui.widgets.buttons import LinkButton, PrimaryButton
from tests.core.cases.walking import walk_until
from tests.ui.case_desk import case_screen, delivered_order
from tests.ui.order_sheets import SHOP

FILED = {"claim_filed": "yes", "return_route": "label", "fault": "no"}


@pytest.fixture
def desk(desk) -> Desk:
    desk.remedies.costs.keep([SkuCost("LAMP-B", "USD", 900, 720, 890)])
    return desk


def at_remedy(desk, now, answers=(), order: int = 0) -> int:
    """A case on the delivered order, or another, that stands at its remedy step, with these answers before it."""
    case_id = desk.cases.open(order or delivered_order(desk), "S02", now)
    walk_until(desk, case_id, now, lambda walk: walk.at(walk.current).step.kind == "remedy", dict(answers))
    return case_id


def body_of(screen) -> RemedyBody:
    body = screen.centre.body
    assert isinstance(body, RemedyBody)
    return body


def rows(screen) -> list[RemedyRow]:
    return list(body_of(screen)._ordered())


def field(screen, name: str):
    return body_of(screen).fields._lines[name].field


def put(screen, name: str, text: str) -> None:
    """Type over a field and let the pause pass."""
    edit = field(screen, name)
    edit.setFocus()
    edit.selectAll()
    QTest.keyClicks(edit, text)
    QTest.keyClick(edit, Qt.Key.Key_Return)
    body_of(screen)._pause.stop()
    body_of(screen)._settle()
    QTest.qWait(1)


def test_rows_stand_by_cost_and_the_cheapest_is_marked(qtbot, ctx, desk, now) -> None:
    screen = case_screen(qtbot, ctx, at_remedy(desk, now, FILED))
    assert [row.option_id for row in rows(screen)] == ["contest", "partial", "resend", "return", "keep"]
    assert [row.amount for row in rows(screen)] == ["$27.01", "$27.30", "$36.78", "$46.70", "$68.60"]
    assert [row.isChecked() for row in rows(screen)] == [True, False, False, False, False]
    assert rows(screen)[0].words == "Lowest expected cost"
    assert rows(screen)[1].words == "$8.13, the buyer may decline"
    assert rows(screen)[4].words == "Closes the claim, counts as a defect"
    assert body_of(screen).foot_note() == ("A small margin, $0.29 less than “Partial refund”", "warn")
    assert all(row.accessibleDescription().startswith(row.amount) for row in rows(screen))


def test_a_forbidden_remedy_is_disabled_with_its_reason(qtbot, ctx, desk, now) -> None:
    case_id = at_remedy(desk, now, {"return_route": "overseas", "fix_route": "skipped"})
    screen = case_screen(qtbot, ctx, case_id)
    last = rows(screen)[-1]
    assert (last.option_id, last.isEnabled()) == ("return", False)
    assert last.words == "Needs a label or a return address in the buyer's country first."
    assert body_of(screen).take_digit(5) is False
    assert body_of(screen).chosen != "return"


def test_digits_choose_and_the_foot_names_the_difference(qtbot, ctx, desk, now) -> None:
    screen = case_screen(qtbot, ctx, at_remedy(desk, now, FILED))
    QTest.keyClick(rows(screen)[0], Qt.Key.Key_3)
    assert body_of(screen).chosen == "resend"
    assert body_of(screen).foot_note() == ("$9.77 more than “Contest”", "warn")


def test_the_choice_answers_the_step_and_stands_in_the_timeline(qtbot, ctx, desk, now) -> None:
    case_id = at_remedy(desk, now, FILED)
    screen = case_screen(qtbot, ctx, case_id)
    step = screen.shown_step
    QTest.keyClick(rows(screen)[0], Qt.Key.Key_2)
    button = screen.centre.foot.button("continueButton")
    assert isinstance(button, PrimaryButton)
    assert button.text() == "Choose and continue"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    case = desk.cases.case(case_id)
    assert case.answers[step].option == "partial"
    assert case.notes[-1][1] == "Remedy chosen: Partial refund, the buyer keeps it, expected cost $27.30"
    assert desk.cases.saved_draft(case_id, step)["choice"] == "partial"
    assert screen.shown_step != step
    screen.show_step(step)
    assert body_of(screen).chosen == "partial"
    desk.cases.undo(case_id, now)
    assert step not in desk.cases.case(case_id).answers


def test_an_assumption_changes_the_order_and_is_kept(qtbot, ctx, desk, now) -> None:
    case_id = at_remedy(desk, now, FILED)
    screen = case_screen(qtbot, ctx, case_id)
    put(screen, "lose", "90")
    assert body_of(screen).comparison.best == "partial"
    assert rows(screen)[0].option_id == "partial"
    assert field(screen, "lose").text() == "90.0 %"
    again = case_screen(qtbot, ctx, case_id)
    assert field(again, "lose").text() == "90.0 %"
    assert body_of(again).comparison.best == "partial"


def test_reset_brings_the_defaults_back(qtbot, ctx, desk, now) -> None:
    case_id = at_remedy(desk, now, FILED)
    screen = case_screen(qtbot, ctx, case_id)
    put(screen, "unit_cost", "$1.50")
    assert body_of(screen).comparison.option("resend").parts.goods == 150
    reset = body_of(screen).findChild(LinkButton, "resetAssumptions")
    QTest.mouseClick(reset, Qt.MouseButton.LeftButton)
    assert field(screen, "unit_cost").text() == "$9.00"
    assert body_of(screen).comparison.option("resend").parts.goods == 900
    assert desk.cases.saved_draft(case_id, screen.shown_step)["assumptions"]["values"] == {}


def test_what_is_no_amount_is_marked_and_forgotten(qtbot, ctx, desk, now) -> None:
    screen = case_screen(qtbot, ctx, at_remedy(desk, now, FILED))
    edit = field(screen, "reship")
    edit.setFocus()
    edit.selectAll()
    QTest.keyClicks(edit, "much")
    assert edit.property("faulty") is True
    before = body_of(screen).comparison
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert (edit.text(), edit.property("faulty")) == ("$7.20", False)
    assert body_of(screen).comparison == before
    assert screen.centre.body is body_of(screen), "Enter in a field is no Continue"


def test_arrow_keys_step_a_value(qtbot, ctx, desk, now) -> None:
    screen = case_screen(qtbot, ctx, at_remedy(desk, now, FILED))
    edit = field(screen, "return_label")
    edit.setFocus()
    QTest.keyClick(edit, Qt.Key.Key_Up)
    assert edit.text() == "$9.40"
    for _ in range(40):
        QTest.keyClick(edit, Qt.Key.Key_Down)
    assert edit.text() == "$0.00"


def test_what_was_typed_is_kept_when_the_case_is_left_at_once(qtbot, ctx, desk, now) -> None:
    case_id = at_remedy(desk, now, FILED)
    screen = case_screen(qtbot, ctx, case_id)
    edit = field(screen, "defect")
    edit.setFocus()
    edit.selectAll()
    QTest.keyClicks(edit, "38")
    step = screen.shown_step
    screen.centre.leave()
    assert desk.cases.saved_draft(case_id, step)["assumptions"]["values"] == {"defect": "3800"}


def test_more_assumptions_come_on_demand(qtbot, ctx, desk, now) -> None:
    screen = case_screen(qtbot, ctx, at_remedy(desk, now, FILED))
    fields = body_of(screen).fields
    assert fields._lines["unit_cost"].isVisible()
    assert not fields._lines["insurance"].isVisible()
    QTest.mouseClick(fields.findChild(LinkButton, "moreAssumptions"), Qt.MouseButton.LeftButton)
    assert fields._lines["insurance"].isVisible()


def test_similar_cases_are_told_and_used(qtbot, ctx, desk, now) -> None:
    order = delivered_order(desk)
    for at in range(14):
        other = desk.cases.open(order, "S02", now)
        desk.cases.record_outcome(other, "granted_seller" if at < 4 else "denied", "unknown", 0, now)
    screen = case_screen(qtbot, ctx, at_remedy(desk, now, FILED))
    assert field(screen, "lose").text() == "28.6 %"
    words = body_of(screen)._chart_words.text()
    assert words.endswith("Of 14 similar cases 4 were lost, 29 %, range 12 to 55 %.")


def test_the_legend_speaks_of_a_rate_only_where_the_platform_has_one(qtbot, ctx, desk, now) -> None:
    elsewhere = desk.orders.find(SHOP["Order number"])[0].id
    amazon = body_of(case_screen(qtbot, ctx, at_remedy(desk, now)))
    assert "Risk of losing, with ODR" in amazon._legend.accessibleName()
    shopify = body_of(case_screen(qtbot, ctx, at_remedy(desk, now, order=elsewhere)))
    assert "Risk of losing;" in shopify._legend.accessibleName()
    assert shopify._legend.width() == shopify._legend.sizeHint().width(), "as wide as its words"


def test_a_closed_case_is_read_only(qtbot, ctx, desk, now) -> None:
    case_id = at_remedy(desk, now, FILED)
    desk.cases.close(case_id, now)
    screen = case_screen(qtbot, ctx, case_id)
    screen.show_step("remedy")
    assert isinstance(screen.centre.body, RemedyBody)
    assert not any(row.isEnabled() for row in rows(screen))
    assert not field(screen, "lose").isEnabled()
    assert not screen.centre.foot.button("continueButton").isEnabled()


def test_chinese_says_all_of_it(qtbot, ctx, desk, now) -> None:
    ctx.interface.choose("zh")
    screen = case_screen(qtbot, ctx, at_remedy(desk, now, FILED))
    assert rows(screen)[0].words == "预期成本最低"
    assert rows(screen)[1].words == "$8.13，买家可以不接受"
    assert body_of(screen).foot_note()[0] == "差距很小，只比“部分退款”少 $0.29"
    assert body_of(screen)._chart_words.text() == "败诉概率在 36 % 以内时，申辩最省。"


@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize("width", [1364, 1044])
def test_nothing_is_squeezed(qtbot, ctx, desk, now, look: str, width: int) -> None:
    ctx.theme.choose(look)
    screen = case_screen(qtbot, ctx, at_remedy(desk, now, FILED), width=width, height=586)
    qtbot.waitUntil(lambda: all(row.height() >= 55 for row in rows(screen)))
    body = body_of(screen)
    assert body._chart_words.geometry().top() >= body.chart.geometry().bottom()
    assert not body.chart.grab().isNull()
