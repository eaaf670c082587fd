"""What the packaged program carries, without building it."""

from __future__ import annotations

import sys
from types import ModuleType

import pytest


@pytest.fixture(scope="module")
def contents(sources) -> ModuleType:
    sys.path.insert(0, str(sources.root / "packaging"))
    try:
        import contents
    finally:
        sys.path.pop(0)
    return contents


def test_the_data_lies_where_the_program_looks(sources, contents) -> None:
    pairs = dict(contents.own_data())
    assert pairs[str(sources.root / "resources" / "styles" / "tokens.toml")] == "claimdesk/resources/styles"
    shipped = [p for name in ("resources", "templates") for p in (sources.root / name).rglob("*") if p.is_file()]
    assert {str(path) for path in shipped} <= set(pairs)


def test_every_package_brings_its_licence(sources, contents) -> None:
    with_text = {folder.removeprefix("licenses/").lower().replace("-", "_") for _, folder in contents.licence_files()}
    assert {name.lower().replace("-", "_") for name in contents.runtime_names()} - with_text == set()
    page = (sources.root / "THIRD_PARTY.md").read_text("utf-8").lower().replace("-", "_")
    assert [name for name in contents.runtime_names() if f"| {name.lower().replace('-', '_')} |" not in page] == []


@pytest.mark.parametrize(
    "target, kept",
    [
        ("PySide6/Qt/lib/libQt6Core.so.6", True),
        ("PySide6/Qt/lib/libQt6Network.so.6", True),
        ("PySide6/Qt/lib/libQt6Quick.so.6", False),
        ("PySide6\\Qt6Qml.dll", False),
        ("PySide6/Qt/plugins/sqldrivers/libqsqlite.so", False),
        ("PySide6/Qt/plugins/platforms/libqoffscreen.so", True),
        ("PySide6/Qt/plugins/platforms/libqvnc.so", False),
        ("PySide6/Qt/plugins/platforminputcontexts/libibusplatforminputcontextplugin.so", True),
        ("PySide6/Qt/plugins/platforminputcontexts/libqtvirtualkeyboardplugin.so", False),
        ("PySide6/Qt/translations/qtbase_zh_CN.qm", True),
        ("PySide6/Qt/translations/qtbase_de.qm", False),
        ("babel/locale-data/zh_Hans_CN.dat", True),
        ("babel/locale-data/root.dat", True),
        ("babel/locale-data/enx.dat", False),
        ("babel/locale-data/sw.dat", False),
        ("babel/global.dat", True),
        ("claimdesk/resources/locale/claimdesk_zh.qm", True),
    ],
)
def test_only_what_is_used_goes_in(contents, target: str, kept: bool) -> None:
    assert contents.wanted(target) is kept
