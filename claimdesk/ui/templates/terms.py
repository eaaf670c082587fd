"""When a paragraph is left out, in words, and the conditions that are offered."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication

_NAME = re.compile(r"[a-z][a-z0-9_]*")
_NOT = re.compile(r"not ([a-z][a-z0-9_]*)")
_PLATFORM = re.compile(r"platform_id == ['\"]([a-z0-9_]+)['\"]")


def condition_words(when: str, labels: Mapping[str, str], platforms: Mapping[str, str]) -> str:
    """A condition in words where it is one of the simple ones, else as it is written; empty for none."""
    when = when.strip()
    if not when:
        return ""
    if _NAME.fullmatch(when):
        return QCoreApplication.translate("TemplateTerms", "Only when “{value}” is known").format(
            value=labels.get(when, when)
        )
    if found := _NOT.fullmatch(when):
        return QCoreApplication.translate("TemplateTerms", "Only when “{value}” is not known").format(
            value=labels.get(found[1], found[1])
        )
    if found := _PLATFORM.fullmatch(when):
        return QCoreApplication.translate("TemplateTerms", "Only on {platform}").format(
            platform=platforms.get(found[1], found[1])
        )
    return QCoreApplication.translate("TemplateTerms", "Only when {condition}").format(condition=when)


def terms_words(when: str, labels: Mapping[str, str], platforms: Mapping[str, str], *, optional: bool) -> str:
    """Everything that may leave the paragraph out, in one line; empty for a paragraph that always stands."""
    found = [condition_words(when, labels, platforms)]
    found.append(QCoreApplication.translate("TemplateTerms", "Left out when a value is missing") if optional else "")
    return " · ".join(text for text in found if text)


def offered(names: Sequence[tuple[str, str]], platforms: Mapping[str, str]) -> dict[str, list[tuple[str, str]]]:
    """Conditions to choose from, as (expression, words), by kind: `known`, `unknown`, `platform`."""
    return {
        "known": list(names),
        "unknown": [(f"not {name}", words) for name, words in names],
        "platform": [(f"platform_id == '{key}'", title) for key, title in platforms.items()],
    }
