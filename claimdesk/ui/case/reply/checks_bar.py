"""What the check found, in chips, and the way to the next issue."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from claimdesk.ui.widgets.buttons import GhostButton
from claimdesk.ui.widgets.chips import Chip
from claimdesk.ui.widgets.labels import Plain


class ChecksBar(QWidget):
    """`next_asked` for the next issue."""

    next_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._missing = Chip("", "warn", "brackets-curly")
        self._fix = Chip("", "danger", "x-circle")
        self._fix.setObjectName("chipToFix")
        self._check = Chip("", "warn", "warning")
        self._check.setObjectName("chipToCheck")
        self._passed = Chip("", "ok", "check-circle")
        self._passed.setObjectName("chipPassed")
        self._words = Plain("", "table", "text2", elide=True)
        self._words.setObjectName("checksAside")
        self._next = GhostButton("", "", "F8", small=True)
        self._next.setObjectName("nextIssue")
        self._next.clicked.connect(self.next_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 12, 0, 0)
        row.setSpacing(8)
        for chip in (self._missing, self._fix, self._check, self._passed):
            row.addWidget(chip)
        row.addWidget(self._words, 1)
        row.addWidget(self._next)

    def show_result(
        self, missing: int, fix: int, check: int, passed: int | None, *, kept: bool = False, off: int = 0
    ) -> None:
        """Counts of missing values, errors, warnings and rules passed (None while the check runs).

        `kept` tells that the operator kept something a rule speaks against, `off` how many rules are switched off.
        """
        self._missing.set(
            self.tr("1 value to fill in") if missing == 1 else self.tr("{0} values to fill in").format(missing)
        )
        self._missing.setVisible(missing > 0)
        self._fix.set(self.tr("{0} to fix").format(fix))
        self._fix.setVisible(fix > 0)
        self._check.set(self.tr("{0} to check").format(check))
        self._check.setVisible(check > 0)
        self._passed.setVisible(passed is not None and passed > 0)
        if passed:
            clean = fix == 0 and check == 0 and not kept
            self._passed.set(
                self.tr("All {0} rules passed").format(passed) if clean else self.tr("{0} rules passed").format(passed)
            )
        self._words.setText(self.tr("Checking…") if passed is None else self._off_words(off))
        self._next.setText(self.tr("Next issue"))
        self._next.updateGeometry()
        self._next.setVisible(missing + fix + check > 0)

    def _off_words(self, off: int) -> str:
        if not off:
            return ""
        return self.tr("1 rule is off") if off == 1 else self.tr("{0} rules are off").format(off)
