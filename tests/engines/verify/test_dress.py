import doctest
from types import ModuleType

import pytest

from aurora.engines.verify.behaviour import Behaviour, Call, Probe
from aurora.engines.verify.dress import doctests, dressed
from aurora.engines.verify.plan import Plan
from aurora.model.task import SynthesisTask
from aurora.pycode.asserts import read_asserts


def plan(*calls: str) -> Plan:
    return Plan(Probe(SynthesisTask("", name="f"), ("x",)), calls, len(calls), frozenset(), ())


def call(place: int, shown: str, type_: str = "int", error: str = "") -> Call:
    return Call(place, shown, shown, type_, error, changed=False, stable=True, post=())


def shown(*answers: str) -> list[str]:
    calls = tuple(call(place, answer) for place, answer in enumerate(answers))
    return doctests(plan(*(f"f({place})" for place in range(len(answers)))), Behaviour((), calls))


@pytest.mark.parametrize("answer", ["None", "<object at 0x1>", repr("x" * 100)])
def test_what_a_session_would_not_show_again_is_no_doctest(answer: str) -> None:
    assert shown(answer) == []


def test_what_raised_is_no_doctest() -> None:
    assert doctests(plan("f(1)"), Behaviour((), (call(0, "", error="KeyError: 1"),))) == []


def test_examples_of_different_answers_come_first() -> None:
    assert shown("1", "1", "1", "2") == [">>> f(0)", "1", ">>> f(1)", "1", ">>> f(3)", "2"]


def test_a_set_is_compared_because_its_order_is_not_told() -> None:
    behaviour = Behaviour((), (call(0, "{'b', 'a'}", "set"),))
    assert doctests(plan("f(1)"), behaviour) == [">>> f(1) == {'b', 'a'}", "True"]


def test_types_and_words_are_put_in_where_they_are_missing() -> None:
    asserts = read_asserts("assert f([1], 'a') == 2.0\nassert f([], '') == 0.5", "f")
    text = dressed("def f(xs, s: str):\n    return 1\n", "f", "Write a function to count things", asserts, [])
    assert text == 'def f(xs: list[int], s: str) -> float:\n    """Count things."""\n    return 1\n'


def test_a_type_that_says_nothing_or_needs_an_import_is_left_out() -> None:
    asserts = read_asserts("assert f([]) == f", "f")
    assert dressed("def f(xs):\n    return f\n", "f", "", asserts, []) == "def f(xs):\n    return f\n"
    empty = read_asserts("assert f([]) == 1", "f")
    assert dressed("def f(xs):\n    return 1\n", "f", "", empty, []).startswith("def f(xs: list) -> int:")


def test_another_number_of_arguments_gives_no_types() -> None:
    asserts = read_asserts("assert f(1) == 1", "f")
    assert dressed("def f(a, b=2):\n    return a\n", "f", "", asserts, []) == "def f(a, b=2):\n    return a\n"


def test_code_without_the_function_stays() -> None:
    assert dressed("g = 1\n", "f", "words", (), []) == "g = 1\n"


def test_the_doctest_in_the_docstring_runs() -> None:
    lines = [">>> f('a\\\\b')", "'b'", '>>> f("\'")', "''"]
    code = dressed("def f(s):\n    return s.partition('\\\\')[2]\n", "f", 'After the "\\\\"', (), lines)
    module = ModuleType("answer")
    exec(code, module.__dict__)
    finder, runner = doctest.DocTestFinder(), doctest.DocTestRunner(verbose=False)
    (test,) = finder.find(module.f, "f", globs=module.__dict__)
    assert runner.run(test) == doctest.TestResults(failed=0, attempted=2)
