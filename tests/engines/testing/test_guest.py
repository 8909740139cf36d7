"""The guest's side, asked directly: what a fork would do is done here."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from aurora.engines.testing.guest import serve
from aurora.model.execution import Json, Limits, Outcome, Status

TEXT = "def grade(score: int) -> str:\n    if score >= 90:\n        return 'A'\n    return 'B'\n"
CHANGED = TEXT.replace(">= 90", "> 90")
TESTS = """import pytest
from graded import grade

@pytest.mark.parametrize(("score", "expected"), [(90, "A"), (1, "B")])
def test_grade(score, expected):
    assert grade(score) == expected

@pytest.mark.parametrize("score", [91])
def test_high(score):
    assert grade(score) == "A"
"""


class Here:
    """A guest whose calls are made in this process."""

    def __init__(self) -> None:
        self.sent: list[Any] = []

    def send(self, message: Json) -> None:
        self.sent.append(message)

    def receive(self, timeout: float | None = None) -> Json:
        raise AssertionError(timeout)

    def call(self, work: Callable[[], Json], limits: Limits, meanwhile: Callable[[], None] | None = None) -> Outcome:
        del limits, meanwhile
        return Outcome(Status.OK, work())


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.path", list(__import__("sys").path))
    monkeypatch.setattr("sys.dont_write_bytecode", True)
    monkeypatch.setenv("PYTHONHASHSEED", os.environ.get("PYTHONHASHSEED", "random"))
    yield tmp_path
    __import__("sys").modules.pop("graded", None)


def asked(**more: Json) -> Any:
    guest = Here()
    serve(
        guest,
        {"module": "graded", "path": "graded.py", "text": TEXT, "roots": [""], "memory_mb": 256, "steps": 0, **more},
    )
    return guest.sent[0]


def test_both_ways_and_both_sides_of_the_boundary_are_found(folder: Path) -> None:
    told = asked(do="explore", targets=["grade"], only="", seed=1, seconds=2.0, cases=[], laws=[], mutants=[CHANGED])
    assert sorted(map(tuple, told["reached"])) == [(0, False), (0, True), (1, True)]
    arguments = {each["arguments"][0] for each in told["cases"]}
    assert "90" in arguments
    (kills,) = told["kills"]
    assert {told["cases"][place]["arguments"][0] for place in kills[0]} == {"90"}


def test_the_first_test_that_fails_is_named_for_each_mutant(folder: Path) -> None:
    same, broken = TEXT.replace("'A'", "'A' "), "def grade(:\n"
    told = asked(do="trials", tests=TESTS, mutants=[CHANGED, same, broken, TEXT.replace("90", "92")], seconds=60.0)
    assert told == ["", "test_grade", "", "import", "test_grade"]


def test_with_steps_so_many_inputs_are_tried_however_long_it_takes(folder: Path) -> None:
    wanted: dict[str, Json] = {"do": "explore", "targets": ["grade"], "only": "", "cases": [], "laws": []}
    one = asked(**wanted, mutants=[], seed=1, seconds=0.0, steps=1)
    assert len(one["cases"]) == 1
    many = asked(**wanted, mutants=[], seed=1, seconds=0.0, steps=200)
    assert many["cases"][0] == one["cases"][0]
    assert len(many["cases"]) > 1
