"""Transaction reports of all countries: what a row of money is, its amount, its day, its currency."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from claimdesk.core.importing.events import EVENT_VALUES
from claimdesk.core.importing.parsing import ParsedFile

from .transactions import report, row

Parse = Callable[..., ParsedFile]


def only(parsed: ParsedFile) -> dict[str, object]:
    [values] = parsed.events.values
    return dict(zip(EVENT_VALUES, values, strict=True))


@pytest.mark.parametrize(
    "kind, title, expected",
    [
        ("A-to-z Guarantee Claim", "Buyer Recharge", "claim"),
        ("A-to-z Guarantee Refund", "Lamp", "claim"),
        ("Adjustment", "A-to-Z Guarantee Reimbursement", "claim"),
        ("SAFE-T reimbursement", "", "safe_t"),
        ("Other", "SAFE-T Claim reimbursement", "safe_t"),
        ("Chargeback Refund", "Lamp", "chargeback"),
        ("Adjustment", "Shipping Chargeback", "transaction"),
        ("Order", "A-to-z Guarantee alphabet puzzle", "transaction"),
        ("Refund", "The Chargeback Board Game", "refunded"),
        ("Service Fee", "", "transaction"),
    ],
)
def test_what_a_row_of_money_is(kind: str, title: str, expected: str, parse: Parse, tmp_path: Path) -> None:
    one = row("Nov 9, 2026 8:00:00 AM PST", kind, title=title, sales="-12.50", total="-11.30")
    assert only(parse(report(tmp_path / "n.csv", "us", one)))["kind"] == expected


@pytest.mark.parametrize(
    "country, at, kind, sales, expected",
    [
        ("au", "9 Nov 2026 8:00:00 am GMT+11:00", "Refund", "-1,040.00", ("AUD", 104000, "2026-11-08T21:00:00Z")),
        ("mx", "9 nov 2026 08:00:00 GMT-6", "Reembolso", "-1,040.00", ("MXN", 104000, "2026-11-09T14:00:00Z")),
        ("mx", "9 nov 2026 08:00:00 PST", "Reembolso", "-1,040.00", ("MXN", 104000, "2026-11-09T16:00:00Z")),
        ("de", "09.11.2026 08:00:00 GMT+01:00", "Erstattung", "-1.040,00", ("EUR", 104000, "2026-11-09T07:00:00Z")),
        ("it", "9 nov 2026 08.00.00 GMT+01:00", "Rimborso", "-1.040,00", ("EUR", 104000, "2026-11-09T07:00:00Z")),
        ("nl", "9 nov. 2026 08:00:00 GMT+01:00", "Terugbetaling", "-1.040,00", ("EUR", 104000, "2026-11-09T07:00:00Z")),
        ("jp", "2026/11/09 8:00:00 JST", "返金", "-1,040", ("JPY", 1040, "2026-11-08T23:00:00Z")),
    ],
)
def test_refunds_in_the_languages_of_the_reports(
    country: str, at: str, kind: str, sales: str, expected: tuple[str, int, str], parse: Parse, tmp_path: Path
) -> None:
    places = {"au": "amazon.com.au", "mx": "amazon.com.mx", "jp": "amazon.jp"}
    one = row(at, kind, sales=sales, place=places.get(country, f"amazon.{country}"))
    parsed = parse(report(tmp_path / "n.csv", country, one, preamble=8 if country == "au" else 6))
    assert parsed.recognised.format.definition.id == f"amazon.transactions.{country}"
    found = only(parsed)
    assert (found["kind"], found["currency"], found["amount_minor"], found["at"]) == ("refunded", *expected)
    assert parsed.rejected == ()


@pytest.mark.parametrize(
    "country, kind, expected",
    [
        ("de", "A-bis-z-Garantie", "claim"),
        ("de", "Rückbuchung", "chargeback"),
        ("jp", "Amazonマーケットプレイス保証申請", "claim"),
        ("jp", "チャージバック返金", "chargeback"),
        ("mx", "Contracargo", "chargeback"),
        ("it", "Reclamo Garanzia dalla A alla Z", "claim"),
        ("nl", "A-tot-z-garantieclaim", "claim"),
        ("nl", "SAFE-T-vergoeding", "safe_t"),
    ],
)
def test_claims_in_the_languages_of_the_reports(
    country: str, kind: str, expected: str, parse: Parse, tmp_path: Path
) -> None:
    days = {"de": "09.11.2026 08:00:00 GMT+01:00", "jp": "2026/11/09 8:00:00 JST", "mx": "9 nov 2026 08:00:00 PST"}
    one = row(days.get(country, "9 nov 2026 08.00.00 GMT+01:00"), kind, sales="-12", total="-12")
    assert only(parse(report(tmp_path / "n.csv", country, one)))["kind"] == expected


def test_the_same_headings_are_told_apart_by_the_phrase_above_them(parse: Parse, tmp_path: Path) -> None:
    one = row("9 Nov 2026 8:00:00 am GMT+11:00", "Refund", sales="-10.00", place="")
    parsed = parse(report(tmp_path / "n.csv", "au", one))
    assert (parsed.recognised.format.definition.id, only(parsed)["currency"]) == ("amazon.transactions.au", "AUD")


@pytest.mark.parametrize("title, expected", [("A-to-z Guarantee Claim", "claim"), ("Chargeback", "chargeback")])
def test_a_refund_of_no_item_may_be_a_claim(title: str, expected: str, parse: Parse, tmp_path: Path) -> None:
    one = row("Nov 9, 2026 8:00:00 AM PST", "Refund", sku="", title=title, sales="-12.50", total="-11.30")
    assert only(parse(report(tmp_path / "n.csv", "us", one)))["kind"] == expected
