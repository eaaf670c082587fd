"""What PyInstaller starts: the same door as the installed command, the reader of workbooks included."""

from __future__ import annotations

import sys

from claimdesk.__main__ import main

if __name__ == "__main__":
    sys.exit(main())
