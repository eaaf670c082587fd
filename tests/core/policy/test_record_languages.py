"""What a message says about its order is compared with the record in German, French, Spanish, Italian and Japanese too."""

from __future__ import annotations

import pytest

from claimdesk.core.policy.policy import Policy
from claimdesk.core.records.replies import Audience

POLICY = Policy.load()

# rule, what is known, and by language what goes against it and what may be said
AGAINST = [
    ("AP-13R", {"refunded": "False"}, {
        "de": ("Wir haben Ihnen den Betrag bereits erstattet.", "Wir erstatten Ihnen den Betrag heute."),
        "fr": ("Nous vous avons remboursé hier.", "Vous n'avez pas encore été remboursé."),
        "es": ("Le hemos reembolsado el importe.", "Le reembolsaremos el importe mañana."),
        "it": ("L'abbiamo già rimborsata.", "La rimborseremo domani."),
        "ja": ("すでに返金いたしました。", "本日返金いたします。"),
    }),
    ("AP-13R", {"refunded": "False"}, {
        "de": ("Die Erstattung wurde am 3. Mai veranlasst.", "Sobald die Erstattung veranlasst ist, schreiben wir Ihnen."),
        "fr": ("Le remboursement a été effectué.", "Le remboursement sera effectué demain."),
        "es": ("El reembolso ha sido emitido.", "Emitiremos el reembolso mañana."),
        "it": ("Il rimborso è stato emesso.", "Emetteremo il rimborso domani."),
        "ja": ("返金手続きが完了しております。", "返金手続きは完了しておりません。"),
    }),
    ("AP-13S", {"status": "unshipped"}, {
        "de": ("Ihre Bestellung wurde gestern verschickt.", "Ihre Bestellung wurde noch nicht verschickt."),
        "fr": ("Votre commande a été expédiée hier.", "Votre commande n'a pas encore été expédiée."),
        "es": ("Su pedido fue enviado ayer.", "Su pedido será enviado mañana."),
        "it": ("Il suo ordine è stato spedito ieri.", "Il suo ordine non è ancora stato spedito."),
        "ja": ("昨日発送いたしました。", "明日発送いたします。"),
    }),
    ("AP-13S", {"status": "unshipped"}, {
        "de": ("Wir haben Ihr Paket heute abgeschickt.", "Wir haben Ihre Nachricht gelesen und packen das Paket heute."),
        "fr": ("Nous avons expédié votre colis ce matin.", "Nous vous avons envoyé une réponse hier."),
        "es": ("Hemos enviado su paquete esta mañana.", "Le hemos enviado una respuesta."),
        "it": ("Abbiamo spedito il suo pacco stamattina.", "Le abbiamo inviato una risposta."),
        "ja": ("商品は発送済みです。", "商品はまだ発送されておりません。"),
    }),
    ("AP-13", {"tracking": "transit"}, {
        "de": ("Das Paket ist am Montag bei Ihnen angekommen.", "Das Paket ist noch nicht angekommen."),
        "fr": ("Le colis est arrivé chez vous.", "Le colis n'est pas arrivé."),
        "es": ("El paquete llegó el lunes.", "El paquete no ha llegado."),
        "it": ("Il pacco è arrivato lunedì.", "Il pacco non è arrivato."),
        "ja": ("お荷物は配達済みです。", "お荷物はまだ配達されておりません。"),
    }),
    ("AP-13D", {"refunded": "True"}, {
        "de": ("Wir erstatten Ihnen den vollen Betrag.", "Wir erstatten Ihnen auch die Versandkosten."),
        "fr": ("Nous vous rembourserons demain.", "Nous vous rembourserons aussi les frais de port."),
        "es": ("Le reembolsaremos el importe.", "Le reembolsaremos también los gastos de envío."),
        "it": ("La rimborseremo domani.", "Le rimborseremo anche le spese di spedizione."),
        "ja": ("全額返金いたします。", "送料も返金いたします。"),
    }),
    ("AP-13K", {"replacement": "sent"}, {
        "de": ("Wir senden Ihnen gern einen Ersatz.", "Der Ersatz ist unterwegs."),
        "fr": ("Nous vous enverrons un produit de remplacement.", "Le produit de remplacement est parti hier."),
        "es": ("Le enviaremos un reemplazo.", "El reemplazo salió ayer."),
        "it": ("Le invieremo un prodotto in sostituzione.", "Il prodotto in sostituzione è partito ieri."),
        "ja": ("代替品をお送りいたします。", "代替品は昨日発送いたしました。"),
    }),
    ("AP-13W", {"status": "shipped"}, {
        "de": ("Wir werden Ihre Bestellung morgen verschicken.", "Wir werden den Ersatz morgen verschicken."),
        "fr": ("Nous expédierons votre colis demain.", "Nous expédierons demain un nouveau colis."),
        "es": ("Enviaremos su paquete mañana.", "Enviaremos mañana un nuevo paquete."),
        "it": ("Spediremo il suo pacco domani.", "Spediremo domani un nuovo pacco."),
        "ja": ("明日発送いたします。", "代替品を明日発送いたします。"),
    }),
    ("AP-13C", {"cancelled": "True"}, {
        "de": ("Wir stornieren Ihre Bestellung heute.", "Ihre Bestellung wurde am 3. Mai storniert."),
        "fr": ("Nous annulerons votre commande.", "Votre commande a été annulée le 3 mai."),
        "es": ("Cancelaremos su pedido.", "Su pedido fue cancelado el 3 de mayo."),
        "it": ("Annulleremo il suo ordine.", "Il suo ordine è stato annullato il 3 maggio."),
        "ja": ("ご注文をキャンセルいたします。", "ご注文はキャンセルされました。"),
    }),
    ("AP-13T", {"delivered_at": "2026-11-11"}, {
        "en": ("On 12 November the parcel was delivered.", "On 11 November the parcel was delivered."),
        "zh": ("包裹已于11月12日签收。", "包裹已于11月11日签收。"),
        "de": ("Das Paket wurde am 12. November zugestellt.", "Das Paket wurde am 11. November zugestellt."),
        "fr": ("Le colis a été livré le 12 novembre.", "Le colis a été livré le 11 novembre."),
        "es": ("Su paquete fue entregado el 12 de noviembre.", "Su paquete fue entregado el 11 de noviembre."),
        "it": ("Il pacco è stato consegnato il 12 novembre.", "Il pacco è stato consegnato l'11 novembre."),
        "ja": ("お荷物は11月12日に配達されました。", "お荷物は11月11日に配達されました。"),
    }),
    ("AP-13T", {"shipped_at": "2026-11-11"}, {
        "de": ("Das Paket wurde am 12.11.2026 verschickt.", "Das Paket wurde am 11.11.2026 verschickt."),
        "zh": ("我们于11月12日发货。", "我们于11月11日发货。"),
        "fr": ("Le colis a été expédié le 12 novembre.", "Le colis a été expédié le 11 novembre."),
        "ja": ("11月12日に発送いたしました。", "11月11日に発送いたしました。"),
    }),
    ("AP-13F", {"refunded": "True", "refund_minor": "3000", "currency": "EUR"}, {
        "de": ("Wir haben Ihnen 58,60 € erstattet.", "Wir haben Ihnen 30,00 € erstattet."),
        "fr": ("Nous vous avons remboursé 58,60 €.", "Nous vous avons remboursé 30,00 €."),
    }),
    ("AP-13M", {"currency": "EUR", "total_minor": "4999"}, {
        "en": ("You get €1,234.00 back.", "You get €12.00 back."),
        "de": ("Sie erhalten 1.234,50 € zurück.", "Sie erhalten 49,99 € zurück."),
    }),
]  # fmt: skip
CASES = [(rule, known, code, *said) for rule, known, texts in AGAINST for code, said in texts.items()]


def rules(text: str, language: str, known: dict[str, str]) -> set[str]:
    found = POLICY.check(text, audience=Audience.BUYER, platform="amazon", language=language, known=known)
    return {finding.rule for finding in found}


@pytest.mark.parametrize(
    "rule, known, language, wrong, right", CASES, ids=[f"{c[0]}-{c[2]}-{i}" for i, c in enumerate(CASES)]
)
def test_the_record_is_compared(rule: str, known: dict[str, str], language: str, wrong: str, right: str) -> None:
    assert rule in rules(wrong, language, known)
    assert rule not in rules(wrong, language, {}), "without a record nothing is known"
    assert rule not in rules(right, language, known)


@pytest.mark.parametrize(
    "known, language, wrong, right",
    [
        ("张伟", "zh", "李先生，您好！", "张先生，您好！"),
        ("张伟", "zh", "您好，王女士，很抱歉。", "您好，张女士，很抱歉。"),
        ("張偉", "zh", "尊敬的李先生，您好", "尊敬的张先生，您好"),
        ("Emma Clark", "zh", "Sophie 您好，", "Emma 您好，"),
        ("Emma Clark", "zh", "Ada女士，您好", "张女士，您好"),  # perhaps the same name in another writing
        ("张伟", "zh", "赵先生您好", "各位先生您好"),
        ("佐藤 花子", "ja", "田中様\nご連絡ありがとうございます。", "佐藤様\nご連絡ありがとうございます。"),
        ("佐藤 花子", "ja", "鈴木 さん、こんにちは。", "お客様、こんにちは。"),
        ("Emma Clark", "de", "Guten Tag Frau Bjørnsen,", "Guten Tag Frau Clark,"),
        ("Bjørn Åsen", "en", "Hello Emma,", "Hello Bjørn,"),
        ("Hanako Sato", "ja", "Hello Ada,", "佐藤様、こんにちは。"),
    ],
)
def test_whoever_is_greeted_is_the_buyer(known: str, language: str, wrong: str, right: str) -> None:
    def found(text: str) -> list[str]:
        facts = {"buyer_name": known}
        findings = POLICY.check(text, audience=Audience.BUYER, platform="amazon", language=language, known=facts)
        return [finding.excerpt for finding in findings if finding.rule == "AP-13P"]

    assert len(found(wrong)) == 1 and found(right) == []
