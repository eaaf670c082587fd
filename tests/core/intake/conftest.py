from __future__ import annotations

import pytest

from claimdesk.core.intake.intake import Intake
from tests.core.intake.notices import shipped_intake


@pytest.fixture(scope="session")
def intake() -> Intake:
    return shipped_intake()
