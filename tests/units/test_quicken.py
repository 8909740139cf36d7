"""A project is made quicker file by file; bad files are refused before anything is tried."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from aurora.contracts.prepared import PreparedOptimizer, prepared
from aurora.model.errors import BadInputError
from aurora.model.optimization import Attempt, Gain, Optimization
from aurora.model.quicker import Slow
from aurora.model.task import Budget
from aurora.units.quicken import quickened

KEPT = Attempt("m.r", "a.py", "f", 1, True, "Quicker.", Gain(2.0, 1.5, 2.5))
REFUSED = Attempt("m.q", "a.py", "f", 1, False, "Not the same.")


class Recorder(PreparedOptimizer):
    """Changes every file it is asked for, and keeps which texts it was given."""

    def __init__(self) -> None:
        super().__init__()
        self.given: list[Mapping[str, str]] = []
        self.budgets: list[Budget] = []

    def optimize(self, files: Mapping[str, str], path: str, budget: Budget, **_: Any) -> Optimization:
        self.given.append(dict(files))
        self.budgets.append(budget)
        return Optimization({path: "y = 1\n"}, (KEPT, REFUSED), {path: 3}, ("A note.",))


@pytest.mark.parametrize(
    ("files", "asked", "words"),
    [({"a.py": "def f(:\n"}, (), "is not Python"), ({"a.py": "x = 1\n"}, ("b.py",), "is not among the files")],
)
def test_what_cannot_be_worked_on_is_refused(files: dict[str, str], asked: tuple[str, ...], words: str) -> None:
    with pytest.raises(BadInputError, match=words):
        quickened(Slow(files, asked), prepared(optimize=PreparedOptimizer())(), "")


def test_every_file_is_worked_on_with_the_changes_before_it() -> None:
    recorder = Recorder()
    given = Slow({"a.py": "x = 1\n", "b.py": "x = 2\n", "test_a.py": ""})
    result = quickened(given, prepared(optimize=recorder)(), "")
    assert [files["a.py"] for files in recorder.given] == ["x = 1\n", "y = 1\n"]
    assert result.done
    assert result.components == ("m.r",)
    assert result.output.diff.count("+y = 1") == 2
    assert [check.kind for check in result.evidence] == ["gain", "gain", "note"]


def test_nothing_kept_is_not_done() -> None:
    result = quickened(Slow({"a.py": "x = 1\n"}), prepared(optimize=PreparedOptimizer())(), "")
    assert (result.done, result.output.diff, result.findings) == (False, "", ())


def test_a_function_that_no_file_has_is_refused() -> None:
    with pytest.raises(BadInputError, match="no function 'g'"):
        quickened(Slow({"a.py": "def f(x): ...\n"}, function="g"), prepared(optimize=PreparedOptimizer())(), "")


def test_the_budget_is_that_of_all_files_together() -> None:
    recorder, world = Recorder(), prepared()()
    world = replace(world, optimize=recorder, budget=Budget(100.0, steps=3))
    result = quickened(Slow({"a.py": "x = 1\n", "b.py": "x = 2\n", "c.py": "x = 3\n"}), world, "")
    assert [each.steps for each in recorder.budgets] == [3, 1]
    assert result.output.optimization.notes == (
        "A note.",
        "The budget was spent before these files were looked at: c.py.",
    )
