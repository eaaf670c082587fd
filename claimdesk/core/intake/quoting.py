"""What of a mail's text is new: the mail inside a forward, and what was written above a quoted one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from claimdesk.core.intake.schema import QuotingFile
from claimdesk.core.knowledge.shipped import read_knowledge, shipped

_DEEPEST: Final = 8
_LINES: Final = 3_000
_NOTE: Final = 80  # characters above an inner header that are a mere "see below"


@dataclass(frozen=True, slots=True)
class Block:
    """The header lines of a mail that stands inside a text: first line, and the line after the last."""

    first: int
    after: int
    sender: str
    subject: str
    date: str


@dataclass(frozen=True, slots=True)
class Unquoted:
    """The text that counts, with what the innermost forwarded header says (empty when nothing was forwarded)."""

    text: str
    sender: str = ""
    subject: str = ""
    date: str = ""
    forwarded: bool = False
    quotes: str = ""  # what was cut off below the text


@dataclass(frozen=True, slots=True)
class _Patterns:
    line: re.Pattern[str]
    forward: re.Pattern[str]
    forward_subject: re.Pattern[str]
    reply_subject: re.Pattern[str]
    quote: re.Pattern[str]
    kinds: dict[str, str]


@dataclass(frozen=True, slots=True)
class BuyerFrame:
    """The lines between which a platform puts a buyer's own words, what stands around those, and lines of such marks."""

    begin: re.Pattern[str]
    end: re.Pattern[str]
    around: re.Pattern[str]
    noise: re.Pattern[str]


@cache
def _data() -> QuotingFile:
    return read_knowledge(shipped("resources") / "intake" / "quoting.toml", QuotingFile)


@cache
def buyer_frame() -> BuyerFrame:
    """The marks in all languages as one. Raises Problem `knowledge_faulty`."""
    begins, ends, before, after, named = (
        "|".join(words) for words in (_data().begins, _data().ends, _data().before, _data().after, _data().named)
    )
    return BuyerFrame(
        begin=re.compile(rf"-{{3,}}\s{{0,3}}(?:{begins})\s{{0,3}}-{{3,}}", re.I),
        end=re.compile(rf"-{{3,}}\s{{0,3}}(?:{ends})\s{{0,3}}-{{3,}}", re.I),
        around=re.compile(rf"\A(?:{before})\s{{0,2}}[:：]\s*|\s*(?:{after})\s*\Z", re.I),
        noise=re.compile(rf"^(?:\[?commMgr\S*\]?|-{{3,}}.{{0,40}}(?:{named}).{{0,20}}-{{3,}})$", re.I),
    )


@cache
def _patterns() -> _Patterns:
    data = _data()
    kinds: dict[str, str] = {name.casefold(): kind for kind, names in data.headers.items() for name in names}
    names = "|".join(re.escape(name) for name in sorted(kinds, key=len, reverse=True))
    return _Patterns(
        line=re.compile(rf"[>*_\s]{{0,6}}({names})[ \t*_]{{0,4}}[:：][ \t*_]{{0,4}}(.{{0,600}})", re.I),
        forward=re.compile("|".join(data.forward_marks), re.I),
        forward_subject=re.compile(rf"\s*(?:{'|'.join(data.forward_subjects)})\s*[:：]", re.I),
        reply_subject=re.compile(rf"\s*(?:{'|'.join(data.reply_subjects)})\s*[:：]", re.I),
        quote=re.compile("|".join(data.quote_marks), re.I),
        kinds=kinds,
    )


def unquoted(text: str, subject: str) -> Unquoted:
    """The new text of a mail: the innermost of a chain of forwards, without the quotes below an answer.

    Header lines that a pasted text begins with are read as such.
    """
    found = Unquoted(text)
    for _ in range(_DEEPEST):
        lines = found.text.split("\n")
        block = _inner(lines, found.subject or subject)
        if block is None:
            break
        found = Unquoted(
            _unmarked(lines[block.after :]).strip(),
            block.sender or found.sender,
            block.subject or found.subject,
            block.date or found.date,
            forwarded=True,
        )
    text, quotes = _without_quotes(found.text)
    if not found.forwarded and _sent_on(text, quotes, subject):
        text, quotes = _unmarked(quotes.split("\n")).strip(), ""
    return Unquoted(text, found.sender, found.subject, found.date, found.forwarded, quotes)


def _sent_on(text: str, quotes: str, subject: str) -> bool:
    """Whether quoted lines without a header are what was sent on, below a mere "see below"."""
    marked = quotes.lstrip().startswith(">") and len(quotes) > 2 * len(text)
    return marked and len(text) < _NOTE and (not subject.strip() or bool(_patterns().forward_subject.match(subject)))


def _inner(lines: list[str], subject: str) -> Block | None:
    """The header of a mail that was sent on, if this text is mostly that."""
    patterns = _patterns()
    mark = next((i for i, line in enumerate(lines[:_LINES]) if len(line) < 200 and patterns.forward.search(line)), -1)
    block = _block(lines, max(mark, 0))
    if block is None:
        return None
    if mark >= 0 and block.first - mark < 6:
        return block
    above = "\n".join(lines[: block.first]).strip()
    if patterns.quote.search(above[-300:]) or patterns.reply_subject.match(subject):
        return None
    return block if patterns.forward_subject.match(subject) or len(above) < _NOTE else None


def _block(lines: list[str], start: int) -> Block | None:
    """The first run of header lines from a line on that names who wrote, and what or when."""
    index, end = start, min(len(lines), start + _LINES)
    while index < end:
        found, after = header_run(lines, index)
        if "from" in found and ("subject" in found or "date" in found):
            return Block(index, after, found["from"], found.get("subject", ""), found.get("date", ""))
        if index == 0 and "subject" in found and after < len(lines) and not lines[after].strip():
            return Block(index, after, "", found["subject"], found.get("date", ""))
        index = max(after, index + 1)
    return None


def header_run(lines: list[str], index: int) -> tuple[dict[str, str], int]:
    """The header lines that stand from a line on, by kind, and the line after them."""
    patterns = _patterns()
    found: dict[str, str] = {}
    after = index
    while after < len(lines) and after - index < 12:
        line = lines[after]
        match = patterns.line.fullmatch(line)
        if match:
            found.setdefault(patterns.kinds[match.group(1).casefold()], match.group(2).strip(" *_\t"))
        elif not (found and not line.strip(" >") and _header_follows(lines, after + 1)):
            break
        after += 1
    return found, after


def _header_follows(lines: list[str], index: int) -> bool:
    return index < len(lines) and _patterns().line.fullmatch(lines[index]) is not None


def _unmarked(lines: list[str]) -> str:
    """Lines of a forward without the quote marks that all of them carry."""
    written = [line for line in lines if line.strip()]
    if written and sum(line.lstrip().startswith(">") for line in written) * 10 >= len(written) * 8:
        lines = [re.sub(r"^\s{0,3}>\s?", "", line) for line in lines]
    return "\n".join(lines)


def _without_quotes(text: str) -> tuple[str, str]:
    """The text above a quote mark, and without quoted lines, with what was cut; all of it when nothing would be left."""
    lines = text.split("\n")
    kept: list[str] = []
    cut: list[str] = []
    for index, line in enumerate(lines):
        below = kept and (opens_quote(lines, index) or (any(k.strip() for k in kept) and reply_header(lines, index)))
        if below:
            cut += lines[index:]
            break
        (cut if line.lstrip().startswith(">") else kept).append(line)
    rest = "\n".join(kept).strip()
    return (rest, "\n".join(cut).strip()) if len(rest) >= 2 else (text.strip(), "")


def opens_quote(lines: list[str], index: int) -> bool:
    """Whether a line, or a line and the one it runs on into, says that an earlier mail follows."""
    quote, line = _patterns().quote, lines[index]
    if len(line) > 300 or quote.search(line):
        return len(line) <= 300
    following = lines[index + 1] if index + 1 < len(lines) else ""
    return len(following) < 100 and not quote.search(following) and quote.search(f"{line} {following}") is not None


def reply_header(lines: list[str], index: int) -> bool:
    """Whether the header of an earlier mail stands here."""
    if not _header_follows(lines, index):
        return False
    found, _ = header_run(lines, index)
    return "from" in found and "date" in found and ("subject" in found or "to" in found)
