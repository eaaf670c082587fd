"""Search in the text of orders: order number, buyer, tracking number, SKU, title; Latin or Chinese, one character up.

Words of three and more characters are looked up in the trigram index. One or two characters are a range of the
index's vocabulary where few orders hold them; where many do, walking the orders finds enough of them at once.
Every search is bounded, and no text raises: all of it is quoted.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from claimdesk.core.storage.folding import fold
from claimdesk.core.storage.search_index import PAD
from claimdesk.core.storage.texts import storable

_WORDS = 8  # further words are not looked at
_LETTERS = 100  # of one word
_TRIGRAM = 3
_TERMS = 200  # of the vocabulary for one short word
_FEW = 5_000  # hits that are cheaper to fetch by id than to meet on a walk
_LAST = "\U0010ffff"


@dataclass(frozen=True, slots=True)
class Condition:
    """A piece of SQL over `orders` with its values, and a query that counts what it alone finds, faster."""

    sql: str
    values: tuple[str | int, ...]
    count_sql: str


def condition(conn: Connection, text: str) -> Condition | None:
    """What the orders holding every word of a text have in common; None for a text without words."""
    words = [word[:_LETTERS] for word in fold(storable(text)).split()][:_WORDS]
    if not words:
        return None
    groups: list[str] = []
    walked: list[str] = []
    for word in dict.fromkeys(words):
        terms = [word] if len(word) >= _TRIGRAM else _terms(conn, word)
        if terms is None:
            walked.append(word)
        else:
            groups.append("(" + " OR ".join(map(_quoted, terms)) + ")" if terms else "")
    if "" in groups:
        return Condition("0", (), "SELECT 0")
    return _combined(conn, groups, walked)


def whole_field(text: str) -> str:
    """The match expression for orders with a field that ends in this text; even one character will do."""
    return _quoted(fold(storable(text)) + PAD)


def _combined(conn: Connection, groups: list[str], walked: list[str]) -> Condition:
    matching = "SELECT rowid FROM order_search WHERE order_search MATCH ?"
    held = " AND ".join("instr(t.folded, ?) > 0" for _ in walked)
    exists = f"EXISTS (SELECT 1 FROM order_search_text t WHERE t.order_id = orders.id AND {held})"
    if not groups:
        return Condition(exists, tuple(walked), f"SELECT count(*) FROM order_search_text t WHERE {held}")
    match = " AND ".join(groups)
    # The plus keeps SQLite from fetching a hundred thousand orders by id only to sort them.
    found = f"{'orders.id' if _is_rare(conn, match) else '+orders.id'} IN ({matching})"
    if not walked:
        return Condition(found, (match,), "SELECT count(*) FROM order_search WHERE order_search MATCH ?")
    count_sql = f"SELECT count(*) FROM order_search_text t WHERE t.order_id IN ({matching}) AND {held}"
    return Condition(f"{found} AND {exists}", (match, *walked), count_sql)


def _terms(conn: Connection, prefix: str) -> list[str] | None:
    """The trigrams that start with one or two characters; None when they, or the orders holding them, are many."""
    # No character follows the last one of Unicode, so this range holds every term with the prefix.
    rows = conn.exec_driver_sql(
        "SELECT term, doc FROM order_search_terms WHERE term >= ? AND term <= ?", (prefix, prefix + _LAST + _LAST)
    )
    terms: list[str] = []
    orders = 0
    with rows:
        for term, count in rows:
            terms.append(term)
            orders += count
            if len(terms) > _TERMS or orders > _FEW:
                return None
    return terms


def _is_rare(conn: Connection, match: str) -> bool:
    sql = "SELECT count(*) FROM (SELECT 1 FROM order_search WHERE order_search MATCH ? LIMIT ?)"
    return int(conn.exec_driver_sql(sql, (match, _FEW + 1)).scalar_one()) <= _FEW


def _quoted(word: str) -> str:
    return '"' + word.replace('"', '""') + '"'
