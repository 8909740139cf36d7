from pathlib import Path

import pytest

from aurora.flows.fix_text import confidence_in, fix_text, project_of
from aurora.model.answer import Patch, Repair
from aurora.model.errors import BadInputError
from aurora.model.task import Budget
from aurora.model.verdict import Check, Judgement, Verdict
from tests.doubles import ScriptedEngines, tools_with

CODE = "def double(a):\n    return a + 2\n"


@pytest.mark.parametrize(
    "tests",
    [
        "def (",
        "x = 1",
        "'words'",
        "\0",
        "assert 1" + " + 1" * 20_000,
        "assert " + "-" * 50_000 + "1",
        "assert '\ud800'",
        "def check():\n    assert double(2) == 4\n",
    ],
    ids=range(8),
)
def test_tests_that_test_nothing_are_refused(tests: str) -> None:
    with pytest.raises(BadInputError, match="tests"):
        project_of(CODE, tests)


def test_without_tests_there_is_the_code_alone() -> None:
    assert project_of(CODE, "  ") == ("code", {"code.py": CODE})


def test_the_tests_say_what_the_code_is_called() -> None:
    tests = "import math\nimport pytest\nfrom shop import double\n\n\ndef test_it():\n    assert double(2) == 4\n"
    assert project_of(CODE, tests) == ("shop", {"shop.py": CODE, "test_code.py": tests})


def test_bare_assertions_become_a_test_each() -> None:
    _, files = project_of(CODE, "three = 3\nassert double(2) == 4\nassert double(three) == (\n    6\n)\n")
    names: dict[str, object] = {"double": lambda a: a * 2}
    exec(files["test_code.py"].replace("from code import *", ""), names)
    for test in ("test_1", "test_2"):
        names[test]()  # type: ignore[operator]
    assert "test_3" not in names


def test_assertions_within_a_loop_become_a_test_of_the_whole_loop() -> None:
    _, files = project_of(CODE, "assert double(1) == 2\nfor n in (1, 2):\n    assert double(n) == n * 2\n")
    names: dict[str, object] = {"double": lambda a: a + 1}
    exec(files["test_code.py"].replace("from code import *", ""), names)
    names["test_1"]()  # type: ignore[operator]
    with pytest.raises(AssertionError):
        names["test_2"]()  # type: ignore[operator]


def test_code_that_the_tests_call_like_their_own_file_is_not_lost() -> None:
    tests = "from test_code import double\n\n\ndef test_it():\n    assert double(2) == 4\n"
    assert project_of(CODE, tests) == ("test_code", {"test_code.py": CODE, "test_test_code.py": tests})


def test_a_patch_that_was_not_proved_is_not_handed_back(tmp_path: Path) -> None:
    guess = Repair(Judgement(Verdict.ABSTAINED), Patch((), {"code.py": "x\n"}))
    tools = tools_with(tmp_path, ScriptedEngines(repairs=[guess]))
    made = fix_text(tools, CODE, Budget())
    assert (made.code, made.diff, made.confidence) == (CODE, "", 0.0)
    tools.close()


def test_confidence_never_says_certain_and_is_one_half_without_evidence() -> None:
    passed, failed = Check("test", "a", True), Check("test", "b", False)
    assert confidence_in(Judgement(Verdict.VERIFIED)) == 0.5
    assert confidence_in(Judgement(Verdict.VERIFIED, (passed,) * 8)) == 0.9
    assert confidence_in(Judgement(Verdict.VERIFIED, (passed, failed))) == 0.5
