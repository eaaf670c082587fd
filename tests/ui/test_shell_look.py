"""Colours, type, icons, times: what the whole window is drawn with."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtGui import QColor, QFont, QFontMetricsF

from claimdesk.ui import icons
from claimdesk.ui.fonts import ROLES, role_font
from claimdesk.ui.shipped import resource
from claimdesk.ui.theme import Theme, style_sheet
from claimdesk.ui.tokens import active, tokens
from claimdesk.ui.widgets import times

GROUNDS = ("base", "bg", "surface", "surface2", "hover")
STATES = ("danger", "warn", "ok", "wait")


def luminance(color: QColor) -> float:
    parts = []
    for value in (color.redF(), color.greenF(), color.blueF()):
        parts.append(value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4)
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: QColor, other: QColor) -> float:
    bright, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("look", ["light", "dark"])
def test_text_can_be_read_on_every_ground(look) -> None:
    colors = tokens(look)
    for ground in GROUNDS:
        for ink in ("text", "text2", "text3"):
            assert contrast(colors.color(ink), colors.color(ground)) >= 4.5, (ink, ground)
    for state in STATES:
        assert contrast(colors.color(state), colors.color(f"{state}soft")) >= 4.5, state
    assert contrast(colors.color("accenttext"), colors.color("accentsoft")) >= 4.5
    assert contrast(colors.color("onaccent"), colors.color("accent")) >= 4.5
    assert contrast(colors.color("onaccent"), colors.color("accenthover")) >= 4.5 or look == "dark"
    assert contrast(colors.color("tiptext"), colors.color("tip")) >= 4.5
    assert contrast(colors.color("tipaccent"), colors.color("tip")) >= 4.5
    assert contrast(colors.color("ondangersolid"), colors.color("dangersolid")) >= 4.5
    assert contrast(colors.color("surface"), colors.color("text3")) >= 4.5  # the grey badge


@pytest.mark.parametrize("look", ["light", "dark"])
def test_edges_of_controls_can_be_seen(look) -> None:
    colors = tokens(look)
    assert contrast(colors.color("edge"), colors.color("surface")) >= 3
    assert contrast(colors.color("accent"), colors.color("surface")) >= 3


def test_both_looks_know_the_same_roles() -> None:
    assert tokens("light").values.keys() == tokens("dark").values.keys()


@pytest.mark.parametrize("look", ["light", "dark"])
def test_the_style_sheet_uses_roles_that_exist_and_files_that_are_there(look) -> None:
    text = style_sheet(tokens(look))
    assert "@" not in text
    for path in re.findall(r'url\("([^"]+)"\)', text):
        assert resource("icons", path.rpartition("/")[2]).is_file(), path
    source = re.sub(r"/\*.*?\*/", "", resource("styles", "claimdesk.qss").read_text("utf-8"), flags=re.DOTALL)
    assert not re.search(r"(?<!@)#[0-9a-fA-F]{3,8}\b(?=\s*[;}])", source)
    assert "font" not in source


def test_the_look_changes_live(qapp, ctx) -> None:
    heard = []
    ctx.theme.changed.connect(lambda: heard.append(active().name))
    ctx.theme.choose("dark")
    assert ctx.theme.is_dark
    assert active().is_dark
    assert qapp.palette().window().color() == tokens("dark").color("base")
    assert ctx.theme.color("text").name().upper() == tokens("dark").hex("text")
    ctx.theme.choose("light")
    assert heard == ["dark", "light"]


def test_an_unknown_choice_follows_the_system(qapp) -> None:
    assert Theme(qapp, "purple").choice == "system"


def test_figures_have_equal_widths(qapp, ctx) -> None:
    for role in ("table", "count", "body"):
        metrics = QFontMetricsF(role_font(role))
        assert metrics.horizontalAdvance("1111") == pytest.approx(metrics.horizontalAdvance("0808"))


def test_type_has_the_sizes_of_the_design(qapp, ctx) -> None:
    dpi = qapp.primaryScreen().logicalDotsPerInch()
    for role, (size, weight, _) in ROLES.items():
        font = role_font(role)
        assert font.pointSizeF() * dpi / 72 == pytest.approx(size)
        assert font.weight() == weight


def test_chinese_is_never_smaller_than_twelve(qapp, ctx) -> None:
    ctx.interface.choose("zh")
    dpi = qapp.primaryScreen().logicalDotsPerInch()
    assert role_font("label").pointSizeF() * dpi / 72 == pytest.approx(12)
    assert not any(role_font(role).style() == QFont.Style.StyleItalic for role in ROLES)


def test_every_icon_that_the_window_names_exists() -> None:
    named = set()
    for path in resource().parent.joinpath("claimdesk", "ui").rglob("*.py"):
        named |= set(re.findall(r'(?:Icon|icon|set_icon)\(\s*"([a-z][a-z0-9-]+)"', path.read_text("utf-8")))
    assert len(named) > 10
    for name in named:
        assert icons.glyph(name), name


def test_an_icon_is_tinted(qapp, ctx) -> None:
    image = ctx.theme.icon("package", "danger", 16).pixmap(16, 16).toImage()
    seen = {image.pixelColor(x, y).name() for x in range(16) for y in range(16) if image.pixelColor(x, y).alpha() > 250}
    assert seen == {tokens("light").color("danger").name()}


NOW = datetime(2026, 11, 17, 6, 20, tzinfo=UTC)  # 14:20 in Beijing


@pytest.mark.parametrize(
    "left, english, chinese, level",
    [
        (-timedelta(hours=2, minutes=10), "late 2 h 10 m", "超时 2 小时 10 分", "overdue"),
        (timedelta(minutes=9, seconds=5), "9 m 05 s", "9 分 05 秒", "today"),
        (timedelta(minutes=40), "40 m", "40 分", "today"),
        (timedelta(hours=5, minutes=5), "5 h 05 m", "5 小时 05 分", "today"),
        (timedelta(hours=19, minutes=40), "19 h 40 m", "19 小时 40 分", "soon"),
        (timedelta(days=1, hours=2), "1 d 02 h", "1 天 02 小时", "soon"),
        (timedelta(days=9, hours=3), "9 d", "9 天", "later"),
    ],
)
def test_countdowns_read_as_the_design_says(left, english, chinese, level) -> None:
    assert times.countdown(NOW + left, NOW, "en") == times.Countdown(english, level)
    assert times.countdown(NOW + left, NOW, "zh") == times.Countdown(chinese, level)


def test_no_deadline_is_said() -> None:
    assert times.countdown(None, NOW, "en").text == "no deadline"
    assert times.countdown(None, NOW, "zh").level == "none"


def test_days_and_clocks(qapp) -> None:
    late = datetime(2026, 11, 17, 17, 0, tzinfo=UTC)  # already the 18th in Beijing
    assert times.day_text(late, "en") == "18 Nov"
    assert times.day_text(late, "zh") == "11-18"
    assert times.day_text(date(2026, 10, 26), "en", year=True) == "26 Oct 2026"
    assert times.day_text(None, "en") == ""
    assert times.due_text(datetime(2026, 11, 17, 11, 25, tzinfo=UTC), NOW, "en") == "today 19:25"
    assert times.due_text(late, NOW, "en") == "tomorrow 01:00"
    assert times.due_text(datetime(2026, 11, 19, 0, 0, tzinfo=UTC), NOW, "en") == "Thu 08:00"
    assert times.due_text(datetime(2026, 11, 19, 0, 0, tzinfo=UTC), NOW, "zh") == "周四 08:00"
    assert times.long_day_text(date(2026, 11, 17), "en") == "Tuesday, 17 November"
    assert times.long_day_text(date(2026, 11, 17), "zh") == "11 月 17 日 星期二"
    assert times.clock_text(NOW, "America/Los_Angeles") == "22:20"


@pytest.mark.parametrize(
    "minor, currency, text",
    [(5860, "USD", "$58.60"), (3490, "EUR", "€34.90"), (1200, "JPY", "¥1,200"), (1200, "CHF", "CHF 12.00"),
     (-500, "GBP", "−£5.00"), (None, "USD", ""), (1_234_567_89, "USD", "$1,234,567.89"), (700, "", "7.00")],
)  # fmt: skip
def test_money(minor, currency, text) -> None:
    assert times.money_text(minor, currency) == text


def test_zones_have_names_in_both_languages() -> None:
    for zone in times.ZONES:
        assert times.zone_title(zone, "en")
        assert times.zone_title(zone, "zh")
    assert times.zone_title("Europe/Isle_of_Man", "en") == "Isle of Man"
    assert times.zone_of("Nowhere/At_All").key == "UTC"
