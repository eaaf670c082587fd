"""Transaction reports written on the spot: preamble, headings of a country, rows."""

from __future__ import annotations

import csv
import io
from pathlib import Path

HEADINGS = {
    "us": "date/time,settlement id,type,order id,sku,description,quantity,marketplace,account type,fulfillment,order city,order state,order postal,tax collection model,product sales,product sales tax,shipping credits,shipping credits tax,gift wrap credits,giftwrap credits tax,Regulatory Fee,Tax On Regulatory Fee,promotional rebates,promotional rebates tax,marketplace withheld tax,selling fees,fba fees,other transaction fees,other,total,Transaction Status,Transaction Release Date",
    "au": "date/time,settlement id,type,order id,sku,description,quantity,marketplace,fulfillment,order city,order state,order postal,tax collection model,product sales,product sales tax,shipping credits,shipping credits tax,gift wrap credits,giftwrap credits tax,promotional rebates,promotional rebates tax,marketplace withheld tax,selling fees,fba fees,other transaction fees,other,total",
    "mx": "fecha/hora,Id. de liquidación,tipo,Id. del pedido,sku,descripción,cantidad,marketplace,cumplimiento,ciudad del pedido,estado del pedido,código postal del pedido,modelo de recaudación de impuestos,ventas de productos,impuesto de ventas de productos,créditos de envío,impuesto de abono de envío,créditos por envoltorio de regalo,impuesto de créditos de envoltura,descuentos promocionales,impuesto de reembolsos promocionales,impuesto de retenciones en la plataforma,tarifas de venta,tarifas fba,tarifas de otra transacción,otro,total",
    "de": "Datum/Uhrzeit,Abrechnungsnummer,Typ,Bestellnummer,SKU,Beschreibung,Menge,Marketplace,Versand,Ort der Bestellung,Bundesland,Postleitzahl,Steuererhebungsmodell,Umsätze,Produktumsatzsteuer,Gutschrift für Versandkosten,Steuer auf Versandgutschrift,Gutschrift für Geschenkverpackung,Steuer auf Geschenkverpackungsgutschriften,Rabatte aus Werbeaktionen,Steuer auf Aktionsrabatte,Einbehaltene Steuer auf Marketplace,Verkaufsgebühren,Gebühren zu Versand durch Amazon,Andere Transaktionsgebühren,Andere,Gesamt",
    "it": "Data/Ora:,Numero pagamento,Tipo,Numero ordine,SKU,Descrizione,Quantità,Marketplace,Gestione,Città di provenienza dell'ordine,Provincia di provenienza dell'ordine,CAP dell'ordine,modello di riscossione delle imposte,Vendite,imposta sulle vendite dei prodotti,Accrediti per le spedizioni,imposta accrediti per le spedizioni,Accrediti per confezioni regalo,imposta sui crediti confezione regalo,Sconti promozionali,imposta sugli sconti promozionali,trattenuta IVA del marketplace,Commissioni di vendita,Costi del servizio Logistica di Amazon,Altri costi relativi alle transazioni,Altro,totale",
    "nl": "datum/tijd,schikkings-ID,type,bestelnummer,sku,beschrijving,aantal,marketplace,fulfillment,plaats van bestelling,staat van bestelling,postcode van bestelling,belastinginningsmodel,verkoop van producten,belasting verkoop van producten,Verzendtegoeden,belasting verzendtegoeden,kredietpunten cadeauverpakking,belasting kredietpunten cadeauverpakking,promotiekortingen,belasting promotiekortingen,ingehouden belasting marketplace,verkoopkosten,fba-kosten,overige transactiekosten,overige,totaal",
    "jp": "日付/時間,決済番号,トランザクションの種類,注文番号,SKU,説明,数量,Amazon 出品サービス,フルフィルメント,市町村,都道府県,郵便番号,税金徴収型,商品売上,商品の売上税,配送料,配送料の税金,ギフト包装手数料,ギフト包装クレジットの税金,Amazonポイントの費用,プロモーション割引額,プロモーション割引の税金,源泉徴収税を伴うマーケットプレイス,手数料,FBA 手数料,トランザクションに関するその他の手数料,その他,合計",
}  # fmt: skip
PHRASES = {
    "us": "All amounts in USD, unless specified", "au": "All amounts in AUD, unless specified",
    "mx": "Todos los importes en dólares, a menos que se especifique",
    "de": "Alle Beträge in Euro sofern nicht anders gekennzeichnet",
    "it": "Tutti gli importi sono espressi in EUR, se non diversamente specificato.",
    "nl": "Alle bedragen in EUR, tenzij anders vermeld", "jp": "指定のない場合、単位は円",
}  # fmt: skip
ORDER = "111-0000001-0000001"


def row(
    at: str, kind: str, *, order: str = ORDER, sku: str = "LAMP", title: str = "Lamp", place: str = "amazon.com",
    sales: str = "0", tax: str = "0", shipping: str = "0", fees: str = "0", total: str = "0",
) -> dict[str, str]:  # fmt: skip
    """One movement of money, by the meaning of its columns."""
    return {
        "0": at, "1": "6500000001", "2": kind, "3": order, "4": sku, "5": title, "6": "1", "7": place,
        "sales": sales, "tax": tax, "shipping": shipping, "fees": fees, "total": total,
    }  # fmt: skip


def report(path: Path, country: str, *rows: dict[str, str], preamble: int = 7) -> Path:
    """Write a report as the marketplace's country does; every field is quoted."""
    headings = HEADINGS[country].split(",")
    sales = 14 if country == "us" else 13
    total = headings.index("total") if "total" in headings else len(headings) - 1
    text = io.StringIO()
    writer = csv.writer(text, quoting=csv.QUOTE_ALL)
    lines = ["…"] * preamble
    lines[1] = PHRASES[country]
    writer.writerows([line] for line in lines)
    writer.writerow(headings)
    for one in rows:
        cells = ["0" if place >= sales else "" for place in range(len(headings))]
        for place in range(8):
            cells[place] = one[str(place)]
        cells[sales], cells[sales + 1], cells[sales + 2] = one["sales"], one["tax"], one["shipping"]
        cells[total] = one["total"]
        cells[total - 4] = one["fees"]
        writer.writerow(cells)
    path.write_text(text.getvalue(), "utf-8")
    return path
