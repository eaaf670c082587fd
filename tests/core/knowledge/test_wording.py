"""The words of the program by their codes; that they are whole is held by `tests/architecture`."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimdesk.core.knowledge.wording import Wording
from claimdesk.core.records.problems import Problem


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
