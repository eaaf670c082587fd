"""The words for every code that the core speaks in: problems, reasons, results; from `resources/wording/`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from claimdesk.core.knowledge.shipped import Knowledge, shipped_files
from claimdesk.core.records.bilingual import Bilingual
from claimdesk.core.records.problems import Problem


class Words(Knowledge):
    """One code's text; `cure` is what to do about it."""

    en: str
    zh: str
    cure_en: str = ""
    cure_zh: str = ""


_WORDS = TypeAdapter(dict[str, Words])
_REASON = "scenario_reason_"
_FIELD = re.compile(r"(?<!\{)\{(\w+)\}|(?<=\{\{)\{(\w+)\}")


class Wording:
    """Texts by code, the same for the window and the command line."""

    def __init__(self, words: Mapping[str, Words]) -> None:
        self._words = words

    @classmethod
    def load(cls) -> Wording:
        """All shipped texts. Raises Problem `knowledge_faulty` for a faulty file."""
        found: dict[str, Words] = {}
        for path in shipped_files("resources", "wording"):
            found.update(_read(path))
        return cls(found)

    def text(self, code: str, params: Mapping[str, Any] | None = None) -> Bilingual:
        """What happened, in words; a code without words is its own text."""
        words = self._words.get(code)
        return Bilingual(code, code) if words is None else Bilingual(words.en, words.zh).filled(**(params or {}))

    def cure(self, code: str, params: Mapping[str, Any] | None = None) -> Bilingual | None:
        """What to do about it; None when there is nothing to say."""
        words = self._words.get(code)
        if words is None or not words.cure_en:
            return None
        return Bilingual(words.cure_en, words.cure_zh).filled(**(params or {}))

    def reason(self, said: str) -> Bilingual:
        """What a check or a reader of scenario files says in English, in both languages.

        Such texts come from several readers, so they are recognised by their English words; one that nobody has
        worded is quoted in both.
        """
        for code, pattern in self._reasons:
            found = pattern.fullmatch(said)
            if found is not None:
                # What follows in the reader's own English adds nothing to the Chinese.
                return Bilingual(said, self.text(code, {**found.groupdict(), "rest": ""}).zh.strip())
        return Bilingual(said, self.text(f"{_REASON}other", {"text": said}).zh)

    @cached_property
    def _reasons(self) -> tuple[tuple[str, re.Pattern[str]], ...]:
        """Every worded reason with what recognises it, the longest first, because a short one may stand in a long one."""
        worded = [(code, words.en) for code, words in self._words.items() if code.startswith(_REASON)]
        worded.sort(key=lambda pair: -len(_FIELD.sub("", pair[1])))
        return tuple((code, _recognising(en)) for code, en in worded if code != f"{_REASON}other")

    def codes(self) -> frozenset[str]:
        """Every code that has words."""
        return frozenset(self._words)


def _recognising(text: str) -> re.Pattern[str]:
    """A text with fields as a pattern that finds what stands in them."""
    parts: list[str] = []
    at = 0
    for field in _FIELD.finditer(text):
        parts += [_literal(text[at : field.start()]), f"(?P<{field[1] or field[2]}>.*?)"]
        at = field.end()
    return re.compile("".join([*parts, _literal(text[at:])]), re.DOTALL)


def _literal(text: str) -> str:
    return re.escape(text.replace("{{", "{").replace("}}", "}"))


def _read(path: Path) -> dict[str, Words]:
    try:
        return _WORDS.validate_python(tomllib.loads(path.read_text("utf-8")))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise Problem("knowledge_faulty", file=path.name, key="", reason=str(error)) from error
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(str(part) for part in first["loc"])
        raise Problem("knowledge_faulty", file=path.name, key=key, reason=first["msg"]) from error
