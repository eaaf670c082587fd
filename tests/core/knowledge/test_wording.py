"""The words of the program: whole in both languages, with the same blanks to fill."""

from __future__ import annotations

import string
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from claimdesk.core.knowledge.shipped import shipped_files
from claimdesk.core.knowledge.wording import Wording
from claimdesk.core.records.problems import Problem


def blanks(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def entries() -> list[tuple[str, str, dict[str, Any]]]:
    return [
        (path.name, code, words)
        for path in shipped_files("resources", "wording")
        for code, words in tomllib.loads(path.read_text("utf-8")).items()
    ]


def test_every_code_stands_in_one_file() -> None:
    assert [code for code, count in Counter(code for _, code, _ in entries()).items() if count > 1] == []


def test_both_languages_fill_the_same_blanks() -> None:
    faults = [
        (file, code)
        for file, code, words in entries()
        if blanks(words["en"]) != blanks(words["zh"])
        or bool(words.get("cure_en")) != bool(words.get("cure_zh"))
        or blanks(words.get("cure_en", "")) != blanks(words.get("cure_zh", ""))
    ]
    assert faults == []


def test_a_text_is_filled_and_an_unknown_code_is_its_own_text() -> None:
    wording = Wording.load()
    text = wording.text("data_newer", {"found": 9, "known": 1})
    assert "9" in text.en
    assert "9" in text.zh
    cure = wording.cure("data_newer")
    assert cure is not None
    assert cure.zh
    assert wording.cure("batch_unknown") is None
    assert wording.text("no_such_code").en == "no_such_code"
    assert wording.cure("no_such_code") is None
    # A value that nobody gave stays visible as its name.
    assert "{batch}" in wording.text("batch_unknown").en
    assert "order_unknown" in wording.codes()


@pytest.mark.parametrize(
    "content,key", [("[a]\nen = 'x'\n", "a.zh"), ("[a", ""), ("[a]\nen='x'\nzh='y'\nmore='z'\n", "a.more")]
)
def test_a_faulty_file_is_named_with_its_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: str, key: str
) -> None:
    file = tmp_path / "own.toml"
    file.write_text(content, "utf-8")
    monkeypatch.setattr("claimdesk.core.knowledge.wording.shipped_files", lambda *_: [file])
    with pytest.raises(Problem) as caught:
        Wording.load()
    assert (caught.value.code, caught.value.params["file"], caught.value.params["key"]) == (
        "knowledge_faulty",
        "own.toml",
        key,
    )
