"""Mails as they really come: encodings, broken structure, forwards, quotes, strangers, sizes."""

from __future__ import annotations

import base64
import time
from email.message import EmailMessage

import pytest

from claimdesk.core.intake.intake import LARGEST, Intake
from claimdesk.core.records.problems import Problem
from tests.core.intake.notices import NOW

GRANTED = (
    "We have granted a claim of $19.99 on order 113-0042917-8830156 and covered the cost of the refund. "
    "We have not counted the claim against your Order Defect Rate."
)
AMAZON = "Amazon.com <atoz-guarantee-no-reply@amazon.com>"


def mail(body: str, *, sender: str = AMAZON, subject: str = "Claim decision", **headers: str) -> bytes:
    message = EmailMessage()
    message["From"], message["Subject"] = sender, subject
    message["Date"] = "Mon, 16 Nov 2026 09:30:00 +0000"
    for name, value in headers.items():
        message[name.replace("_", "-")] = value
    message.set_content(body, cte="8bit")
    return message.as_bytes()


def codes(notice) -> list[str]:
    return [caution.code for caution in notice.warnings]


def test_a_stated_encoding_that_is_not_the_real_one(intake: Intake) -> None:
    text = "尊敬的卖家，买家已撤回订单 113-7718240-0093316 的索赔。物流单号：鎏煊镕喆。"
    head = b"From: =?gb2312?B?" + base64.b64encode("亚马逊镕".encode("gb18030")) + b"?= <a@amazon.com>\n"
    raw = head + b"Subject: x\nContent-Type: text/plain; charset=gb2312\n\n" + text.encode("gb18030")
    notice = intake.read(raw)
    assert notice.kind == "withdrawn" and notice.text == text and notice.sender.startswith("亚马逊镕")


def test_japanese_mail_of_seven_bits(intake: Intake) -> None:
    text = "注文番号 249-6602817-3309945 の保証申請は却下されました。"
    raw = (
        b"From: a@amazon.co.jp\nSubject: =?ISO-2022-JP?B?" + base64.b64encode("結果".encode("iso2022_jp"))
        + b"?=\nContent-Type: text/plain; charset=ISO-2022-JP\n\n" + text.encode("iso2022_jp")
    )  # fmt: skip
    notice = intake.read(raw)
    assert (notice.kind, notice.subject, notice.marketplace) == ("denied", "結果", "amazon.co.jp")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_text_file_that_names_no_encoding(intake: Intake, encoding: str) -> None:
    text = "尊敬的卖家：买家已就订单 113-7740182-5593306 提交亚马逊商城交易保障索赔，索赔金额：$45.60。"
    assert intake.read(text.encode(encoding)).kind == "claim_filed"


def test_a_western_and_a_japanese_text_file(intake: Intake) -> None:
    german = "Der A-bis-z-Garantieantrag über 54,90 € zur Bestellung 302-7718046-5590327 wurde abgelehnt."
    assert intake.read(german.encode("cp1252")).amount_minor == 5490
    japanese = "出品者様　注文番号 249-6602817-3309945 に対するマーケットプレイス保証の申請は取り下げられました。"
    assert intake.read(japanese.encode("cp932")).kind == "withdrawn"


def test_only_what_html_shows_is_read(intake: Intake) -> None:
    page = (
        "<html><head><style>p{}</style><script>alert('We have denied the claim')</script></head><body>"
        "<!-- we denied the claim --><div style='display:none'>The claim was denied.</div>"
        f"<p>{GRANTED}</p><img src='http://tracker.example/x.gif'><p>a &lt; b &amp; c</p></body></html>"
    )
    message = EmailMessage()
    message["From"] = AMAZON
    message.set_content(page, subtype="html")
    notice = intake.read(message.as_bytes())
    assert (notice.kind, notice.payer, notice.odr) == ("granted_amazon", "platform", "not_counted")
    assert "denied" not in notice.text and "a < b & c" in notice.text


def test_a_chain_of_forwards_is_read_at_its_innermost(intake: Intake) -> None:
    body = (
        "see below\n\n---------- Forwarded message ---------\nFrom: Li Wei <liwei@gmail.com>\n"
        "Date: Mon, Nov 16, 2026 at 10:00 AM\nSubject: Fwd: Claim\nTo: me\n\n"
        "---------- Forwarded message ---------\n"
        f"From: {AMAZON}\nDate: Fri, 13 Nov 2026 09:30:00 +0000\nSubject: A-to-z claim decision\nTo: shop\n\n{GRANTED}\n"
    )
    notice = intake.read(mail(body, sender="Owner <owner@gmail.com>", subject="Fwd: Fwd: Claim"))
    assert (notice.kind, notice.platform, notice.marketplace) == ("granted_amazon", "amazon", "amazon.com")
    assert (notice.sent_at.day, notice.subject, codes(notice)) == (13, "A-to-z claim decision", [])


@pytest.mark.parametrize(
    "block",
    [
        "Von: Amazon.de <no-reply@amazon.de>\nGesendet: Freitag, 13. November 2026 10:30\nAn: Laden\nBetreff: Antrag\n\n",
        "发件人：亚马逊 <no-reply@amazon.com>\n发送时间：2026年11月13日 10:30\n收件人：店铺\n主题：索赔\n\n",
        "De : Amazon <no-reply@amazon.fr>\nEnvoyé : vendredi 13 novembre 2026\nÀ : moi\nObjet : Réclamation\n\n",
        "差出人: Amazon <no-reply@amazon.co.jp>\n送信日時: 2026年11月13日 10:30\n宛先: 店\n件名: 申請\n\n",
    ],
)
def test_a_forward_with_headers_of_any_language(intake: Intake, block: str) -> None:
    notice = intake.read(mail(block + GRANTED, sender="a@gmail.com", subject="WG: x"))
    assert (notice.kind, notice.platform) == ("granted_amazon", "amazon")
    assert str(notice.sent_at)[:10] == "2026-11-13"
    assert intake.read((block + GRANTED).encode()).platform == "amazon"


def test_a_mail_sent_on_as_an_attachment(intake: Intake) -> None:
    outer = EmailMessage()
    outer["From"], outer["Subject"] = "a@gmail.com", "FYI"
    outer.set_content("please file")
    inner = EmailMessage()
    inner["From"], inner["Subject"] = AMAZON, "Decision"
    inner.set_content(GRANTED)
    outer.add_attachment(inner)
    assert intake.read(outer.as_bytes()).kind == "granted_amazon"


@pytest.mark.parametrize(
    "quote",
    [
        "On Fri, Nov 13, 2026 at 9:00 AM Shop <s@x.example> wrote:\n> The claim was denied.\n",
        "Am 13.11.2026 um 09:00 schrieb Shop:\n> Der Antrag wurde abgelehnt.\n",
        "在 2026年11月13日，店铺 写道：\n> 索赔已被驳回\n",
        "-----Original Message-----\nFrom: x@y.example\nSent: Friday\nSubject: claim denied\n\nThe claim was denied.\n",
    ],
)
def test_what_is_quoted_below_is_not_news(intake: Intake, quote: str) -> None:
    notice = intake.read(mail(f"{GRANTED}\n\n{quote}", subject="Re: claim"))
    assert notice.kind == "granted_amazon"
    assert "denied" not in notice.text and "abgelehnt" not in notice.text and "驳回" not in notice.text


def test_a_buyers_message_gives_relay_token_and_words(intake: Intake) -> None:
    body = (
        "You have received a message.\n\nOrder ID: 111-2461587-8135394\n\n------------- Begin message -------------\n\n"
        "Message:\n\nI filed an A-to-z claim and it was granted. Where is my refund of $20?\n\nView Message\n\n"
        "------------- End message -------------\n\n[commMgrTok:AYTEST0000001]\n"
    )
    relay = "9XBG929iaz13xal@marketplace.amazon.com"
    notice = intake.read(mail(body, sender=f'"Jane - Amazon Marketplace" <{relay}>', Reply_To=relay))
    assert (notice.kind, notice.relay, notice.token) == ("buyer_message", relay.lower(), "AYTEST0000001")
    assert notice.said == "I filed an A-to-z claim and it was granted. Where is my refund of $20?"
    assert notice.order_no == "111-2461587-8135394" and "AYTEST" not in notice.text


def test_the_platforms_copy_of_an_own_message(intake: Intake) -> None:
    notice = intake.read(mail("Your message was sent.", X_Message_Type="BBC_MESSAGE_CONFIRMATION_TO_MERCHANT"))
    assert notice.own_copy and notice.kind == "none" and codes(notice) == ["own_message"]


@pytest.mark.parametrize(
    "sender",
    [
        "Amazon Services <claims@amaz0n.com>", "Amazon <a@amazon.com.secure-login.example>", "a@arnazon.com",
        "Amazon Seller Central <x@gmail.com>", "eBay <help@ebay-resolution.example>", "a@amazom-claims.example",
        "PayPal <x@эbay.example>", "Amazon <x@аmazon.com>",
    ],
)  # fmt: skip
def test_a_sender_that_only_looks_like_a_platform(intake: Intake, sender: str) -> None:
    raw = f"From: {sender}\nSubject: Claim\n\n{GRANTED}".encode()
    if sender.startswith(("PayPal", "a@amazom")):
        assert intake.read(raw).marketplace == ""
    else:
        assert "sender_lookalike" in codes(intake.read(raw))


def test_a_strangers_mail_is_no_lookalike(intake: Intake) -> None:
    notice = intake.read(mail("Our new price list is attached.", sender="Carta <sales@cartabella.example>"))
    assert (notice.kind, notice.platform, codes(notice)) == ("none", "", [])


@pytest.mark.parametrize("result, warned", [
    ("mx.example; spf=fail smtp.mailfrom=x; dkim=pass", True), ("mx; dkim=FAIL", True), ("mx; dmarc=fail", True),
    ("mx.example; spf=pass; dkim=pass; dmarc=pass", False), ("mx; spf=none", False),
])  # fmt: skip
def test_failed_sender_checks_warn(intake: Intake, result: str, warned: bool) -> None:
    assert ("authentication_failed" in codes(intake.read(mail(GRANTED, Authentication_Results=result)))) is warned


def test_several_orders_are_told_apart(intake: Intake) -> None:
    body = "Similar claims: 111-1111111-1111111, 111-2222222-2222222. The claim was denied."
    notice = intake.read(mail(body, subject="Claim for order 113-0042917-8830156"))
    assert notice.order_no == "113-0042917-8830156"
    assert notice.other_orders == ("111-1111111-1111111", "111-2222222-2222222")
    assert codes(notice) == ["several_orders"]


def test_attachments_are_listed_and_given_by_number(intake: Intake) -> None:
    message = EmailMessage()
    message["From"] = AMAZON
    message.set_content(GRANTED)
    message.add_attachment(b"\x89PNG123", maintype="image", subtype="png", filename="../../evil\\签收.png")
    raw = message.as_bytes()
    [attachment] = intake.read(raw).attachments
    assert (attachment.name, attachment.content_type, attachment.size) == ("签收.png", "image/png", 7)
    assert intake.attachment(raw, attachment.part) == b"\x89PNG123"
    with pytest.raises(Problem) as problem:
        intake.attachment(raw, 99)
    assert problem.value.code == "attachment_unknown"


def test_a_mailbox_holds_several_mails(intake: Intake) -> None:
    box = b"".join(
        b"From a@b Fri Jan  5 08:12:44 2024\n" + mail(f"{GRANTED}\nFrom what we see it is lost.").replace(b"\nFrom what", b"\n>From what")
        + b"\n\n"
        for _ in range(3)
    )  # fmt: skip
    notices = intake.read_all(box)
    assert [n.kind for n in notices] == ["granted_amazon"] * 3
    assert "\nFrom what" in notices[0].text
    assert codes(intake.read(box)) == ["several_mails"]


@pytest.mark.parametrize("raw, code", [
    (b"", "mail_empty"), (b" \r\n\t", "mail_empty"), ("", "mail_empty"), (b"%PDF-1.7 x", "mail_no_text"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "mail_outlook"), (bytes(range(256)) * 40, "mail_no_text"),
    (b"x" * (LARGEST + 1), "mail_too_large"),
])  # fmt: skip
def test_what_is_no_mail_is_named(intake: Intake, raw: bytes | str, code: str) -> None:
    with pytest.raises(Problem) as problem:
        intake.read(raw)
    assert problem.value.code == code


@pytest.mark.parametrize("head", [
    "Content-Type: multipart/mixed\n", 'Content-Type: multipart/mixed; boundary="x"\n',
    "Content-Type: text/plain; charset=no-such\n", "Content-Transfer-Encoding: base64\n",
    "Content-Type: text/plain; charset=\n", "MIME-Version 1.0\n", "Date: yesterday\n", "Content-Type: ;;;\n",
])  # fmt: skip
def test_broken_structure_still_gives_its_words(intake: Intake, head: str) -> None:
    notice = intake.read(
        f"From: {AMAZON}\nSubject: A-to-z claim withdrawn for order 113-0042917-8830156\n{head}\n{GRANTED}"
    )
    assert notice.kind in {"granted_amazon", "withdrawn"} and notice.order_no == "113-0042917-8830156"


def test_a_mail_that_only_names_a_claim_is_read_with_a_doubt(intake: Intake) -> None:
    vague = intake.read(mail("There is news about the claim on order 113-0042917-8830156.", subject="News"))
    assert vague.kind == "claim_filed" and "kind_guessed" in codes(vague)
    assert "kind_guessed" not in codes(intake.read(mail(GRANTED)))


def test_a_footer_does_not_make_a_mail_something_else(intake: Intake) -> None:
    footer = "\n\nCopyright 2004-2026. All rights reserved.\nFor fraud or A-to-z Guarantee claims visit Help."
    assert intake.read(mail(GRANTED + footer)).kind == "granted_amazon"
    assert intake.read(mail("Your report is ready." + footer, subject="Report")).kind == "none"


def test_a_mail_quoted_below_a_note_is_the_one_that_is_read(intake: Intake) -> None:
    quoted = "what now?\n\n> " + GRANTED
    assert intake.read(mail(quoted, sender="me@example.com", subject="Fwd: claim")).kind == "granted_amazon"
    answer = intake.read(mail(quoted, sender="me@example.com", subject="Re: claim"))
    assert answer.kind != "granted_amazon"


def test_a_big_mail_is_read_in_bounded_time(intake: Intake) -> None:
    message = EmailMessage()
    message["From"] = AMAZON
    message.set_content(GRANTED)
    message.add_attachment(b"\x00" * (12 * 1024 * 1024), maintype="application", subtype="zip", filename="a.zip")
    started = time.thread_time()
    assert intake.read(message.as_bytes()).kind == "granted_amazon"
    assert time.thread_time() - started < 10


@pytest.mark.parametrize("piece", [
    "<", "<!--", "<a ", "<div style='display:none'>", "&", "&#", "a-to-z claim ", "订单", "1,", "$1", "=?utf-8?b?", "From: a\n",
    "> ", "On a wrote:\n", "if ", "not ", "11月", "- ", "wir ", "ord er\n", "x" * 500 + "\n",
])  # fmt: skip
def test_no_repetition_makes_it_slow(intake: Intake, piece: str) -> None:
    for head in ("", "From: a@amazon.com\nContent-Type: text/html\n\n", "From: a@amazon.com\nSubject: "):
        started = time.thread_time()
        intake.read(head + "We granted the claim " + piece * (400_000 // len(piece)), NOW)
        assert time.thread_time() - started < 6, head
