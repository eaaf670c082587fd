"""Templates out as files and back: what is read is what was written, and nothing in a cell is computed."""

from __future__ import annotations

import io
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from claimdesk.core.desk import Desk
from claimdesk.core.replies.faults import read_form
from claimdesk.core.replies.files import read_toml, toml_text
from claimdesk.core.replies.replies import Replies
from claimdesk.core.replies.schema import LANGUAGES, Template
from claimdesk.core.reporting.template_workbook import read_templates, write_templates

NOW = datetime(2026, 11, 17, 6, 20, tzinfo=UTC)
TEXT = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn", "Co"]) | st.just("\n"), max_size=60
).map(lambda text: text.replace("{", "(") if text.strip() else "")
WORDS = TEXT.filter(lambda text: text.strip())
BOTH = st.fixed_dictionaries({"en": WORDS, "zh": WORDS})


@st.composite
def templates(draw) -> Template:
    names = draw(st.lists(st.from_regex(r"own_[a-z0-9]{1,6}", fullmatch=True), unique=True, max_size=3))
    ids = draw(st.lists(st.from_regex(r"[a-z][a-z0-9_]{0,8}", fullmatch=True), unique=True, min_size=1, max_size=4))
    paragraphs = []
    for key in ids:
        used = draw(st.sampled_from(["order_id", "item", *names]))
        texts = {code: draw(TEXT) for code in LANGUAGES[2:]}
        texts |= {"en": draw(WORDS) + f"{{{{ {used} }}}}", "zh": draw(WORDS)}
        when = draw(st.sampled_from(["", "not item", "platform_id == 'amazon'"]))
        paragraphs.append({"id": key, "when": when, "optional": draw(st.booleans()), **texts})
    fields = [{"name": n, "ask": draw(BOTH), "kind": draw(st.sampled_from(["text", "date", "money"]))} for n in names]
    return read_form({
        "id": "B_" + draw(st.from_regex(r"[A-Z0-9_]{1,8}", fullmatch=True)), "version": draw(st.integers(1, 99)),
        "checked": draw(st.dates(date(2000, 1, 1))), "audience": "buyer", "stage": "claim", "platforms": ["ebay", "etsy"],
        "title": draw(BOTH), "purpose": draw(BOTH), "fields": fields, "paragraphs": paragraphs,
    })  # fmt: skip


def _like(text: str) -> Template:
    data = Replies.load().get("B_ACK_24H").model_dump(mode="json")
    data["paragraphs"][2] |= {"en": text, "de": text}
    return read_form(data)


@settings(max_examples=25)
@given(templates())
@example(_like('=1+1 "quoted" \\ \u2028 \x7f'))
@example(_like("'''\n\n\"\"\"  "))
def test_toml_gives_the_same_template_back(tmp_path_factory, template: Template) -> None:
    path = tmp_path_factory.mktemp("toml") / f"{template.id}.toml"
    path.write_text(toml_text(template), "utf-8", newline="\n")
    assert read_toml(path) == template


@settings(max_examples=15)
@given(st.lists(templates(), min_size=1, max_size=3, unique_by=lambda t: t.id))
@example([_like('=HYPERLINK("http://x")')])
@example([_like("_x0041_ +1 @sum -2 '")])
@example([_like("  spaces around \n and lines\n")])
@example([_like("12.50")])
def test_a_workbook_gives_the_same_templates_back(wanted: list[Template]) -> None:
    file = io.BytesIO()
    write_templates(file, wanted)
    file.seek(0)
    assert [read_form(data) for data in read_templates(file, "t.xlsx")] == wanted


def test_no_cell_is_a_formula() -> None:
    file = io.BytesIO()
    write_templates(file, [_like("=1+1")])
    book = load_workbook(io.BytesIO(file.getvalue()))
    kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None}
    assert kinds == {"s"}
    assert {cell.number_format for row in book["Paragraphs"].iter_rows() for cell in row if cell.value} == {"@"}


@pytest.mark.parametrize("template", Replies.load().all(), ids=lambda t: t.id)
def test_every_shipped_template_survives_both(template, tmp_path) -> None:
    path = tmp_path / f"{template.id}.toml"
    path.write_text(toml_text(template), "utf-8", newline="\n")
    assert read_toml(path) == template
    file = io.BytesIO()
    write_templates(file, [template])
    assert [read_form(data) for data in read_templates(file, "t.xlsx")] == [template]


@pytest.fixture
def desk(tmp_path: Path):
    opened = Desk.open(tmp_path / "data")
    yield opened
    opened.close()


def test_a_workbook_edited_elsewhere_becomes_revisions(desk, tmp_path) -> None:
    path = desk.template_files.save(desk.replies.all(), tmp_path / "all.xlsx")
    book = load_workbook(path)
    sheet = book["Paragraphs"]
    row = next(r for r in sheet.iter_rows(min_row=2) if r[0].value == "B_ACK_24H" and r[1].value == "received")
    row[4].value, row[5].value = "Edited in Excel {{ order_id }}.", "在 Excel 中修改 {{ order_id }}。"
    bad = next(r for r in sheet.iter_rows(min_row=2) if r[0].value == "B_LOST")
    bad[4].value = "{{ nobody_knows }}"
    book.save(path)
    taken = desk.template_files.take_in([path], NOW)
    assert len(taken.revisions) == 1 and taken.same == len(desk.replies.all()) - 2
    assert [(f.code, f.params["template"], f.params["paragraph"]) for f in taken.faults] == [
        ("template_name_unknown", "B_LOST", 1)
    ]
    assert desk.replies.get("B_ACK_24H").paragraphs[2].en == "Edited in Excel {{ order_id }}."
    desk.revisions.take_back(taken.revisions)
    assert desk.replies.get("B_ACK_24H") == desk.replies.shipped("B_ACK_24H")


def test_an_edited_cell_is_exactly_what_the_plan_shows(desk, tmp_path) -> None:
    path = desk.template_files.save(desk.replies.all(), tmp_path / "all.xlsx")
    assert desk.template_files.plan([path]).planned == ()
    book = load_workbook(path)
    row = next(r for r in book["Paragraphs"].iter_rows(min_row=2) if r[0].value == "B_ACK_24H")
    row[6].value = "Guten Tag!"
    book.save(path)
    plan = desk.template_files.plan([path])
    (planned,) = plan.planned
    assert plan.faults == () and plan.same == len(desk.replies.all()) - 1
    (change,) = planned.change.changed
    assert [(text.language, text.after) for text in change.texts] == [("de", "Guten Tag!")]
    assert not (planned.change.about or planned.change.fields or planned.change.moved or change.terms)
    assert desk.replies.get("B_ACK_24H") == desk.replies.shipped("B_ACK_24H"), "nothing was done yet"
    desk.template_files.apply([planned.template], NOW)
    assert desk.replies.get("B_ACK_24H").paragraphs[0].de == "Guten Tag!"


def test_faulty_rows_are_named_with_sheet_and_row(desk, tmp_path) -> None:
    path = desk.template_files.save(desk.replies.all(), tmp_path / "all.xlsx")
    book = load_workbook(path)
    about, paragraphs, fields = book["Templates"], book["Paragraphs"], book["Fields"]
    places = {}
    for row in paragraphs.iter_rows(min_row=2):
        places.setdefault(row[0].value, row[0].row)
    paragraphs.cell(places["B_LOST"], 5).value = "Order {{ ordr_id }}"
    paragraphs.cell(places["B_HOLIDAY_DELAY"], 3).value = "when("
    paragraphs.cell(places["B_ACK_24H"], 1).value = "B_NOBODY"
    fields.cell(2, 5).value = "colour"
    about.cell(3, 5).value = "someday"
    about.append([about.cell(2, 1).value])
    wrong = {about.cell(3, 1).value: ("Templates", 3), fields.cell(2, 1).value: ("Fields", 2),
             "B_LOST": ("Paragraphs", places["B_LOST"]), "B_HOLIDAY_DELAY": ("Paragraphs", places["B_HOLIDAY_DELAY"])}  # fmt: skip
    twice = (about.cell(2, 1).value, "Templates", about.max_row)
    book.save(path)
    plan = desk.template_files.plan([path])
    found = {(f.params["template"], f.params["sheet"], f.params["row"]) for f in plan.faults}
    assert found == {
        *((key, *place) for key, place in wrong.items()), ("B_NOBODY", "Paragraphs", places["B_ACK_24H"]), twice,
    }  # fmt: skip
    for fault in plan.faults:
        assert "{" not in desk.wording.text(fault.code, fault.params).en.replace("{{", "")


def test_a_sheet_or_a_heading_that_is_gone_is_one_fault(desk, tmp_path) -> None:
    def without(name: str, change) -> str:
        whole, path = io.BytesIO(), tmp_path / name
        write_templates(whole, desk.replies.all())
        book = load_workbook(whole)
        change(book)
        book.save(path)
        plan = desk.template_files.plan([path])
        (fault,) = plan.faults
        assert (plan.planned, fault.code, fault.params["sheet"]) == ((), "template_columns_missing", "Paragraphs")
        assert fault.params["columns"] in desk.wording.text(fault.code, fault.params).en
        return str(fault.params["columns"])

    assert without("sheet.xlsx", lambda book: book.remove(book["Paragraphs"])) == "template, id, en, zh"
    assert without("column.xlsx", lambda book: book["Paragraphs"].delete_cols(5)) == "en"


def test_files_that_are_no_templates_are_named(desk, tmp_path) -> None:
    (tmp_path / "a.toml").write_text("id = ", "utf-8")
    (tmp_path / "b.xlsx").write_bytes(b"PK nothing")
    (tmp_path / "c.toml").write_bytes(b"\xff\xfe\x00")
    (tmp_path / "d.toml").write_text("id = 'B_X'", "utf-8")
    paths = [tmp_path / name for name in ("a.toml", "b.xlsx", "c.toml", "d.toml", "missing.toml")]
    taken = desk.template_files.take_in(paths, NOW)
    assert [fault.params["file"] for fault in taken.faults] == ["a.toml", "b.xlsx", "c.toml", "d.toml", "missing.toml"]
    assert taken.revisions == ()


def test_single_files_are_named_by_their_template(desk, tmp_path) -> None:
    written = desk.template_files.save_each(desk.replies.all()[:3], tmp_path)
    assert [path.name for path in written] == [f"{t.id}.toml" for t in desk.replies.all()[:3]]
    assert desk.template_files.take_in(written, NOW).same == 3
