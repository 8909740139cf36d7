"""A candidate that breaks a postcondition is no answer, also on inputs that the examples do not have."""

from dataclasses import replace

import pytest

from aurora.engines.synthesis.problem import read
from aurora.engines.synthesis.promises import Promises
from aurora.model.task import Condition, SynthesisTask

TASK = SynthesisTask(
    "the distance of a number from zero",
    "f",
    "def f(n: int) -> int",
    asserts=("assert f(3) == 3", "assert f(0) == 0", "assert f(8) == 8"),
    postconditions=(Condition("ret >= 0", expression="ret >= 0"),),
)


def kept(code: str, task: SynthesisTask = TASK) -> bool:
    scope: dict[str, object] = {}
    exec(code, scope)
    return Promises(read(task)).kept(scope)


def test_what_breaks_a_promise_on_an_input_that_no_example_has_is_refused() -> None:
    assert not kept("def f(n):\n    return n - 7 if n == 1 else n if n in (0, 3, 8) else -5\n")


def test_what_keeps_its_promises_is_kept() -> None:
    assert kept("def f(n):\n    return abs(n)\n")


def test_without_conditions_everything_is_kept() -> None:
    assert kept("def f(n):\n    return -n - 1\n", replace(TASK, postconditions=()))


@pytest.mark.parametrize("words", ["the answer is beautiful", "ret is small"])
def test_words_that_cannot_be_run_refuse_nothing(words: str) -> None:
    assert kept("def f(n):\n    return -n - 1\n", replace(TASK, postconditions=(Condition(words),)))


def test_inputs_that_a_precondition_excludes_do_not_count() -> None:
    task = replace(TASK, preconditions=(Condition("n >= 0", expression="n >= 0"),))
    assert kept("def f(n):\n    return n\n", task)
