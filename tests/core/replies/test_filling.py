"""What is typed once and read in several languages: words are asked for again, numbers and days are not."""

from __future__ import annotations

from datetime import date

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
