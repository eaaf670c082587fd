"""What the screen asks the desk; runs on a lane, because the schema behind it takes a while to import."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from claimdesk.core.records.bilingual import Bilingual
from claimdesk.core.records.problems import Problem
from claimdesk.core.records.replies import Audience
from claimdesk.ui.templates.writing import LANGUAGES

if TYPE_CHECKING:
    from claimdesk.core.cases.template_use import TemplateUse
    from claimdesk.core.desk import Desk
    from claimdesk.core.replies.history import Entry, TemplateState
    from claimdesk.core.replies.preview import Preview

STAGES = ("before_payment", "before_dispatch", "after_dispatch", "return", "dispute", "claim", "appeal", "feedback")
_NO_TEXTS = frozenset({"platform_id", "region", "fulfilment", "currency"})  # codes that only conditions ask for
_ORDERS_OFFERED = 6


@dataclass(frozen=True, slots=True)
class Name:
    """A name that texts may use: its words, how it reads, and whether it is one of the template's own fields."""

    name: str
    label: Bilingual
    sample: Bilingual
    asked: bool = False


@dataclass(frozen=True, slots=True)
class Listed:
    """One template in the tree. `mark` is the most urgent thing about it: `faulty`, `stale`, `update` or nothing."""

    id: str
    stage: str
    title: Bilingual
    audience: Audience
    platforms: tuple[str, ...]  # ids, empty for all
    mark: str
    edited: bool
    own: bool
    pool: str  # everything that a search looks through, folded

    def found_by(self, text: str) -> bool:
        """Whether a search in any language finds it."""
        return all(word in self.pool for word in text.casefold().split())


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Every template, the names of the platforms, the names that texts may use, orders to preview with."""

    listed: tuple[Listed, ...] = ()
    platforms: Mapping[str, str] = field(default_factory=dict)
    names: tuple[Name, ...] = ()
    condition_names: tuple[Name, ...] = ()
    orders: tuple[tuple[str, str], ...] = ()  # order number and buyer, the newest first


@dataclass(frozen=True, slots=True)
class Opened:
    """One template with everything the screen tells about it."""

    state: TemplateState
    data: dict[str, Any]
    entries: tuple[Entry, ...]
    use: TemplateUse
    fewest: int  # cases below which no rate is shown


def catalogue(desk: Desk, now: datetime) -> Catalogue:
    """What the screen lists and offers."""
    from claimdesk.core.records.orders import OrderFilter
    from claimdesk.core.replies.names import value_names, value_table

    listed = sorted((listed_as(state) for state in desk.revisions.states()), key=_place)
    names = tuple(Name(v.name, v.label, v.sample) for v in value_names().values())
    orders = desk.orders.page(OrderFilter(), limit=_ORDERS_OFFERED, now=now).rows
    return Catalogue(
        tuple(listed),
        value_table().platforms,
        tuple(name for name in names if name.name not in _NO_TEXTS),
        names,
        tuple((row.order_no, row.buyer_name) for row in orders if row.order_no),
    )


def listed_as(state: TemplateState) -> Listed:
    """A template as the tree shows it."""
    one = state.template
    texts = (p.text(code) for p in one.paragraphs for code in LANGUAGES)
    about = (one.id, one.title.en, one.title.zh, one.purpose.en, one.purpose.zh)
    mark = "faulty" if state.faults else "update" if state.update else "stale" if state.stale else ""
    return Listed(
        one.id, one.stage, one.title, one.audience, () if "all" in one.platforms else one.platforms, mark,
        state.edited, state.own, "\n".join((*about, *texts)).casefold(),
    )  # fmt: skip


def _place(one: Listed) -> tuple[int, str]:
    return STAGES.index(one.stage) if one.stage in STAGES else len(STAGES), one.title.en


def open_template(desk: Desk, template_id: str, now: datetime) -> Opened:
    """One template. Raises Problem `template_unknown`."""
    from claimdesk.core.cases.template_use import TemplateUse
    from claimdesk.core.health.rates import FEWEST

    state = desk.revisions.state(template_id)
    use = desk.template_uses.by_template(now).get(template_id, TemplateUse())
    return Opened(state, state.template.model_dump(mode="json"), desk.revisions.history(template_id), use, FEWEST)


@dataclass(frozen=True, slots=True)
class Shown:
    """A preview, with the order it was made for; both names are empty for an example."""

    preview: Preview
    order_no: str = ""
    buyer: str = ""


def previewed(desk: Desk, data: Mapping[str, Any], language: str, choice: str, now: datetime) -> Shown:
    """The text in `data` filled and checked. `choice` is `rich`, `bare` or an order number.

    Raises Problem `template_order_unknown` for a number that no order has, `template_form_faulty` for a text that has
    not the form of one.
    """
    from claimdesk.core.replies.faults import read_form
    from claimdesk.core.replies.preview import example_values, preview

    template = read_form(data)
    if choice in ("rich", "bare"):
        values = example_values(template, "rich" if choice == "rich" else "bare", language, now.date())
        return Shown(preview(desk.replies, desk.policy, template, values, language))
    found = desk.orders.find(choice)
    if not found:
        raise Problem("template_order_unknown", order=choice)
    order = found[0]
    from claimdesk.core.orders.facts import order_facts
    from claimdesk.core.replies.variables import order_values

    values = order_values(order, order_facts(order, now), desk.shop.profile(), language, now)
    return Shown(preview(desk.replies, desk.policy, template, values, language), order.order_no, order.buyer_name)


# what differs

Pieces = tuple[tuple[str, str], ...]  # (`same`, `gone` or `new`, words)


@dataclass(frozen=True, slots=True)
class ChangedParagraph:
    """One paragraph that differs: its number in the newer text (the older one for a removed one), texts by language."""

    id: str
    number: int
    kind: str  # added, removed, changed
    texts: tuple[tuple[str, Pieces], ...]
    terms: tuple[tuple[str, bool], tuple[str, bool]] | None = None  # condition and whether optional, before and after


@dataclass(frozen=True, slots=True)
class Compared:
    """What differs between two texts of one template; `about` holds the parts of name and use that do."""

    template: str
    title: Bilingual
    paragraphs: tuple[ChangedParagraph, ...] = ()
    about: tuple[tuple[str, Pieces], ...] = ()
    fields: tuple[str, ...] = ()
    moved: bool = False
    new: bool = False


def compared(before: Any, after: Any) -> Compared:
    """The difference from one `Template` to another of the same id; `before` is None for one that is new."""
    from claimdesk.core.replies.difference import difference

    if before is None:
        added = (ChangedParagraph(p.id, at, "added", _texts_of(p)) for at, p in enumerate(after.paragraphs, 1))
        return Compared(after.id, after.title, tuple(added), new=True)
    change = difference(before, after)
    old = {p.id: (number, p) for number, p in enumerate(before.paragraphs, 1)}
    new = {p.id: (number, p) for number, p in enumerate(after.paragraphs, 1)}
    rows = []
    for one in change.changed:
        terms = None
        if one.terms:
            was, now = old[one.id][1], new[one.id][1]
            terms = ((was.when, was.optional), (now.when, now.optional))
        texts = tuple((text.language, _pieces(text.before, text.after)) for text in one.texts)
        rows.append(ChangedParagraph(one.id, (new.get(one.id) or old[one.id])[0], one.kind, texts, terms))
    return Compared(
        after.id, after.title, tuple(rows), _about(before, after) if change.about else (), change.fields, change.moved
    )


def _pieces(before: str, after: str) -> Pieces:
    from claimdesk.core.replies.difference import words

    return words(before, after)


def _texts_of(paragraph: Any) -> tuple[tuple[str, Pieces], ...]:
    return tuple((code, (("new", text),)) for code in LANGUAGES if (text := paragraph.text(code)))


def _about(before: Any, after: Any) -> tuple[tuple[str, Pieces], ...]:
    parts = {
        "title_en": (before.title.en, after.title.en), "title_zh": (before.title.zh, after.title.zh),
        "purpose_en": (before.purpose.en, after.purpose.en), "purpose_zh": (before.purpose.zh, after.purpose.zh),
        "stage": (before.stage, after.stage), "platforms": (" ".join(before.platforms), " ".join(after.platforms)),
    }  # fmt: skip
    return tuple((key, _pieces(was, now)) for key, (was, now) in parts.items() if was != now)
