"""Text on its way into the database, which holds no halves of surrogate pairs and ends no text at a NUL."""

from __future__ import annotations

import json
import re
from typing import Any

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def storable(text: str) -> str:
    """The text with what the database cannot hold shown as U+FFFD."""
    return _UNSTORABLE.sub("\ufffd", text)


def json_text(data: Any) -> str:
    """JSON, readable as text; escaped throughout where half a surrogate pair was pasted, which so comes back whole."""
    readable = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return readable if _UNSTORABLE.search(readable) is None else json.dumps(data, separators=(",", ":"))
