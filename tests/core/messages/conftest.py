"""The desk of the case tests, with three orders of one buyer."""

from __future__ import annotations

from tests.core.cases.conftest import desk

__all__ = ["desk"]  # a fixture
