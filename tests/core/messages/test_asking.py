"""What messages ask for and answer, in seven languages."""

from __future__ import annotations

import pytest

from claimdesk.core.messages.asking import contact_kinds, contacts_in
from claimdesk.core.messages.names import may_run, safe_name
from claimdesk.core.records.messages import Speaker

ASKS = (
    ("I found a cheaper one, please cancel my order.", "cancel_request"),
    ("Hi, could you cancel this? I ordered the wrong colour.", "cancel_request"),
    ("Bitte stornieren Sie meine Bestellung.", "cancel_request"),
    ("Je voudrais annuler ma commande.", "cancel_request"),
    ("Quiero cancelar el pedido, por favor.", "cancel_request"),
    ("Vorrei annullare l'ordine.", "cancel_request"),
    ("注文をキャンセルしたいです。", "cancel_request"),
    ("您好，我想取消订单。", "cancel_request"),
    ("您好，我想取消訂單。", "cancel_request"),
    ("Where is my order? It should have arrived on Monday.", "where_is"),
    ("Mein Paket ist noch nicht angekommen.", "where_is"),
    ("The lamp arrived broken.", "damaged"),
    ("收到货发现坏了", "damaged"),
    ("The box came with one screw missing.", "missing_part"),
    ("I will leave a bad review if you do not refund me.", "review_threat"),
    ("I'd like to return it.", "return_request"),
    ("商品を返品したいです。", "return_request"),
    ("I want my money back.", "refund_request"),
    ("Give me a discount and I keep it.", "discount_request"),
)
NOT_CANCEL = (
    "Please do not cancel my order, I still want it.",
    "请不要取消订单，我还需要。",
    "Does it have noise-cancelling?",
    "I will cancel the claim once it arrives.",
    "Bitte nicht stornieren!",
)
ANSWERS = (
    ("Your order was shipped on 31 October, so it can no longer be cancelled.", {"cancel_declined"}),
    (
        "Sorry, we cannot cancel it. When it arrives you can return it for a refund.",
        {"cancel_declined", "return_offer"},
    ),
    ("您的订单已发货，无法取消。收到后可以申请退货。", {"cancel_declined", "return_offer"}),
    ("Die Bestellung kann nicht mehr storniert werden.", {"cancel_declined"}),
    ("La commande ne peut plus être annulée.", {"cancel_declined"}),
    ("発送済みのためキャンセルできません。", {"cancel_declined"}),
    ("We have cancelled your order.", {"cancel_agreed"}),
    ("Unfortunately you cannot return it.", {"refused"}),
)


@pytest.mark.parametrize("text, kind", ASKS)
def test_what_a_buyer_asks_is_read(text: str, kind: str) -> None:
    assert kind in contacts_in(text, Speaker.BUYER)


@pytest.mark.parametrize("text", NOT_CANCEL)
def test_who_does_not_want_to_cancel_does_not_ask_for_it(text: str) -> None:
    assert "cancel_request" not in contacts_in(text, Speaker.BUYER)


@pytest.mark.parametrize("text, kinds", ANSWERS)
def test_what_the_shop_answered_is_read(text: str, kinds: set[str]) -> None:
    found = {kind for kind in contacts_in(text, Speaker.SHOP) if kind in ("cancel_declined", "cancel_agreed", "return_offer", "refused")}  # fmt: skip
    assert kinds <= found
    assert not {"return_offer", "cancel_agreed"} & found - kinds


def test_every_kind_speaks_both_languages() -> None:
    for kind in contact_kinds().values():
        assert kind.title.en and kind.title.zh


@pytest.mark.parametrize(
    "name, safe",
    [
        ("../../etc/passwd", "passwd"), ("C:\\Windows\\evil.exe", "evil.exe"), ("photo\u202egpj.exe", "photogpj.exe"),
        ("con.txt", "_con.txt"), ("a\x00b\nc.png", "abc.png"), ("  .. ", "file"), ("图片 1.jpg", "图片 1.jpg"),
        ("x" * 300 + ".jpeg", "x" * 115 + ".jpeg"),
    ],
)  # fmt: skip
def test_names_of_attachments_are_made_safe(name: str, safe: str) -> None:
    assert safe_name(name) == safe


def test_what_would_run_is_known() -> None:
    assert may_run("photo.jpg.EXE") and may_run("page.html") and not may_run("photo.jpg")
