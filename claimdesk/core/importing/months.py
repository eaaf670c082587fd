"""Names of months as marketplaces print them: English, German, French, Spanish, Italian, Dutch, Portuguese."""

from __future__ import annotations

from typing import Final

_NAMES: Final = (
    "jan january januar jän jänner janv janvier ene enero gen gennaio januari janeiro",
    "feb february februar févr fevr février fevrier febrero febbraio februari fev fevereiro",
    "mar march mär mrz märz mars marzo mrt maart março marco",
    "apr april avr avril abr abril aprile",
    "may mai mayo mag maggio mei maio",
    "jun june juni juin junio giu giugno junho",
    "jul july juli juil juillet julio lug luglio julho",
    "aug august août aout ago agosto augustus",
    "sep sept september septembre septiembre set settembre setembro",
    "oct october okt oktober octobre octubre ott ottobre out outubro",
    "nov november novembre noviembre novembro",
    "dec december dez dezember déc décembre decembre dic diciembre dicembre dezembro",
)
MONTHS: Final[dict[str, int]] = {name: number for number, names in enumerate(_NAMES, 1) for name in names.split()}
