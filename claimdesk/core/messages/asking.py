"""What a message asks for or answers, by the expressions of `resources/messages/contacts.toml`."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final, Literal

from pydantic import Field

from claimdesk.core.knowledge.shipped import Knowledge, read_knowledge, shipped
from claimdesk.core.records.bilingual import Bilingual
from claimdesk.core.records.messages import Speaker, StoredMessage
from claimdesk.core.records.problems import Problem
from claimdesk.core.storage.folding import fold

_READ: Final = 6_000  # characters; what asks for something says so early
_SENTENCE: Final = re.compile(r"\S(?:[^.!?。！？\n]|[.!?](?=\S))*[.!?。！？]*")  # a stop inside a number ends none
_QUOTES: Final = str.maketrans({"’": "'", "‘": "'", "`": "'", "´": "'", "ß": "ss", "\n": " "})


class ContactKind(Knowledge):
    """One thing that a message can ask or answer. Expressions are of all languages, over folded text."""

    id: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    by: Literal["buyer", "shop"]
    title: Bilingual
    complaint: bool = False  # something that went wrong for the buyer
    by_hand: bool = True  # offered when a contact is noted by hand
    says: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()  # not where a sentence holds this
    reasons: tuple[str, ...] = ()  # reasons of a notice that mean the same
    kinds: tuple[str, ...] = ()  # kinds of a notice that mean the same
    events: tuple[str, ...] = ()  # events of an order that mean the same


class ContactFile(Knowledge):
    """Every kind, the weightiest first."""

    checked: date
    contacts: tuple[ContactKind, ...]


@dataclass(frozen=True, slots=True)
class _Compiled:
    kind: ContactKind
    says: re.Pattern[str] | None
    unless: re.Pattern[str] | None


@cache
def _compiled() -> tuple[_Compiled, ...]:
    file = read_knowledge(shipped("resources") / "messages" / "contacts.toml", ContactFile)
    return tuple(_Compiled(kind, _any(kind.says), _any(kind.unless)) for kind in file.contacts)


def _any(expressions: tuple[str, ...]) -> re.Pattern[str] | None:
    if not expressions:
        return None
    try:
        return re.compile("|".join(folded(one) if not one.isascii() else one for one in expressions))
    except re.error as error:
        raise Problem("knowledge_faulty", file="contacts.toml", key=expressions[0], reason=str(error)) from error


def contact_kinds() -> Mapping[str, ContactKind]:
    """Every kind of contact by its id, the weightiest first. Raises Problem `knowledge_faulty`."""
    return {one.kind.id: one.kind for one in _compiled()}


def folded(text: str) -> str:
    """A text as the expressions compare it: lower case, Simplified, without accents, straight quotes."""
    plain = fold(text[:_READ]).translate(_QUOTES)
    parts = unicodedata.normalize("NFD", plain) if any("\x7f" < c < "\u0250" for c in plain) else plain
    return unicodedata.normalize("NFC", re.sub("(?<=[a-z])[\u0300-\u036f]+", "", parts))


def contacts_in(text: str, speaker: Speaker, reason: str = "", kind: str = "") -> tuple[str, ...]:
    """The kinds of contact that a text makes, the weightiest first; `reason` and `kind` are of the notice it is."""
    if speaker is Speaker.PLATFORM:
        return tuple(one.kind.id for one in _compiled() if kind in one.kind.kinds)
    whole = folded(text)
    sentences = [part for part in re.split(r"(?<=[.!?。！？])\s*", whole) if part]
    found = []
    for one in _compiled():
        if one.kind.by != speaker.value:
            continue
        said = any(_says(one, sentence) for sentence in sentences)
        if said or kind in one.kind.kinds or (speaker is Speaker.BUYER and reason in one.kind.reasons):
            found.append(one.kind.id)
    return tuple(found)


def sentences_saying(message: StoredMessage, kinds: Collection[str]) -> tuple[tuple[int, int], ...]:
    """Where in a message's text the sentences stand that make one of these contacts, as (start, end) characters."""
    wanted = [one for one in _compiled() if one.kind.id in kinds]
    return tuple(
        part.span()
        for part in _SENTENCE.finditer(message.text[:_READ])
        if any(_says(one, folded(part.group())) for one in wanted)
    )


def _says(one: _Compiled, sentence: str) -> bool:
    if one.says is None or not one.says.search(sentence):
        return False
    return one.unless is None or one.unless.search(sentence) is None


def contacts_of(message: StoredMessage) -> tuple[str, ...]:
    """What a kept message asks or answers: what a person said of it, else what its text says."""
    return message.contacts or contacts_in(message.text, message.speaker, message.reason, message.kind)
