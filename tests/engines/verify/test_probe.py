from typing import Any

import pytest

from aurora.contracts.sandbox import Sandbox
from aurora.engines.verify.behaviour import Behaviour, Probe
from aurora.engines.verify.probe import canonical
from aurora.model.task import SynthesisTask


def ask(sandbox: Sandbox, code: str, *inputs: str, **more: Any) -> Behaviour:
    probe = Probe(SynthesisTask("", name="f"), ("x",), inputs=inputs, seconds=0.2, **more)
    (behaviour,) = probe.ask(sandbox, [code])
    return behaviour


def test_code_that_does_not_parse_is_trouble(sandbox: Sandbox) -> None:
    behaviour = ask(sandbox, "def f(x:")
    assert "SyntaxError" in behaviour.trouble
    assert not behaviour.passes


def test_asserts_that_fail_or_raise_say_why(sandbox: Sandbox) -> None:
    behaviour = ask(
        sandbox, "def f(x):\n    return 1 // x", asserts=("assert f(1) == 1", "assert f(2) == 1", "assert f(0) == 1")
    )
    assert behaviour.asserts == ("", "AssertionError: ", "ZeroDivisionError: integer division or modulo by zero")
    assert not behaviour.passes


def test_what_breaks_an_example_is_called_only_where_a_postcondition_may_judge_it(sandbox: Sandbox) -> None:
    code, asserts = "def f(x):\n    return -x", ("assert f(1) == 1",)
    assert ask(sandbox, code, "(1,)", "(2,)", asserts=asserts).calls == ()
    judged = ask(sandbox, code, "(1,)", "(2,)", asserts=asserts, postconditions=("ret > 0",))
    assert [call.post for call in judged.calls] == [(False,), (False,)]


def test_a_call_that_does_not_end_is_stopped_and_no_more_than_two_are_tried(sandbox: Sandbox) -> None:
    behaviour = ask(sandbox, "def f(x):\n    while x:\n        pass", "(0,)", "(1,)", "(2,)", "(3,)", "(4,)")
    assert [call.error for call in behaviour.calls] == ["", "Slow: no answer in time", "Slow: no answer in time"]


def test_a_candidate_cannot_catch_the_end_of_its_time(sandbox: Sandbox) -> None:
    code = """
def f(x):
    for _ in range(3):
        try:
            while True:
                pass
        except BaseException as error:
            caught = error
    raise caught
"""
    (call,) = ask(sandbox, code, "(0,)").calls
    assert call.error == "Slow: no answer in time"


def test_a_condition_that_gives_a_number_holds_when_it_is_not_zero(sandbox: Sandbox) -> None:
    (call,) = ask(sandbox, "def f(x):\n    return x", "([],)", postconditions=("len(ret)", "len(ret) + 2")).calls
    assert call.post == (False, True)


def test_a_condition_that_takes_too_long_is_not_checked(sandbox: Sandbox) -> None:
    (call,) = ask(sandbox, "def f(x):\n    return x", "(1,)", postconditions=("all(True for _ in iter(int, 1))",)).calls
    assert call.post == (None,)


def test_a_huge_number_is_an_answer(sandbox: Sandbox) -> None:
    (call,) = ask(sandbox, "def f(x):\n    return 10**x", "(9000,)").calls
    assert call.error == ""
    assert len(call.out) < 500


def test_changed_arguments_and_unstable_answers_are_noticed(sandbox: Sandbox) -> None:
    (call,) = ask(sandbox, "def f(x):\n    x.append(1)\n    return len(x)", "([],)").calls
    assert (call.changed, call.stable, call.out) == (True, True, "1")
    code = "n = 0\ndef f(x):\n    global n\n    n += 1\n    return n"
    (call,) = ask(sandbox, code, "(1,)").calls
    assert (call.changed, call.stable) == (False, False)


def test_inputs_against_a_precondition_are_not_called(sandbox: Sandbox) -> None:
    behaviour = ask(sandbox, "def f(x):\n    return x", "(-1,)", "('a',)", "(2,)", preconditions=("x > 0",))
    assert behaviour.outputs == ((2, "2"),)


def test_a_postcondition_that_fails_or_raises_does_not_hold(sandbox: Sandbox) -> None:
    posts = ("ret > x", "ret > 0", "ret[0] == 1", "f(ret) == ret + 1")
    (call,) = ask(sandbox, "def f(x):\n    return x + 1", "(-1,)", postconditions=posts).calls
    assert call.post == (True, False, False, True)


def test_a_postcondition_that_names_a_missing_function_is_not_checked(sandbox: Sandbox) -> None:
    (call,) = ask(sandbox, "def f(x):\n    return x", "(1,)", postconditions=("g(ret) == 1", "ret == x")).calls
    assert call.post == (None, True)


def test_a_related_call_outside_the_preconditions_is_skipped(sandbox: Sandbox) -> None:
    behaviour = ask(
        sandbox,
        "def f(x):\n    return x * 2",
        "(1,)",
        "(3,)",
        preconditions=("x < 4",),
        postconditions=("call(x=x + 1) > ret", "direction(call(x=x - 1), ret)"),
    )
    assert [call.post for call in behaviour.calls] == [(True, -1), (None, -1)]


def test_the_setup_and_the_library_are_there(sandbox: Sandbox) -> None:
    task = SynthesisTask("", name="f", setup="import math", library={"g": "def g(x):\n    return x + 1"})
    (behaviour,) = Probe(task, ("x",), inputs=("(4,)",)).ask(sandbox, ["def f(x):\n    return g(math.sqrt(x))"])
    assert behaviour.calls[0].out == "3"
    assert behaviour.calls[0].type == "float"


@pytest.mark.parametrize(
    ("a", "b"),
    [([1], (1,)), ("1", 1), (0.1, 0.2), ({1: 2}, {2: 1}), (None, 0), ([[1], 2], [1, [2]]), ({1}, [1]), (b"a", "a")],
)
def test_different_values_have_different_texts(a: object, b: object) -> None:
    assert canonical(a) != canonical(b)


@pytest.mark.parametrize(
    ("a", "b"),
    [(1, 1.0), (True, 1), ({"b": 1, "a": 2}, {"a": 2, "b": 1}), (0.1 + 0.2, 0.3), ({"x", "y"}, frozenset("yx"))],
)
def test_equal_values_have_one_text(a: object, b: object) -> None:
    assert canonical(a) == canonical(b)


def test_objects_are_told_apart_by_their_attributes() -> None:
    class Point:
        def __init__(self, x: int) -> None:
            self.x = x

    assert canonical(Point(1)) == canonical(Point(1)) != canonical(Point(2))
