"""What about a file only the operator knows."""

from __future__ import annotations

from typing import Final

from claimdesk.core.importing.parsing import ParsedFile
from claimdesk.core.importing.unknown import is_importable
from claimdesk.core.records.imports import FileChoices

# Issues that the operator settles for the whole file by answering one question.
_ASKED: Final = {
    "platform_missing": "platform", "currency_missing": "currency", "date_undecided": "date_order",
    "amount_undecided": "decimal", "amount_other_sign": "decimal", "text_broken": "repair",
    "sheets_hidden_left": "sheet", "sheet_hidden": "sheet",
}  # fmt: skip
_SETTLED: Final = ("platform", "currency", "date_order", "decimal", "repair")


def questions_of(parsed: ParsedFile) -> tuple[str, ...]:
    """What is open, and what was asked and answered: an answer can be changed as long as the file is looked at."""
    recognition = parsed.recognition
    found: dict[str, None] = {}
    if recognition.is_unknown:
        named = "order_no" in recognition.found.format.columns.values()
        if not named or not (recognition.choices.columns or is_importable(recognition.found)):
            found["columns"] = None
        if recognition.found.format.definition.dates.zone == "UTC" or recognition.choices.zone:
            found["zone"] = None
    codes = {issue.code for issue in (*parsed.rejected, *parsed.warnings)}
    found.update((asked, None) for code, asked in _ASKED.items() if code in codes)
    nothing, chosen = FileChoices(), recognition.choices
    found.update((name, None) for name in _SETTLED if getattr(chosen, name) != getattr(nothing, name))
    return tuple(found)
