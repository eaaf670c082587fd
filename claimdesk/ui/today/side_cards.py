"""The right column: claims per week, and how closed cases ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from claimdesk.ui.today.figures import FAMILIES, FAMILY_COLOURS, Ends, Week
from claimdesk.ui.widgets.chart_card import ChartCard
from claimdesk.ui.widgets.charts import Bar, Legend, Part, ShareBar, StackedBars
from claimdesk.ui.widgets.ends import END_COLOURS, EndWords
from claimdesk.ui.widgets.labels import Plain
from claimdesk.ui.widgets.times import day_text

if TYPE_CHECKING:
    from claimdesk.ui.context import WindowContext


class WeeksCard(ChartCard):
    """Cases opened in each of the last twelve weeks."""

    def __init__(self, ctx: WindowContext, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self.setObjectName("weeksCard")
        self._bars, self._legend = StackedBars(), Legend()
        self.chart.addWidget(self._bars)
        self.chart.addWidget(self._legend)

    def show_weeks(self, weeks: tuple[Week, ...]) -> None:
        """Show these weeks, oldest first."""
        self.title.setText(self.tr("Claims per week"))
        total = sum(week.total for week in weeks)
        self.aside.setText(self.tr("{0} in 12 weeks").format(f"{total:,}"))
        present = [family for family in FAMILIES if any(week.counts.get(family) for week in weeks)]
        self._bars.show_bars([self._bar(at, week, present, len(weeks)) for at, week in enumerate(weeks)])
        self._legend.show_parts([Part(self.family_words(one), 0, FAMILY_COLOURS[one]) for one in present])

    def _bar(self, at: int, week: Week, families: list[str], count: int) -> Bar:
        day = day_text(week.monday, self.ctx.language)
        label = self.tr("now") if at == count - 1 else day if at in (0, 5) else ""
        parts = tuple(Part(self.family_words(one), week.counts.get(one, 0), FAMILY_COLOURS[one]) for one in families)
        return Bar(label, self.tr("Week of {0}").format(day), parts)

    def family_words(self, family: str) -> str:
        """What a family of scenarios is called."""
        return {
            "not_received": self.tr("Not received"),
            "not_as_described": self.tr("Not as described"),
            "returns": self.tr("Returns"),
            "claims": self.tr("Platform claims"),
            "chargebacks": self.tr("Chargebacks"),
            "feedback": self.tr("Feedback"),
        }.get(family, self.tr("Other"))


class OutcomesCard(ChartCard):
    """How the cases of the last ninety days ended."""

    def __init__(self, ctx: WindowContext, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self.setObjectName("outcomesCard")
        self._words = EndWords(self)
        self._bar, self._legend = ShareBar(), Legend(counts=True)
        self._none = Plain("", "table", "text2", wrap=True)
        self.chart.addSpacing(4)
        for widget in (self._bar, self._legend, self._none):
            self.chart.addWidget(widget)
        self.aside.set_ink("ok")

    def show_ends(self, ends: Ends) -> None:
        """Show these outcomes."""
        self.title.setText(self.tr("Outcomes"))
        self.note.setText(self.tr("closed in 90 days"))
        parts = [Part(self._words.text(kind), count, END_COLOURS[kind]) for kind, count in ends.counts.items()]
        self._bar.show_parts(parts)
        self._legend.show_parts(parts)
        self._legend.setVisible(bool(parts))
        self._none.setText(self.tr("No case has been closed with an outcome yet."))
        self._none.setVisible(not parts)
        self.aside.setText(self.tr("{0} of {1} at no cost").format(ends.free, ends.total) if parts else "")
