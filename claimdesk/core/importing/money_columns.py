"""The money columns of a file: the currency of each row, then the decimal sign of each column and currency."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from claimdesk.core.importing.amounts import Minor, Sign, decimal_sign, grouping_only, symbol_of
from claimdesk.core.importing.currency_words import currency_names, without_cents
from claimdesk.core.importing.fields import FIELDS, Kind
from claimdesk.core.importing.schema import ExportFormat
from claimdesk.core.records.money import minor_digits

if TYPE_CHECKING:
    from claimdesk.core.importing.values import Cell, Values


def read_money(values: Values, definition: ExportFormat) -> None:
    """Every money column in minor units of its row's currency; what cannot be read is rejected."""
    names = [name for name in values.texts if FIELDS[name].kind is Kind.MONEY]
    values.currencies = _currencies(values, definition, names)
    kinds = sorted(set(values.currencies))
    own = {name: _by_currency(values, name, kinds) for name in names}
    columns = {name: decimal_sign({text for texts in own[name].values() for text in texts}) for name in names}
    seen = {sign.sign for sign in columns.values() if sign.votes and not sign.odd}
    chosen = values.choices.decimal
    known = chosen or (seen.pop() if len(seen) == 1 else "") or definition.amounts.decimal
    for name in names:
        signs = {kind: _sign(own[name][kind], kind, columns[name], known, chosen) for kind in kinds}
        values.decisions.append(f"{name}:{''.join(sign.sign for sign in signs.values())}")
        _fill(values, name, {kind: Minor(sign, kind) for kind, sign in signs.items()})


def _by_currency(values: Values, name: str, kinds: list[str]) -> dict[str, set[str]]:
    texts = values.texts[name]
    if len(kinds) <= 1:
        return {kind: set(texts) for kind in kinds}
    found: dict[str, set[str]] = {kind: set() for kind in kinds}
    for kind, text in zip(values.currencies, texts, strict=True):
        found[kind].add(text)
    return found


def _sign(texts: set[str], currency: str, column: Sign, known: str, chosen: str) -> Sign:
    """The decimal sign of one column's amounts in one currency: their own, else the column's, else what is known."""
    sign = decimal_sign(texts, chosen or (column.sign if column.votes and not column.odd else "") or known)
    if sign.doubtful and chosen:
        return Sign(chosen, sign.votes, {text: vote for text, vote in sign.odd.items() if vote != chosen})
    whole = currency in without_cents() and not sign.votes and not chosen and grouping_only(texts)
    if whole or (not sign.sign and currency and minor_digits(currency) == 0):
        return Sign(grouping_only(texts))
    return sign


def _fill(values: Values, name: str, minors: dict[str, Minor]) -> None:
    texts, kinds = values.texts[name], values.currencies
    if len(minors) == 1:
        values.columns[name] = list(map(next(iter(minors.values())).__getitem__, texts))
    else:
        values.columns[name] = [minors[kind][text] for kind, text in zip(kinds, texts, strict=True)]
    if any(one.unreadable for one in minors.values()):
        for place, (kind, text) in enumerate(zip(kinds, texts, strict=True)):
            if text in minors[kind].unreadable:
                open_sign = not minors[kind].sign.sign or text in minors[kind].sign.doubtful
                values.reject(place, name, "amount_undecided" if open_sign else "amount_unreadable", text)
    for kind, minor in minors.items():
        for text, sign in minor.sign.odd.items():
            place = next(p for p, (k, t) in enumerate(zip(kinds, texts, strict=True)) if k == kind and t == text)
            values.warn(place, name, "amount_other_sign", text, sign=sign)
    if "" in minors and len(minors[""]) > 1:
        place = next(p for p, (k, t) in enumerate(zip(kinds, texts, strict=True)) if t and not k)
        values.warn(place, name, "currency_missing", texts[place])


def _currencies(values: Values, definition: ExportFormat, names: list[str]) -> list[str]:
    """The currency of each row: its column, else what its amounts print, else its marketplace's, else the format's."""
    amounts = definition.amounts
    column = values.texts.get("currency")
    known = {text: _code(text) for text in set(column)} if column else {}
    result = [known[text] for text in column] if column else [""] * len(values.numbers)
    for name in names:
        symbols = {
            text: symbol
            for text in set(values.texts[name])
            if not text.isascii() or not text[-1:].isdigit() or not text[:1].isdigit()
            if text and (symbol := symbol_of(text) or _shared(text, amounts.symbols))
        }
        if symbols:
            result = [have or symbols.get(text, "") for have, text in zip(result, values.texts[name], strict=True)]
    if column and not all(result):
        _share_in_orders(result, values.columns["order_no"])
    if amounts.currencies:
        found = zip(result, values.places, strict=True)
        result = [have or amounts.currencies.get(place, "") for have, place in found]
    if values.choices.currency or (amounts.currency and not column):
        result = [have or values.choices.currency or amounts.currency for have in result]
    values.columns["currency"] = list(result)
    return result


def _shared(text: str, symbols: Mapping[str, str]) -> str:
    return next((currency for symbol, currency in symbols.items() if symbol in text), "")


def _share_in_orders(currencies: list[str], numbers: list[Cell]) -> None:
    """Rows without a currency take that of another row of their order (Shopify prints it on the first)."""
    of_order = {number: currency for number, currency in zip(numbers, currencies, strict=True) if currency}
    for place, currency in enumerate(currencies):
        if not currency:
            currencies[place] = of_order.get(numbers[place], "")


def _code(text: str) -> str:
    if re.fullmatch(r"[A-Za-z]{3}", text):
        return currency_names().get(text.upper(), text.upper())
    return symbol_of(text) or currency_names().get(text, "")
