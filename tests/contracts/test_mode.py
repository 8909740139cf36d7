"""The laws of execution modes: findings in order at places that exist, verified, the same every time."""

import itertools

import pytest

from aurora.contracts.mode import Trial, World, mode
from aurora.contracts.prepared import prepared
from aurora.model.finding import Finding
from aurora.model.mode import Code, Result
from aurora.model.verdict import Check
from aurora.registry.declare import Example

A1, A2 = Finding("a.py", 1, 1, "x", "x"), Finding("a.py", 2, 1, "x", "x")
PROOF = (Check("x", "x", True),)


def failures(answer: Result[None], sources: dict[str, str]) -> list[str]:
    trial = Trial(Code(sources), prepared())
    part = mode("M1", takes=Code, seconds=1, examples=[Example(trial, answer)])(lambda _given, _world: answer)
    return [failure.partition(": ")[2] for failure in part.failures()]


@pytest.mark.parametrize(
    ("answer", "law"),
    [
        (Result(None, PROOF, (A2, A1)), "findings in the order of places"),
        (Result(None, PROOF, (Finding("a.py", 3, 1, "x", "x"),)), "every finding has a place"),
        (Result(None, PROOF, (Finding("b.py", 1, 1, "x", "x"),)), "every finding has a place"),
        (Result(None, ()), "what was done was verified"),
    ],
)
def test_an_answer_that_breaks_a_law_is_found(answer: Result[None], law: str) -> None:
    (failure,) = failures(answer, {"a.py": "1\n2"})
    assert failure.startswith(f"law {law!r}")


def test_what_was_not_done_needs_no_proof() -> None:
    assert failures(Result(None, (), done=False), {}) == []


def test_a_mode_that_gives_something_else_the_second_time_breaks_a_law() -> None:
    answers = itertools.cycle([Result(None, PROOF, (A1,)), Result(None, PROOF)])
    example = Example(Trial(Code({"a.py": "1"}), prepared()), Result(None, PROOF, (A1,)))

    def moody(_given: Code, _world: World) -> Result[None]:
        return next(answers)

    (failure,) = mode("M1", takes=Code, seconds=1, examples=[example])(moody).failures()
    assert failure.endswith("law 'same answer twice': gives something else the second time")
