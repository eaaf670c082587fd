"""Which encoding a text file is in: a byte order mark, strict UTF-8, else candidates by how real their text looks.

Guessers go wrong on orders, where a few names stand between thousands of ASCII characters. Here only the
characters outside ASCII count, and a decoding under which known headings appear wins.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from claimdesk.core.records.problems import Problem

CANDIDATES: Final = ("gb18030", "cp932", "big5", "cp949", "cp874", "cp1252", "cp1250", "cp1251")
_MARKS: Final = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_ENOUGH: Final = 12
_SAMPLE: Final = 1 << 18
_WESTERN: Final = frozenset("ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝßàáâãäåæçèéêëìíîïñòóôõöøùúûüýÿŒœŠšŽžŸ£€’‘“”–—…°ºª«»®™¿¡·×")
_CENTRAL: Final = frozenset("ĄąĆćĘęŁłŃńÓóŚśŹźŻżČčĎďĚěŇňŘřŠšŤťŮůŽžŐőŰűáéíýúöüäßÁÉÍÚÖÜÄ„”–—’€")
_LOOSE_MARK: Final = re.compile("(?<![ก-ฮ\u0e31\u0e34-\u0e3a\u0e47-\u0e4e])[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]")
_RARE_THAI: Final = frozenset("ฃฅฆฌฎฏฐฑฒฦฬฯฺ๎๏๚๛")


@dataclass(frozen=True, slots=True)
class Encoding:
    """How the bytes of a text file are read."""

    name: str  # a Python codec
    bad_lines: int = 0  # physical lines that do not decode
    has_nul: bool = False

    @property
    def label(self) -> str:
        """The name shown to people and accepted back."""
        return "utf-8" if self.name == "utf-8-sig" else self.name


def decide_encoding(path: Path, forced: str, known: Callable[[str], bool]) -> Encoding:
    """The encoding of a text file; `known` says whether a decoded beginning holds the headings of a known format.

    Raises Problem `encoding_unknown` for a forced name that is no text encoding, `file_nul` for a file of NULs.
    """
    content = path.read_bytes()
    nul = content.count(0)
    mark = next((name for mark, name in _MARKS if content.startswith(mark)), "")
    if mark == "utf-16" or (not forced and not mark and nul > len(content) // 4):
        return _wide(content, mark, path)
    if nul > 1000 and nul > len(content) // 10:
        raise Problem("file_nul", file=path.name)
    if forced:
        name = _codec(forced)
        return Encoding("utf-8-sig" if name == "utf-8" else name, _bad_lines(content, name), nul > 0)
    if mark or _is_utf8(content):
        return Encoding("utf-8-sig", _bad_lines(content, "utf-8"), nul > 0)
    name = _best(content, known)
    return Encoding(name, _bad_lines(content, name), nul > 0)


def _codec(name: str) -> str:
    try:
        info = codecs.lookup(name)
        "".encode(info.name)
    except (LookupError, TypeError) as error:
        raise Problem("encoding_unknown", encoding=name) from error
    # GB2312 and GBK are what files claim to be; GB18030 reads both and everything newer.
    return {"gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932", "utf-8-sig": "utf-8"}.get(info.name, info.name)


def _wide(content: bytes, mark: str, path: Path) -> Encoding:
    name = mark or ("utf-16-le" if content[1:2] == b"\0" else "utf-16-be")
    try:
        content.decode(name)
    except UnicodeDecodeError as error:
        raise Problem("file_nul", file=path.name) from error
    return Encoding(name)


def _is_utf8(content: bytes) -> bool:
    try:
        content.decode("utf-8")
        return True
    except UnicodeDecodeError:
        pass
    # Some lines in another encoding: UTF-8 still, when a good part of the lines outside ASCII are valid UTF-8;
    # text in another encoding is that by chance for hardly any line.
    lines = [line for line in content.split(b"\n") if not line.isascii()]
    good = sum(_decodes(line, "utf-8") for line in lines[:20_000])
    return good * 5 >= min(len(lines), 20_000)


def _decodes(line: bytes, name: str) -> bool:
    try:
        line.decode(name)
        return True
    except UnicodeDecodeError:
        return False


def _bad_lines(content: bytes, name: str) -> int:
    if _decodes(content, name):
        return 0
    return sum(not _decodes(line, name) for line in content.split(b"\n") if not line.isascii())


def _best(content: bytes, known: Callable[[str], bool]) -> str:
    cut = content[:_SAMPLE]
    sample = cut if len(cut) == len(content) else cut[: cut.rfind(b"\n") + 1] or cut
    dense = b"".join(line + b"\n" for line in content.split(b"\n") if not line.isascii())[: _SAMPLE * 4]
    dense = dense[: dense.rfind(b"\n") + 1] or dense
    ranked: list[tuple[float, int, str]] = []
    for order, name in enumerate(CANDIDATES):
        text = dense.decode(name, "replace")
        broken = text.count("\ufffd")
        others = [c for c in text if ord(c) > 127]
        if not others or broken * 20 > len(others):
            continue
        score = _SCORES[name](text, others) - 5 * broken / len(others)
        if not cut.isascii() and known(sample.decode(name, "replace")) and _headings_vote(sample, name):
            score += 0.5
        ranked.append((score, -order, name))
    return max(ranked)[2] if ranked else "cp1252"


def _headings_vote(sample: bytes, name: str) -> bool:
    """Headings speak for an encoding only when they are not plain ASCII."""
    first = b"\n".join(sample.split(b"\n", 40)[:40])
    return not first.isascii() and bool(first.decode(name, "replace"))


def _lead_share(others: list[str], codec: str, first: int, last: int, trail: int) -> float:
    good = 0
    for char in others:
        try:
            pair = char.encode(codec)
        except UnicodeEncodeError:
            continue
        good += len(pair) == 2 and first <= pair[0] <= last and pair[1] >= trail
    return good / len(others)


def _chinese(_text: str, others: list[str]) -> float:
    return _lead_share(others, "gb2312", 0xA3, 0xD7, 0xA1) - _kana(others)


def _traditional(_text: str, others: list[str]) -> float:
    return _lead_share(others, "big5", 0xA1, 0xC6, 0x40) - 0.05


def _japanese(_text: str, others: list[str]) -> float:
    half = sum("｡" <= c <= "ﾟ" for c in others) / len(others)
    return _lead_share(others, "cp932", 0x81, 0x97, 0x40) + 0.2 * _kana(others) - 1.5 * half


def _kana(others: list[str]) -> float:
    return sum("ぁ" <= c <= "ヿ" for c in others) / len(others)


def _korean(_text: str, others: list[str]) -> float:
    share = _lead_share(others, "euc_kr", 0xB0, 0xC8, 0xA1)
    # All common Hangul are common Chinese characters too; only a longer text of nothing else tells them apart.
    return share + (0.1 if share == 1 and len(others) >= _ENOUGH else -0.1)


def _alone(text: str) -> float:
    """The share of non-ASCII characters that stand in runs of one or two, as accents do in Latin text."""
    runs = [len(run) for run in re.findall(r"[^\x00-\x7f]+", text)]
    return sum(n for n in runs if n <= 2) / max(1, sum(runs))


def _western(text: str, others: list[str]) -> float:
    return _alone(text) * sum(c in _WESTERN for c in others) / len(others)


def _central(text: str, others: list[str]) -> float:
    return _alone(text) * sum(c in _CENTRAL for c in others) / len(others) - 0.05


def _cyrillic(_text: str, others: list[str]) -> float:
    return sum("а" <= c <= "я" for c in others) / len(others)


def _thai(text: str, others: list[str]) -> float:
    """Thai marks stand on consonants; elsewhere they, and letters hardly used, tell that the text is none."""
    wrong = len(_LOOSE_MARK.findall(text)) + sum(c in _RARE_THAI for c in others)
    return (sum("ก" <= c <= "๛" for c in others) - 4 * wrong) / len(others) - 0.05


_SCORES: Final[dict[str, Callable[[str, list[str]], float]]] = {
    "gb18030": _chinese, "cp932": _japanese, "big5": _traditional, "cp949": _korean, "cp874": _thai, "cp1252": _western,
    "cp1250": _central, "cp1251": _cyrillic,
}  # fmt: skip
