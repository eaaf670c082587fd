"""Hours of deadlines, with the words that say which half of the day they stand in."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from claimdesk.core.intake.dates import dates_in
from claimdesk.core.intake.folding import fold
from claimdesk.core.intake.intake import Intake
from claimdesk.core.records.moments import Moment

TODAY = date(2026, 11, 16)
DAY = date(2026, 11, 20)


def first_date(text: str, language: str) -> Moment:
    found = dates_in(fold(text).text, language=language, marketplace="", today=TODAY)
    return next(iter(found)).moment


def at(hour: int, minute: int = 0, day: int = 20) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=UTC)


HOURS = [
    ("zh", "11月20日下午3:00 UTC", at(15)),
    ("zh", "11月20日 下午 3:00（UTC）", at(15)),
    ("zh", "11月20日下午3点30分 UTC", at(15, 30)),
    ("zh", "11月20日下午3点半 UTC", at(15, 30)),
    ("zh", "11月20日下午15:00 UTC", at(15)),
    ("zh", "11月20日下午12:00 UTC", at(12)),
    ("zh", "11月20日下午11:59 UTC", at(23, 59)),
    ("zh", "11月20日上午9:00 UTC", at(9)),
    ("zh", "11月20日早上9点 UTC", at(9)),
    ("zh", "11月20日凌晨12:30 UTC", at(0, 30)),
    ("zh", "11月20日凌晨3点 UTC", at(3)),
    ("zh", "11月20日中午12点 UTC", at(12)),
    ("zh", "11月20日中午1点 UTC", at(13)),
    ("zh", "11月20日中午11点半 UTC", at(11, 30)),
    ("zh", "11月20日傍晚6点整 UTC", at(18)),
    ("zh", "11月20日晚上8点 UTC", at(20)),
    ("zh", "11月20日晚8点 UTC", at(20)),
    ("zh", "11月20日晚上12点 UTC", at(0, day=21)),
    ("zh", "11月20日24:00 UTC", at(0, day=21)),
    ("zh", "11月20日深夜11点 UTC", at(23)),
    ("zh", "11月20日北京时间下午3:00", at(7)),
    ("zh", "11月20日下午3:00（北京时间）", at(7)),
    ("zh", "北京时间11月20日下午3:00", at(7)),
    ("zh", "11月20日下午北京时间3:00", at(7)),
    ("zh", "11月20日3:00 PM UTC", at(15)),
    ("zh", "11月20日 PM 3:00 UTC", at(15)),
    ("zh", "下午3:00 UTC,11月20日", at(15)),
    ("zh", "11月20日下午３：００ UTC", at(15)),
    ("zh", "11月20日下午3點 UTC", at(15)),
    ("zh", "11月20日15:00 UTC", at(15)),
    ("zh", "11月20日3:00 UTC", at(3)),
    ("zh", "11月20日下午3:00(UTC+8)", at(7)),
    ("zh", "11月20日（北京时间）下午3:00", at(7)),
    ("zh", "11月20日星期五晚上11:59 UTC", at(23, 59)),
    ("ja", "11月20日(金)午後11時59分(JST)", at(14, 59)),
    ("ja", "11月20日金曜日午後5時(JST)", at(8)),
    ("de", "am Freitagabend, 20.11.2026, 8:00 Uhr UTC", at(20)),
    ("de", "am Nachmittag des 20. November um 3:00 UTC", at(15)),
    ("en", "2026-11-20 03:00 PM GMT+08:00", at(7)),
    ("en", "2026-11-20 03:00 PM UTC-0330", at(18, 30)),
    ("ja", "11月20日午後3時 UTC", at(15)),
    ("ja", "11月20日の午後3時30分（日本時間）", at(6, 30)),
    ("ja", "日本時間11月20日午後5時", at(8)),
    ("ja", "11月20日午後0時30分 UTC", at(12, 30)),
    ("ja", "11月20日午前0時 UTC", at(0)),
    ("ja", "11月20日正午12時 UTC", at(12)),
    ("ja", "11月20日夕方5時 UTC", at(17)),
    ("ja", "11月20日夜8時 UTC", at(20)),
    ("ja", "11月20日未明2時 UTC", at(2)),
    ("en", "November 20, 3 PM UTC", at(15)),
    ("en", "November 20, 3:00 p. m. UTC", at(15)),
    ("en", "November 20, 12:30 a.m. UTC", at(0, 30)),
    ("en", "November 20 at 12:00 PM UTC", at(12)),
    ("en", "November 20 at 3:00 in the afternoon UTC", at(15)),
    ("en", "November 20 at 3:00 UTC in the afternoon", at(15)),
    ("en", "the afternoon of November 20, 3:00 UTC", at(15)),
    ("en", "November 20, 12 noon UTC", at(12)),
    ("en", "8:00 in the evening UTC on November 20", at(20)),
    ("en", "3:00 PM UTC on November 20", at(15)),
    ("de", "20. November um 3 Uhr nachmittags UTC", at(15)),
    ("de", "20. November, 8:00 Uhr abends UTC", at(20)),
    ("de", "20. November um 12 Uhr mittags UTC", at(12)),
    ("de", "20. November, 8 Uhr morgens UTC", at(8)),
    ("de", "am 20.11. um 15 Uhr UTC", at(15)),
    ("fr", "20 novembre à 3h de l'après-midi UTC", at(15)),
    ("fr", "20 novembre à 8:00 du soir UTC", at(20)),
    ("fr", "20 novembre à 8:00 du matin UTC", at(8)),
    ("es", "20 de noviembre a las 3:00 de la tarde UTC", at(15)),
    ("es", "20 de noviembre a las 3:00 p. m. UTC", at(15)),
    ("es", "20 de noviembre a las 8:00 de la mañana UTC", at(8)),
    ("es", "20 de noviembre a las 10:00 de la noche UTC", at(22)),
    ("es", "20 de noviembre a las 12:30 de la madrugada UTC", at(0, 30)),
    ("it", "20 novembre alle 3:00 del pomeriggio UTC", at(15)),
    ("it", "20 novembre alle ore 8:00 di sera UTC", at(20)),
    ("it", "20 novembre alle 8:00 del mattino UTC", at(8)),
]

UNCLEAR = [
    ("zh", "11月20日上午12:00 UTC"),  # midnight on a clock of twelve hours, noon to many who write it
    ("zh", "11月20日上午15:00 UTC"),
    ("zh", "11月20日深夜12点 UTC"),
    ("zh", "11月20日下午3:00"),
    ("ja", "11月20日午後12時 UTC"),
    ("ja", "11月20日午前12時 UTC"),
    ("en", "November 20, 13:00 AM UTC"),
    ("en", "the morning of November 20, 15:00 UTC"),
    ("en", "November 20 at 12:00 at night UTC"),
    ("es", "20 de noviembre a las 12:00 de la noche UTC"),
    ("fr", "20 novembre à 15:00 et joindre une preuve"),
    ("fr", "20 novembre à 15:00 est la date limite"),
    ("en", "November 20 15:00 Etsy"),
    ("en", "November 20 15:00 UTC+20"),
    ("en", "November 20 15:00 PST+2"),
]


@pytest.mark.parametrize("language, text, moment", HOURS, ids=[text for _, text, _ in HOURS])
def test_the_half_of_the_day_counts(language: str, text: str, moment: datetime) -> None:
    assert first_date(text, language) == moment


@pytest.mark.parametrize("language, text", UNCLEAR, ids=[text for _, text in UNCLEAR])
def test_an_hour_that_nobody_can_tell_is_left_out(language: str, text: str) -> None:
    assert first_date(text, language) == DAY


NOTICES = [
    ("买家已就订单 111-2461587-8135394 提交 A-to-Z 索赔。请于北京时间2026年11月20日下午3:00前回复。", at(7)),
    ("買家已就訂單 111-2461587-8135394 提出 A-to-Z 索賠。請於2026年11月20日下午3點(UTC)前回覆。", at(15)),
    ("注文 249-2461587-8135394 にAmazonマーケットプレイス保証の申請がありました。2026年11月20日午後5時(日本時間)までにご回答ください。", at(8)),
    ("A claim was filed on order 111-2461587-8135394. Respond by November 20, 2026, 3:00 in the afternoon PST.", at(23)),
    ("A-bis-Z-Antrag zu 302-2461587-8135394. Bitte antworten Sie bis 20. November 2026, 3 Uhr nachmittags MEZ.", at(14)),
]  # fmt: skip


@pytest.mark.parametrize("text, respond_by", NOTICES, ids=[text[:12] for text, _ in NOTICES])
def test_a_notice_gives_the_hour_it_prints(intake: Intake, text: str, respond_by: datetime) -> None:
    notice = intake.read(
        f"From: Amazon <no-reply@amazon.com>\nDate: Mon, 16 Nov 2026 10:00:00 +0000\n\n{text}", at(10, day=16)
    )
    assert notice.respond_by == respond_by
