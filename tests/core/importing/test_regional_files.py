"""What files of other regions hold that the samples do not: feet in other words, dates with two zones, whole currencies."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from claimdesk.core.importing.catalogue import Catalogue
from claimdesk.core.importing.dates import pattern
from claimdesk.core.importing.fields import ORDER_VALUES
from claimdesk.core.importing.parsing import ParsedFile
from claimdesk.core.records.imports import ImportResult

Parse = Callable[..., ParsedFile]
Run = Callable[..., ImportResult]


@pytest.mark.parametrize(
    "word", ["Tổng cộng", "Jumlah", "Razem", "Totaal:", "Gesamtsumme", "総計", "Ende des Berichts"]
)
def test_a_foot_in_any_language_is_no_order(run: Run, sheet: Callable[..., Path], word: str) -> None:
    head = ["Order ID", "Order date", "Buyer name", "Total", "Currency"]
    [file] = run(sheet("o.csv", head, ["X-1", "2026-11-14", "Ann", "5.00", "EUR"], [word, "", "", "5.00", ""])).files
    assert (file.rows, file.new, file.rejected) == (1, 1, ())


def test_a_word_with_a_buyer_is_still_an_order(run: Run, sheet: Callable[..., Path]) -> None:
    head = ["Order ID", "Order date", "Buyer name", "Total", "Currency"]
    rows = [["X-1", "2026-11-14", "Ann", "5.00", "EUR"], ["X-2", "2026-11-14", "Eve", "5.00", "EUR"]]
    [file] = run(sheet("o.csv", head, *rows, ["SAMPLE", "2026-11-14", "Bob", "5.00", "EUR"])).files
    assert file.new == 3


def test_letters_with_an_offset_behind_them_are_one_zone() -> None:
    temu = pattern("MMM D, YYYY, h:mm A zzz")
    for text in ("Jul 14, 2026, 1:02 am PST(UTC-8)", "Jul 14, 2026, 1:02 am PST (UTC-8)"):
        moment = temu.read(text, "UTC")
        assert str(moment) == "2026-07-14 09:02:00+00:00"
    assert str(temu.read("Jul 14, 2026, 1:02 am PDT", "UTC")) == "2026-07-14 08:02:00+00:00"


def test_a_point_in_rupiah_groups_thousands(tmp_path: Path, catalogue: Catalogue, parse: Parse) -> None:
    definition = catalogue.get("tiktok.orders.sea").definition
    heading = {name: text for text, name in reversed(definition.columns.items())}
    headings = list(dict.fromkeys([*definition.signature, *heading.values()]))
    told = {heading["order_no"]: "578461234567890123", heading["total"]: "IDR 159.900", heading["sku"]: "S-1", heading["quantity"]: "1"}  # fmt: skip
    book = openpyxl.Workbook()
    book.active.append(headings)
    book.active.append([told.get(name, "") for name in headings])
    book.save(tmp_path / "t.xlsx")
    parsed = parse(tmp_path / "t.xlsx", "tiktok.orders.sea")
    values = dict(zip(ORDER_VALUES, parsed.orders.values[0], strict=True))
    assert (values["total_minor"], values["currency"]) == (15_990_000, "IDR")


def test_the_tax_headings_of_dutch_transactions_are_known(catalogue: Catalogue, tmp_path: Path, parse: Parse) -> None:
    head = [
        "datum/tijd", "schikkings-ID", "type", "bestelnummer", "sku", "beschrijving", "aantal", "marketplace", "fulfillment",
        "verkoop van producten", "Verzendtegoeden", "kredietpunten cadeauverpakking", "promotiekortingen",
        "geïnde omzetbelasting", "Belasting voor marketplace-facilitator", "verkoopkosten", "fba-vergoedingen",
        "overige transactiekosten", "overige", "totaal",
    ]  # fmt: skip
    row = ["14 nov. 2026 10:00:00 UTC", "1", "Terugbetaling", "404-1234567-7654321", "A", "Lamp", "1", "amazon.nl", "Verkoper",
           "-1.234,50", "0", "0", "0", "-10,00", "0", "0", "0", "0", "0", "-1.244,50"]  # fmt: skip
    path = tmp_path / "nl.csv"
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        file.write('"Alle bedragen in EUR, tenzij anders aangegeven"\r\n')
        csv.writer(file, quoting=csv.QUOTE_ALL).writerows([head, row])
    parsed = parse(path)
    assert parsed.recognised.format.definition.id == "amazon.transactions.nl"
    assert [column.heading for column in parsed.columns if not column.confidence] == []
    [event] = parsed.events.values
    assert (event[0], event[5], event[6]) == ("refunded", 124_450, "EUR")
