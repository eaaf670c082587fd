"""The check on any text: audience, platform and language count; findings say why, what to write and who says so."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from claimdesk.core.records.replies import Audience
from claimdesk.ui.tools.finding_row import FindingRow
from claimdesk.ui.tools.policy_check import PolicyCheckDialog
from claimdesk.ui.widgets.buttons import LinkButton, PlainButton
from claimdesk.ui.widgets.labels import Plain

BAD = "😀 Please remove your negative review and we will refund you $20. Write to lin@example.com."


@pytest.fixture
def dialog(qtbot, ctx, desk) -> PolicyCheckDialog:
    shown = PolicyCheckDialog(ctx)
    qtbot.addWidget(shown)
    shown.show()
    return shown


def type_in(dialog: PolicyCheckDialog, text: str) -> None:
    dialog.text.setPlainText(text)
    dialog._check()
    QTest.qWait(1)  # rows show once they are laid out


def rows(dialog: PolicyCheckDialog) -> list[FindingRow]:
    return [row for row in dialog._page.findChildren(FindingRow) if row.isVisibleTo(dialog)]


def test_findings_say_why_what_and_who(ctx, dialog) -> None:
    type_in(dialog, BAD)
    found = ctx.desk.policy.check(BAD, audience=Audience.BUYER, platform="amazon", language="en")
    assert found and len(rows(dialog)) == len(found)
    for row, finding in zip(rows(dialog), found, strict=True):
        said = [label.text() for label in row.findChildren(Plain)]
        assert finding.why.en in said and finding.fix.en in said and f"Source: {finding.source}" in said
        assert finding.excerpt.strip()[:10] in row.accessibleName()
    errors = sum(finding.severity == "block" for finding in found)
    assert dialog._summary.text().startswith(f"Errors: {errors}, ")


def test_a_click_shows_where_it_is_also_behind_an_emoji(ctx, dialog) -> None:
    type_in(dialog, BAD)
    for row in rows(dialog):
        row.click()
        assert dialog.text.textCursor().selectedText() == row._finding.excerpt
    assert len(dialog.text.extraSelections()) == len(rows(dialog))


def test_typing_is_checked_after_a_moment(qtbot, dialog) -> None:
    dialog.text.setPlainText(BAD)
    qtbot.waitUntil(lambda: bool(rows(dialog)), timeout=3000)
    dialog.text.clear()
    qtbot.waitUntil(lambda: not rows(dialog), timeout=3000)
    assert dialog._summary.text() == "" and not dialog.copy_findings.isEnabled()


def test_whom_it_is_for_and_where_are_asked(ctx, dialog, monkeypatch) -> None:
    asked = []
    policy = ctx.desk.policy
    real = policy.check
    monkeypatch.setattr(policy, "check", lambda text, **given: asked.append(given) or real(text, **given))
    type_in(dialog, BAD)
    dialog.audience._buttons["platform"].click()
    dialog.platform.setCurrentIndex(dialog.platform.findData("ebay"))
    dialog.platform.activated.emit(dialog.platform.currentIndex())
    dialog.language.setCurrentIndex(dialog.language.findData("de"))
    dialog.language.activated.emit(dialog.language.currentIndex())
    assert asked[0] == {"audience": Audience.BUYER, "platform": "amazon", "language": "en"}
    assert asked[-1] == {"audience": Audience.PLATFORM, "platform": "ebay", "language": "de"}


def test_text_and_findings_are_copied(dialog) -> None:
    type_in(dialog, BAD)
    dialog.copy_findings.click()
    copied = QGuiApplication.clipboard().text()
    assert all(row._finding.why.en in copied and row._finding.source in copied for row in rows(dialog))
    dialog.copy_text.click()
    assert QGuiApplication.clipboard().text() == BAD


def test_a_good_text_is_told_so(ctx, dialog) -> None:
    type_in(dialog, "Thank you for your message. Your parcel was handed to the carrier on 31 October.")
    assert not rows(dialog) and dialog._summary.text() == "No rule speaks against it."
    ctx.interface.choose("zh")
    assert dialog._summary.text() == "没有违反任何规则。"


def test_markup_stays_text(dialog) -> None:
    type_in(dialog, "<b>Please remove your negative review</b> and get $20 back")
    assert rows(dialog)
    assert dialog.text.toPlainText().startswith("<b>")


def test_a_misspelt_word_is_put_right_or_kept(ctx, dialog) -> None:
    type_in(dialog, "I recieve your mesage and will refund it in full today.")
    first = rows(dialog)[0]
    assert [b.text() for b in first.findChildren(PlainButton, "otherWord")][:1] == ["receive"]
    first.findChild(PlainButton, "otherWord").click()
    assert dialog.text.toPlainText().startswith("I receive your mesage")
    type_in(dialog, "It is mispelt wrd for wrd.")
    kept = rows(dialog)[0]._finding.excerpt
    rows(dialog)[0].findChild(LinkButton, "keepWord").click()
    QTest.qWait(1)
    assert kept in ctx.desk.policy.own_words()
    assert kept not in [row._finding.excerpt for row in rows(dialog)]


def test_rules_that_are_off_are_told(ctx, dialog, now) -> None:
    policy = ctx.desk.policy
    rule = next(r.id for r in policy.applying("amazon", Audience.BUYER) if policy.can_switch_off(r.id))
    policy.switch_off(rule, "We never need it", now)
    type_in(dialog, "Thank you for your message. Your parcel was handed to the carrier on 31 October.")
    assert dialog._summary.text() == "No rule speaks against it. · 1 rule is off"
    policy.switch_on(rule)
    type_in(dialog, "Thank you for your message. Your parcel was handed to the carrier on 31 October.")
    assert dialog._summary.text() == "No rule speaks against it."
