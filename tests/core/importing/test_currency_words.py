"""The file of currencies: where it is from, and what it may not say."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest
from pydantic import ValidationError

from claimdesk.core.importing.currency_words import CurrencyWords, currency_signs
from claimdesk.core.knowledge.shipped import shipped

FILE = tomllib.loads((shipped("resources") / "tables" / "currencies.toml").read_text("utf-8"))


@pytest.mark.parametrize(
    "change",
    [{"source": ""}, {"checked": "never"}, {"codes": ["usd"]}, {"signs": {"RM": "MYR", "RMB": "CNY"}}],
    ids=["no source", "no day", "no code", "a sign that is never reached"],
)
def test_a_faulty_file_is_refused(change: dict[str, Any]) -> None:
    assert CurrencyWords.model_validate(FILE)
    with pytest.raises(ValidationError):
        CurrencyWords.model_validate({**FILE, **change})


def test_signs_that_several_currencies_share_decide_nothing_alone() -> None:
    assert not {"$", "¥", "￥", "kr"} & {sign for sign, _ in currency_signs()}
