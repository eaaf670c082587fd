"""`python -m claimdesk`, the installed command and the frozen program all start here."""

from __future__ import annotations

import sys


def main() -> int:
    """Run the program; the process's exit status. Reading a workbook happens in a child that loads nothing else."""
    arguments = sys.argv[1:]
    if arguments[:1] == ["--read-workbook"]:
        from claimdesk.core.importing.child import main as read_workbook

        return read_workbook(arguments[1:])
    from claimdesk.bootstrap import main as start

    return start(arguments)


if __name__ == "__main__":
    sys.exit(main())
