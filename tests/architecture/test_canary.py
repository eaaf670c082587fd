"""The fault of PySide6 6.12 on Python 3.11: about 570 signal emissions, then the process dies."""

from __future__ import annotations

import subprocess
import sys

_EMIT = """
from PySide6.QtCore import QCoreApplication, QObject, Signal, Qt

class Bell(QObject):
    rang = Signal(bool, object)

app = QCoreApplication([])
bell, heard = Bell(), []
bell.rang.connect(lambda yes, what: heard.append((yes, what)))
bell.rang.connect(lambda yes, what: None, Qt.ConnectionType.QueuedConnection)
for number in range(20_000):
    bell.rang.emit(number % 2 == 0, None)
    bell.setObjectName("x")
    bell.blockSignals(False)
    if number % 500 == 0:
        app.processEvents()
app.processEvents()
assert len(heard) == 20_000
print("sound")
"""


def test_signals_do_not_lose_references() -> None:
    done = subprocess.run([sys.executable, "-c", _EMIT], check=False, capture_output=True, text=True)
    assert (done.returncode, done.stdout.strip()) == (0, "sound"), done.stderr[-2000:]
