"""Names of files that strangers gave, made safe to show and to save."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_LONGEST: Final = 120
_UNSAFE: Final = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
_RESERVED: Final = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)", re.IGNORECASE)
# What a double click would run, or a browser would fetch more for.
_RUNS: Final = frozenset({
    "exe", "com", "scr", "bat", "cmd", "pif", "msi", "msp", "jar", "js", "jse", "vbs", "vbe", "wsf", "wsh", "ps1",
    "psm1", "hta", "lnk", "url", "reg", "dll", "cpl", "sys", "app", "command", "sh", "apk", "dmg", "iso", "img",
    "html", "htm", "mht", "mhtml", "xhtml", "svg", "swf", "docm", "xlsm", "pptm", "dotm", "xltm", "one",
})  # fmt: skip


def safe_name(name: str) -> str:
    """A plain file name: no path, no control or direction characters, no reserved name, bounded; `file` for nothing."""
    last = re.split(r"[\\/]", name)[-1]
    plain = "".join(
        c for c in unicodedata.normalize("NFC", last) if unicodedata.category(c) not in {"Cf", "Cc", "Cs", "Co"}
    )
    plain = _UNSAFE.sub("_", plain).strip(" .")
    if _RESERVED.match(plain):
        plain = f"_{plain}"
    if len(plain) > _LONGEST:
        stem, dot, ending = plain.rpartition(".")
        keep = f"{dot}{ending}" if stem and len(ending) <= 10 else ""
        plain = plain[: _LONGEST - len(keep)] + keep
    return plain or "file"


def may_run(name: str) -> bool:
    """Whether opening a file of this name could run something."""
    return name.rpartition(".")[2].lower() in _RUNS
