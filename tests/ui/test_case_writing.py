"""The text behind the composer: spans through edits, rewording, findings by paragraph, what is saved. No widget."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from claimdesk.core.records.bilingual import Bilingual
from claimdesk.core.records.replies import Audience, Draft, FillIn, Finding, Paragraph, Severity, Span
from claimdesk.ui.case.reply.inserting import add_paragraph
from claimdesk.ui.case.reply.rewording import removable, reworded, wording_of
from claimdesk.ui.case.reply.writing import (
    DIFFERS,
    NONE,
    PAIRED,
    begin,
    by_line,
    may_copy,
    meant,
    refreshed,
    shifted,
    typed,
)

EN = "Order 114-1 was shipped on {{ ship_date }} with UPS."


def draft(ship_date: str = "") -> Draft:
    shown = ship_date or "{{ ship_date }}"
    text = EN.replace("{{ ship_date }}", shown)
    spans = (Span(6, 11, "order_id"), Span(27, 27 + len(shown), "ship_date"))
    missing = () if ship_date else ("ship_date",)
    return Draft(
        "B_X", Bilingual("x", "x"), Audience.BUYER, "en",
        (Paragraph("hello", "Hello.", "您好。"), Paragraph("facts", text, "订单 114-1 已发货。", spans, (), missing)),
        (FillIn("ship_date", Bilingual("Shipped on", "发货日期"), "date"),),
    )  # fmt: skip


def finding(start: int, end: int, *, en: str = "Delete it.", zh: str = "删除。", category: str = "tone") -> Finding:
    return Finding("T", Severity.BLOCK, category, start, end, "x", Bilingual("w", "w"), Bilingual(en, zh), "s")


def test_a_missing_value_blocks_and_is_asked() -> None:
    writing = begin(draft())
    assert writing.missing == ("ship_date",)
    assert [ask.name for ask in writing.fill_ins()] == ["ship_date"]
    assert not may_copy(writing, ())
    assert may_copy(begin(draft("31 October")), ())


def test_a_value_given_later_lands_in_an_edited_paragraph() -> None:
    writing = begin(draft())
    typed(writing.lines[1], "Dear buyer: " + EN)
    writing.fills["ship_date"] = "2026-10-31"
    fresh = refreshed(writing, draft("31 October"))
    assert fresh.lines[1].text == "Dear buyer: Order 114-1 was shipped on 31 October with UPS."
    assert fresh.missing == () and fresh.fills == {"ship_date": "2026-10-31"}
    marked = {fresh.lines[1].text[s.start : s.end] for s in fresh.lines[1].spans}
    assert marked == {"114-1", "31 October"}


def test_typing_over_a_placeholder_answers_it() -> None:
    writing = begin(draft())
    typed(writing.lines[1], EN.replace("{{ ship_date }}", "Monday"))
    assert writing.missing == ()
    assert writing.lines[1].meaning == DIFFERS


def test_meaning_is_told_apart() -> None:
    line = begin(draft()).lines[0]
    typed(line, "Hello there.")
    assert line.meaning == DIFFERS
    meant(line, "你好。")
    assert line.meaning == PAIRED
    meant(line, " ")
    assert line.meaning == NONE
    typed(line, "Hello.")
    assert not line.by_hand


def test_a_wording_replaces_the_sentence_in_both_languages() -> None:
    line = begin(draft()).lines[0]
    line.text = line.template_text = line.meant_for = "I like it. The price is 3.5 dollars. Bye."
    line.gloss = "我喜欢。价格是 3.5 美元。再见。"
    start = line.text.index("price")
    reworded(line, start, start + 5, Bilingual("It is cheap.", "很便宜。"))
    assert line.text == "I like it. It is cheap. Bye."
    assert line.gloss == "我喜欢。很便宜。再见。" and line.meaning == PAIRED
    reworded(line, 12, 13, Bilingual("", ""))
    assert (line.text, line.gloss) == ("I like it. Bye.", "我喜欢。再见。")


def test_a_meaning_that_cannot_be_matched_is_marked_not_guessed() -> None:
    line = begin(draft()).lines[0]
    line.text = line.template_text = line.meant_for = "One. Two."
    line.gloss = "一二。"
    reworded(line, 0, 3, Bilingual("Three.", "三。"))
    assert line.text == "Three. Two." and line.gloss == "一二。" and line.meaning == DIFFERS


def test_a_wording_heals_a_sentence_written_by_hand_in_both_languages() -> None:
    line = begin(draft()).lines[0]
    typed(line, "Hello. You are a fraud.")
    assert line.meaning == DIFFERS and line.gloss == "您好。"
    reworded(line, 7, 10, Bilingual("These are the dates.", "以下为各个日期。"))
    assert (line.text, line.gloss, line.meaning) == ("Hello. These are the dates.", "您好。以下为各个日期。", PAIRED)
    typed(line, "Hello. You are a fraud.")  # as an undo does
    assert line.meaning == DIFFERS
    typed(line, "Hello.")
    assert (line.gloss, line.meaning) == ("您好。", PAIRED)


def test_a_paragraph_of_ones_own_gets_the_meaning_of_its_wording() -> None:
    writing = begin(draft())
    line = add_paragraph(writing, "hello")
    typed(line, "You are a fraud.")
    assert line.meaning == NONE
    reworded(line, 0, 3, Bilingual("These are the dates.", "以下为各个日期。"))
    assert (line.text, line.gloss, line.meaning) == ("These are the dates.", "以下为各个日期。", PAIRED)
    typed(line, "These are the dates. The parcel is here. You lie.")
    reworded(line, line.text.index("lie"), line.text.index("lie") + 3, Bilingual("Please look.", "请看。"))
    assert (line.gloss, line.meaning) == ("以下为各个日期。请看。", DIFFERS), "one sentence still has no meaning"
    reworded(line, 30, 31, Bilingual("It came.", "已到。"))
    assert (line.gloss, line.meaning) == ("以下为各个日期。已到。请看。", PAIRED)
    again = begin(draft(), writing.saved()).lines[1]
    assert (again.text, again.gloss, again.meant_for) == (line.text, line.gloss, line.text)


def test_a_sentence_left_out_takes_its_meaning_along() -> None:
    line = begin(draft()).lines[0]
    typed(line, "Hello. You are a fraud.")
    reworded(line, 7, 10, Bilingual("", ""))
    assert (line.text, line.gloss, line.meaning) == ("Hello.", "您好。", PAIRED)


def test_an_english_wording_is_no_wording_for_a_german_letter() -> None:
    quoted = finding(0, 4, en="“I have refunded it.”", zh="“我已退款。”")
    assert wording_of(quoted, "en") is not None and wording_of(quoted, "de") is None


def test_only_quoted_advice_is_a_wording() -> None:
    assert wording_of(finding(0, 4)) is None and removable(finding(0, 4))
    quoted = finding(0, 4, en="Say “I have refunded it.” Nothing more.", zh="只写“我已退款。”")
    assert wording_of(quoted) == Bilingual("I have refunded it.", "我已退款。")
    assert not removable(finding(0, 4, category="completeness"))
    assert not removable(finding(3, 3))


def test_findings_go_to_their_paragraphs() -> None:
    writing = begin(draft())
    at = writing.text.index("shipped")
    assert writing.text.startswith("Hello.\n\nOrder")
    first, second = by_line(writing, (finding(0, 5), finding(at, at + 7)))
    assert [(f.start, f.end) for f in first] == [(0, 5)]
    local = second[0]
    assert writing.lines[1].text[local.start : local.end] == "shipped"


def test_what_is_saved_is_what_is_restored() -> None:
    writing = begin(draft())
    typed(writing.lines[0], "Hello Dana.")
    meant(writing.lines[0], "Dana 您好。")
    writing.accepted.add(("RV-01", "review"))
    writing.copied_at = "2026-11-17T06:20:00Z"
    again = begin(draft(), writing.saved())
    assert again.text == writing.text and again.gloss == writing.gloss
    assert again.accepted == writing.accepted and again.copied_at == writing.copied_at
    assert again.missing == ("ship_date",)
    other = begin(draft(), writing.saved() | {"template": "B_OTHER"})
    assert other.text == begin(draft()).text


TEXTS = st.text(alphabet="ab .\n您。", max_size=30)


@given(TEXTS, TEXTS, st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=4))
def test_spans_survive_any_edit_with_their_words(before, after, pairs) -> None:
    spans = tuple(Span(min(a, b), max(a, b), "n") for a, b in pairs if max(a, b) <= len(before))
    for _, new in [(s, t) for t in shifted(spans, before, after) for s in spans if s.end - s.start == t.end - t.start]:
        assert 0 <= new.start <= new.end <= len(after)
    kept = [after[s.start : s.end] for s in shifted(spans, before, after)]
    assert all(words in [before[s.start : s.end] for s in spans] for words in kept)


@given(st.lists(TEXTS, min_size=1, max_size=5), st.integers(0, 200), st.integers(0, 20))
def test_no_finding_is_lost_or_out_of_its_paragraph(texts, start, length) -> None:
    one = Draft(
        "B",
        Bilingual("", ""),
        Audience.BUYER,
        "en",
        tuple(Paragraph(str(at), text, "") for at, text in enumerate(texts)),
    )
    writing = begin(one)
    size = len(writing.text)
    if not size:
        return
    start = min(start, size - 1)
    found = by_line(writing, (finding(start, min(size, start + length)),))
    assert sum(len(each) for each in found) == 1
    for line, local in zip(writing.lines, found, strict=True):
        assert all(0 <= f.start <= f.end <= len(line.text) for f in local)
