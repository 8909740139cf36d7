"""The laws of strategies: an answer, and the same one twice."""

from collections.abc import Iterator

from aurora.contracts.strategy import STRATEGY, Problem, Shape, Trial, Workbench
from aurora.model.answer import Candidate
from aurora.model.task import SynthesisTask
from aurora.registry.declare import Example

GIVEN = Trial("def f(a)", ("assert f(1) == 2",), "f(20)")


def answering(text: str) -> Candidate:
    return Candidate(f"def f(a):\n    return {text}\n", "s")


def test_a_strategy_that_finds_nothing_fails_its_example() -> None:
    @STRATEGY.part(examples=[Example(GIVEN, 21)])
    def nothing(problem: Problem, bench: Workbench) -> Iterator[Candidate | None]:
        yield None

    (failure,) = nothing.failures()
    assert failure.endswith("gave None, expected 21")


def test_a_strategy_that_finds_another_function_the_second_time_breaks_a_law() -> None:
    turns: list[int] = []

    @STRATEGY.part(examples=[Example(GIVEN, 21)])
    def moody(problem: Problem, bench: Workbench) -> Iterator[Candidate | None]:
        turns.append(1)
        yield answering(f"a + {len(turns)}")

    (failure,) = moody.failures()
    assert failure.endswith("law 'same answer twice': gave 21, then 22")


def test_a_strategy_without_examples_is_told() -> None:
    @STRATEGY.part(examples=[])
    def silent(problem: Problem, bench: Workbench) -> Iterator[Candidate | None]:
        yield None

    (failure,) = silent.failures()
    assert failure.endswith("has no example")


def test_a_strategy_that_keeps_its_promise_has_no_failure() -> None:
    @STRATEGY.part(examples=[Example(GIVEN, 21)])
    def right(problem: Problem, bench: Workbench) -> Iterator[Candidate | None]:
        yield None
        yield answering("a + 1")

    assert right.failures() == []


def test_a_problem_without_examples_has_no_values() -> None:
    problem = Problem(SynthesisTask("Add one."), "f", ("a",))
    assert (problem.inputs, problem.outputs, problem.words) == ((), (), ())


def shape(inputs: tuple[tuple[object, ...], ...], outputs: tuple[object, ...], prompt: str = "") -> Shape:
    return Problem(SynthesisTask(prompt), "f", (), inputs, outputs).shape


def test_without_examples_a_problem_takes_and_makes_nothing() -> None:
    bare = shape((), ())
    assert not bare.takes(int, str)
    assert not bare.makes(int, str)
    assert (bare.examples, bare.words) == (0, False)


def test_a_problem_takes_what_any_argument_is_and_makes_what_all_outputs_are() -> None:
    found = shape(((1, "a"), (2, "b")), (3, "c"), "  say it ")
    assert found.takes(str)
    assert found.takes(int, list)
    assert not found.takes(bool, list)
    assert found.makes(int, str)
    assert not found.makes(int)
    assert (found.examples, found.words) == (2, True)
