"""Bytes of a mail part to text: the declared encoding where it is honest, else the one whose text looks real."""

from __future__ import annotations

import codecs
import re
from typing import Final

# What is declared, and what is really used under that name.
_REALLY: Final = {
    "gb2312": "gb18030", "gb_2312-80": "gb18030", "gbk": "gb18030", "cp936": "gb18030", "x-gbk": "gb18030",
    "iso-8859-1": "cp1252", "iso8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "us-ascii": "utf-8",
    "ascii": "utf-8", "shift_jis": "cp932", "shift-jis": "cp932", "sjis": "cp932", "x-sjis": "cp932",
    "windows-31j": "cp932", "iso-2022-jp": "iso2022_jp_ext", "unicode-1-1-utf-7": "utf-7", "ks_c_5601-1987": "cp949",
}  # fmt: skip
_TEXTLESS: Final = {"base64_codec", "bz2_codec", "hex_codec", "quopri_codec", "rot_13", "uu_codec", "zlib_codec"}
_MARKS: Final = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_JAPANESE_7BIT: Final = (b"\x1b$B", b"\x1b$@")
_KANA: Final = re.compile(r"[\u3041-\u30ff]")
_HAN: Final = re.compile(r"[\u4e00-\u9fff]")
_ODD: Final = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ue000-\uf8ff\uff61-\uff9f]")
_SAMPLE: Final = 20_000


def decode(content: bytes, declared: str = "") -> str:
    """The text of some bytes; what does not decode becomes U+FFFD. Never raises."""
    for mark, name in _MARKS:
        if content.startswith(mark):
            return content.decode(name, "replace")
    if any(mark in content[:_SAMPLE] for mark in _JAPANESE_7BIT):
        return content.decode("iso2022_jp_ext", "replace")
    name = _codec(declared)
    if name not in {"utf-7", "utf_16", "utf_32"} and content and not content.isascii():
        # Multi-byte text that is valid UTF-8 is UTF-8, whatever the header says.
        try:
            return content.decode("utf-8")
        except UnicodeDecodeError:
            pass
    if name and name not in {"utf-8", "utf8", "utf_8"}:
        text = content.decode(name, "replace")
        return text if text.count("\ufffd") * 20 <= len(text) else _guessed(content)
    if content.isascii():
        return content.decode("ascii")
    return _guessed(content)


def _codec(declared: str) -> str:
    name = declared.strip().strip("\"'").lower()
    name = _REALLY.get(name, name)
    if not name or len(name) > 40:
        return ""
    try:
        info = codecs.lookup(name)
        b"a".decode(name)
    except (LookupError, ValueError, UnicodeError, AssertionError):
        return ""
    return "" if info.name in _TEXTLESS else name


def _guessed(content: bytes) -> str:
    """The most plausible of the encodings that mails come in."""
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        pass
    sample = content[:_SAMPLE]
    mostly_utf8 = sample.decode("utf-8", "replace")
    if mostly_utf8.count("\ufffd") * 10 < sum(1 for c in mostly_utf8 if not c.isascii()):
        return content.decode("utf-8", "replace")
    best = max(("cp1252", "gb18030", "cp932", "euc_jp", "big5"), key=lambda name: _likeness(sample, name))
    return content.decode(best, "replace")


def _likeness(sample: bytes, name: str) -> float:
    text = sample.decode(name, "replace")
    foreign = [c for c in text if not c.isascii()]
    if not foreign:
        return 0.0
    shown = "".join(foreign)
    bad = shown.count("\ufffd") + len(_ODD.findall(shown))
    kana, han = len(_KANA.findall(shown)), len(_HAN.findall(shown))
    if name == "cp1252":
        letters = sum(1 for c in foreign if c.isalpha() and ord(c) < 0x180)
        # Western letters stand alone between ASCII; a run of them is another encoding misread.
        runs = len(re.findall(r"[^\x00-\x7f]{3,}", text))
        return (letters * 0.8 - bad * 5 - runs * 3) / len(foreign)
    common = kana if name in {"cp932", "euc_jp"} else sum(1 for c in foreign if _common(c, name))
    return (han * 0.5 + common - bad * 5) / len(foreign)


def _common(character: str, name: str) -> bool:
    """A Chinese character of the first, everyday level of its national standard."""
    try:
        first = character.encode("gb2312" if name == "gb18030" else "big5")[0]
    except UnicodeEncodeError:
        return False
    return 0xB0 <= first <= 0xD7 if name == "gb18030" else 0xA4 <= first <= 0xC6
