"""Coverage is raised by new files, until it is reached or nothing more is."""

from collections.abc import Mapping

from aurora.contracts.sandbox import Sandbox
from aurora.contracts.testing import Wanted, Written
from aurora.engines.testing.cover import cover, measure
from aurora.model.progress import Watch, silent
from aurora.model.task import Budget

CODE = "def grade(score):\n    if score >= 90:\n        return 'A'\n    return 'B'\n"
FILES = {"a.py": CODE, "test_a.py": "from a import grade\n\ndef test():\n    assert grade(1) == 'B'\n"}
BETTER = "from a import grade\n\ndef test_more():\n    assert grade(95) == 'A'\n"
BUDGET = Budget(100, steps=1)  # of which the writers here use none: no clock ends anything


def writes(text: str) -> tuple[list[Wanted], "object"]:
    asked: list[Wanted] = []

    def write(wanted: Wanted, budget: Budget, watch: Watch) -> Written:
        asked.append(wanted)
        return Written(text)

    return asked, write


def ended(sandbox: Sandbox, text: str, files: Mapping[str, str] = FILES, target: float = 1.0) -> tuple[str, list[str]]:
    _, write = writes(text)
    found = cover(sandbox, write, files, target, BUDGET, silent)  # type: ignore[arg-type]
    return found.ended, sorted(found.files)


def test_a_project_whose_tests_fail_gets_none(sandbox: Sandbox) -> None:
    broken = {**FILES, "test_a.py": "def test():\n    assert False\n"}
    assert ended(sandbox, BETTER, broken) == ("tests fail as it is", [])


def test_what_reaches_nothing_more_is_not_kept(sandbox: Sandbox) -> None:
    assert ended(sandbox, FILES["test_a.py"]) == ("plateau", [])


def test_what_is_reached_already_needs_nothing(sandbox: Sandbox) -> None:
    assert ended(sandbox, BETTER, target=0.5) == ("reached", [])


def test_what_reaches_more_is_kept_beside_what_is_there(sandbox: Sandbox) -> None:
    asked, write = writes(BETTER)
    found = cover(sandbox, write, FILES, 1.0, BUDGET, silent)  # type: ignore[arg-type]
    assert (found.ended, dict(found.files), asked[0].aim) == ("reached", {"test_a_2.py": BETTER}, frozenset({2, 3}))
    assert (found.before.share < 1, found.after.share) == (True, 1.0)
    assert found.noticed_before < found.noticed_after <= found.mutants


def test_coverage_is_measured(sandbox: Sandbox) -> None:
    found = measure(sandbox, FILES, BUDGET)
    assert found is not None
    assert (found.reached, found.total, found.tests, dict(found.missing)) == (4, 6, 1, {"a.py": frozenset({2, 3})})


def test_without_tests_nothing_is_reached(sandbox: Sandbox) -> None:
    found = measure(sandbox, {"a.py": CODE}, BUDGET)
    assert found is not None
    assert (found.share, found.passed) == (0.0, True)


def test_a_module_that_no_test_imports_counts_as_not_reached(sandbox: Sandbox) -> None:
    tests = "from a import f\ndef test_f():\n    assert f(1) == 2\n"
    files = {"a.py": "def f(a):\n    return a + 1\n", "test_a.py": tests, "b.py": "def g(a):\n    return a\n"}
    found = measure(sandbox, {**files, "broken.py": "def (:\n"}, Budget(5))
    assert found is not None
    assert (found.reached, found.total, found.missing) == (2, 4, {"b.py": frozenset({1, 2})})
