"""One journey through the whole window: from a dropped export to an outcome and a workbook."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtGui import QImage

STATIONS = ("01b-first-run", "03-import", "01-today", "02-orders", "04a-case-question", "04c-case-reply",
            "04d-case-copied", "04e-case-closed", "05-cases", "06-templates", "07-reports", "08-settings")  # fmt: skip


@pytest.mark.timeout(240)
def test_the_tour_does_the_main_job(tmp_path: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "claimdesk", "tour", str(tmp_path / "tour"), "--json"],
        capture_output=True,
        check=False,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        timeout=230,
    )
    said, complained = run.stdout.decode("utf-8"), run.stderr.decode("utf-8", "replace")
    assert run.returncode == 0, (run.returncode, said, complained)
    found = json.loads(said.splitlines()[-1])
    taken = {Path(picture).stem: QImage(picture) for picture in found["pictures"]}
    assert set(STATIONS) <= set(taken)
    assert all(image.width() >= 1440 and image.height() >= 900 for image in taken.values())
    book = load_workbook(found["report"])
    # Every station left its mark: the imported orders and the case that was walked are in the workbook.
    assert book["Orders"].max_row > 90
    closed = [row for row in book["Cases"].iter_rows(values_only=True) if "113-7743016-2259804" in row]
    assert len(closed) == 1
    with zipfile.ZipFile(found["dossier"]) as packed:
        manifest = json.loads(packed.read("manifest.json"))
        assert manifest["order_no"] == "113-7743016-2259804" and manifest["exhibits"]
        assert all(packed.getinfo(one["file"]).file_size == one["size"] for one in manifest["exhibits"])
