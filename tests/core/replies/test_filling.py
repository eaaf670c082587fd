"""What is typed once and read in several languages: words are asked for again, numbers and days are not."""

from __future__ import annotations

from datetime import date

import pytest

from claimdesk.core.records.bilingual import Bilingual
from claimdesk.core.records.replies import Audience
from claimdesk.core.replies.filling import fill_key, typed_for
from claimdesk.core.replies.names import tracking_words
from claimdesk.core.replies.replies import Replies
from claimdesk.core.replies.schema import Template, TemplateField, TemplateParagraph

REPLIES = Replies.load()
LETTER = Template(
    id="B_TEST", checked=date(2026, 11, 1), audience=Audience.BUYER, stage="claim", platforms=("all",),
    title=Bilingual("x", "x"), purpose=Bilingual("x", "x"),
    fields=(
        TemplateField(name="delivery_place", ask=Bilingual("Where", "哪里")),
        TemplateField(name="refund_date", ask=Bilingual("When", "何时"), kind="date"),
        TemplateField(name="rma", ask=Bilingual("RMA", "RMA")),
    ),
    paragraphs=(
        TemplateParagraph(
            id="a", en="At {{ delivery_place }} on {{ refund_date }}, {{ rma }}.",
            zh="在 {{ delivery_place }}，{{ refund_date }}，{{ rma }}。",
            de="An {{ delivery_place }} am {{ refund_date }}, {{ rma }}.",
        ),
    ),
)  # fmt: skip
TYPED = {"delivery_place": "the front door", "refund_date": "2026-11-19", "rma": "RMA-1187"}


def test_words_typed_in_english_are_asked_for_again_in_german() -> None:
    english = REPLIES.render(LETTER, {}, "en", TYPED)
    assert english.text == "At the front door on 19 November, RMA-1187."
    german = REPLIES.render(LETTER, {}, "de", TYPED)
    assert german.missing == ("delivery_place",), "the day and the number read the same"
    assert german.text == "An {{ delivery_place }} am 19. November, RMA-1187."
    keys = {ask.name: ask.key for ask in german.fill_ins}
    assert keys == {"delivery_place": "delivery_place@de", "refund_date": "refund_date", "rma": "rma@de"}
    told = REPLIES.render(LETTER, {}, "de", {**TYPED, keys["delivery_place"]: "der Haustür"})
    assert told.text == "An der Haustür am 19. November, RMA-1187." and not told.missing
    assert REPLIES.render(LETTER, {}, "en", {**TYPED, "delivery_place@de": "der Haustür"}).text == english.text


DAY = Template(
    id="B_DAY", checked=date(2026, 11, 1), audience=Audience.BUYER, stage="claim", platforms=("all",),
    title=Bilingual("x", "x"), purpose=Bilingual("x", "x"),
    fields=(
        TemplateField(name="refund_date", ask=Bilingual("When", "何时"), kind="date"),
        TemplateField(name="refund_amount", ask=Bilingual("How much", "多少"), kind="money"),
    ),
    paragraphs=(TemplateParagraph(id="a", en="{{ refund_amount }} on {{ refund_date }}.", zh="{{ refund_date }} {{ refund_amount }}。"),),
)  # fmt: skip


@pytest.mark.parametrize(
    "text, written",
    [
        ("2026-12-01", "1 December"), ("2026/12/1", "1 December"), ("1 Dec 2026", "1 December"),
        ("2026 年 12 月 1 日", "1 December"), ("２０２６－１２－０１", "1 December"), ("13/12/2026", "13 December"),
        ("2026-12-01kkk", ""), ("01/12/2026", ""), ("12月1日", ""), ("2026-02-30", ""), ("46000", ""), ("tomorrow", ""),
        ("2026-12-01 14:30", ""),
    ],
)  # fmt: skip
def test_a_day_stands_in_the_letter_only_when_it_is_one_certain_day(text: str, written: str) -> None:
    draft = REPLIES.render(DAY, {"currency": "USD"}, "en", {"refund_date": text, "refund_amount": "12.50"})
    asked = next(ask for ask in draft.fill_ins if ask.name == "refund_date")
    assert asked.value == text, "what was typed is kept to be corrected"
    assert draft.text == f"US$12.50 on {written or '{{ refund_date }}'}."
    assert draft.missing == (() if written else ("refund_date",)) and asked.unread == (not written)
    assert text not in draft.gloss


@pytest.mark.parametrize(
    "text, currency, written",
    [
        ("12.50", "USD", "$12.50"), ("12,50", "EUR", "€12.50"), ("$12.50", "USD", "$12.50"), ("12.5 USD", "USD", "$12.50"),
        ("1,234.50", "USD", "$1,234.50"), ("12.50 usd", "", "US$12.50"), ("500", "JPY", "JP¥500"), ("¥50", "CNY", "CN¥50.00"),
        ("12.50kkk", "USD", ""), ("12.50 EUR", "USD", ""), ("12.50", "", ""), ("1,234", "USD", ""), ("12.505", "USD", ""),
        ("-5", "USD", ""), ("half", "USD", ""),
    ],
)  # fmt: skip
def test_an_amount_stands_in_the_letter_only_when_it_is_certain(text: str, currency: str, written: str) -> None:
    values = {"currency": currency, "region": "US" if currency == "USD" else ""}
    draft = REPLIES.render(DAY, values, "en", {"refund_date": "2026-12-01", "refund_amount": text})
    asked = next(ask for ask in draft.fill_ins if ask.name == "refund_amount")
    assert asked.value == text and asked.unread == (not written)
    assert draft.missing == (() if written else ("refund_amount",))
    assert draft.text.startswith(written or "{{ refund_amount }}")


def test_an_optional_paragraph_keeps_its_place_while_a_day_in_it_cannot_be_read() -> None:
    one = DAY.model_copy(update={"paragraphs": (DAY.paragraphs[0].model_copy(update={"optional": True}),)})
    assert REPLIES.render(one, {"currency": "USD"}, "en").text == ""
    assert REPLIES.render(one, {"currency": "USD"}, "en", {"refund_date": "soon"}).missing


def test_an_unreadable_day_hides_one_that_is_known() -> None:
    draft = REPLIES.render(
        DAY, {"currency": "USD", "refund_date": "3 May"}, "en", {"refund_date": "x", "refund_amount": "1"}
    )
    assert draft.missing == ("refund_date",), "what was typed was meant to replace it"


def test_the_gloss_takes_what_there_is() -> None:
    assert typed_for("x", "text", "zh", {"x@de": "die Tür"}) == "die Tür"
    assert typed_for("x", "text", "zh", {"x": "the door", "x@de": "die Tür"}) == "the door"
    assert typed_for("x", "text", "de", {"x": "前门"}) == ""
    assert fill_key("x", "money", "de") == fill_key("x", "text", "zh") == "x"


def test_tracking_words_exist_where_somebody_wrote_them() -> None:
    assert tracking_words("transit", "en") == "in transit" and tracking_words("transit", "zh") == "运输中"
    assert tracking_words("transit", "de") is None, "asked for, rather than English in a German letter"


def test_every_value_can_be_put_into_a_message() -> None:
    draft = REPLIES.draft("B_ACK_24H", {"order_id": "111-1", "platform_id": "amazon", "item": "lamp"}, "en")
    values = {value.name: value for value in draft.values}
    assert values["order_id"].text == "111-1" and values["order_id"].label.en == "Order number"
    assert values["carrier"].text == "" and "platform_id" not in values
    assert len(values) == len(draft.values) > 40
