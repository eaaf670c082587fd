"""What the operator types into a reply, by language.

Days, amounts, numbers and codes read the same everywhere. Words do not: typed for an English letter they would stand in
English in the middle of a German one. They are kept by language and asked for again where the reply speaks another.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from claimdesk.core.replies.schema import FillKind

_READ_HERE = ("en", "zh")  # what the operator types without a thought for the language
_WORDS = re.compile(r"[a-zà-ɏ]{3}|[\u3040-\u30ff\u3400-\u9fff]")


def fill_key(name: str, kind: FillKind, language: str) -> str:
    """What a value is kept under: its name, or `name@de` for words in another language than English and Chinese."""
    return name if kind != "text" or language in _READ_HERE else f"{name}@{language}"


def typed_for(name: str, kind: FillKind, language: str, fills: Mapping[str, str]) -> str:
    """What was typed for a value, as far as it can stand in a text of the language; empty when it must be asked for.

    The gloss, which nobody else reads, takes what there is in any language.
    """
    here = fills.get(f"{name}@{language}", "")
    plain = fills.get(name, "")
    if here.strip() or kind != "text" or language == "en":
        return here or plain
    if language == "zh":
        return plain or next((value for key, value in fills.items() if key.startswith(f"{name}@")), "")
    return "" if _WORDS.search(plain) else plain
