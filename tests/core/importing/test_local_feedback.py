"""Feedback reports with headings in other languages: as ratings of orders, never as orders."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from claimdesk.core.importing.catalogue import Catalogue
from claimdesk.core.records.imports import ImportResult
from claimdesk.core.storage import order_reads
from claimdesk.core.storage.store import Store

Run = Callable[..., ImportResult]
HEADINGS = {
    "de": (["Datum", "Bewertung", "Kommentare", "Ihre Antwort", "Bestellnummer", "E-Mail des Bewertenden"], "14.11.26"),
    "fr": (["Date", "Évaluation", "Commentaires", "Votre réponse", "Numéro de commande", "Adresse e-mail de l'évaluateur"],
           "14/11/26"),
    "es": (["Fecha", "Valoración", "Comentarios", "Tu respuesta", "Número de pedido", "Correo electrónico"], "14/11/26"),
    "it": (["Data", "Valutazione", "Commenti", "La tua risposta", "Numero d'ordine", "E-mail del valutatore"], "14/11/26"),
    "nl": (["Datum", "Beoordeling", "Opmerkingen", "Uw reactie", "Bestelnummer", "E-mailadres"], "14-11-26"),
    "jp": (["日付", "評価", "コメント", "返信", "注文番号", "評価者のEメール"], "26/11/14"),
    "zh": (["日期", "评级", "评论", "您的回复", "订单编号", "电子邮件"], "2026/11/14"),
}  # fmt: skip
ORDER = "303-1000007-2000013"


@pytest.mark.parametrize("language", HEADINGS)
def test_a_rating_is_read_whatever_the_language_of_the_headings(
    run: Run, store: Store, sheet: Callable[..., Path], language: str
) -> None:
    headings, day = HEADINGS[language]
    path = sheet("f.txt", headings, [day, "1", "Nie", "", ORDER, "x@marketplace.amazon.de"], separator="\t")
    [file] = run(path).files
    assert (file.format, file.rejected) == (f"amazon.feedback.{language}", ())
    with store.reading() as conn:
        [order] = order_reads.by_number(conn, ORDER)
    [event] = order.events
    assert (event.kind, event.rating, event.comment, str(event.at)) == ("feedback", 1, "Nie", "2026-11-14")
    assert order.purchased_at is None


def test_orders_with_a_column_of_ratings_are_no_feedback(run: Run, sheet: Callable[..., Path]) -> None:
    path = sheet(
        "o.csv",
        [
            "Bestellnummer",
            "Bestelldatum",
            "Kundenname",
            "Artikel",
            "Menge",
            "Gesamtbetrag",
            "Währung",
            "Ort",
            "Bewertung",
        ],
        [ORDER, "14.11.2026", "Ann", "Lampe", "1", "12.50", "EUR", "Bonn", "5"],
    )
    assert run(path).files[0].format == "unknown"


def test_every_local_format_reads_what_the_english_one_reads(catalogue: Catalogue) -> None:
    english = catalogue.get("amazon.feedback").definition
    for language in HEADINGS:
        one = catalogue.get(f"amazon.feedback.{language}").definition
        assert set(one.columns.values()) == set(english.columns.values())
        assert (one.events, one.marketplace, one.dates.places) == (
            english.events,
            english.marketplace,
            english.dates.places,
        )
        assert one.guess
