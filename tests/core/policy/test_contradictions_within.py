"""Two statements of one message that cannot both be true, in every language, and messages that only look like it."""

from __future__ import annotations

import pytest

from claimdesk.core.policy.limits import Limits
from claimdesk.core.policy.loader import shipped_rules
from claimdesk.core.policy.policy import Policy
from claimdesk.core.records.replies import Audience

POLICY = Policy(tuple(rule for rule in shipped_rules() if rule.category == "contradiction"), Limits.load())

AT_ODDS = [
    # not shipped, and delivered
    ("en", "The parcel has not been shipped yet. As you can see it was delivered on 4 May."),
    ("en", "Your kettle is still waiting to be packed. Your neighbour signed for it on Friday."),
    ("en", "Your scarf hasn't left our workshop yet, and the tracking shows that you received it yesterday."),
    ("zh", "您的台灯还没有发货。物流显示昨天已由您本人签收。"),
    ("zh", "包裹仍在我们仓库等待打包，5月4日已妥投，请查收。"),
    ("de", "Ihr Paket ist noch nicht verschickt. Es wurde am 4. Mai zugestellt."),
    (
        "de",
        "Die Lampe liegt noch in unserem Lager. Ihr Nachbar hat sie gestern entgegengenommen, sie ist bereits bei Ihnen.",
    ),
    ("fr", "Votre colis n'a pas encore été expédié. Il a été livré le 4 mai."),
    ("fr", "La lampe est toujours dans notre entrepôt. Vous l'avez reçue hier contre signature."),
    ("es", "Su paquete todavía no ha salido de nuestro almacén. Fue entregado el 4 de mayo."),
    ("es", "La lámpara sigue en nuestro almacén y según el transportista se entregó ayer a su vecino."),
    ("it", "Il pacco non è ancora stato spedito. È stato consegnato il 4 maggio."),
    ("it", "La lampada è ancora nel nostro magazzino. Risulta consegnata ieri."),
    ("ja", "商品はまだ発送しておりません。5月4日にお届け済みです。"),
    ("ja", "ランプは現在当店の倉庫にございます。昨日配達完了しております。"),
    # delivered, and still to come
    ("en", "Your order was delivered on Monday. At present it is still in transit, please wait."),
    ("zh", "您的包裹昨天已签收，目前还在海关清关，请耐心等待。"),
    ("de", "Ihre Bestellung wurde am Montag zugestellt. Derzeit ist sie noch unterwegs."),
    ("fr", "Votre commande a été livrée lundi. Elle est encore en transit, merci de patienter."),
    ("es", "Su pedido fue entregado el lunes. Todavía está en camino."),
    ("it", "Il suo ordine è stato consegnato lunedì. È ancora in transito."),
    ("ja", "お荷物は昨日配達完了しております。現在輸送中ですので、お待ちください。"),
    ("en", "The rug was handed to you on Tuesday. We will ship it next week."),
    ("zh", "地毯已于周二送达。我们下周会为您发货。"),
    ("de", "Der Teppich wurde am Dienstag ausgeliefert. Wir verschicken ihn, das Paket wird nächste Woche verschickt."),
    ("fr", "Le tapis vous a été remis mardi. Il sera expédié la semaine prochaine."),
    ("es", "La alfombra fue entregada el martes. La enviaremos la semana que viene."),
    ("it", "Il tappeto è stato consegnato martedì. Lo spediremo la settimana prossima."),
    ("ja", "敷物は火曜日にお届け済みです。来週発送いたします。"),
    # the money is back, and not
    ("en", "We have already refunded you in full. The refund will be issued once we have checked the item."),
    ("zh", "我们昨天已全额退款。退款尚未提交，请耐心等待。"),
    ("de", "Wir haben Ihnen den vollen Betrag bereits erstattet. Die Erstattung erfolgt nach Prüfung der Ware."),
    ("fr", "Nous vous avons déjà remboursé. Le remboursement sera effectué après contrôle de l'article."),
    ("es", "Ya le hemos reembolsado el importe. El reembolso se hará cuando revisemos el artículo."),
    ("it", "L'abbiamo già rimborsata. Il rimborso sarà effettuato dopo il controllo dell'articolo."),
    ("ja", "返金処理は完了しております。返金は商品を確認してから行います。"),
    ("en", "Your money was returned yesterday. Unfortunately we cannot refund this order."),
    ("zh", "退款已于昨天到账。很抱歉，这笔订单不能退款。"),
    ("de", "Der Betrag wurde gestern erstattet. Leider ist eine Erstattung nicht möglich."),
    ("fr", "Vous avez été remboursé hier. Malheureusement, aucun remboursement n'est possible."),
    ("es", "El reembolso ha sido realizado ayer. Lo sentimos, no podemos reembolsarle este pedido."),
    ("it", "Il rimborso è già stato emesso ieri. Purtroppo nessun rimborso è possibile."),
    ("ja", "昨日、全額返金いたしました。申し訳ございませんが返金はできかねます。"),
    # the return
    ("en", "We have not received your return. It was inspected yesterday and is complete."),
    ("zh", "我们至今没有收到您的退货。您的退货昨天已检查完，配件齐全。"),
    ("de", "Wir haben Ihre Rücksendung nicht erhalten. Vielen Dank für Ihre Rücksendung, sie wurde gestern geprüft."),
    ("fr", "Nous n'avons jamais reçu votre retour. Il a été contrôlé hier."),
    ("es", "No hemos recibido su devolución. Gracias por su devolución, la revisamos ayer."),
    ("it", "Non abbiamo ricevuto il suo reso. Il reso è stato controllato ieri."),
    ("ja", "ご返送の品はまだ届いておりません。検品の結果、問題はございませんでした。"),
    ("en", "The return is free of charge. You only need to pay the 6 euros for the label."),
    ("zh", "退货运费由我们承担。请您自付寄回的邮费。"),
    ("de", "Die Rücksendung ist für Sie kostenlos. Bitte zahlen Sie das Porto der Rücksendung."),
    ("fr", "Le retour est gratuit. Les frais de retour sont à votre charge."),
    ("es", "La devolución es gratuita. Los gastos de devolución corren por su cuenta."),
    ("it", "Il reso è gratuito. Le spese di reso sono a suo carico."),
    ("ja", "返品送料は当店が負担いたします。返送料はお客様のご負担となります。"),
    ("en", "You can keep the vase. Please send it back within 14 days."),
    ("zh", "您不用寄回花瓶。请尽快把花瓶寄回给我们。"),
    ("de", "Sie dürfen die Vase behalten. Bitte schicken Sie die Vase an uns zurück."),
    ("fr", "Vous pouvez garder l'article. Veuillez nous le renvoyer sous 14 jours."),
    ("es", "Puede quedarse con el jarrón. Por favor, devuélvalo en 14 días."),
    ("it", "Può tenere il vaso. La preghiamo di restituirlo entro 14 giorni."),
    ("ja", "商品のご返送は不要です。14日以内に商品をご返送ください。"),
    # the order, the stock, the parcel, the messages
    ("en", "Your order has been cancelled. It will arrive on Thursday."),
    ("zh", "您的订单已取消。包裹明天会送达，请注意签收。"),
    ("de", "Ihre Bestellung wurde storniert. Sie wird am Donnerstag bei Ihnen eintreffen."),
    ("fr", "Votre commande a été annulée. Elle arrivera jeudi."),
    ("es", "Su pedido ha sido cancelado. Llegará el jueves."),
    ("it", "Il suo ordine è stato annullato. Arriverà giovedì."),
    ("ja", "ご注文はキャンセルされました。木曜日にお届けいたします。"),
    ("en", "This model is out of stock for good. We ship it today."),
    ("zh", "这款已经停产，没有库存了。我们今天给您寄出。"),
    ("de", "Der Artikel ist endgültig ausverkauft. Wir verschicken ihn heute aus unserem Lager."),
    ("fr", "L'article est définitivement épuisé. Nous l'expédions aujourd'hui."),
    ("es", "El artículo está definitivamente agotado. Sale hoy de nuestro almacén."),
    ("it", "L'articolo è esaurito definitivamente. Spediamo oggi dal nostro magazzino."),
    ("ja", "こちらの商品は完売しております。本日発送いたします。"),
    ("en", "Your parcel was lost in transit. It is waiting for collection at the post office."),
    ("zh", "您的包裹已经丢失。包裹昨天已由您本人签收。"),
    ("de", "Ihr Paket ist verloren gegangen. Es wurde gestern zugestellt."),
    ("fr", "Votre colis a été perdu. Il a été livré hier."),
    ("es", "Su paquete se ha perdido. Fue entregado ayer."),
    ("it", "Il pacco è stato smarrito. È stato consegnato ieri."),
    ("ja", "お荷物は紛失いたしました。昨日お届け済みです。"),
    ("en", "We never received any messages. Your messages of Monday and Tuesday were read at once."),
    ("zh", "我们没有收到过您的消息。您昨天的三条消息我们都看过。"),
    ("de", "Wir haben keine Nachricht von Ihnen erhalten. In Ihrer Nachricht baten Sie um Größe 38."),
    ("fr", "Nous n'avons reçu aucun message. Dans votre message, vous demandez la taille 38."),
    ("es", "No hemos recibido ningún mensaje. En su mensaje pide la talla 38."),
    ("it", "Non abbiamo ricevuto alcun messaggio. Nel suo messaggio chiede la taglia 38."),
]

DAYS = [
    ("en", "We posted it on Sunday 30 February."),
    ("zh", "包裹预计3月32日到。"),
    ("zh", "包裹于六月三十一日发出。"),
    ("de", "Wir haben es am 31. Juni verschickt."),
    ("fr", "Il est parti le 30 février."),
    ("es", "Salió el 31 de abril."),
    ("it", "È partito il 31 novembre."),
    ("ja", "2月30日に発送しました。"),
    ("de", "Das Paket wurde am 12. Mai verschickt und ist am 9. Mai angekommen."),
    ("fr", "Le colis a été expédié le 12 mai et il est arrivé le 9 mai."),
    ("es", "El paquete salió el 12 de mayo y llegó el 9 de mayo."),
    ("it", "Il pacco è partito il 12 maggio ed è arrivato il 9 maggio."),
    ("ja", "6月12日に発送し、6月9日にお受け取りいただいております。"),
]

FINE = [
    # two things
    ("en", "The first parcel was delivered on 4 May. The second parcel has not been shipped yet."),
    ("en", "The replacement has not been shipped yet, the lamp was delivered on Monday."),
    ("zh", "第一个包裹昨天已签收，第二个还没有发货。"),
    ("de", "Das erste Paket wurde am 4. Mai zugestellt. Das zweite ist noch nicht verschickt."),
    ("fr", "Le premier colis a été livré le 4 mai. Le second n'a pas encore été expédié."),
    ("es", "El primer paquete fue entregado el 4 de mayo. El segundo todavía no ha salido."),
    ("it", "Il primo pacco è stato consegnato il 4 maggio. Il secondo non è ancora stato spedito."),
    ("ja", "一つ目のお荷物は昨日お届け済みです。残りはまだ発送しておりません。"),
    # a condition, or what is to come
    ("en", "Your parcel has not been shipped yet. Once it was delivered, you have 30 days for a return."),
    ("en", "Your parcel has not been shipped yet. It will be delivered on 4 May."),
    ("zh", "您的包裹还没有发货。如果已签收后发现破损，请联系我们。"),
    ("de", "Ihr Paket ist noch nicht verschickt. Sobald es zugestellt wurde, haben Sie 30 Tage Zeit."),
    ("de", "Ihr Paket ist noch nicht verschickt. Es wird am 4. Mai zugestellt."),
    ("fr", "Votre colis n'a pas encore été expédié. Dès qu'il a été livré, vous avez 30 jours."),
    ("fr", "Votre colis n'a pas encore été expédié. Il sera livré le 4 mai."),
    ("es", "Su paquete todavía no ha salido. Cuando haya sido entregado, tiene 30 días."),
    ("es", "Su paquete todavía no ha salido. Será entregado el 4 de mayo."),
    ("it", "Il pacco non è ancora stato spedito. Sarà consegnato il 4 maggio."),
    ("ja", "商品はまだ発送しておりません。5月4日にお届け予定です。"),
    # what the buyer says
    ("en", "You write that it has not been shipped. It was delivered on 4 May."),
    ("zh", "您说还没有发货，物流显示5月4日已签收。"),
    ("de", "Sie schreiben, das Paket sei noch nicht verschickt. Es wurde am 4. Mai zugestellt."),
    ("fr", "Vous écrivez que le colis n'a pas encore été expédié. Il a été livré le 4 mai."),
    ("es", "Nos escribe que el paquete no ha salido. Fue entregado el 4 de mayo."),
    ("it", "Ci scrive che il pacco non è ancora stato spedito. È stato consegnato il 4 maggio."),
    ("ja", "まだ発送されておりませんとのことですが、5月4日にお届け済みです。"),
    # a part of the money
    ("en", "We have refunded the first half of the price. The rest of the refund will follow on Friday."),
    ("en", "We have refunded the price. We will refund your return postage too."),
    ("zh", "我们已退还一半货款，剩余部分的退款还没有提交。"),
    ("de", "Wir haben die erste Hälfte erstattet. Die Erstattung des Rests folgt am Freitag."),
    ("fr", "Nous avons remboursé la première moitié. Le remboursement du solde sera effectué vendredi."),
    ("es", "Hemos reembolsado la primera mitad. El reembolso del resto se hará el viernes."),
    ("it", "Abbiamo rimborsato la prima metà. Il rimborso del resto sarà effettuato venerdì."),
    ("ja", "半額はすでに返金いたしました。残りの返金は来週行います。"),
    # one and the same
    ("en", "The parcel was shipped on 3 May and has not been delivered yet. It is still in transit."),
    ("en", "You don't need to send the mug back, we have refunded you in full."),
    ("zh", "包裹5月3日已发货，目前还在运输途中，尚未送达。"),
    ("zh", "不用寄回杯子，我们已全额退款。"),
    ("de", "Das Paket wurde am 3. Mai verschickt und ist noch nicht zugestellt. Es ist noch unterwegs."),
    ("fr", "Le colis a été expédié le 3 mai, il n'a pas encore été livré. Il est encore en transit."),
    ("es", "El paquete fue enviado el 3 de mayo y todavía no ha sido entregado. Sigue en camino."),
    ("es", "No tiene que devolverlo, ya le hemos reembolsado."),
    ("it", "Il pacco è stato spedito il 3 maggio e non è stato ancora consegnato. È ancora in viaggio."),
    ("it", "Non deve restituirlo, l'abbiamo già rimborsata."),
    ("ja", "5月3日に発送いたしました。まだ配達されておりません。現在輸送中です。"),
    ("en", "Your order was cancelled before it was shipped. The money was returned on 4 May."),
    ("de", "Ihre Bestellung wurde storniert. Der Betrag wurde am 4. Mai erstattet."),
    ("en", "Your climbing shoes are a 41.5. The tax is 4.33."),
    ("zh", "包裹2月29日发出，3月31日签收。"),
    ("es", "El paquete salió el 9 de mayo y llegó el 12 de mayo."),
]  # fmt: skip


def found(text: str, language: str) -> list[str]:
    return [f.excerpt for f in POLICY.check(text, audience=Audience.BUYER, platform="amazon", language=language)]


@pytest.mark.parametrize("language, text", AT_ODDS + DAYS)
def test_what_cannot_both_be_true_is_found(language: str, text: str) -> None:
    assert found(text, language)


@pytest.mark.parametrize("language, text", FINE)
def test_what_can_both_be_true_is_left_alone(language: str, text: str) -> None:
    assert found(text, language) == []
