import sys
from types import ModuleType
from typing import Any

import pytest

from aurora.engines.repair.steps import HangError
from aurora.engines.repair.suite import (
    Seen,
    Unsupported,
    Void,
    alarmed,
    collect,
    distance,
    failure_of,
    frames_of,
    limited,
)


def module_of(code: str) -> ModuleType:
    module = ModuleType("made")
    exec(code, module.__dict__)
    return module


@pytest.mark.parametrize(
    "code",
    [
        "def test_a(tmp_path): pass",
        "import pytest\n@pytest.mark.skip\ndef test_a(): pass",
        "async def test_a(): pass",
        "class TestA:\n    def setup_method(self): pass\n    def test_a(self): pass",
        "import pytest\n@pytest.mark.parametrize('x', [1], indirect=True)\ndef test_a(x): pass",
    ],
)
def test_what_only_pytest_can_run_is_refused(code: str) -> None:
    with pytest.raises(Unsupported):
        list(collect(module_of(code), "t.py"))


def test_functions_classes_and_parameters_are_found() -> None:
    code = """
import pytest
import unittest
def check(): raise AssertionError
def test_one(): pass
class TestGroup:
    def test_two(self): assert isinstance(self, TestGroup)
class Case(unittest.TestCase):
    def test_three(self): self.assertEqual(1, 1)
@pytest.mark.parametrize("x, y", [(1, 2), (3, 4)])
def test_four(x, y): assert x + 1 == y
"""
    found = dict(collect(module_of(code), "t.py"))
    assert sorted(found) == [
        "t.py::Case::test_three",
        "t.py::TestGroup::test_two",
        "t.py::test_four[0]",
        "t.py::test_four[1]",
        "t.py::test_one",
    ]
    for test in found.values():
        test()


def test_an_endless_loop_is_ended_even_when_it_catches_exceptions() -> None:
    def spin() -> None:
        while True:
            try:
                pass
            except Exception:
                raise

    assert limited(spin, 0.02) == "HangError"


def test_printing_is_taken_away_and_given_back() -> None:
    out = sys.stdout
    assert limited(lambda: sys.stdout.write("x" * 10**6), 1.0) == ""
    assert sys.stdout is out
    assert (Void().write("abc"), Void().isatty()) == (3, False)


def test_leaving_the_process_is_only_a_result() -> None:
    assert limited(sys.exit, 1.0) == "SystemExit"


def test_time_within_the_limit_raises_nothing() -> None:
    with alarmed(5.0):
        assert sum(range(10)) == 45


@pytest.mark.parametrize(
    ("error", "status"), [(AssertionError(), "fail"), (KeyError("k"), "error"), (HangError(), "hang")]
)
def test_the_status_says_how_a_test_failed(error: BaseException, status: str) -> None:
    assert failure_of(error)["s"] == status


def test_an_exception_whose_text_raises_has_an_empty_message() -> None:
    class BadError(Exception):
        def __str__(self) -> str:
            raise RuntimeError

    assert failure_of(BadError())["m"] == ""


def test_a_syntax_error_points_into_its_file() -> None:
    with pytest.raises(SyntaxError) as caught:
        compile("x = (", "broken.py", "exec")
    assert frames_of(caught.value)[-1] == ["broken.py", 1, "<module>"]


@pytest.mark.parametrize(
    ("left", "right", "low", "high"),
    [
        (1, 1, 0.0, 0.0),
        (1, 2, 0.1, 0.9),
        (1, 1.5, 0.95, 0.95),
        (1, "1", 1.0, 1.0),
        (True, False, 0.5, 0.5),
        ([1, 2, 3], [1, 2, 4], 0.1, 0.5),
        ([[1], [2]], [[1], [3]], 0.5, 0.5),
        ({1: 2}, {1: 3}, 0.9, 0.9),
    ],
)
def test_nearer_values_have_smaller_distances(left: Any, right: Any, low: float, high: float) -> None:
    assert low <= distance(left, right) <= high


def test_the_sides_of_an_equality_are_kept() -> None:
    seen = Seen()
    assert not seen(1, 2)
    assert (seen.left, seen.right, seen.asked) == (1, 2, True)


def test_one_name_in_a_tuple_takes_rows_of_one_value_and_one_in_a_text_takes_values() -> None:
    code = """
import pytest
@pytest.mark.parametrize(("x",), [(1,)])
def test_row(x): assert x == 1
@pytest.mark.parametrize("x", [(1,)])
def test_value(x): assert x == (1,)
"""
    for test in dict(collect(module_of(code), "t.py")).values():
        test()
