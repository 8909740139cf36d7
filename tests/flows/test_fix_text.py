from pathlib import Path

import pytest

from aurora.flows.fix_text import confidence_in, fix_text, project_of
from aurora.model.answer import Patch, Repair
from aurora.model.errors import BadInputError
from aurora.model.task import Budget
from aurora.model.verdict import Check, Judgement, Verdict
from tests.doubles import ScriptedEngines, tools_with

CODE = "def double(a):\n    return a + 2\n"


@pytest.mark.parametrize("tests", ["def (", "x = 1", "'words'", "\0"])
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
