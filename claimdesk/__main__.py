"""`python -m claimdesk`, the installed command and the frozen program all start here."""

from __future__ import annotations

import os
import sys


def main() -> int:
    """Run the program; the process's exit status. Reading a workbook happens in a child that loads nothing else."""
    arguments = sys.argv[1:]
    if arguments[:1] == ["--read-workbook"]:
        from claimdesk.core.importing.child import main as read_workbook

        return read_workbook(arguments[1:])
    from claimdesk.bootstrap import main as start

    try:
        return start(arguments)
    except BrokenPipeError:
        # Whoever read the output has seen enough; the interpreter must not complain of it at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


if __name__ == "__main__":
    sys.exit(main())
