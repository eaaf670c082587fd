"""A letter to a platform that says all is left alone; one that is sent again, or shouts, is told."""

from __future__ import annotations

import pytest

from claimdesk.core.policy.policy import Policy
from claimdesk.core.records.replies import Audience, Severity

POLICY = Policy.load()


def letter(text: str, language: str = "en", platform: str = "ebay", *, hints: bool = False) -> set[str]:
    found = POLICY.check(text, audience=Audience.PLATFORM, platform=platform, language=language)
    return {finding.rule for finding in found if hints or finding.severity is not Severity.HINT}


PROVEN = "The parcel was signed for on 4 May 2026, the scan is attached."


@pytest.mark.parametrize("language, text", [
    ("en", f"This is the third time that we send this appeal for order 09-14402-55310. {PROVEN} Please reverse it."),
    ("en", f"Order 09-14402-55310. {PROVEN} Please reverse it. We will go on writing until somebody answers."),
    ("zh", "订单260411-008837125544，5月4日已签收，截图见附件，请撤销退款。这已经是第三次提交了，内容和前两次一样。"),
    ("de", "Bestellung 302-8840137-5529041, am 4. Mai zugestellt, Nachweis anbei. Wir schreiben Ihnen zum dritten Mal, bitte lehnen Sie ab."),
    ("fr", "Commande 407-4417730-9920185, livrée le 4 mai, preuve jointe. Nous vous écrivons pour la troisième fois, merci de rejeter la demande."),
])  # fmt: skip
def test_the_same_letter_again_is_told(language: str, text: str) -> None:
    assert "TN-06" in letter(text, language)


@pytest.mark.parametrize("text", [
    f"Order 09-14402-55310. The courier tried for the third time on 3 May. {PROVEN} Please reverse the decision.",
    f"Third message in case 5411030311, as you asked for page 2 of the form. {PROVEN} Please reverse the decision.",
])  # fmt: skip
def test_three_attempts_of_the_courier_and_an_answer_are_no_third_letter(text: str) -> None:
    assert "TN-06" not in letter(text)


@pytest.mark.parametrize("language, platform, text", [
    ("en", "stripe", "Dispute du_1PqL77Kx, charged 01/18/2026 and delivered 01/22/2026, signed receipt attached. The signature is the cardholder's and the address is the billing address. We ask the bank to decide in favor of the merchant."),
    ("es", "aliexpress", "Disputa 8183310947725561 del pedido del 11.02.2026: el comprador reclama un espejo roto. En su foto se ve el precinto de otro taller. Adjunto nuestra foto del 12.02 y la factura. Ruego resolución a favor del vendedor de la tienda."),
    ("it", "etsy", "Gentile team, vi scrivo per il caso 1215590046. La collana è ferma in dogana dal 17 gennaio perché la destinataria non ha pagato l'IVA; lo dice il tracciamento, schermata del 29 gennaio. Vi prego di non addebitarmi il rimborso."),
    ("zh", "pinduoduo", "订单260405-730118264590，买家4月10日申请假冒退款。该款防伪码须刮开涂层后在品牌小程序内查询，4月11日已录屏演示，并附进货单。请将本单判为非假冒。"),
])  # fmt: skip
def test_a_letter_that_says_all_is_left_alone(language: str, platform: str, text: str) -> None:
    assert not letter(text, language, platform)


def test_a_heading_in_capitals_does_not_shout() -> None:
    body = f"Order 09-14402-55310. {PROVEN}\n\n2. WHAT WE ASK FOR\nPlease close the case."
    assert "AP-14" not in letter(body)
    assert "AP-14" in letter(body.replace("\nPlease", " Please"))


@pytest.mark.parametrize("number", ["payment ID 7fKq2T", "Klarna K-9417-55208", "receipt #Kp4R9"])
def test_a_payment_is_named_by_its_number(number: str) -> None:
    rest = f"{PROVEN} We ask you to find in our favour."
    assert "AP-03" not in letter(f"{number}. {rest}", platform="square", hints=True)
    assert "AP-03" in letter(f"Our payment of 12 May. {rest}", platform="square", hints=True)


def test_a_letterhead_in_capitals_does_not_shout() -> None:
    assert "AP-14" not in letter(
        f"WALMART CASE 40112907. {PROVEN} We request that you close the case.", platform="walmart"
    )
    assert "AP-14" in letter(f"Order 09-14402-55310. {PROVEN} PLEASE ANSWER NOW, we ask you to close the case.")
