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


def test_reasons_of_every_reader_are_told_in_both_languages() -> None:
    wording = Wording.load()
    for said, chinese in (
        ("there is no rule AMZ-NONE", "没有规则 AMZ-NONE"),
        ("steps is also the id of mine.toml", "steps 也是 mine.toml 的 id"),
        ("{delivered at} is not the name of a fact", "{delivered at} 不是事实的名称"),
        ("expected '}' before end of string", "左花括号没有配对的右花括号"),
        (
            "not not (: expected token ')', got 'end of print statement'",
            "not not (：此处应为“)”，却写了“end of print statement”",
        ),
        ("Input should be 'question', 'message' or 'wait'", "应为 'question', 'message' or 'wait' 之一"),
        ("Input should be a valid integer, unable to parse string as an integer", "应为整数"),
        ("Cannot declare ('steps', 'a') twice", "表头 ('steps', 'a') 写了两次"),
        ("Invalid value", "值的写法不正确"),
        ("something nobody foresaw", "读取程序的原文为“something nobody foresaw”"),
    ):
        told = wording.reason(said)
        assert (told.en, told.zh) == (said, chinese)
