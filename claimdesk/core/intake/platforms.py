"""Which platform a mail comes from, and whether its sender only looks like it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from claimdesk.core.intake.folding import fold, fold_pattern
from claimdesk.core.intake.schema import CurrencyFile, PlatformFile
from claimdesk.core.knowledge.shipped import read_knowledge, shipped, shipped_files

# Letters and digits that are drawn alike, for telling a look-alike domain.
_ALIKE: Final = (
    ("rn", "m"), ("vv", "w"), ("0", "o"), ("1", "l"), ("3", "e"), ("5", "s"), ("@", "a"), ("$", "s"), ("а", "a"),
)  # fmt: skip
_ADDRESS: Final = re.compile(r"[A-Za-z0-9._%+\-=]{1,100}@[A-Za-z0-9.\-\u0080-\uffff]{1,200}")


@dataclass(frozen=True, slots=True)
class Origin:
    """Platform and marketplace as the sender shows them; `lookalike` names the brand that a foreign sender imitates."""

    platform: str = ""
    marketplace: str = ""
    relay: str = ""
    lookalike: str = ""


@cache
def platform_files() -> tuple[PlatformFile, ...]:
    """Every platform of `resources/intake/platforms/`. Raises Problem `knowledge_faulty`."""
    return tuple(read_knowledge(p, PlatformFile) for p in shipped_files("resources", "intake", "platforms"))


def platform_file(platform: str) -> PlatformFile | None:
    """What is known of a platform; None for an unknown one."""
    return next((file for file in platform_files() if file.platform == platform), None)


def address_in(sender: str) -> str:
    """The address of a sender line, in lower case; empty when it has none."""
    found = _ADDRESS.findall(sender[:2_000])
    return found[-1].lower().rstrip(".") if found else ""


def origin(sender: str, reply_to: str = "") -> Origin:
    """What the sender line of a mail shows."""
    for address in (address_in(sender), reply_to):
        domain = address.rpartition("@")[2]
        for file in platform_files():
            for known in sorted(file.domains, key=lambda d: -len(d.name)):
                if domain == known.name or domain.endswith("." + known.name):
                    relay = re.fullmatch(file.relay, address) if file.relay else None
                    other = reply_to if reply_to and file.relay and re.fullmatch(file.relay, reply_to) else ""
                    return Origin(file.platform, known.marketplace, address if relay else other)
    return Origin(lookalike=_imitated(sender))


def _imitated(sender: str) -> str:
    """The brand that a sender outside all known domains carries in its domain or its name."""
    address = address_in(sender)
    if not address:
        return ""
    domain = _drawn(address.rpartition("@")[2])
    name = fold(sender[:300].replace(address, "")).text
    for file in platform_files():
        for brand in file.brands:
            word = fold_pattern(brand).lower()
            if word in domain or (word.isascii() and _one_off(word, domain)):
                return file.platform
            if re.search(rf"(?<![a-z]){re.escape(word)}(?![a-z])", name) or _drawn(name).startswith(word):
                return file.platform
    return ""


def _drawn(text: str) -> str:
    plain = fold(text[:300]).text
    for sign, letter in _ALIKE:
        plain = plain.replace(sign, letter)
    return plain


def _one_off(word: str, domain: str) -> bool:
    """Whether a label of the domain is the word with one letter left out, doubled or exchanged with its neighbour."""
    if len(word) < 6:
        return False
    for label in re.split(r"[.\-]", domain):
        if abs(len(label) - len(word)) > 1 or label == word:
            continue
        swapped = {word[:i] + word[i + 1] + word[i] + word[i + 2 :] for i in range(len(word) - 1)}
        shorter = {word[:i] + word[i + 1 :] for i in range(len(word))}
        doubled = {word[:i] + word[i] + word[i:] for i in range(len(word))}
        if label in swapped | shorter | doubled:
            return True
    return False


@cache
def _words() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (
            file.platform,
            re.compile(
                "|".join(f"(?<![a-z]){fold_pattern(p)}" if p[0].isascii() else fold_pattern(p) for p in file.words)
            ),
        )
        for file in platform_files()
    )


def platform_by_words(folded: str) -> tuple[str, int, int]:
    """The platform a text speaks of most, with where it first does; empty when it names none."""
    best, score, where = "", 0, (0, 0)
    for platform, pattern in _words():
        matches = list(pattern.finditer(folded[:40_000]))
        if len(matches) > score:
            best, score, where = platform, len(matches), (matches[0].start(), matches[0].end())
    return best, *where


def marketplace_by_words(folded: str, platform: str) -> str:
    """The marketplace whose address a text names (`amazon.de`); empty when none or several."""
    file = platform_file(platform)
    if file is None:
        return ""
    names = {
        known.marketplace
        for known in file.domains
        if known.marketplace and re.search(rf"(?<![\w@-]){re.escape(known.name)}(?![\w-]|\.[a-z])", folded)
    }
    return names.pop() if len(names) == 1 else ""


@cache
def currencies() -> CurrencyFile:
    """How currencies are written. Raises Problem `knowledge_faulty`."""
    return read_knowledge(shipped("resources") / "intake" / "currencies.toml", CurrencyFile)
