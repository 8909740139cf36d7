from collections.abc import Iterator

import pytest

from aurora.contracts.strategy import Problem, Trial, Workbench
from aurora.engines.synthesis.trial import answer
from aurora.model.answer import Candidate

GIVEN = Trial("def f(a: int) -> int", ("assert f(1) == 2",), "f(20)", prompt="Add one.")


def test_a_strategy_that_finds_nothing_answers_nothing() -> None:
    def nothing(problem: Problem, bench: Workbench) -> Iterator[Candidate | None]:
        yield None

    assert answer(nothing, GIVEN) is None


def test_the_first_candidate_is_called() -> None:
    def two(problem: Problem, bench: Workbench) -> Iterator[Candidate | None]:
        yield None
        yield Candidate("def f(a):\n    return a + 1\n", "s")
        yield Candidate("def f(a):\n    return 0\n", "s")

    assert answer(two, GIVEN) == 21


def test_a_candidate_that_raises_is_an_error() -> None:
    def raises(problem: Problem, bench: Workbench) -> Iterator[Candidate | None]:
        yield Candidate("def f(a):\n    return a // 0\n", "s")

    with pytest.raises(ZeroDivisionError):
        answer(raises, GIVEN)


def test_a_strategy_is_given_the_problem_and_a_bench_with_components() -> None:
    def looks(problem: Problem, bench: Workbench) -> Iterator[Candidate | None]:
        assert (problem.name, problem.parameters) == ("f", ("a",))
        assert (problem.inputs, problem.outputs) == (((1,),), (2,))
        assert "add" in problem.words
        assert bench.components()
        yield Candidate("def f(a):\n    return a\n", "s")

    assert answer(looks, GIVEN) == 20


def test_a_strategy_that_never_breathes_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("aurora.engines.synthesis.trial._SECONDS", 0.05)

    def holds_its_breath(problem: Problem, bench: Workbench) -> Iterator[Candidate | None]:
        while True:
            pass
        yield None

    assert answer(holds_its_breath, GIVEN) is None
