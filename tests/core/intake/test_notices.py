"""Our own notices: every kind in every language, read field by field."""

from __future__ import annotations

import tomllib
from collections import Counter

import pytest

from claimdesk.core.intake.intake import Intake
from claimdesk.core.records.intake import Notice
from tests.core.intake.confusion_table import FIELDS, KINDS, PAGE, page, right
from tests.core.intake.notices import NOTICES, Sample, readings
from tests.core.policy.measured import LANGUAGES


@pytest.mark.parametrize("sample, notice", [pytest.param(s, n, id=s.name) for s, n in readings()])
def test_a_notice_is_read_as_it_is_written(sample: Sample, notice: Notice) -> None:
    wrong = {field: getattr(notice, field) for field in FIELDS if not right(field, {"platform": None, **sample.expected}, notice)
             and (field in sample.expected or field != "platform")}  # fmt: skip
    assert wrong == {}


@pytest.mark.parametrize("sample, notice", [pytest.param(s, n, id=s.name) for s, n in readings()])
def test_every_field_shows_its_words(sample: Sample, notice: Notice) -> None:
    shown = {words.field for words in notice.read_from}
    said = {"kind": notice.kind != "none", "order_no": notice.order_no, "amount_minor": notice.amount_minor,
            "odr": notice.odr != "unknown", "respond_by": notice.respond_by, "reason": notice.reason}  # fmt: skip
    assert {field for field, value in said.items() if value} <= shown
    source = f"{notice.subject}\n\n{notice.text}"
    assert [words for words in notice.read_from if words.text not in source] == []


def _sentences() -> list[object]:
    groups = tomllib.loads((NOTICES / "sentences.toml").read_text("utf-8"))["groups"]
    return [
        pytest.param(group["sender"], group["subject"], kind, text, id=f"{group['name']}-{kind}-{number}")
        for group in groups
        for kind, texts in group["kinds"].items()
        for number, text in enumerate(texts)
    ]


@pytest.mark.parametrize("sender, subject, kind, text", _sentences())
def test_a_sentence_says_its_kind(intake: Intake, sender: str, subject: str, kind: str, text: str) -> None:
    assert intake.read(f"From: {sender}\nSubject: {subject}\n\n{text}").kind == kind


def test_every_kind_stands_in_every_language() -> None:
    counted = Counter((s.language, s.expected["kind"]) for s, _ in readings())
    assert len(readings()) >= 120
    assert [(language, kind) for language in LANGUAGES for kind in KINDS if not counted[language, kind]] == []


def test_the_page_tells_what_is_measured() -> None:
    """Write it anew with `python -m tests.core.intake.confusion_table`."""
    assert PAGE.read_text("utf-8") == page()
