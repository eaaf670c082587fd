"""A letter to a platform asks for one thing: more are found in every language, one clear request never is."""

from __future__ import annotations

import pytest

from claimdesk.core.policy.policy import Policy
from claimdesk.core.records.replies import Audience

POLICY = Policy.load()

SEVERAL = [
    ("en", ("Please deny the claim. Please also remove the defect from our account, block this buyer and refund the "
           "return postage.")),
    ("en", ("We ask you to:\n1. deny the claim\n2. remove the buyer's review\n3. reinstate our listing\n4. explain why the "
           "case was opened")),
    ("en", "We ask you to reverse the decision, suspend the buyer's account, pay for our lost sales and change your policy."),
    ("en", "Reverse the decision. Delete the feedback. Compensate us for the shipping costs. Restore our selling privileges."),
    ("en", "You should close the case in our favour and you must make the buyer return the goods."),
    ("en", "We request reversal of the decision. In addition, ban the customer from ordering with us again."),
    ("en", "Could you please refund us the amount, remove the strike, and call us about the account?"),
    ("zh", "请驳回索赔，删除差评，封禁该买家，并赔偿我方运费。"),
    ("zh", "一、请撤销对本索赔的决定。二、请恢复我们的店铺。三、请给出书面解释。"),
    ("zh", "请重新审核此案；另外，希望平台警告买家，并补偿我方损失。"),
    ("de", "Wir bitten Sie, den Antrag abzulehnen, die Bewertung zu löschen und das Konto des Käufers zu sperren."),
    ("fr", "Nous vous demandons de rejeter la réclamation, de suspendre le compte de l'acheteur et de nous indemniser."),
    ("es", "Solicitamos desestimar la reclamación, eliminar la valoración y suspender al comprador."),
    ("it", "Chiediamo di respingere la richiesta, di sospendere l'acquirente e di pagare le spese."),
    ("ja", "請求を却下し、レビューを削除し、送料を補償してくださいますようお願いいたします。"),
]  # fmt: skip

ONE = [
    ("en", "We ask you to reverse the decision on this claim."),
    ("en", "Please reverse the decision and return the amount of $49.99 to us."),
    ("en", "We ask that the claim be funded by Amazon and not be counted in the order defect rate."),
    ("en", "Please deny the claim. Please see the attached scan. Please let us know if another document is needed."),
    ("en", "Please deny the claim: the buyer asked us to refund the shipping costs, and we did so on 3 May."),
    ("en", "We blocked nobody and removed nothing. We explained to the buyer how the parcel was sent. Please close the case."),
    ("en", "We paid the return postage and offered to refund the item. The buyer sent nothing back. We ask you to deny the claim."),
    ("en", "Please review the decision on this claim. Exhibit 1 shows the review of the parcel by the carrier."),
    ("en", "Please check the seller feedback of 4 May and remove it under the feedback policy."),
    ("en", "We ask you to look at the activity on this account. We request nothing beyond that."),
    ("en", "Please remove the buyer's review: it speaks of the carrier only."),
    ("zh", "请撤销对本索赔的决定，并退还扣款。"),
    ("zh", "请驳回索赔。附件为签收证明，请查看。如需其他文件，请告知。"),
    ("zh", "买家要求我方补偿运费，我方已于5月3日支付。请关闭本索赔案件。"),
    ("de", "Wir bitten Sie, den Antrag abzulehnen. Der Zustellnachweis ist beigefügt."),
    ("fr", "Nous vous demandons de rejeter la réclamation. La preuve de livraison est jointe."),
    ("es", "Solicitamos desestimar la reclamación. Adjuntamos el comprobante de entrega."),
    ("it", "Chiediamo di respingere la richiesta. Alleghiamo la prova di consegna."),
    ("ja", "本件の請求を却下してくださいますようお願いいたします。配達記録を添付いたします。"),
]  # fmt: skip


def found(language: str, text: str, audience: Audience = Audience.PLATFORM) -> list[str]:
    findings = POLICY.check(text, audience=audience, platform="amazon", language=language, known={})
    return [finding.excerpt for finding in findings if finding.rule == "AP-08M"]


@pytest.mark.parametrize("language, text", SEVERAL)
def test_several_requests_are_found(language: str, text: str) -> None:
    assert found(language, text)


@pytest.mark.parametrize("language, text", ONE)
def test_one_request_is_not(language: str, text: str) -> None:
    assert found(language, text) == []


def test_each_request_after_the_first_is_shown() -> None:
    assert found("en", "Please deny the claim. Block the buyer. Restore our listing.") == [
        "Block the buyer", "Restore our listing",
    ]  # fmt: skip


def test_a_buyer_may_be_asked_for_several_things() -> None:
    assert found("en", SEVERAL[0][1], Audience.BUYER) == []
