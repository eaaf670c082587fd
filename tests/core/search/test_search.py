"""One question over everything: what is found, in which words, and that nothing typed makes it raise."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimdesk.core.desk import Desk
from claimdesk.core.records.messages import Channel, NewMessage, Speaker
from claimdesk.core.records.search import MarkedBoth, SearchGroup, SearchHit
from claimdesk.core.search.marking import marked, words_of
from tests.core.storage.filling import add_orders

NOW = datetime(2026, 11, 17, 6, 20, tzinfo=UTC)
_ORDER = {
    "marketplace": "amazon.com", "status": "shipped", "purchased_at": "2026-10-20T10:00:00Z", "currency": "USD",
    "total_minor": 5860, "deliver_by": "2026-11-08",
}  # fmt: skip
ORDERS = (
    {**_ORDER, "order_no": "111-0000001-0000001", "buyer_name": "Ada Wong", "buyer_email": "ada.w@mail.example",
     "lines": [{"title": "Brass lamp", "sku": "LAMP-7", "quantity": 1}],
     "shipments": [{"carrier": "UPS", "tracking_no": "1Z999AA1"}]},
    {**_ORDER, "order_no": "111-0000002-0000002", "buyer_name": "王小明",
     "lines": [{"title": "黃銅檯燈", "sku": "T-2", "quantity": 1}]},
    {**_ORDER, "order_no": "111-0000003-0000003", "buyer_name": "Ada Wong", "buyer_email": "ada.w@mail.example",
     "lines": [{"title": "Linen curtain", "sku": "CUR", "quantity": 2}]},
)  # fmt: skip


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    opened = Desk.open(tmp_path_factory.mktemp("search") / "shop")
    add_orders(opened.store, *ORDERS)
    first = opened.cases.open(1, "S05", NOW - timedelta(days=2))
    opened.cases.note(first, "The neighbour at no. 14 took the parcel in", NOW)
    second = opened.cases.open(2, "S05", NOW - timedelta(days=1))
    opened.cases.note(second, "買家說鄰居代收", NOW)
    opened.cases.note(second, "secret remark", NOW)
    opened.cases.undo(second, NOW)
    opened.messages.keep(
        (NewMessage(Speaker.BUYER, Channel.MAIL, "Is the shade made of\nfrosted glass?", NOW, subject="Question", order_no="111-0000003-0000003"),),
        3, NOW,
    )  # fmt: skip
    yield opened
    opened.close()


def group(desk: Desk, text: str, kind: str) -> SearchGroup:
    return next((g for g in desk.search.find(text, NOW).groups if g.kind == kind), SearchGroup(kind, ()))


def keys(desk: Desk, text: str, kind: str) -> list[str]:
    return [hit.key for hit in group(desk, text, kind).hits]


def tinted(both: MarkedBoth) -> list[str]:
    return [both.en.text[start:end] for start, end in both.en.marks]


def test_orders_by_number_item_sku_and_tracking_with_what_matched(desk: Desk) -> None:
    assert keys(desk, "0000003", "order") == ["111-0000003-0000003"]
    [hit] = group(desk, "1z999", "order").hits
    assert tinted(hit.line) == ["1Z999"]
    assert keys(desk, "lamp-7", "order") == ["111-0000001-0000001"]


def test_simplified_and_traditional_are_one(desk: Desk) -> None:
    for words in ("黄铜台灯", "黃銅檯燈", "台灯", "燈"):
        [hit] = group(desk, words, "order").hits
        assert hit.key == "111-0000002-0000002"
        assert tinted(hit.line)[0] in "黃銅檯燈"


def test_one_character_is_enough(desk: Desk) -> None:
    assert keys(desk, "王", "buyer") == ["王小明"]
    assert len(group(desk, "a", "order").hits) == 2


def test_notes_are_found_in_either_script_and_shown(desk: Desk) -> None:
    [english] = group(desk, "neighbour parcel", "case").hits
    assert (english.key, english.field, tinted(english.line)) == ("C-0001", "note", ["neighbour", "parcel"])
    [chinese] = group(desk, "邻居", "case").hits
    assert (chinese.key, chinese.field, tinted(chinese.line)) == ("C-0002", "note", ["鄰居"])


def test_what_was_taken_back_is_not_found(desk: Desk) -> None:
    assert keys(desk, "secret", "case") == []


def test_cases_by_number_buyer_and_scenario(desk: Desk) -> None:
    assert keys(desk, "C-0002", "case") == ["C-0002"]
    assert keys(desk, "ada", "case") == ["C-0001"]
    assert set(keys(desk, "S05", "case")) == {"C-0001", "C-0002"}
    assert group(desk, "ada", "case").hits[0].field == ""


def test_a_new_note_is_found_at_once(desk: Desk) -> None:
    assert keys(desk, "umbrella", "case") == []
    case_id = desk.cases.open(3, "S05", NOW)
    desk.cases.note(case_id, "left under the umbrella stand", NOW)
    assert keys(desk, "umbrella", "case") == [f"C-{case_id:04d}"]


def test_answers_are_found_by_their_words(desk: Desk) -> None:
    view = desk.cases.view(1, NOW)
    step = next(step for step in view.scenario.steps if step.id == view.walk.current)
    option = step.options[0]
    desk.cases.answer(1, step.id, option.id, NOW)
    hits = group(desk, option.label.zh[:6], "case").hits
    assert [hit.field for hit in hits if hit.key == "C-0001"] == ["answer"]


def test_buyers_are_people_with_their_orders(desk: Desk) -> None:
    [ada] = group(desk, "ada", "buyer").hits
    assert (ada.key, ada.id) == ("Ada Wong", 2)
    [by_mail] = group(desk, "ada.w@mail", "buyer").hits
    assert tinted(by_mail.line) == ["ada.w@mail"]
    assert group(desk, "lamp", "buyer").hits == (), "an item is no buyer"


def test_messages_and_templates(desk: Desk) -> None:
    [message] = group(desk, "frosted", "message").hits
    assert (message.id, message.key, tinted(message.line)) == (3, "111-0000003-0000003", ["frosted"])
    template = desk.replies.all()[0]
    found = group(desk, template.id, "template").hits
    assert found[0].key == template.id
    assert group(desk, template.title.zh, "template").hits[0].key == template.id


def test_every_word_must_be_there(desk: Desk) -> None:
    assert group(desk, "ada neighbour", "case").hits[0].key == "C-0001", "the buyer's name and the note"
    assert keys(desk, "ada nothing-like-it", "case") == []


def test_nothing_is_asked_without_words(desk: Desk) -> None:
    assert desk.search.find("  \t ", NOW).groups == ()


def test_a_long_text_is_shown_around_its_match() -> None:
    shown = marked("x " * 400 + "the needle is here" + " y" * 400, words_of("NEEDLE"), 80)
    assert shown.text.startswith("…") and shown.text.endswith("…") and len(shown.text) <= 82
    assert [shown.text[a:b] for a, b in shown.marks] == ["needle"]


@given(st.text(max_size=80), st.text(max_size=200))
def test_marks_lie_in_the_text(question: str, text: str) -> None:
    shown = marked(text, words_of(question))
    last = 0
    for start, end in shown.marks:
        assert last <= start < end <= len(shown.text)
        last = end


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.one_of(st.text(max_size=120), st.text(alphabet="\"*%_\\'()-:^~ANDORNOT\x00\ud800 灯", max_size=40)))
def test_no_text_raises(desk: Desk, text: str) -> None:
    for found in desk.search.find(text, NOW).groups:
        assert all(isinstance(hit, SearchHit) for hit in found.hits)


def test_many_orders_are_searched_in_bounded_time(tmp_path: Path) -> None:
    opened = Desk.open(tmp_path / "shop")
    count = 130_000
    add_orders(opened.store, *(
        {**_ORDER, "order_no": f"111-{at:07d}-{at * 7 % 9_999_999:07d}", "buyer_name": f"Buyer {at % 9_000} Lee",
         "lines": [{"title": "Brass lamp" if at % 2 else "黄铜台灯", "sku": f"SKU-{at % 800}", "quantity": 1}]}
        for at in range(count)
    ))  # fmt: skip
    try:
        for text in ("a", "灯", "燈", "lamp", "buyer 77 lee", "0129999", "sku-5", "nowhere", "lee lamp", "x@y"):
            opened.search.find(text, NOW)
            started = time.thread_time()
            opened.search.find(text, NOW)
            assert time.thread_time() - started < 3, text
    finally:
        opened.close()
