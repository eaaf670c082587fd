"""How well the message check reads: `python tests/bench/messages_bench.py` measures all labelled messages anew.

Prints the page and compares it with `docs/message-check.md`; the tests do so with a part of the messages.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.core.policy.measured import PAGE, page


def main() -> int:
    """0 when the page tells what was measured."""
    now = page()
    print(now)
    return int(now != PAGE.read_text("utf-8"))


if __name__ == "__main__":
    sys.exit(main())
