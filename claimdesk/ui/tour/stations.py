"""The stations of the tour, in the order of the main job."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QApplication, QTableView, QWidget

from claimdesk.core.sample.sample import sample_orders
from claimdesk.ui.case.evidence import EvidenceBody
from claimdesk.ui.context import Changes
from claimdesk.ui.tour.hands import Hands, Stuck

if TYPE_CHECKING:
    from claimdesk.core.cases.view import CaseView
    from claimdesk.core.desk import Desk
    from claimdesk.ui.case.reply.writing import Writing
    from claimdesk.ui.case.screen import CaseScreen
    from claimdesk.ui.main_window import MainWindow

ORDER = "113-7743016-2259804"
_CTRL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_MOST_STEPS = 40


class Stations:
    """Walks the main job; `picture(name)` keeps what the window shows."""

    def __init__(self, window: MainWindow, hands: Hands, picture: Callable[[str], None], folder: Path) -> None:
        self.window, self.hands, self.picture, self.folder = window, hands, picture, folder
        self.ctx = window.ctx
        self.copied = ""

    @property
    def desk(self) -> Desk:
        """The opened desk."""
        if self.ctx.desk is None:
            raise Stuck("the desk")
        return self.ctx.desk

    def first_run(self) -> None:
        """An empty data folder."""
        self.hands.wait("the desk", lambda: self.ctx.desk is not None)
        self.hands.find(QWidget, "firstRun")
        self.picture("01b-first-run")

    def import_orders(self) -> None:
        """Drop an export on the window, look at what it would change, import it."""
        self.hands.drop_file(sample_orders(self.folder, self.ctx.now()))
        self.hands.find(QWidget, "import_file")
        self.hands.find(QWidget, "import_go")
        self.picture("03-import")
        self.hands.click("import_go")
        self.hands.wait("the imported orders", lambda: self.desk.orders.count() > 0)
        self.hands.find(QWidget, "import_orders")
        self.picture("03b-imported")
        self.hands.click("toast", QPoint(8, 8))  # read, and put away
        self._fill_cases()

    def _fill_cases(self) -> None:
        # The cases of the weeks before: nobody has two months for a tour.
        done: list[int] = []
        desk, now = self.desk, self.ctx.now()
        self.ctx.jobs.run(lambda _: desk.sample.open_cases(now), owner=self._owner(), done=done.append, lane="database")
        self.hands.wait("the sample's cases", lambda: bool(done))
        self.ctx.changed.emit(Changes(orders=True, cases=True, settings=True))

    def _owner(self) -> QObject:
        return self.window

    def today(self) -> None:
        """What is due."""
        self.hands.click("rail-today")
        self.hands.find(QWidget, "dueList")
        self.picture("01-today")

    def find_order(self) -> None:
        """Search while typing, choose the order, look at what is suggested."""
        self.hands.click("rail-orders")
        table = self.hands.find(QTableView, "orders_table")
        self.hands.wait("the orders", lambda: table.model().rowCount() > 1)
        self.picture("02-orders")
        self.hands.type_into("orders_search", ORDER[-7:])
        self.hands.wait("the order", lambda: table.model().rowCount() == 1)
        self.hands.wait("its row", lambda: ORDER in str(table.model().index(0, 1).data()))
        self.hands.click_row(table, 0)
        self.hands.find(QWidget, "orders_open_case")
        self.picture("02b-order-found")

    def open_case(self) -> None:
        """Open the suggested case."""
        self.hands.click("orders_open_case")
        self.hands.wait("the case", lambda: self.window.here == "case" and self._view() is not None)

    def _screen(self) -> CaseScreen:
        screen: CaseScreen = self.window.screen("case")  # type: ignore[assignment]
        return screen

    def _view(self) -> CaseView | None:
        return self._screen().session.view

    def walk(self) -> None:
        """Answer every step by keys until the case has an outcome."""
        seen: set[str] = set()
        for _ in range(_MOST_STEPS):
            view = self._view()
            if view is None or view.walk.current is None:
                break
            step = next(step for step in view.walk.path if step.step.id == view.walk.current)
            self.hands.wait(f"step {step.step.id}", lambda s=step.step.id: self._screen().shown_step == s)  # type: ignore[misc]
            self._do(step.step.kind, step.prefill, [o.id for o in step.options if o.id not in step.disabled], seen)
            self.hands.wait(f"the end of {step.step.id}", lambda s=step.step.id: self._current() != s)  # type: ignore[misc]
        self.hands.rest()
        self.picture("04e-case-closed")

    def _current(self) -> str | None:
        view = self._view()
        return view.walk.current if view is not None else None

    def _do(self, kind: str, prefill: str, options: list[str], seen: set[str]) -> None:
        first = kind not in seen
        seen.add(kind)
        if kind == "message":
            self._send(first=first)
            return
        if kind in ("question", "outcome") and not prefill:
            self.hands.find(QWidget, f"option-{options[0]}")
            self.hands.press(Qt.Key.Key_1, on=self._screen())
        if kind == "evidence":
            self._prove()
        names = {"question": "04a-case-question", "evidence": "09a-case-evidence", "outcome": "04f-case-outcome"}
        if first and kind in names:
            self.hands.rest()
            self.picture(names[kind])
        self.hands.press(Qt.Key.Key_Return, on=self._screen())

    def _prove(self) -> None:
        """Put a screenshot where a file is required."""
        proof = self.folder / "screenshot.png"
        self.window.grab().save(str(proof))
        body = self._screen().centre.body
        if not isinstance(body, EvidenceBody):
            raise Stuck("the evidence")
        for item in [item.id for item in body.items() if item.required]:
            body.add(item, [str(proof)])
            self.hands.wait(f"the file for {item}", lambda i=item: i in self._proven())  # type: ignore[misc]

    def _proven(self) -> set[str]:
        view = self._view()
        return {file.item for file in view.case.evidence} if view is not None else set()

    def dossier(self, target: Path) -> None:
        """Pack the case that was walked."""
        self.hands.name_file(target)
        self.hands.click("dossierButton")
        self.hands.wait("the dossier", target.exists)

    def _send(self, *, first: bool) -> None:
        self.hands.find(QWidget, "messageBody")
        self.hands.wait("the draft", lambda: self._writing() is not None)
        for name in self._missing():
            writing = self._writing()
            kind = next((f.kind for f in writing.fill_ins() if f.name == name), "text") if writing else "text"
            typed = {"date": self.ctx.now().date().isoformat(), "money": "12.50"}.get(kind, "the front door")
            self.hands.type_into(f"fillField-{name}", typed)
            self.hands.press(Qt.Key.Key_Return)
            self.hands.wait(f"the value of {name}", lambda n=name: n not in self._missing())  # type: ignore[misc]
        if first:
            self.picture("04c-case-reply")
        body = self._screen().message_body()
        self.hands.wait("a message that may be copied", lambda: body is not None and body.may_copy)
        self.hands.press(Qt.Key.Key_C, _CTRL | _SHIFT, on=self._screen())
        self.hands.wait("the text on the clipboard", lambda: bool(QApplication.clipboard().text()))
        self.copied = self.copied or QApplication.clipboard().text()
        if first:
            self.hands.rest()
            self.picture("04d-case-copied")
        self.hands.press(Qt.Key.Key_Return, _CTRL, on=self._screen())

    def _writing(self) -> Writing | None:
        body = self._screen().message_body()
        return None if body is None else body.writing

    def _missing(self) -> tuple[str, ...]:
        writing = self._writing()
        return () if writing is None else writing.missing

    def other_screens(self) -> None:
        """The list of cases, the templates, the settings."""
        for rail, widget, name in (
            ("cases", "casesTable", "05-cases"),
            ("templates", "template-tree", "06-templates"),
            ("settings", "languages", "08-settings"),
        ):
            self.hands.click(f"rail-{rail}")
            self.hands.find(QWidget, widget)
            self.picture(name)

    def export(self, book: Path) -> None:
        """Write the workbook."""
        self.hands.click("rail-reports")
        self.hands.name_file(book)
        self.hands.click("export")
        self.hands.wait("the workbook", book.exists)
        self.hands.find(QWidget, "export-file")
        self.picture("07-reports")
