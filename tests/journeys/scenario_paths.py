"""One full path through every scenario: from a notice or an order, by what is answered, to how it ends."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from tests.ui.order_sheets import DELIVERED

TODAY = date.today()


def day(days: int) -> str:
    """A day counted from today."""
    return (TODAY + timedelta(days=days)).isoformat()


def order(number: str, **columns: str) -> dict[str, str]:
    """A row of the order sheet: delivered five days ago, unless the columns say otherwise."""
    row = {
        **DELIVERED, "Ordered": day(-20), "Ship by": day(-17), "Shipped": day(-18), "Earliest delivery": day(-8),
        "Latest delivery": day(-4), "First scan": day(-18), "Delivered": day(-5), "Last scan": day(-5),
        "Item": "Clamp desk lamp 12 W, black", "Order number": number,
    }  # fmt: skip
    return {**row, **{name.replace("_", " "): value for name, value in columns.items()}}


def on(platform: str, marketplace: str, currency: str = "USD", country: str = "US") -> dict[str, str]:
    """The columns that say where an order was placed."""
    return {"Platform": platform, "Marketplace": marketplace, "Currency": currency, "Ship_to_country": country}


UNDERWAY = {"Status": "shipped", "Delivered": ""}
EBAY, ETSY, WALMART = on("ebay", "ebay.co.uk", "GBP", "GB"), on("etsy", "etsy"), on("walmart", "walmart.com")
DHGATE, ALIEXPRESS, SHOPIFY = on("dhgate", "dhgate"), on("aliexpress", "aliexpress"), on("shopify", "shopify")


@dataclass(frozen=True)
class Journey:
    """A path: `answers` as `step=option`, `clocks` the rules that must run on it, `outcome` how it ends.

    `notice` is the mail that begins it, and `kind` what is read from it. Steps that are not answered here are done.
    """

    scenario: str
    row: Mapping[str, str]
    answers: str
    clocks: tuple[str, ...]
    outcome: str
    notice: str = ""
    kind: str = ""
    steps: tuple[str, ...] = field(default=())  # the path, remedy steps left out


def mail(sender: str, subject: str, text: str) -> str:
    """A notice as it comes."""
    return f"From: {sender}\nSubject: {subject}\nDate: Mon, 16 Nov 2026 09:30:00 +0000\n\n{text}\n"


AMAZON = "Amazon.com <atoz-guarantee-no-reply@amazon.com>"

JOURNEYS = (
    Journey(
        "S01", order("112-4098217-0000001"),
        "answered=within_24h refused=no buyer_answered=no return_route=label outcome=denied",
        ("AMZ-INFO-48",), "denied",
        mail(AMAZON, "A-to-z Guarantee claim filed on order 112-4098217-0000001",
             "A buyer has filed an A-to-z Guarantee claim on order 112-4098217-0000001 for $32.50. "
             "Reason: not as described."), "claim_filed",
        ("answered", "refused", "buyer_answered", "return_route", "evidence", "claim_offer", "reply_platform",
         "wait_platform", "outcome"),
    ),
    Journey(
        "S02", order("112-4098217-0000002"),
        "claim_filed=no earlier_words=no fault=yes photos=match return_route=label remedy=return solution=offer "
        "outcome=solved", ("AMZ-CONTACT-48",), "solved",
    ),
    Journey(
        "S03", order("112-4098217-0000003"),
        "claim_filed=yes protected=not_protected first_scan=yes proof=scan_only place=same decide=hold outcome=denied",
        ("AMZ-INFO-48", "POD-REQ-3", "OWN-PROMISE-24"), "denied",
        mail(AMAZON, "A-to-z Guarantee claim filed on order 112-4098217-0000003",
             "A buyer has filed an A-to-z Guarantee claim on order 112-4098217-0000003 for $32.50. "
             "Reason: item not received."), "claim_filed",
        ("claim_filed", "protected", "first_scan", "proof", "place", "request_pod", "evidence", "decide", "reply_buyer",
         "reply_pod", "wait_platform", "outcome"),
    ),
    Journey(
        "S04", order("16-32695-00004", **EBAY, **UNDERWAY, Latest_delivery=day(6), Last_scan=day(-2)),
        "last_scan=fresh carrier=normal claim_filed=no arrived=yes outcome=arrived",
        ("EBAY-RESP-3", "OWN-RECHECK-EDD"), "solved",
        steps=("last_scan", "carrier", "claim_filed", "evidence", "reply_buyer", "wait_arrival", "arrived", "outcome"),
    ),
    Journey(
        "S05", order("112-4098217-0000005", **UNDERWAY, Last_scan=day(-3)),
        "protected=no claim_filed=no buyer_wants=unknown solution=choice outcome=refunded_before",
        ("AMZ-CONTACT-48", "OWN-FOLLOW-UP-3D"), "refunded_before_filing",
    ),
    Journey(
        "S06", order("3098806", **ETSY, **UNDERWAY, Last_scan=day(-14)),
        "carrier_says=confirmed cover=insured stock=yes remedy=resend buyer_chose=replacement outcome=replaced",
        ("ETSY-48", "POD-REQ-3"), "replaced",
    ),
    Journey(
        "S07", order("112-4098217-0000007", **UNDERWAY, Latest_delivery=day(5), Last_scan=day(-2)),
        "reason=documents who_pays=buyer in_time=yes released=delivered outcome=delivered",
        ("AMZ-CONTACT-48", "OWN-RECHECK-EDD"), "solved",
        steps=("reason", "who_pays", "in_time", "release", "evidence", "reply_buyer", "wait_customs", "released",
               "outcome"),
    ),
    Journey(
        "S08", order("112-4098217-0000008"),
        "asked_before=cancel your_answer=plain_refusal contradiction=weight return_route=label remedy=contest "
        "outcome=platform_paid", ("AMZ-INFO-48",), "granted_platform",
    ),
    Journey(
        "S09", order("112-4098217-0000009"),
        "claim_filed=no differs=missing_part listed=yes part_helps=yes return_route=label remedy=resend outcome=replaced",
        ("AMZ-CONTACT-48",), "replaced",
    ),
    Journey(
        "S10", order("112-4098217-0000010"),
        "claim_filed=no parcels=in_transit share=small outcome=solved", ("AMZ-CONTACT-48",), "solved",
        steps=("claim_filed", "parcels", "share", "evidence", "explain", "wait_buyer", "outcome"),
    ),
    Journey(
        "S11", order("112-4098217-0000011"),
        "window_open=yes region_law=us return_route=returnless came_back=returnless outcome=refunded",
        ("AMZ-RETURN-AUTH-24",), "refunded_before_filing",
        mail("Amazon.com <return-requests@amazon.com>", "Return request for order 112-4098217-0000011",
             "The buyer has requested a return for order 112-4098217-0000011. Reason: no longer needed. "
             "Please authorize the return."), "return_request",
    ),
    Journey(
        "S12", order("2008817630012", **WALMART, Ordered=day(-140), Latest_delivery=day(-120), Delivered=day(-121)),
        "age=over_90 reason=wear warranty=no answer_with=decline outcome=settled", ("WMT-48",), "solved",
        steps=("age", "reason", "warranty", "evidence", "answer_with", "reply_buyer", "close_request", "wait_buyer",
               "outcome"),
    ),
    Journey(
        "S13", order("112-4098217-0000013"),
        "return_tracking=none since=lt_15 who_refunded=platform came_back=no outcome=recovered",
        ("RETURN-15D", "SAFET-30"), "recovered",
        steps=("return_tracking", "since", "who_refunded", "evidence", "remind", "file_safe_t", "wait_return",
               "came_back", "outcome"),
    ),
    Journey(
        "S14", order("16-32695-00014", **EBAY, Status="returned"),
        "condition=as_sent return_reason=remorse platform_refunded=no outcome=refunded", ("EBAY-REFUND-2",),
        "refunded_before_filing",
    ),
    Journey(
        "S15", order("112-4098217-0000015", Status="refunded"),
        "order_of=before full=full state=completed outcome=closed", ("AMZ-INFO-48", "AMZ-CONTACT-48"),
        "refunded_before_filing",
        steps=("order_of", "full", "state", "evidence", "tell_refund", "reply_platform", "wait_platform", "outcome"),
    ),
    Journey(
        "S16", order("112-4098217-0000016"),
        "where=seller_feedback writer=justified contains=personal_data outcome=removed", ("FB-REMOVE-90",),
        "feedback_removed",
        steps=("where", "writer", "contains", "evidence", "service", "request_removal", "outcome"),
    ),
    Journey(
        "S17", order("112-4098217-0000017"),
        "days=yes new_info=pod goal=both upload=text_only outcome=both", ("AMZ-APPEAL-30", "AMZ-REVERSAL-7"),
        "appeal_granted",
        mail(AMAZON, "A-to-z claim decision", "We have granted a claim of $32.50 on order 112-4098217-0000017 and "
             "debited your account. You can appeal within 30 days."), "granted_seller",
        ("days", "new_info", "goal", "upload", "evidence", "send_first", "appeal", "wait_platform", "outcome"),
    ),
    Journey(
        "S18", order("112-4098217-0000018"), "decided=no raised_by=buyer delivered=no outcome=withdrawn", (),
        "withdrawn",
        steps=("decided", "raised_by", "delivered", "evidence", "deliver", "withdraw_info", "wait_buyer", "outcome"),
    ),
    Journey(
        "S19", order("NH-10019", **SHOPIFY),
        "stage=chargeback reason=not_received refunded_already=no strength=strong way=submit outcome=won",
        ("SHOP-CB-DUE",), "chargeback_won",
        mail("Shopify <mailer@shopify.com>", "A customer opened a chargeback for order NH-10019",
             "A customer has filed a chargeback of $32.50 for order NH-10019 with their bank. Reason: product not "
             "received. Submit your evidence before 30 November 2026."), "chargeback",
        ("stage", "reason", "refunded_already", "strength", "way", "evidence", "reply_inr", "wait_bank", "outcome"),
    ),
    Journey(
        "S20", order("3098820", **DHGATE, Status="unshipped", Shipped="", Delivered="", First_scan="", Last_scan="",
                     Tracking_number="", Ship_by=day(2), Latest_delivery=day(20)),
        "what=extra_freight outcome=shipped", (), "solved",
        steps=("what", "evidence", "reply_freight", "act_platform", "outcome"),
    ),
    Journey(
        "S21", order("8098821", **ALIEXPRESS), "asked=yes outcome=denied", ("AE-RESP-5",), "denied",
        steps=("asked", "copy_clock", "evidence", "one_offer", "reply_platform", "wait_platform", "outcome"),
    ),
    Journey(
        "V01", order("3098831", **DHGATE, Status="pending", Shipped="", Delivered="", First_scan="", Last_scan="",
                     Tracking_number=""),
        "state=unpaid outcome=paid", (), "solved", steps=("state", "nudge", "wait", "outcome"),
    ),
    Journey(
        "V02", order("3098832", **ETSY, **UNDERWAY, Last_scan=day(-1), Latest_delivery=day(6)),
        "shown=yes outcome=sent", (), "solved", steps=("shown", "notice", "outcome"),
    ),
)  # fmt: skip
