from pathlib import Path

import pytest

from aurora.flows.analyze_text import analyze_text, is_code
from aurora.model.finding import Severity
from aurora.registry.discover import discover
from tests.doubles import tools_with


@pytest.mark.parametrize(
    "text",
    ["x = 1", "def f(:\n", "import os\n", "f(2)", "for a in b:\n    c(\n", "if x:\nreturn y", "a.b[0] += 1 +"],
)
def test_code_is_code_even_when_it_is_broken(text: str) -> None:
    assert is_code(text)


@pytest.mark.parametrize(
    "text", ["", "status", "fix my tests", "is this fast?", "import the records, please", "for all of them", "(" * 3000]
)
def test_words_are_not(text: str) -> None:
    assert not is_code(text)


def test_an_error_in_ten_lines_halves_the_score(tmp_path: Path) -> None:
    tools = tools_with(tmp_path, registry=discover("aurora.units.modes"))
    found = analyze_text(tools, "x = 1\n" * 9 + "print(unknown)\n")
    assert [each.rule for each in found.of(Severity.ERROR)] == ["undefined-name"]
    assert found.score == 0.5
    assert found.complexity == 0.0


def test_complexity_follows_the_most_complex_function(tmp_path: Path) -> None:
    branches = "".join(f"    if a == {number}:\n        a += 1\n" for number in range(9))
    found = analyze_text(tools_with(tmp_path), f"def f(a):\n{branches}    return a\n")
    assert found.complexity == 0.5
    assert analyze_text(tools_with(tmp_path), "def f(:\n").complexity == 0.0


def test_advice_is_given_once_for_the_gravest_first(tmp_path: Path) -> None:
    tools = tools_with(tmp_path, registry=discover("aurora.units.modes"))
    found = analyze_text(tools, "def f(a):\n    return b\n")
    assert len(set(found.recommendations)) == len(found.recommendations)
