"""What went wrong, as a code with parameters; `resources/wording/problems.toml` holds the words in both languages."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


class Problem(Exception):
    """Something could not be done and nothing was changed.

    `code` names a text in `resources/wording/problems.toml`; `params` fill its braces. `detail` is for
    "Show more" only and never holds personal data.
    """

    def __init__(self, code: str, detail: str = "", **params: Any) -> None:
        super().__init__(code)
        self.code = code
        self.params = params
        self.detail = detail


class Cancelled(Exception):
    """The operator stopped a job; whatever it did was rolled back."""


@dataclass(frozen=True, slots=True)
class RowIssue:
    """One thing about one row of a file: `row` is the 1-based line or row number as the file shows it."""

    row: int
    column: str
    code: str
    value: str = ""
    params: dict[str, Any] = field(default_factory=dict)
