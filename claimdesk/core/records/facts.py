"""What is known about an order and its case, with where each piece came from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from claimdesk.core.records.bilingual import Bilingual
from claimdesk.core.records.messages import StoredMessage

FactValue = str | int | bool | None


@dataclass(frozen=True, slots=True)
class Fact:
    """One known thing: `because` says in words what it was read from, `message` is what told it, where one did."""

    name: str
    value: FactValue
    because: Bilingual
    message: StoredMessage | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """The facts of one order at one instant; `values()` is the plain dictionary that conditions are evaluated over."""

    items: Mapping[str, Fact]

    def values(self) -> dict[str, FactValue]:
        """Plain names and values."""
        return {name: fact.value for name, fact in self.items.items()}
