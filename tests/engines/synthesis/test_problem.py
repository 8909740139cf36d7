"""Tasks are read as problems."""

import pytest

from aurora.engines.synthesis.problem import from_json, read, to_json
from aurora.model.task import Condition, SynthesisTask


def test_examples_that_are_not_literal_are_left_out() -> None:
    problem = read(SynthesisTask("", signature="def f(p)", asserts=("assert f(Pair(1)) == 2", "assert f(3) == 4")))
    assert (problem.inputs, problem.outputs) == (((3,),), (4,))


def test_what_is_no_assert_is_no_example() -> None:
    assert read(SynthesisTask("", name="f", asserts=("assert f(",))).inputs == ()


@pytest.mark.parametrize(
    ("text", "output"),
    [
        ("assert f(1)", True),
        ("assert not f(1)", False),
        ("assert set(f(1)) == {2}", {2}),
        ("import math\nassert math.isclose(f(1), 0.5)", 0.5),
        ("assert 7 == f(1)", 7),
    ],
)
def test_every_relation_says_an_output(text: str, output: object) -> None:
    assert read(SynthesisTask("", name="f", signature="def f(a)", asserts=(text,))).outputs == (output,)


def test_keywords_and_defaults_go_to_their_places() -> None:
    task = SynthesisTask("", signature="def f(a, b=2, c=3)", asserts=("assert f(1, c=9) == 0", "assert f(5) == 1"))
    assert read(task).inputs == ((1, 2, 9), (5, 2, 3))


def test_the_name_comes_from_the_examples_when_none_is_given() -> None:
    problem = read(SynthesisTask("Add them", asserts=("assert add_up([1, 2]) == 3",)))
    assert problem.name == "add_up"
    assert problem.words == ("add", "them", "add", "up")


def test_a_task_survives_the_way_into_the_sandbox() -> None:
    condition = Condition("a is positive", "a > 0")
    task = SynthesisTask("words", "f", "def f(a)", "import math", ("assert f(1) == 1",), (condition,), (), {"g": "x"})
    assert from_json(to_json(task)) == task
