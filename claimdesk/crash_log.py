"""Where the program writes what went wrong: types, ids and places, never a buyer's data."""

from __future__ import annotations

import faulthandler
import logging
import sys
import threading
from contextlib import ExitStack, contextmanager, suppress
from logging.handlers import RotatingFileHandler
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from types import TracebackType

_log = logging.getLogger("claimdesk")


@contextmanager
def kept_log(folder: Path) -> Iterator[None]:
    """Log into `logs/` of a data folder, five files of a megabyte; a folder that cannot be written is told elsewhere."""
    with ExitStack() as undo:
        with suppress(OSError):
            (folder / "logs").mkdir(parents=True, exist_ok=True)
            handler = RotatingFileHandler(
                folder / "logs" / "claimdesk.log", maxBytes=1_000_000, backupCount=5, encoding="utf-8", delay=True
            )
            undo.callback(handler.close)
            handler.setFormatter(_TypesOnly("%(asctime)s %(levelname)s %(name)s %(message)s"))
            logging.getLogger().addHandler(handler)
            undo.callback(logging.getLogger().removeHandler, handler)
            _catch_native(folder / "logs" / "native-crash.log", undo)
        hooks = sys.excepthook, threading.excepthook
        sys.excepthook, threading.excepthook = _uncaught, _uncaught_in_thread
        undo.callback(_put_back, *hooks)
        yield


def _catch_native(path: Path, undo: ExitStack) -> None:
    if faulthandler.is_enabled():
        return  # somebody who runs us, a test runner for instance, already listens
    # Kept open meanwhile: a native crash can only write to a file that is already there.
    faulthandler.enable(undo.enter_context(path.open("a", encoding="utf-8")))
    undo.callback(faulthandler.disable)


def _put_back(hook: Callable[..., object], thread_hook: Callable[..., object]) -> None:
    sys.excepthook, threading.excepthook = hook, thread_hook


def _uncaught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    _log.error("uncaught", exc_info=(kind, error, trace))


def _uncaught_in_thread(given: threading.ExceptHookArgs) -> None:
    if given.exc_value is not None:
        _uncaught(given.exc_type, given.exc_value, given.exc_traceback)


class _TypesOnly(logging.Formatter):
    """Tracebacks without the exception's own words: those may quote a row of somebody's order."""

    def formatException(  # noqa: N802 (logging's own name)
        self, ei: tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]
    ) -> str:
        kind, _error, trace = ei
        lines = [type.__name__ for type in (kind,) if type is not None]
        while trace is not None:
            code = trace.tb_frame.f_code
            lines.append(f"  {code.co_filename.rsplit('claimdesk', 1)[-1]}:{trace.tb_lineno} {code.co_name}")
            trace = trace.tb_next
        return "\n".join(lines)
