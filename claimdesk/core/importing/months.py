"""Names of months as marketplaces print them: the languages of Europe that need them, Indonesian, Malay, Thai."""

from __future__ import annotations

from typing import Final

_NAMES: Final = (
    "jan january januar jän jänner janv janvier ene enero gen gennaio januari janeiro ocak sty ม.ค มกราคม",
    "feb february februar févr fevr février fevrier febrero febbraio februari fev fevereiro şubat lut ก.พ กุมภาพันธ์",
    "mar march mär mrz märz mars marzo mrt maart março marco mac mart maret มี.ค มีนาคม",
    "apr april avr avril abr abril aprile kwi nisan เม.ย เมษายน",
    "may mai mayo mag maggio mei maio mayıs maj พ.ค พฤษภาคม",
    "jun june juni juin junio giu giugno junho cze haziran มิ.ย มิถุนายน",
    "jul july juli juil juillet julio lug luglio julho lip julai temmuz ก.ค กรกฎาคม",
    "aug august août aout ago agosto augustus agu agt ags ogos augusti sie ağustos ส.ค สิงหาคม",
    "sep sept september septembre septiembre set settembre setembro wrz eylül ก.ย กันยายน",
    "oct october okt oktober octobre octubre ott ottobre out outubro paź ekim ต.ค ตุลาคม",
    "nov november novembre noviembre novembro nop lis kasım พ.ย พฤศจิกายน",
    "dec december dez dezember déc décembre decembre dic diciembre dicembre dezembro des desember dis disember gru aralık ธ.ค ธันวาคม",
)
MONTHS: Final[dict[str, int]] = {name: number for number, names in enumerate(_NAMES, 1) for name in names.split()}
