"""The programs that repair is measured with pass their own tests before they are broken."""

import sys
from types import ModuleType
from typing import Any

import pytest
from bench import textbook

PROGRAMS = [each for kind in textbook.SETS for each in textbook.programs(textbook.FOLDER / f"{kind}.jsonl")]


@pytest.mark.parametrize("program", PROGRAMS, ids=[each["name"] for each in PROGRAMS])
def test_a_correct_program_passes_its_hidden_tests(program: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    module = ModuleType("program")
    exec(program["text"], vars(module))  # a program of our own
    monkeypatch.setitem(sys.modules, "program", module)
    known: dict[str, Any] = {}
    exec(textbook.tests(program["text"], [*program["visible"], *program["hidden"]], "program"), known)
    asked = [value for name, value in known.items() if name.startswith("test_")]
    assert len(asked) == len(program["visible"]) + len(program["hidden"])
    for each in asked:
        each()


def test_a_comparison_is_compared_as_a_whole() -> None:
    assert "assert (f(1) == f(2)) == True" in textbook.tests("def f(n):\n    return 0\n", ["f(1) == f(2)"], "program")
