"""The message a check looks at, in the forms the checks need."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from claimdesk.core.policy.folding import Folded
from claimdesk.core.records.replies import Audience

Span = tuple[int, int]  # start and end in the text as it was written

_WHOLE_TEXTS = frozenset({"earlier_text"})  # known values that are messages themselves
_WORD = re.compile(r"[A-Za-z\u00c0-\u024f]+(?:['’][A-Za-z\u00c0-\u024f]+)?")
_HAN = re.compile(r"[\u3400-\u9fff]")


@dataclass(frozen=True)
class Message:
    """A text to send with what is known around it; `folded` has the known identifiers blanked."""

    text: str
    folded: Folded
    audience: Audience
    platform: str
    language: str
    known: Mapping[str, str]
    limit: int
    own_words: frozenset[str] = frozenset()  # what the owner says is spelt right, in lower case

    @cached_property
    def words(self) -> int:
        """How many words the text has; two Chinese characters count as one."""
        return len(_WORD.findall(self.text)) + len(_HAN.findall(self.text)) // 2

    @cached_property
    def known_words(self) -> str:
        """Every known value that is a name, a number or a few words, in one text."""
        return " ".join(value for name, value in self.known.items() if name not in _WHOLE_TEXTS)

    @cached_property
    def spelt_right(self) -> frozenset[str]:
        """Every word of the known values and of the owner's own, in lower case."""
        known = (match.group().lower().replace("’", "'") for match in _WORD.finditer(self.known_words))
        return self.own_words | frozenset(part for word in known for part in (word, word.removesuffix("'s")))

    @cached_property
    def latin_words(self) -> tuple[re.Match[str], ...]:
        """Every word in Latin letters with its position."""
        return tuple(_WORD.finditer(self.text))

    @property
    def whole(self) -> Span:
        """The span of the whole text."""
        return 0, len(self.text)
