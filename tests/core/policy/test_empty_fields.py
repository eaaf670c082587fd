"""A field that nobody filled is found, and what only looks like one is none."""

from __future__ import annotations

import pytest

from claimdesk.core.policy.policy import Policy
from claimdesk.core.records.replies import Audience

POLICY = Policy.load()


def check(text: str, language: str) -> set[str]:
    found = POLICY.check(text, audience=Audience.BUYER, platform="amazon", language=language)
    return {finding.rule for finding in found}


@pytest.mark.parametrize("button", ["[申请售后]", "[查看物流]", "[我的订单]", "[联系卖家]"])
def test_the_name_of_a_button_is_no_empty_field(button: str) -> None:
    assert "PH-01" not in check(f"请在订单页点击{button}，我们会在24小时内处理。", language="zh")


@pytest.mark.parametrize("field", ["[联系电话]", "[退款金额]", "[买家姓名]", "[取消原因]", "[修改日期]"])
def test_an_empty_field_is_found_beside_them(field: str) -> None:
    assert "PH-01" in check(f"请在订单页点击[申请售后]，我们会按{field}处理。", language="zh")


EMPTY = [
    ("en", "Dear Ms. __, the full amount went back to your card."),
    ("en", "Your blender is booked, tracking #REF!, for tonight's pickup."),
    ("en", "Shipping date: tbd. The carrier comes on Monday."),
    ("en", "Dear ,\nWe are sending a new kettle free of charge."),
    ("en", "*|FNAME|*, your bracelet is finished!"),
    ("en", "The refund was sent today. (agent: paste paragraph 3)"),
    ("zh", "亲爱的__，耳机已经换好新的一副。"),
    ("zh", "尊敬的客户姓名：您的退货已同意。"),
    ("de", "Die Lieferung verschiebt sich auf TT.MM.JJJJ."),
    ("fr", "Nous avons remboursé la somme de ……… € ce matin."),
    ("fr", "Chère Madame, cher Monsieur (rayer la mention inutile), la théière part demain."),
    ("en", "Hi $BuyerName, your $Item leaves today."),
    ("en", "Thanks for choosing the INSERT MODEL HERE, it leaves today."),
    ("en", "Your kettle leaves today. (Agent: delete this line before sending.)"),
    ("en", "Hello %s, your kettle leaves today."),
    ("es", "Su pedido de (insertar producto) sale hoy."),
    ("de", "Ihr Paket ging heute ab, Nummer [hier eintragen]."),
    ("zh", "{buyer|亲}，水壶今天寄出。"),
    ("zh", "您好，@@订单号@@今天寄出。"),
    ("zh", "预计YYYY年MM月DD日送达。"),
    ("zh", "您的订单因undefined延迟了。"),
    ("zh", "水壶今天寄出。（客服：发送前删除本行）"),
    ("zh", "水壶烧到【温度】只要【时间】。"),
    ("zh", "尊敬的［买家］，水壶今天寄出。"),
    ("zh", "水壶已寄出，运单号为 。"),
    ("ja", "【お名前を入力】様、やかんは本日発送します。"),
]
FILLED = [
    ("en", 'The line "Dear [Customer Name]" in your picture came from the courier, not from us.'),
    ("en", "Press [Menu], then [OK] twice, and the clock switches over."),
    ("en", "Your XX-200 printer takes the narrow ribbon."),
    ("en", "How to hang it\n____________________\n1. Screw both brackets to the frame."),
    ("zh", "您截图里“尊敬的【姓名】”是快递的短信，不是我们发的。"),
    ("zh", "同时按住[电源]和[音量+]五秒，平板就会重启。"),
    ("de", 'Auf dem Heft steht "Für: ______", dort tragen Sie den Namen selbst ein.'),
    ("en", "The script reads $HOME and $PATH before it starts the printer."),
    ("en", "It costs $24.50, which is 20% less than in spring; the %-sign on the label is a misprint."),
    ("en", "Insert the battery (plus side up) and press SET."),
    ("zh", "【重要】【通知】水壶今天寄出。"),
    ("zh", "请点「订单编号」一栏旁边的箭头查看。"),
    ("zh", "安装方法：先插入电池（插口在背面），再开机。"),
    ("es", "Saque la pila (está en la tapa) y vuelva a ponerla."),
    ("de", "Bitte das schwarze Kabel (links) in Buchse 2 stecken."),
]

# What letters to platforms are full of: masked numbers and names, headings and labels in brackets, ellipses.
LETTERS = [
    ("zh", "买家电话138****5678，签收人王**，与收件人一致，底单见附件。"),
    ("zh", "手机尾号****6612 与收货信息一致，买家 tb****88 在 11 月 3 日说已经收到。"),
    ("zh", "签收人张XX，与收件人一致；李某某在聊天里说已经收到。"),
    ("zh", "【纠纷编号】2026110300451\n【诉求】请撤销对我店的处罚，退回 48 元。\n【事情经过】11 月 3 日发货。"),
    ("zh", "【订单】3316204518 被判卖家责，【签收日期】11 月 6 日，【证据】签收底单。"),
    ("zh", "附件：[图片] 签收底单，[视频] 打包过程。他说等等……后来就没有回复。"),
    ("zh", "我方寄出的是A5（商品页和来样见截图），买家拍错（原因：没有看尺寸），（金额 48 元）。"),
    ("zh", "买家选的是[白色]，发的是[白色]，（日期以物流为准）。"),
    ("en", "[Resolved] The phone ends in ****6612; the lot of 12 [sealed] packs is on the invoice [scan A]."),
    ("en", "[Buyer] where is my order? [Seller] It was delivered 3 May [screenshot of the order page]."),
    ("en", "Card XXXX-XXXX-XXXX-4242 was charged for the fan heater [Model NF-20B]. Serial no.: N/A."),
    ("en", 'She wrote "[the] box was empty???" and that the size [sic] was XXL.'),
    ("zh", "店铺 ID 55120 因“迟发货”被扣 30 元，11 月 1 日台风停运，申请豁免。"),
    ("en", "Our account (seller ID A1F0PD6ZR3WEKM) got a warning on 30 September, please lift it."),
    ("de", "Der Zähler stand wieder auf null."),
    ("fr", "On me dit ENCORE VOUS ??? Le pneu est parti le 3 mai."),
]
LEFT_OPEN = [
    ("en", "Order [order number] was delivered on [date], see the proof of [carrier]."),
    ("en", "Dear [Reviewer], order 112-3309872-1147760 was delivered on 3 May."),
    ("en", "Tracking: ??? The parcel went out on 3 May."),
    ("en", "Order ID: XXX-XXXXXXX-XXXXXXX was delivered on 3 May."),
    ("zh", "订单【订单号】已于【签收日期】签收。"),
    ("zh", "【订单号】\n【诉求】请撤销处罚。"),
    ("zh", "订单****已发货。"),
    ("zh", "尊敬的某某，您好。"),
    ("de", "Die Sendung [Sendungsnummer] ging am [Datum] raus."),
    ("es", "La compradora [nombre] recibió el pedido [pedido]."),
]


def check_letter(text: str, language: str) -> set[str]:
    found = POLICY.check(text, audience=Audience.PLATFORM, platform="amazon", language=language)
    return {finding.rule for finding in found}


@pytest.mark.parametrize("language, text", LETTERS)
def test_masks_headings_and_labels_of_a_letter_are_no_empty_fields(language: str, text: str) -> None:
    assert not {"PH-01", "PH-02", "PH-02S", "PH-04"} & check_letter(text, language)


@pytest.mark.parametrize("language, text", LEFT_OPEN)
def test_a_field_of_a_letter_that_nobody_filled_is_found(language: str, text: str) -> None:
    assert "PH-01" in check_letter(text, language)


def test_what_may_be_a_field_is_a_warning_to_a_buyer() -> None:
    found = POLICY.check(
        "Your scarf in [colour they picked] leaves today.", audience=Audience.BUYER, platform="etsy", language="en"
    )
    assert [(finding.rule, finding.severity.name) for finding in found] == [("PH-04", "WARN")]


@pytest.mark.parametrize("language, text", EMPTY)
def test_a_field_that_nobody_filled_is_found(language: str, text: str) -> None:
    assert "PH-01" in check(text, language=language)


@pytest.mark.parametrize("language, text", FILLED)
def test_what_only_looks_like_a_field_is_none(language: str, text: str) -> None:
    assert "PH-01" not in check(text, language=language)
