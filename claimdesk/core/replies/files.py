"""Templates as TOML files, in the form of the shipped ones."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from claimdesk.core.records.bilingual import Bilingual
from claimdesk.core.records.problems import Problem
from claimdesk.core.replies.faults import faults, read_form
from claimdesk.core.replies.schema import LANGUAGES, Template, TemplateField, TemplateParagraph

LARGEST_FILE = 2_000_000  # bytes; the largest shipped one has under 20,000
# JSON leaves these as they are, TOML wants them written as escapes.
_MUST_ESCAPE = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff]")


def toml_text(template: Template) -> str:
    """The file of one template; `read_toml` gives the same template back."""
    return "\n".join(_lines(template)) + "\n"


def read_toml(path: Path) -> Template:
    """The template in a file, without fault.

    Raises Problem `template_file_unreadable` (file, reason), or the first of its faults with `file` and `template` added.
    """
    try:
        raw = path.read_bytes()[: LARGEST_FILE + 1]
        if len(raw) > LARGEST_FILE:
            raise Problem("template_file_unreadable", file=path.name, reason="2 MB")
        data = tomllib.loads(raw.decode("utf-8-sig").replace("\r\n", "\n"))
    except OSError as error:
        raise Problem("template_file_unreadable", file=path.name, reason=error.strerror or "") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise Problem("template_file_unreadable", file=path.name, reason=str(error)) from error
    except RecursionError as error:
        raise Problem("template_file_unreadable", file=path.name, reason="") from error
    return sound(data, path.name)


def sound(data: Mapping[str, Any], file: str) -> Template:
    """The template in plain data. Raises the first fault as a Problem with `file` and `template` added."""
    where = {"file": file, "template": str(data.get("id", ""))}
    try:
        template = read_form(data)
    except Problem as fault:
        raise Problem(fault.code, fault.detail, **fault.params, **where) from fault
    for wrong in faults(template):
        raise Problem(wrong.code, wrong.detail, **wrong.params, **where)
    return template


def _lines(template: Template) -> Iterator[str]:
    yield f"id = {_text(template.id)}"
    yield f"version = {template.version}"
    yield f"checked = {template.checked.isoformat()}"
    yield f"audience = {_text(template.audience.value)}"
    yield f"stage = {_text(template.stage)}"
    yield f"platforms = {_list(template.platforms)}"
    yield f"title = {_both(template.title)}"
    yield f"purpose = {_both(template.purpose)}"
    yield f"brief = {_list(template.brief)}"
    yield f"native_checked = {_list(template.native_checked)}"
    for field in template.fields:
        yield from ("", "[[fields]]", *_field(field))
    for paragraph in template.paragraphs:
        yield from ("", "[[paragraphs]]", *_paragraph(paragraph))


def _field(field: TemplateField) -> Iterator[str]:
    yield f"name = {_text(field.name)}"
    yield f"ask = {_both(field.ask)}"
    yield f"kind = {_text(field.kind)}"
    if field.default:
        yield f"default = {_text(field.default)}"


def _paragraph(paragraph: TemplateParagraph) -> Iterator[str]:
    yield f"id = {_text(paragraph.id)}"
    if paragraph.when:
        yield f"when = {_text(paragraph.when)}"
    if paragraph.optional:
        yield "optional = true"
    for language in LANGUAGES:
        text = paragraph.text(language)
        if text or language in ("en", "zh"):
            yield f"{language} = {_text(text)}"


def _both(text: Bilingual) -> str:
    return f"{{ en = {_text(text.en)}, zh = {_text(text.zh)} }}"


def _list(items: Iterable[str]) -> str:
    return "[" + ", ".join(_text(item) for item in items) + "]"


def _text(text: str) -> str:
    """A basic string of TOML; half a surrogate pair, which no file can hold, becomes U+FFFD."""
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return _MUST_ESCAPE.sub(lambda found: f"\\u{ord(found.group()):04x}", json.dumps(whole, ensure_ascii=False))
