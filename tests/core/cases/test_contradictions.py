"""What a message says against the record of its case: each contradiction is caught, and its true counterpart is not."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from claimdesk import bootstrap
from claimdesk.core.desk import Desk
from claimdesk.core.records.bilingual import Bilingual
from claimdesk.core.records.replies import Audience, Draft, Paragraph
from tests.core.desks import desk_with

NOW = datetime(2026, 11, 17, 6, 20, tzinfo=UTC)
_LINE = {"title": "Brass lamp Lumora", "sku": "LMRA-12", "quantity": 1}
_COMMON = {
    "marketplace": "amazon.com", "fulfilment": "seller", "purchased_at": "2026-10-20T10:00:00Z", "ship_by": "2026-10-22",
    "buyer_name": "Ada Wong", "currency": "USD", "total_minor": 5860, "lines": [_LINE],
}  # fmt: skip
_PARCEL = {"carrier": "UPS", "tracking_no": "1Z999AA10123456784", "shipped_at": "2026-10-21T10:00:00Z"}
_DELIVERED = {"shipped_at": "2026-10-21T10:00:00Z", "delivered_at": "2026-11-10T20:00:00Z"}
ORDERS = {
    "delivered": {
        "order_no": "111-0000001-0000001", "status": "shipped", "deliver_by": "2026-11-12", **_DELIVERED,
        "shipments": [{**_PARCEL, "delivered_at": "2026-11-10T20:00:00Z"}],
    },
    "transit": {
        "order_no": "111-0000002-0000002", "status": "shipped", "deliver_by": "2026-11-08",
        "shipped_at": "2026-10-21T10:00:00Z", "shipments": [{**_PARCEL, "last_scan_at": "2026-11-12T08:00:00Z"}],
    },
    "unshipped": {"order_no": "111-0000003-0000003", "status": "unshipped", "deliver_by": "2026-11-30"},
    "refunded": {
        "order_no": "111-0000004-0000004", "status": "refunded", "refund_minor": 3000, **_DELIVERED,
        "shipments": [_PARCEL],
    },
    "cancelled": {"order_no": "111-0000005-0000005", "status": "cancelled", "cancelled_at": "2026-10-21T10:00:00Z"},
    "ebay": {
        "order_no": "27-11483-04655", "platform": "ebay", "marketplace": "ebay.com", "status": "shipped",
        "shipments": [_PARCEL],
    },
    "dhgate": {
        "order_no": "7715032284", "platform": "dhgate", "marketplace": "dhgate", "status": "shipped",
        "shipments": [_PARCEL],
    },
    "old": {
        "order_no": "111-0000007-0000007", "status": "shipped", "shipped_at": "2026-08-30T10:00:00Z",
        "delivered_at": "2026-09-10T20:00:00Z",
    },
}  # fmt: skip


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """One order and one case of each kind, in the order of the table."""
    with desk_with(tmp_path / "shop", *({**_COMMON, **order} for order in ORDERS.values())) as opened:
        for order in ORDERS.values():
            opened.cases.open(opened.orders.find(str(order["order_no"]))[0].id, "S04", NOW)
        yield opened


def case_of(kind: str) -> int:
    return list(ORDERS).index(kind) + 1


# kind of case, what is said against the record, what may be said, rule
SAID = [
    ("transit", "The parcel was delivered to your door.", "The parcel is in transit.", "AP-13"),
    ("transit", "Tracking shows it as delivered.", "Tracking shows a scan in Chicago.", "AP-13"),
    ("transit", "您的包裹已签收。", "您的包裹在运输中。", "AP-13"),
    ("transit", "The carrier’s record proves the delivery.", "The carrier looks for the parcel.", "AP-13"),
    ("unshipped", "Your order was shipped yesterday.", "Your order leaves on Friday.", "AP-13S"),
    ("unshipped", "We have shipped your lamp.", "We pack your lamp today.", "AP-13S"),
    ("delivered", "I have refunded you in full.", "I can refund you in full.", "AP-13R"),
    ("delivered", "Your refund has been issued.", "Your refund is prepared.", "AP-13R"),
    ("delivered", "Please see the attached photo.", "Please look at the label.", "FM-07"),
    ("delivered", "The invoice is enclosed.", "The invoice is in your account.", "FM-07"),
    ("delivered", "Order 111-0000009-0000009 left today.", "Order 111-0000001-0000001 left today.", "AP-13N"),
    ("ebay", "Order 27-11483-04699 is on its way.", "Order 27-11483-04655 is on its way.", "AP-13N"),
    ("dhgate", "Your order 7715032299 is on its way.", "Your order 7715032284 is on its way.", "AP-13N"),
    ("delivered", "Hello Maria,\nI am sorry.", "Hello Ada,\nI am sorry.", "AP-13P"),
    ("delivered", "Sehr geehrte Frau Becker,\nes tut mir leid.", "Sehr geehrte Frau Wong,\nes tut mir leid.", "AP-13P"),
    ("delivered", "You will get $60.00 back.", "You will get $58.60 back.", "AP-13M"),
    ("refunded", "I have refunded you $58.60.", "I have refunded you $30.00.", "AP-13F"),
    ("delivered", "It was delivered on 12 November.", "It was delivered on 10 November.", "AP-13T"),
    ("delivered", "The lamp arrived on November 8.", "The lamp arrived on November 10.", "AP-13T"),
    ("transit", "It was shipped on 23 October.", "It was shipped on 21 October.", "AP-13T"),
    ("refunded", "I will refund you in full today.", "The refund reached your bank.", "AP-13D"),
    ("transit", "We will ship your order tomorrow.", "We will ship a replacement tomorrow.", "AP-13W"),
    ("cancelled", "I will cancel your order today.", "Your order was cancelled on 21 October.", "AP-13C"),
    ("delivered", "Exhibit 2 shows the signature.", "The signature is on record.", "AP-13E"),
    ("delivered", "See signature.pdf for the proof.", "The proof is on record.", "AP-13E"),
    ("old", "The lamp comes in three colours now.", "", "TN-05"),
]  # fmt: skip


def rules(desk: Desk, case_id: int, text: str, audience: Audience = Audience.BUYER, language: str = "en") -> set[str]:
    return {finding.rule for finding in desk.cases.check(case_id, text, audience, language, NOW)}


@pytest.mark.parametrize("kind, wrong, right, rule", SAID, ids=[f"{rule}-{kind}" for kind, *_, rule in SAID])
def test_what_is_said_against_the_record_is_caught(desk: Desk, kind: str, wrong: str, right: str, rule: str) -> None:
    assert rule in rules(desk, case_of(kind), wrong)
    assert rule not in rules(desk, case_of(kind), right)


@pytest.mark.parametrize(
    "language, said, denied",
    [
        ("de", "Ihr Paket wurde am Montag zugestellt.", "Ihr Paket wurde noch nicht zugestellt."),
        ("fr", "Votre colis a bien été livré lundi.", "Votre colis n’a pas été livré."),
        ("es", "Su paquete fue entregado el lunes.", "Su paquete no fue entregado."),
        ("it", "Il suo pacco è stato consegnato lunedì.", "Il suo pacco non è stato consegnato."),
    ],
)
def test_a_delivery_that_nobody_recorded_is_caught_in_every_language(
    desk: Desk, language: str, said: str, denied: str
) -> None:
    assert "AP-13" in rules(desk, case_of("transit"), said, language=language)
    assert "AP-13" not in rules(desk, case_of("transit"), denied, language=language)
    assert "AP-13" not in rules(desk, case_of("delivered"), said, language=language)


SIGNED = "The carrier's record shows delivery on 10 November, signed for by A. Wong."


@pytest.mark.parametrize("proof", ["signature", "photo", "scan_only", "nothing"])
def test_an_answer_that_the_delivery_is_proven_counts_over_an_older_import(desk: Desk, proof: str) -> None:
    case_id = desk.cases.open(desk.orders.find("111-0000002-0000002")[0].id, "S03", NOW)
    for step, option in (("claim_filed", "yes"), ("protected", "not_protected"), ("first_scan", "yes")):
        desk.cases.answer(case_id, step, option, NOW)
    assert "AP-13" in rules(desk, case_id, SIGNED, Audience.PLATFORM), "nobody has said so yet"
    desk.cases.answer(case_id, "proof", proof, NOW)
    told = proof in ("signature", "photo", "scan_only")
    assert ("AP-13" not in rules(desk, case_id, SIGNED, Audience.PLATFORM)) == told
    desk.cases.undo(case_id, NOW)
    assert "AP-13" in rules(desk, case_id, SIGNED, Audience.PLATFORM), "what is taken back tells nothing"


def test_a_day_that_was_typed_counts_over_an_older_import(desk: Desk) -> None:
    case_id, typed = case_of("transit"), {"delivered_date": "10 Nov 2026"}

    def found(text: str, fills: dict[str, str], number: int = case_id) -> set[str]:
        return {f.rule for f in desk.cases.check(number, text, Audience.PLATFORM, "en", NOW, fills)}

    assert "AP-13" in found(SIGNED, {}) and "AP-13" in found(SIGNED, {"delivered_date": "10 Novemberish"})
    assert not {"AP-13", "AP-13T"} & found(SIGNED, typed)
    assert "AP-13T" in found("It was delivered on 12 November.", typed), "another day than the one typed"
    shipped = "We have shipped your lamp."
    assert "AP-13S" in found(shipped, {}, case_of("unshipped"))
    assert "AP-13S" not in found(shipped, {"ship_date": "2026-11-16"}, case_of("unshipped"))
    assert "AP-13T" in found("It was delivered on 9 November.", {"delivered_date": "2026-11-09"}, case_of("delivered"))


def test_the_command_line_catches_the_same(desk: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = desk.folder
    desk.close()
    file = tmp_path / "message.txt"
    for kind, wrong, _, rule in SAID:
        file.write_text(wrong, "utf-8")
        capsys.readouterr()
        arguments = ["check", str(file), "--case", f"C-{case_of(kind):04d}", "--json", "--data-dir", str(folder)]
        status = bootstrap.main(arguments)
        found = json.loads(capsys.readouterr().out)["findings"]
        assert status == 1 and rule in {finding["rule"] for finding in found}, wrong
    capsys.readouterr()
    assert bootstrap.main(["check", str(file), "--case", "C-0099", "--json", "--data-dir", str(folder)]) == 2
    assert json.loads(capsys.readouterr().out)["error"]["code"] == "case_unknown"


def sent(text: str, audience: Audience = Audience.BUYER) -> Draft:
    words = Bilingual("x", "x")
    return Draft("B_X", words, audience, "en", (Paragraph("p", text, ""),))


def _keep_sent(desk: Desk, case_id: int, text: str, at: datetime, audience: Audience = Audience.BUYER) -> None:
    from claimdesk.core.records.cases import EventKind
    from claimdesk.core.storage import case_rows

    data = {"step": "reply", "template": "B_X", "audience": audience.value, "language": "en", "text": text, "gloss": ""}
    with desk.store.writing() as conn:
        case_rows.append(conn, case_id, at, EventKind.SENT, data)


def test_the_third_message_without_an_answer(desk: Desk) -> None:
    case_id, text = case_of("transit"), "The parcel is in transit; I will write again on Friday."
    _keep_sent(desk, case_id, "First.", NOW + timedelta(hours=1))
    assert "TN-02" not in rules(desk, case_id, text)
    _keep_sent(desk, case_id, "Second.", NOW + timedelta(hours=2))
    assert "TN-02" in rules(desk, case_id, text)
    assert "TN-02" not in rules(desk, case_id, text, Audience.PLATFORM), "the platform is no buyer"


def test_a_second_request_for_a_review_counts_over_all_cases_of_the_order(desk: Desk) -> None:
    asks = "Would you leave us a review?"
    order = desk.orders.find("111-0000001-0000001")[0].id
    earlier = desk.cases.open(order, "S16", NOW)
    assert "RV-06" not in rules(desk, case_of("delivered"), asks)
    _keep_sent(desk, earlier, asks, NOW + timedelta(hours=1))
    assert "RV-06" in rules(desk, case_of("delivered"), asks)
    assert "RV-06" not in rules(desk, case_of("transit"), asks), "another order"


def test_a_replacement_that_is_under_way_is_not_offered_again(desk: Desk) -> None:
    case_id = case_of("delivered")
    offer = "I will send you a replacement tomorrow."
    assert "AP-13K" not in rules(desk, case_id, offer)
    with desk.store.writing() as conn:
        conn.exec_driver_sql(
            "INSERT INTO order_events (order_id, event_key, kind, at) VALUES (1, 'r', 'replacement', '2026-11-12')"
        )
    assert "AP-13K" in rules(desk, case_id, offer)
    assert "AP-13K" not in rules(desk, case_id, "The replacement left on 12 November.")


def test_an_appeal_brings_something_new(desk: Desk) -> None:
    letter = "Order 111-0000001-0000001 was delivered on 10 November and signed for by A. Wong. Please close the claim."
    case_id = case_of("delivered")
    assert "AP-12S" not in rules(desk, case_id, letter, Audience.PLATFORM)
    _keep_sent(desk, case_id, letter, NOW, Audience.PLATFORM)
    assert "AP-12S" in rules(desk, case_id, letter + " Thank you.", Audience.PLATFORM)
    new = "The carrier wrote on 16 November that the parcel was handed to the buyer in person, with a signature."
    assert "AP-12S" not in rules(desk, case_id, new, Audience.PLATFORM)


def test_evidence_that_is_kept_may_be_cited(desk: Desk, tmp_path: Path) -> None:
    case_id = case_of("delivered")
    file = tmp_path / "signature.pdf"
    file.write_bytes(b"%PDF-1.4 signed")
    desk.cases.add_evidence(case_id, "proof", file, NOW)
    assert not {"FM-07", "AP-13E"} & rules(desk, case_id, "The proof is attached: exhibit 1, signature.pdf.")
    assert "AP-13E" in rules(desk, case_id, "Exhibit 2 shows it.")
    assert "AP-13E" in rules(desk, case_id, "See scale.png.")


def test_a_chargeback_says_which_evidence_is_missing(desk: Desk, tmp_path: Path) -> None:
    with desk.store.writing() as conn:
        conn.exec_driver_sql("UPDATE orders SET platform = 'shopify', marketplace = 'shopify' WHERE id = 1")
    case_id = desk.cases.open(1, "S19", NOW)
    letter = "Order 111-0000001-0000001 was delivered on 10 November; the record is attached. Please reverse it."
    items = [
        item.id
        for place in desk.cases.view(case_id, NOW).walk.path
        for item in place.step.items
        if item.required and (not item.platforms or "shopify" in item.platforms)
    ]
    assert items and "CB-02" in rules(desk, case_id, letter, Audience.PLATFORM)
    for item in items:
        file = tmp_path / f"{item}.pdf"
        file.write_bytes(item.encode())
        desk.cases.add_evidence(case_id, item, file, NOW)
    assert "CB-02" not in rules(desk, case_id, letter, Audience.PLATFORM)


def test_a_buyer_who_wrote_may_be_answered_after_the_window(desk: Desk) -> None:
    text = "The lamp comes in three colours now."
    assert "TN-05" in rules(desk, case_of("old"), text)
    desk.cases.take_notice(
        case_of("old"), {"kind": "buyer_message", "subject": "x", "sent_at": "2026-11-16T08:00:00Z"}, NOW
    )
    told = desk.cases.view(case_of("old"), NOW).facts.values()
    assert told.get("contact_at"), "a buyer's message is known as contact"
    assert "TN-05" not in rules(desk, case_of("old"), text)


def test_names_of_the_order_are_spelt_right(desk: Desk) -> None:
    text = "The lumora lamp and its lmra plate left with the parcel."
    assert "SP-01" not in rules(desk, case_of("delivered"), text)
