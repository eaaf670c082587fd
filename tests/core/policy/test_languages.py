"""A message in the wrong language is told, whatever language it is in; a foreign name or brand in it is none."""

from __future__ import annotations

import pytest

from claimdesk.core.policy.languages import other_language

FEWEST = 5

WRONG = [
    ("en", "Ваш возврат принят, деньги придут в течение недели."),
    ("en", "تم استلام المرتجع وسيصل المبلغ خلال أسبوع."),
    ("en", "반품이 도착했으며 환불은 이번 주에 처리됩니다."),
    ("de", "ได้รับสินค้าคืนแล้ว เราจะคืนเงินภายในสัปดาห์นี้"),
    ("en", "Wij hebben de jas terug ontvangen en het geld komt binnen een week naar u."),
    ("en", "Vi har fått din retur och pengarna kommer till dig inom en vecka."),
    ("de", "Vi har modtaget pakken, og du får pengene til på fredag."),
    ("en", "Twoja paczka została wysłana dzisiaj, dziękujemy za cierpliwość."),
    ("es", "A sua encomenda não foi perdida, chega até sexta e você não paga nada."),
    ("en", "Ürün bugün kargoya verildi, bir hafta içinde sizin için orada olacak."),
    ("en", "Chúng tôi đã gửi hàng cho bạn hôm nay, xin cảm ơn."),
    ("en", "Pesanan anda sudah dikirim hari ini dan akan tiba dalam lima hari."),
    ("ru", "Your return has arrived and the money is on its way to you."),
    ("nl", "Your return has arrived and the money is on its way to you."),
]

RIGHT = [
    ("en", "The Kärcher WV 5 and the Ryobi ONE+ are back on the shelf, yours leaves today."),
    ("en", "We spell it Łódź on the label, as you asked, and Øresund on the second one."),
    ("en", "Your 'Привет' mug was packed today and is on its way to you."),
    ("es", "Le enviamos hoy el modelo de sobremesa y le devolvemos la diferencia."),
    ("nl", "Uw retour is ontvangen en het geld is onderweg naar u."),
    ("ru", "Ваш возврат принят, деньги придут в течение недели."),
    ("pt", "O seu pedido foi enviado hoje e chega na próxima semana."),
    ("zh", "您的 Nintendo Switch Pro Controller 手柄今天已寄出。"),
]


@pytest.mark.parametrize("language, text", WRONG)
def test_a_foreign_language_is_told(language: str, text: str) -> None:
    assert other_language(text, language, FEWEST)


@pytest.mark.parametrize("language, text", RIGHT)
def test_its_own_language_with_foreign_names_is_fine(language: str, text: str) -> None:
    assert not other_language(text, language, FEWEST)
