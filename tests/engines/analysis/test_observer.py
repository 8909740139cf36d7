"""Watching code in the real sandbox: coverage, killers, hot lines; broken projects are told, never raised."""

from collections.abc import Iterator

import pytest

from aurora.adapters.sandbox.forkserver import ForkServer
from aurora.adapters.sandbox.opening import open_sandbox
from aurora.contracts.sandbox import Sandbox
from aurora.engines.analysis.observer import Observer
from aurora.model.coverage import Fate, FileCoverage
from aurora.model.task import Budget

SOURCE = (
    "def total(prices, limit):\n    out = 0\n    for p in prices:\n        if p > limit:\n            out += limit\n"
    "        else:\n            out += p\n    return out\n\n\ndef unused(x):\n    return x + 1\n"
)
TESTS = (
    "from shop.cart import total\n\ndef test_small():\n    assert total([1, 2], 10) == 3\n\n"
    "def test_big():\n    assert total([20, 1], 10) == 11\n"
)
FILES = {"shop/__init__.py": "", "shop/cart.py": SOURCE, "tests/test_cart.py": TESTS}


@pytest.fixture(scope="module")
def observer() -> Iterator[Observer]:
    sandbox: Sandbox = open_sandbox(workers=1)
    assert isinstance(sandbox, ForkServer)
    yield Observer(sandbox)
    sandbox.close()


@pytest.mark.parametrize(
    ("tests", "words"),
    [
        ("def test_x(:\n", "could not be collected"),
        ("import nothing_there\ndef test_x(): pass\n", "could not be collected"),
        ("import os\nos._exit(3)\n", "ended by exited"),
    ],
)
def test_tests_that_cannot_run_are_told(observer: Observer, tests: str, words: str) -> None:
    seen = observer.coverage({"a.py": "x = 1\n", "test_a.py": tests}, ["a.py"], ["test_a.py"], Budget(100))
    assert words in seen.trouble


def test_lines_branches_and_killers_by_test(observer: Observer) -> None:
    seen = observer.coverage(FILES, ["shop/cart.py"], ["tests/test_cart.py"], Budget(100))
    assert seen.trouble == ""
    assert seen.files == (FileCoverage("shop/cart.py", 9, (12,), 4, ()),)
    assert [(each.test.rpartition("::")[2], each.passed, each.branches) for each in seen.tests] == [
        ("test_small", True, 3),
        ("test_big", True, 4),
    ]
    by_place = {(each.line, each.change): each for each in seen.mutants}
    assert by_place[4, "`>` to `>=`"].fate is Fate.SURVIVED
    assert by_place[5, "`out += limit` left out"].killer == "tests/test_cart.py::test_big"
    assert by_place[12, "`+` to `-`"].fate is Fate.UNREACHED
    assert all(each.killer for each in seen.mutants if each.fate is Fate.KILLED)


def test_an_endless_mutant_is_noticed_by_its_test(observer: Observer) -> None:
    files = {
        "a.py": "def down(n):\n    while n > 0:\n        n -= 1\n    return n\n",
        "test_a.py": "from a import down\n\ndef test_down():\n    assert down(3) == 0\n",
    }
    seen = observer.coverage(files, ["a.py"], ["test_a.py"], Budget(100))
    (endless,) = [each for each in seen.mutants if each.change == "`n -= 1` left out"]
    assert (endless.fate, endless.killer) == (Fate.TIMEOUT, "test_a.py::test_down")


def test_a_budget_that_is_spent_leaves_mutants_untried(observer: Observer) -> None:
    seen = observer.coverage(FILES, ["shop/cart.py"], ["tests/test_cart.py"], Budget(100), mutants=2)
    assert len(seen.mutants) == 2


HOT = (
    "def slow(n):\n    out = 0\n    for i in range(n):\n        for j in range(n):\n"
    "            out += i * j\n    return out\n"
)


def test_the_hot_line_is_ranked_first_and_the_growth_fitted(observer: Observer) -> None:
    seen = observer.profile({"hot.py": HOT, "cold.py": "x = 1\n"}, ["hot.py"], "hot.slow(n)", Budget(300))
    assert seen.trouble == ""
    assert {seen.lines[0].line, seen.lines[1].line} == {4, 5}
    assert [size for size, _ in seen.sizes][:3] == [8, 16, 32]
    assert seen.functions[0].name == "slow"
    assert seen.exponent is not None
    assert seen.exponent > 1.3


@pytest.mark.parametrize(
    ("call", "words"), [("hot.nothing(1)", "AttributeError"), ("(", "SyntaxError"), ("1 / 0", "ZeroDivisionError")]
)
def test_a_call_that_fails_is_told(observer: Observer, call: str, words: str) -> None:
    assert words in observer.profile({"hot.py": HOT}, ["hot.py"], call, Budget(100)).trouble


def test_tests_are_profiled_when_no_call_is_given(observer: Observer) -> None:
    files = {"hot.py": HOT, "test_hot.py": "from hot import slow\n\ndef test_slow():\n    assert slow(30) > 0\n"}
    seen = observer.profile(files, ["hot.py"], "", Budget(300))
    assert seen.lines[0].path == "hot.py"
    failing = files | {"test_hot.py": "def test_slow():\n    assert 0\n"}
    assert "test_slow fails" in observer.profile(failing, ["hot.py"], "", Budget(300)).trouble
