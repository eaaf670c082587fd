"""What is wrong with the text, what the message rules say about the preview, and how many rules found nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from claimdesk.core.records.replies import Finding, Severity
from claimdesk.ui.case.reply.categories import category_words
from claimdesk.ui.widgets.cards import Section
from claimdesk.ui.widgets.chips import Chip
from claimdesk.ui.widgets.empty import Icon
from claimdesk.ui.widgets.labels import Plain
from claimdesk.ui.widgets.tall import empty_layout

_LOOKS = {
    Severity.BLOCK: ("x-circle-fill", "danger"), Severity.WARN: ("warning-fill", "warn"), Severity.HINT: ("info", "text2"),
}  # fmt: skip

_LONGEST = 56  # characters of an excerpt


class ChecksSection(Section):
    """The check of what is previewed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, gap=6)
        self.setObjectName("template-checks")
        self.state = Chip("", "ok", "check-circle")
        self.state.setObjectName("checks-state")
        self.state.hide()  # nothing is clean before it was checked
        self.head.addWidget(self.state)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        self.body.addLayout(self._rows)

    def retranslate(self) -> None:
        """The title in the language shown; rows come with the next check."""
        self.set_title(self.tr("Policy check"))

    def show_checked(
        self, findings: Sequence[Finding], passed: int, faults: Sequence[str], gaps: Sequence[str], language: str, *,
        to_buyer: bool,
    ) -> None:  # fmt: skip
        """Findings with their reasons; `faults` are whole sentences, `gaps` fields that have no default.

        What matters most in a letter to a buyer is said also where nothing was found.
        """
        empty_layout(self._rows)
        for words in faults:
            self._add("x-circle-fill", "danger", "", words)
        for finding in findings:
            icon, ink = _LOOKS[finding.severity]
            excerpt = _short(" ".join(finding.excerpt.split()))
            title = category_words(finding.category)
            if excerpt:
                title = self.tr("{what}: “{words}”").format(what=title, words=excerpt)
            self._add(
                icon, ink, title, " ".join(t for t in (finding.why.get(language), finding.fix.get(language)) if t)
            )
        for gap in gaps:
            self._add("brackets-curly", "text2", gap, self.tr("Asked for in the case each time."))
        counts = Counter(f.severity for f in findings)
        self._show_state(len(faults) + counts[Severity.BLOCK], counts[Severity.WARN], counts[Severity.HINT])
        if passed:
            for words in self._free_of({f.category for f in findings}) if to_buyer else ():
                self._add("check-circle", "ok", "", words)
            self._add("check-circle", "ok", "",
                      self.tr("1 rule found nothing") if passed == 1
                      else self.tr("{count} rules found nothing").format(count=passed))  # fmt: skip

    def _free_of(self, found: set[str]) -> list[str]:
        groups = (
            ({"incentive", "review_change", "positive_only", "review_gating"},
             self.tr("No request for a review or feedback, or to change one")),
            ({"condition", "threat"}, self.tr("No offer with a condition, no threat")),
            ({"contact", "link", "off_platform"}, self.tr("No link, e-mail or phone, no way past the platform")),
        )  # fmt: skip
        return [words for categories, words in groups if not categories & found]

    def _show_state(self, grave: int, light: int, hints: int) -> None:
        count = grave + light
        self.state.show()
        if count:
            words = self.tr("1 to check") if count == 1 else self.tr("{count} to check").format(count=count)
            self.state.set(words, "danger" if grave else "warn", "x-circle" if grave else "warning")
        elif hints:
            words = self.tr("1 hint") if hints == 1 else self.tr("{count} hints").format(count=hints)
            self.state.set(words, "neutral", "info")
        else:
            self.state.set(self.tr("Clean"), "ok", "check-circle")

    def _add(self, icon: str, ink: str, title: str, words: str) -> None:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(Icon(icon, ink, 16), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(0)
        if title:
            column.addWidget(Plain(title, "table", "text", wrap=True))
        if words:
            column.addWidget(Plain(words, "table", "text2" if title or ink == "ok" else "text", wrap=True))
        layout.addLayout(column, 1)
        self._rows.addWidget(row)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[:_LONGEST].rstrip() + "…"
