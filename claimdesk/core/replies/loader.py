"""Reads template files and refuses what could not be rendered, before anybody needs it."""

from __future__ import annotations

from pathlib import Path

from claimdesk.core.knowledge.conditions import names_in
from claimdesk.core.knowledge.shipped import read_knowledge, shipped_files
from claimdesk.core.records.problems import Problem
from claimdesk.core.replies.names import value_names
from claimdesk.core.replies.schema import LANGUAGES, Template
from claimdesk.core.replies.syntax import names_of

_AUDIENCES = {"B": "buyer", "P": "platform"}


def shipped_templates() -> dict[str, Template]:
    """All shipped templates by id. Raises Problem `knowledge_faulty` or `template_faulty` naming the file."""
    files = [*shipped_files("templates", "replies", "buyer"), *shipped_files("templates", "replies", "platform")]
    return {template.id: template for template in map(read_template, files)}


def own_templates(folder: Path) -> tuple[dict[str, Template], tuple[Problem, ...]]:
    """The operator's templates in a folder by id, and what is wrong with those that cannot be used."""
    found: dict[str, Template] = {}
    faults: list[Problem] = []
    for path in sorted(folder.rglob("*.toml")) if folder.is_dir() else []:
        try:
            template = read_template(path)
        except Problem as fault:
            faults.append(fault)
        else:
            found[template.id] = template
    return found, tuple(faults)


def read_template(path: Path) -> Template:
    """One template, checked in every language.

    Raises Problem `knowledge_faulty` (file, key, reason) or `template_faulty` (file, paragraph, language, reason, line).
    """
    template = read_knowledge(path, Template)
    if template.id != path.stem or template.audience.value != _AUDIENCES[template.id[0]]:
        raise Problem("knowledge_faulty", file=path.name, key="id", reason="id, file name and audience do not agree")
    known = set(value_names()) | {field.name for field in template.fields}
    for paragraph in template.paragraphs:
        if paragraph.when:
            names_in(paragraph.when)
        for language in LANGUAGES:
            _check_text(path, paragraph.id, language, paragraph.text(language), known)
    return template


def _check_text(path: Path, paragraph: str, language: str, text: str, known: set[str]) -> None:
    where = {"file": path.name, "paragraph": paragraph, "language": language}
    try:
        unknown = [name for name in names_of(text) if name not in known]
    except Problem as fault:
        raise Problem("template_faulty", **{**where, **fault.params}) from fault
    if unknown:
        raise Problem("template_faulty", **where, reason=f"unknown name {unknown[0]}", line=1)
