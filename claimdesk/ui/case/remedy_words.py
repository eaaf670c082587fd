"""What the remedy step says about a comparison."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from claimdesk.ui.widgets.times import money_text

if TYPE_CHECKING:
    from claimdesk.core.remedies.comparison import Compared, Comparison
    from claimdesk.core.remedies.history import Share
    from claimdesk.ui.context import WindowContext


class RemedyWords(QObject):
    """Sentences in the language shown."""

    def __init__(self, ctx: WindowContext, parent: QObject) -> None:
        super().__init__(parent)
        self._ctx = ctx

    def foot(self, found: Comparison, chosen_id: str) -> tuple[str, str]:
        """The remark beside the buttons, and its tone: how the choice stands to the others, or that figures are guesses."""
        chosen, best = found.option(chosen_id), found.option(found.best)
        if chosen is None or best is None:
            return "", "text3"
        if chosen.id != best.id:
            more = money_text(chosen.total_minor - best.total_minor, found.currency)
            words = self.tr("{0} more than “{1}”")
            return words.format(more, best.short.get(self._ctx.language)), "warn"
        second = found.option(found.second)
        if found.close and second is not None:
            words = self.tr("A small margin, {0} less than “{1}”")
            margin = money_text(found.margin_minor, found.currency)
            return words.format(margin, second.short.get(self._ctx.language)), "warn"
        if found.estimated:
            return self.tr("Rests on estimates: check the assumptions"), "text3"
        return "", "text3"

    def second_line(self, option: Compared, found: Comparison) -> tuple[str, str]:
        """What stands under a remedy's name, and its tone: why it is forbidden, a warning, that it is the best, a note."""
        language = self._ctx.language
        if option.forbidden is not None:
            return option.forbidden.reason.get(language), "no"
        if option.note is not None and option.note.tone == "danger":
            return option.note.reason.get(language), "danger"
        if option.id == found.best:
            if not option.offer_minor:
                return self.tr("Lowest expected cost"), "ok"
            offer = money_text(option.offer_minor, found.currency)
            return self.tr("Offer {0}, lowest expected cost").format(offer), "ok"
        words = option.note.reason.get(language) if option.note else ""
        if option.offer_minor:
            offer = money_text(option.offer_minor, found.currency)
            words = self.tr("{0}, {1}").format(offer, words) if words else offer
        return words or option.line.get(language), option.note.tone if option.note else "plain"

    def chart(self, found: Comparison, similar: Share | None) -> str:
        """What the chart shows, and what similar cases add to it."""
        return self.joined(self._contest(found), self._similar(similar))

    def joined(self, *sentences: str) -> str:
        """Sentences after each other; Chinese ones need no blank between them."""
        return ("" if self._ctx.language.startswith("zh") else " ").join(filter(None, sentences))

    def _contest(self, found: Comparison) -> str:
        if found.contest_up_to is None:
            return self.tr("Contesting is never the cheapest here.")
        if found.contest_up_to >= 1:
            return self.tr("Contesting stays cheapest whatever the chance.")
        return self.tr("Contesting stays cheapest up to {0} %.").format(int(found.contest_up_to * 100))

    def _similar(self, similar: Share | None) -> str:
        if similar is None:
            return ""
        shares = (round(share * 100) for share in (similar.value, similar.low, similar.high))
        words = self.tr("Of {0} similar cases {1} were lost, {2} %, range {3} to {4} %.")
        return words.format(similar.decided, similar.lost, *shares)

    def break_even(self, found: Comparison) -> str:
        """Where a replacement begins to cost less than a refund; empty when it never does."""
        if found.break_even_minor is None or found.break_even_risk_minor is None:
            return ""
        plain, risk = (money_text(m, found.currency) for m in (found.break_even_minor, found.break_even_risk_minor))
        words = self.tr("A replacement costs less than a refund for prices above {0}, with its risk above {1}.")
        return words.format(plain, risk)
