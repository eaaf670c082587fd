"""A message step: the draft is loaded, kept while it is written, checked, copied and marked as sent."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from claimdesk.core.records.moments import moment_text, parse_moment
from claimdesk.core.records.replies import Draft, Finding, Severity
from claimdesk.ui.case.hint_line import HintLine
from claimdesk.ui.case.instruction import PointList
from claimdesk.ui.case.reply.ahead import answers_before, open_before
from claimdesk.ui.case.reply.checker import DraftChecker
from claimdesk.ui.case.reply.checks_bar import ChecksBar
from claimdesk.ui.case.reply.composer import Composer
from claimdesk.ui.case.reply.draft_tools import DraftTools
from claimdesk.ui.case.reply.keeping import DraftKeeping
from claimdesk.ui.case.reply.sending import SendingSteps
from claimdesk.ui.case.reply.sent_copy import sent_draft, sent_event
from claimdesk.ui.case.reply.template_tools import TemplateTools
from claimdesk.ui.case.reply.writing import Writing, begin, may_copy, open_findings, refreshed, renewed
from claimdesk.ui.case.step_body import FootAction, StepBody
from claimdesk.ui.widgets.empty import MessageBar
from claimdesk.ui.widgets.times import due_text

if TYPE_CHECKING:
    from claimdesk.core.cases.view import CaseView
    from claimdesk.core.scenarios.walk import PathStep
    from claimdesk.ui.case.session import CaseSession
    from claimdesk.ui.context import WindowContext


class MessageBody(StepBody):
    """The composer in its step."""

    enter_continues = False

    def __init__(self, ctx: WindowContext, session: CaseSession, parent: QWidget | None = None) -> None:
        super().__init__(ctx, session, parent)
        self.setObjectName("messageBody")
        self._writing: Writing | None = None
        self._key = (0, "")  # case and step that the writing belongs to
        self._again = False  # a step that was sent is written once more
        self._checker = DraftChecker(ctx, session, lambda: self._writing, self)
        self._checker.found.connect(self._on_found)
        self._tools = TemplateTools(ctx)
        self._tools.chosen.connect(self._choose)
        self._keeping = DraftKeeping(ctx, session, lambda: (*self._key, self._writing), self)
        self._keeping.loaded.connect(self._take)
        self._keeping.failed.connect(self._on_trouble)
        self._keeping.renewed.connect(self._on_renewed)
        self._trouble = MessageBar("", "danger")
        self._trouble.hide()
        self.composer = Composer(ctx, self)
        self.composer.changed.connect(self._on_changed)
        self.composer.filled.connect(self._on_filled)
        self.composer.kept.connect(self._on_kept)
        self.composer.word_kept.connect(self._checker.keep_word)
        self.draft_tools = DraftTools(ctx, self._tools, self.composer, self._keeping, lambda: self._writing, self)
        self.draft_tools.restored.connect(self._restore)
        self.checks = ChecksBar(self)
        self.checks.next_asked.connect(lambda: self.composer.go_to_issue(1))
        self.sending = SendingSteps(self)
        self._why, self._dont = HintLine("info"), PointList("x-circle", "dangersolid")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 16)
        column.setSpacing(0)
        for widget in (self._trouble, self.composer, self.checks, self.sending):
            column.addWidget(widget)
        column.addSpacing(14)
        column.addWidget(self._why)
        column.addSpacing(8)
        column.addWidget(self._dont)
        column.addStretch(1)

    # the step

    def tools(self) -> QWidget:
        """Template and language."""
        return self._tools

    def show_step(self, view: CaseView, place: PathStep) -> None:
        """The draft as it was left; what was sent is shown as it was sent."""
        super().show_step(view, place)
        key = (view.case.id, place.step.id)
        if key != self._key:
            self._key, self._again, self._writing = key, False, None
            self._checker.forget()
            self.composer.hide()
            self.checks.hide()
            self.sending.hide()
        language = self.ctx.language
        self._why.say(place.step.why.get(language))
        self._dont.show_points(tuple(point.get(language) for point in place.step.dont))
        if self._shows_sent:
            self._show_sent()
        elif self._writing is None:
            self._load()
        else:
            self._show()
            if not self.session.closed:
                self._keeping.renew(place, view.order.platform, self._writing)

    @property
    def _shows_sent(self) -> bool:
        sent = self.view is not None and sent_event(self.view, self._key[1]) is not None
        done = self.place is not None and self.place.state == "done" and self.place.answer == "done"
        return sent and done and not self._again

    @property
    def writing(self) -> Writing | None:
        """The draft being written."""
        return self._writing

    @property
    def crowded(self) -> bool:
        return bool(self.foot_note()[0]) and self.width() < 720

    def foot_note(self) -> tuple[str, str]:
        if self._shows_sent and self.view is not None:
            event = sent_event(self.view, self._key[1])
            when = due_text(event.at, self.ctx.now(), self.ctx.language, zone=self.ctx.home) if event else ""
            return self.tr("Sent {0}").format(when), "text3"
        if self._writing is None:
            return "", "text3"
        missing = len(self._writing.missing)
        if missing:
            return (self.tr("Fill in 1 value first") if missing == 1
                    else self.tr("Fill in {0} values first").format(missing)), "text3"  # fmt: skip
        wrong = len(open_findings(self._writing, self.composer.findings, Severity.BLOCK))
        if wrong:
            return (self.tr("Fix or accept 1 issue first") if wrong == 1
                    else self.tr("Fix or accept {0} issues first").format(wrong)), "text3"  # fmt: skip
        if self.steps_before and not self._may_answer_before:
            return (self.tr("Answer 1 step to mark it as sent") if self.steps_before == 1
                    else self.tr("Answer {0} steps to mark it as sent").format(self.steps_before)), "text3"  # fmt: skip
        return "", "text3"

    @property
    def steps_before(self) -> int:
        """How many steps are open before this one, which then lies ahead."""
        return len(open_before(self.view.walk, self._key[1])) if self.view is not None else 0

    @property
    def _may_answer_before(self) -> bool:
        return self.view is not None and answers_before(self.view.walk, self._key[1]) is not None

    def foot_actions(self) -> tuple[FootAction, ...]:
        if self._shows_sent:
            again = FootAction("writeAgain", self.tr("Write another"), self._write_again, icon="pencil-simple",
                               enabled=not self.session.closed)  # fmt: skip
            return (
                again,
                FootAction("continueButton", self.tr("Continue"), self.next_asked.emit, keys="↵", primary=True),
            )
        ready = self.may_copy
        copied = bool(self._writing and self._writing.copied_at)
        copy = FootAction("copyEnglish", self._copy_words(copied), self.copy_english, "copy", "Ctrl Shift C",
                          primary=not copied and ready, enabled=ready)  # fmt: skip
        sent = FootAction("markSent", self.tr("Mark as sent"), self.mark_sent, "paper-plane-tilt", "Ctrl ↵",
                          primary=copied and ready, enabled=ready and self._may_answer_before)  # fmt: skip
        return copy, sent

    def proceed(self) -> None:
        if self._shows_sent:
            self.next_asked.emit()

    def leave(self) -> None:
        """Nothing typed is lost: an open pause is written at once."""
        self._keeping.finish()

    def focus_first(self) -> None:
        self.composer.focus_first()

    # out

    @property
    def may_copy(self) -> bool:
        """Whether this very text was checked and may leave."""
        writing = self._writing
        if writing is None or self.session.closed or self._shows_sent:
            return False
        return self._checker.checked.text == writing.text and may_copy(writing, self._checker.checked.findings)

    def copy_english(self) -> None:
        """Put the plain text on the clipboard and show what comes next."""
        writing, step = self._writing, self._key[1]
        if writing is None or not self.may_copy:
            return
        QGuiApplication.clipboard().setText(writing.text)
        writing.copied_at = moment_text(self.ctx.now()) or ""
        draft = writing.to_send()
        self.session.quietly(lambda cases, case_id, now: cases.mark_copied(case_id, step, draft, now))
        self._keeping.now()
        self._show()
        self.reveal_asked.emit(self.sending)
        self.told.emit(self.tr("Copied. Paste it where the steps below say."))

    def mark_sent(self) -> None:
        """Keep exactly this text as sent and go on."""
        writing, step = self._writing, self._key[1]
        before = answers_before(self.view.walk, step) if self.view is not None else None
        if writing is None or before is None or not self.may_copy:
            return
        self._keeping.now()  # the words as they were sent stay among the earlier drafts
        draft = writing.to_send()
        self._again = False

        def change(cases: Any, case_id: int, now: Any) -> None:
            for earlier, option in before:
                cases.answer(case_id, earlier, option, now)
            cases.mark_sent(case_id, step, draft, now)

        self.finished_by.emit(change)

    # loading

    def _load(self, template: str = "", language: str = "", state: dict[str, Any] | None = None) -> None:
        if self.place is not None:
            platform = self.view.order.platform if self.view else ""
            self._keeping.load(self.place, platform, template, language, state)

    def _take(self, step: str, saved: dict[str, Any], draft: Draft, templates: tuple[Any, ...]) -> None:
        if step != self._key[1]:
            return
        self._trouble.hide()
        before = self._writing.draft if self._writing is not None else None
        self._writing = begin(draft, saved)
        other = saved and (saved.get("template"), saved.get("language")) != (draft.template, draft.language)
        if other or (before and (before.template, before.language) != (draft.template, draft.language)):
            self._keeping.soon()  # what was left behind is then one of the earlier drafts
        self._tools.show_choice(templates, draft)
        self._show()
        self._checker.now()
        if self.isVisible():
            self.focus_first()

    def _on_renewed(self, writing: Writing, draft: Draft | None, templates: tuple[Any, ...]) -> None:
        """What the template, the order or an answer says now; what was typed by hand stays."""
        if writing is not self._writing or draft == writing.draft:
            return
        self._keeping.finish()  # what is typed into a paragraph that goes stays among the earlier drafts
        if draft is None:
            self._load()
            return
        self._writing = renewed(writing, draft)
        self._tools.show_choice(templates, draft)
        self._show()
        self._keeping.soon()
        self._checker.now()

    def _on_trouble(self, error: Exception) -> None:
        self._trouble.set(self.ctx.words(error))
        self._trouble.show()
        self.foot_changed.emit()

    def _choose(self, template: str, language: str) -> None:
        """Another template or language; what was typed in the old one stays among the earlier drafts."""
        self._keeping.finish()
        self._load(template, language)

    # putting in, and going back

    def open_insert(self) -> None:
        """Open the menu of what can be put in."""
        self._tools.open_insert()

    def _restore(self, state: dict[str, Any]) -> None:
        self._keeping.finish()
        self._load(str(state.get("template", "")), str(state.get("language", "")), state)
        self._keeping.soon()

    # writing

    def _on_changed(self) -> None:
        if self._writing is not None:
            self._writing.copied_at = ""
        self._keeping.soon()
        self._checker.soon()
        self._show_state()

    def _on_filled(self, name: str, value: str) -> None:
        writing, step = self._writing, self._key[1]
        if writing is None:
            return
        key = writing.fill_key(name)
        writing.fills[key] = value
        if not value:
            writing.fills.pop(key)

        def done(draft: Draft) -> None:
            if step == self._key[1] and self._writing is writing:
                self._writing = refreshed(writing, draft)
                self._show()
                self._keeping.soon()
                self._checker.now()

        self._keeping.render(writing, done)

    def _on_kept(self, finding: Finding, reason: str) -> None:
        writing, step = self._writing, self._key[1]
        if writing is None:
            return
        writing.accepted.add((finding.rule, finding.excerpt))
        reason = reason or self.tr("Kept as written")
        self.session.quietly(lambda cases, case_id, now: cases.accept_finding(case_id, step, finding, reason, now))
        self._keeping.soon()
        self.composer.show_findings(self._checker.checked.findings)
        self._show_state()

    def _on_found(self) -> None:
        self.composer.show_findings(self._checker.checked.findings)
        self._show_state()

    # showing

    def _show(self) -> None:
        if self._writing is None:
            return
        self.composer.show()
        self.checks.show()
        self._tools.setEnabled(not self.session.closed)
        self.composer.show_writing(self._writing, writable=not self.session.closed)
        self.composer.show_findings(
            self._checker.checked.findings if self._checker.checked.text == self._writing.text else ()
        )
        self._show_state()

    def _show_state(self) -> None:
        writing = self._writing
        if writing is None:
            return
        findings = self.composer.findings
        wrong = len(open_findings(writing, findings, Severity.BLOCK))
        doubtful = len(open_findings(writing, findings, Severity.WARN))
        current = self._checker.checked.text == writing.text
        kept = current and len(findings) < len(self._checker.checked.findings)
        self.checks.show_result(
            len(writing.missing),
            wrong,
            doubtful,
            self._checker.checked.passed if current else None,
            kept=kept,
            off=self._checker.checked.off,
        )
        place = self.place
        where = place.step.paste_where.get(self.ctx.language) if place and place.step.paste_where else ""
        self.sending.show_steps(self._copy_words(False), self._copied_words(), where or self.tr(
            "Open the order in the platform's seller pages, paste the message there and send it."))  # fmt: skip
        self._why.setVisible(not writing.copied_at and bool(self._why.words))
        self._dont.setVisible(not writing.copied_at and bool(place and place.step.dont))
        self.second_line.emit(self._rail_words(len(writing.missing) + wrong))
        self.foot_changed.emit()

    def _show_sent(self) -> None:
        event = sent_event(self.view, self._key[1]) if self.view else None
        if event is None:
            return
        self._trouble.hide()
        self.composer.show()
        self.composer.show_writing(begin(sent_draft(event)), writable=False)
        self.composer.show_findings(())
        self.checks.hide()
        self.sending.hide()
        self._tools.hide()
        self.foot_changed.emit()

    def _write_again(self) -> None:
        self._again = True
        self._writing = None
        self._tools.show()
        self._load()

    def _copy_words(self, again: bool) -> str:
        english = self._writing is None or self._writing.draft.language == "en"
        if again:
            return self.tr("Copy again")
        return self.tr("Copy English") if english else self.tr("Copy message")

    def _copied_words(self) -> str:
        copied = parse_moment(self._writing.copied_at) if self._writing and self._writing.copied_at else None
        if copied is None:
            return ""
        return self.tr("copied {0}").format(due_text(copied, self.ctx.now(), self.ctx.language, zone=self.ctx.home))  # type: ignore[arg-type]

    def _rail_words(self, issues: int) -> str:
        if issues:
            return (
                self.tr("Draft, 1 issue to fix") if issues == 1 else self.tr("Draft, {0} issues to fix").format(issues)
            )
        if self._writing and self._writing.copied_at:
            return self.tr("Copied, not marked as sent")
        return self.tr("Draft ready")
