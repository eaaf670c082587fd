"""The folded form in which texts are searched: lower case, compatible width, Simplified characters."""

from __future__ import annotations

import unicodedata
from functools import cache


@cache
def _simplified() -> dict[int, str]:
    """Traditional -> Simplified by character, for the blocks of CJK ideographs in common use."""
    from opencc import OpenCC

    characters = [chr(code) for block in ((0x3400, 0xA000), (0xF900, 0xFB00)) for code in range(*block)]
    converted = OpenCC("t2s").convert("\n".join(characters)).split("\n")
    return {ord(a): b for a, b in zip(characters, converted, strict=True) if a != b and len(b) == 1}


def fold(text: str | None) -> str:
    """The text as search compares it: `ＷＡＮＧ 王記` becomes `wang 王记`. None becomes the empty text."""
    if not text:
        return ""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKC", text).lower()
    return plain.translate(_simplified())
