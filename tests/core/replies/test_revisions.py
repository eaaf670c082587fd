"""Changed templates: what counts, what is kept, what an update of the program does to them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from claimdesk.core.desk import Desk
from claimdesk.core.policy.limits import Limits
from claimdesk.core.records.problems import Problem
from claimdesk.core.replies.difference import difference, with_paragraph, words
from claimdesk.core.replies.replies import Replies
from claimdesk.core.replies.revisions import Revisions
from claimdesk.core.replies.schema import Template
from claimdesk.core.storage.store import Store

NOW = datetime(2026, 11, 17, 6, 20, tzinfo=UTC)
ID = "B_ACK_24H"


@pytest.fixture
def store(tmp_path: Path):
    opened = Store.open(tmp_path / "data")
    yield opened
    opened.close()


@pytest.fixture
def replies() -> Replies:
    return Replies.load()


@pytest.fixture
def revisions(store, replies) -> Revisions:
    return Revisions(store, replies)


def _with(template: Template, **texts: str) -> dict:
    """The template with these texts in its third paragraph."""
    data = template.model_dump(mode="json")
    data["paragraphs"][2] |= texts
    return data


def test_the_first_change_makes_a_copy_with_the_original_in_its_history(revisions, replies) -> None:
    state, session = revisions.save(ID, _with(replies.get(ID), en="Thank you.", zh="谢谢。"), NOW)
    assert session and state.edited and not state.own and state.revision == session
    assert [(e.kind, e.number) for e in revisions.history(ID)] == [("edited", 1), ("original", 0)]
    assert revisions.history(ID)[1].template == replies.shipped(ID)
    assert replies.get(ID).paragraphs[2].en == "Thank you."
    assert replies.shipped(ID).paragraphs[2].en != "Thank you."


def test_a_draft_uses_the_newest_revision_without_a_restart(revisions, replies) -> None:
    revisions.save(ID, _with(replies.get(ID), en="Thanks for order {{ order_id }}.", zh="订单 {{ order_id }}"), NOW)
    assert "Thanks for order 112." in replies.draft(ID, {"order_id": "112"}, "en").text


def test_one_session_is_one_revision(revisions, replies) -> None:
    session = 0
    for word in ("T", "Th", "Tha", "Thanks"):
        _, session = revisions.save(ID, _with(replies.shipped(ID), en=word, zh="谢"), NOW, session=session)
    assert [e.kind for e in revisions.history(ID)] == ["edited", "original"]
    revisions.save(ID, _with(replies.shipped(ID), en="Thanks again", zh="再谢"), NOW)
    assert [e.number for e in revisions.history(ID)] == [2, 1, 0]


def test_a_session_that_ends_where_it_began_leaves_nothing(revisions, replies) -> None:
    _, session = revisions.save(ID, _with(replies.get(ID), en="Thanks"), NOW)
    state, session = revisions.save(ID, replies.shipped(ID).model_dump(mode="json"), NOW, session=session)
    assert session == 0 and not state.edited and state.revision == 0
    assert [e.kind for e in revisions.history(ID)] == ["original"]


def test_an_old_session_never_writes_over_a_newer_revision(revisions, replies) -> None:
    _, first = revisions.save(ID, _with(replies.get(ID), en="One", zh="一"), NOW)
    revisions.save(ID, _with(replies.get(ID), en="Two", zh="二"), NOW)
    revisions.save(ID, _with(replies.get(ID), en="Three", zh="三"), NOW, session=first)
    assert [e.template.paragraphs[2].en for e in revisions.history(ID)][:3] == ["Three", "Two", "One"]


def test_faulty_text_is_kept_but_the_text_before_counts(revisions, replies) -> None:
    revisions.save(ID, _with(replies.get(ID), en="Good {{ order_id }}", zh="好"), NOW)
    state, _ = revisions.save(ID, _with(replies.get(ID), en="Bad {{ order_i"), NOW)
    assert [(f.code, f.params["paragraph"], f.params["language"]) for f in state.faults] == [
        ("template_text_faulty", 3, "en")
    ]
    assert state.template.paragraphs[2].en == "Bad {{ order_i"
    assert replies.get(ID).paragraphs[2].en == "Good {{ order_id }}" == state.counts.paragraphs[2].en


@pytest.mark.parametrize(
    "change, code",
    [
        ({"en": "{{ order_di }}"}, "template_name_unknown"),
        ({"en": "{% for x in y %}"}, "template_text_faulty"),
        ({"de": "{{ [].__class__ }}"}, "template_text_faulty"),
        ({"en": " "}, "template_english_empty"),
        ({"zh": ""}, "template_meaning_empty"),
        ({"when": "item ==="}, "template_condition_faulty"),
        ({"when": "colour == 'red'"}, "template_condition_name_unknown"),
        ({"id": "greeting"}, "template_paragraph_twice"),
    ],
)
def test_faults_name_the_paragraph_and_the_cure(revisions, replies, tmp_path, change, code) -> None:
    from claimdesk.core.knowledge.wording import Wording

    state, _ = revisions.save(ID, _with(replies.get(ID), **change), NOW)
    fault = next(f for f in state.faults if f.code == code and f.params["paragraph"] == 3)
    said = Wording.load()
    assert "3" in said.text(code, fault.params).en and "3" in said.text(code, fault.params).zh
    assert said.cure(code, fault.params)


def test_restore_and_reset_are_revisions_of_their_own(revisions, replies) -> None:
    first, _ = revisions.save(ID, _with(replies.get(ID), en="One", zh="一"), NOW)
    revisions.save(ID, _with(replies.get(ID), en="Two", zh="二"), NOW)
    revisions.restore(ID, first.revision, NOW)
    assert replies.get(ID).paragraphs[2].en == "One"
    made = revisions.reset(ID, NOW)
    assert replies.get(ID) == replies.shipped(ID)
    assert [e.kind for e in revisions.history(ID)] == ["reset", "restored", "edited", "edited", "original"]
    revisions.take_back([made])
    assert replies.get(ID).paragraphs[2].en == "One"
    with pytest.raises(Problem) as problem:
        revisions.restore(ID, 9_999, NOW)
    assert problem.value.code == "template_revision_unknown"


def test_a_change_of_one_language_marks_the_others(revisions, replies) -> None:
    state, session = revisions.save(ID, _with(replies.get(ID), en="Thank you."), NOW)
    assert state.stale == {"received": ("zh", "de", "fr", "es", "it", "ja")}
    state, session = revisions.save(ID, _with(state.template, zh="谢谢。", de="Danke."), NOW, session=session)
    assert state.stale == {"received": ("fr", "es", "it", "ja")}
    state, _ = revisions.save(ID, _with(state.template, fr="Merci."), NOW)
    assert state.stale == {"received": ("es", "it", "ja")}
    settled = [("received", language) for language in ("es", "it", "ja")]
    state, _ = revisions.save(ID, state.template.model_dump(mode="json"), NOW, settled=settled)
    assert state.stale == {}
    state, _ = revisions.save(ID, _with(state.template, ja="どうも。"), NOW)
    assert state.stale == {"received": ("ja",)}
    state, _ = revisions.save(ID, _with(state.template, en="  Thank you.  "), NOW)
    assert state.stale == {"received": ("ja",)}, "blanks change no meaning"


def _updated(shipped: Replies) -> Replies:
    newer = shipped.get(ID).model_copy(update={"version": 2})
    changed = newer.paragraphs[3].model_copy(update={"en": "You will hear from me by {{ promise_date }}."})
    newer = newer.model_copy(update={"paragraphs": (*newer.paragraphs[:3], changed, *newer.paragraphs[4:])})
    return Replies({one.id: newer if one.id == ID else one for one in shipped.all()}, Limits.load())


def test_a_shipped_update_is_offered_and_never_forced(store, revisions, replies) -> None:
    revisions.save(ID, _with(replies.get(ID), en="Mine", zh="我的"), NOW)
    later = _updated(Replies.load())
    after = Revisions(store, later)
    state = after.state(ID)
    assert later.get(ID).paragraphs[2].en == "Mine"
    assert state.update == later.shipped(ID)
    offered = difference(state.template, state.update)
    assert [p.id for p in offered.changed] == ["received", "promise"]
    assert after.history(ID)[-1].template == replies.shipped(ID), "the original is the one that was changed"
    both = with_paragraph(state.template, state.update, "promise")
    assert both.paragraphs[2].en == "Mine" and "hear from me" in both.paragraphs[3].en
    assert after.keep_mine(ID, NOW).update is None
    assert later.get(ID).paragraphs[2].en == "Mine"


def test_an_unchanged_template_takes_the_update(store, revisions) -> None:
    later = _updated(Replies.load())
    after = Revisions(store, later)
    assert after.state(ID).update is None
    assert later.get(ID).version == 2


def test_own_templates_stand_beside_those_of_their_stage(revisions, replies) -> None:
    state = revisions.create(replies.get(ID), NOW)
    assert state.own and state.template.id == f"{ID}_2"
    assert f"{ID}_2" in [t.id for t in replies.for_step([ID], "amazon")]
    assert f"{ID}_2" not in [t.id for t in replies.for_step(["P_POD"], "amazon")]
    revisions.reset(f"{ID}_2", NOW)
    assert f"{ID}_2" not in [t.id for t in replies.all()]
    assert f"{ID}_2" not in [s.template.id for s in revisions.states()]
    assert revisions.create(replies.get(ID), NOW).template.id == f"{ID}_3", "an id is never used twice"


def test_revisions_are_there_after_a_restart(tmp_path, replies) -> None:
    desk = Desk.open(tmp_path / "data")
    desk.revisions.save(ID, _with(replies.get(ID), en="Mine", zh="我的"), NOW)
    desk.close()
    desk = Desk.open(tmp_path / "data")
    assert desk.replies.get(ID).paragraphs[2].en == "Mine"
    assert len(desk.revisions.states()) == len(desk.replies.all())
    desk.close()


def test_a_difference_names_paragraphs_added_removed_and_changed(replies) -> None:
    before = replies.get(ID)
    data = before.model_dump(mode="json")
    data["paragraphs"].insert(3, {"id": "more", "en": "More", "zh": "更多"})
    del data["paragraphs"][0]
    data["paragraphs"][1]["en"] += " Really."
    after = Template.model_validate(data)
    found = difference(before, after)
    assert [(p.id, p.kind) for p in found.changed] == [
        ("greeting", "removed"),
        ("received", "changed"),
        ("more", "added"),
    ]
    assert [p.id for p in found.paragraphs] == [
        "greeting",
        "greeting_plain",
        "received",
        "more",
        "promise",
        "signature",
    ]
    assert difference(before, before).none and not found.none


def test_words_of_a_difference_put_together_are_both_texts() -> None:
    before, after = (
        "Hello {{ buyer_first_name }}, it left.",
        "Hello {{ buyer_first_name }}, it left on {{ ship_date }}.",
    )
    pieces = words(before, after)
    assert "".join(t for k, t in pieces if k != "new") == before
    assert "".join(t for k, t in pieces if k != "gone") == after
    assert ("new", " on {{ ship_date }}") in pieces


def test_days_pass_between_revisions(revisions, replies) -> None:
    revisions.save(ID, _with(replies.get(ID), en="One", zh="一"), NOW)
    revisions.save(ID, _with(replies.get(ID), en="Two", zh="二"), NOW + timedelta(days=1))
    assert [e.at for e in revisions.history(ID)] == [NOW + timedelta(days=1), NOW, None]
