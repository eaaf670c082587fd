"""The Dossier button: what lacks is told with the way to it, else the ZIP lies where its name says; no step waits."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMessageBox, QPushButton

from claimdesk.core.desk import Desk
from claimdesk.ui.case.dossier import LackingDialog
from tests.ui.case_desk import case_screen, delivered_order, walk_to


@pytest.fixture
def case(desk, now) -> int:
    return desk.cases.open(delivered_order(desk), "S03", now)


def prove(desk: Desk, case: int, folder: Path, now) -> Path:
    proof = folder / "proof.png"
    proof.write_bytes(b"one")
    desk.cases.add_evidence(case, "tracking_page", proof, now)
    return proof


def dialog_of(screen) -> LackingDialog:
    dialog = screen.findChild(LackingDialog, "dossierLacking")
    assert dialog is not None
    return dialog


@pytest.mark.parametrize("at_evidence", [False, True])
def test_what_lacks_is_named_and_leads_to_its_step(qtbot, ctx, desk, case, now, at_evidence) -> None:
    if at_evidence:
        walk_to(desk, case, "evidence", now)
    screen = case_screen(qtbot, ctx, case)
    QTest.keyClick(screen, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    dialog = dialog_of(screen)
    label = desk.dossiers.lacking(case, now)[0].label.en
    assert label in [each.text() for each in dialog.findChildren(type(screen.header._title))]
    dialog.findChild(QPushButton, "dossierGoToEvidence").click()
    assert screen.shown_step == "evidence"
    # The step holds nothing up where the case has come to it, and cannot be answered before.
    before = len(desk.cases.events(case))
    screen.proceed()
    assert (len(desk.cases.events(case)) > before) is at_evidence


def test_the_zip_is_written_and_told(qtbot, ctx, desk, case, now, tmp_path, monkeypatch) -> None:
    prove(desk, case, tmp_path, now)
    asked: list[str] = []

    def choose(_parent, _title, start, kinds):
        asked.append(start)
        return str(tmp_path / "for Amazon"), kinds.split(";;")[len(asked) - 1]

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    told: list[str] = []
    ctx.toast.connect(lambda text, _: told.append(text))
    screen = case_screen(qtbot, ctx, case)
    for title in ("History", "经过"):
        screen.header.findChild(QPushButton, "dossierButton").click()
        with zipfile.ZipFile(tmp_path / "for Amazon.zip") as packed:
            assert "exhibits/01-tracking_page-proof.png" in packed.namelist()
            assert f"<h2>{title}</h2>" in packed.read("case.html").decode()
    assert Path(asked[0]).name == "Dossier C-0001.zip" and Path(asked[1]).parent == tmp_path
    assert told == [f"for Amazon.zip is saved in {tmp_path}"] * 2


def test_a_name_not_given_writes_nothing_and_a_failure_is_told(
    qtbot, ctx, desk, case, now, tmp_path, monkeypatch
) -> None:
    prove(desk, case, tmp_path, now)
    screen = case_screen(qtbot, ctx, case)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    screen.dossier.make()
    assert list(tmp_path.glob("*.zip")) == []
    screen.dossier.write(tmp_path / "gone" / "x.zip")
    box = screen.findChild(QMessageBox, "dossierFailed")
    assert str(tmp_path / "gone") in box.text()
    box.close()
    screen.dossier.write(tmp_path / "x.zip")  # the failure leaves the button alive
    assert zipfile.is_zipfile(tmp_path / "x.zip")


def test_a_closed_case_has_its_dossier_too(qtbot, ctx, desk, case, now, tmp_path) -> None:
    desk.cases.close(case, now)
    screen = case_screen(qtbot, ctx, case)
    screen.dossier.make()
    assert "Reopen" in " ".join(each.text() for each in dialog_of(screen).findChildren(type(screen.header._title)))


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("width", [1044, 1364])
def test_no_button_of_the_head_is_clipped(qtbot, ctx, desk, case, language, width) -> None:
    ctx.interface.choose(language)
    screen = case_screen(qtbot, ctx, case, width=width, height=640)
    header = screen.header
    right = 0
    for button in (header._clock, header._dossier, header._close):
        if button.isVisible():
            assert button.width() >= button.sizeHint().width()
            assert button.x() >= right
            right = button.x() + button.width()
    assert 0 < right <= header.width()
