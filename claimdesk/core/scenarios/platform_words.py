"""A scenario in the words of one platform: its own names, pages and rules in place of what the texts quote in braces."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any

from pydantic import BaseModel

from claimdesk.core.knowledge.shipped import Knowledge, read_knowledge, shipped
from claimdesk.core.records.bilingual import Bilingual
from claimdesk.core.scenarios.schema import Scenario

ANYWHERE = "other"  # whose words serve every platform that says nothing of its own
_QUOTED = re.compile(r"\{(\w+)\}")
_LATIN, _HAN = r"[A-Za-z0-9]", r"[\u3400-\u9fff]"
_LISTS = ("do", "dont")


class PlatformWords(Knowledge):
    """What each platform says for each name; `other` says every one."""

    checked: date
    words: dict[str, dict[str, Bilingual]]

    def names(self) -> frozenset[str]:
        """What texts may quote."""
        return frozenset(self.words[ANYWHERE])

    def of(self, platform: str) -> Mapping[str, Bilingual]:
        """Every name in the platform's words."""
        return {**self.words[ANYWHERE], **self.words.get(platform, {})}

    def titles(self) -> Mapping[str, Bilingual]:
        """What each platform is called."""
        return {key: said["platform"] for key, said in self.words.items() if key != ANYWHERE}


@cache
def platform_words() -> PlatformWords:
    """The shipped words. Raises Problem `knowledge_faulty`."""
    return read_knowledge(shipped("resources") / "platforms" / "words.toml", PlatformWords)


def in_words_of(scenario: Scenario, platform: str) -> Scenario:
    """The scenario as its readers on a platform see it.

    What texts quote is filled in; a line of a list that becomes empty is left out, and so is the source of a step
    that is another platform's. Names of facts stay for `telling.told`.
    """
    said = platform_words().of(platform)
    told: Scenario = _told(scenario, said)
    others = [name.en for key, name in platform_words().titles().items() if key != platform]
    steps = tuple(
        step.model_copy(update={"source": ""}) if _speaks_of(step.source, others, said["platform"].en) else step
        for step in told.steps
    )
    return told.model_copy(update={"steps": steps})


def _speaks_of(source: str, others: list[str], own: str) -> bool:
    return own not in source and any(re.search(rf"\b{re.escape(name)}\b", source) for name in others)


def _told(value: Any, said: Mapping[str, Bilingual]) -> Any:
    """The same value with its texts filled in."""
    match value:
        case Bilingual():
            return _filled(value, said) if "{" in value.en or "{" in value.zh else value
        case BaseModel():
            fields = type(value).model_fields
            changed = {name: _told(getattr(value, name), said) for name in fields}
            for name in _LISTS:
                if name in changed:
                    changed[name] = tuple(line for line in changed[name] if line.en and line.zh)
            return value.model_copy(update=changed)
        case tuple():
            return tuple(_told(each, said) for each in value)
        case dict():
            return {name: _told(each, said) for name, each in value.items()}
        case _:
            return value


def _filled(text: Bilingual, said: Mapping[str, Bilingual]) -> Bilingual:
    def english(match: re.Match[str]) -> str:
        found = said.get(match[1])
        if found is None:
            return match[0]
        before = match.string[: match.start()]
        begins = not before or before.endswith((". ", "! ", "? ", ": "))
        # A name such as eBay stays as it is.
        return found.en[:1].upper() + found.en[1:] if begins and found.en.split(" ", 1)[0].islower() else found.en

    def chinese(match: re.Match[str]) -> str:
        found = said.get(match[1])
        return match[0] if found is None else found.zh

    # What stands for nothing leaves no blank behind.
    return Bilingual(_QUOTED.sub(english, text.en).strip(), _spaced(_QUOTED.sub(chinese, text.zh)).strip())


def _spaced(text: str) -> str:
    """A blank between Chinese and Latin, none inside Chinese: what was filled in may be either."""
    text = re.sub(rf"({_HAN}) +(?={_HAN})", r"\1", text)
    return re.sub(rf"(?<={_HAN})(?={_LATIN})|(?<={_LATIN})(?={_HAN})", " ", text)
