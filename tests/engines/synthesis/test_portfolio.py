from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from aurora.contracts.strategy import STRATEGY, Problem, Workbench
from aurora.engines.synthesis.bench import Bench
from aurora.engines.synthesis.library import Library
from aurora.engines.synthesis.portfolio import run, smaller
from aurora.model.answer import Candidate
from aurora.registry.declare import AnyPart
from tests.engines.synthesis.problems import first, problem

TWICE = problem("def f(a)", "assert f(1) == 2", "assert f(5) == 10")


def answers(problem: Problem, bench: Workbench) -> Iterator[Candidate | None]:
    yield None
    yield Candidate("def f(a):\n    return a * 2\n", "answers", 3.0)


def fails(problem: Problem, bench: Workbench) -> Iterator[Candidate | None]:
    yield None
    raise ValueError("broken")


def gives_up(problem: Problem, bench: Workbench) -> Iterator[Candidate | None]:
    yield from ()


def never_ends(problem: Problem, bench: Workbench) -> Iterator[Candidate | None]:
    while True:
        yield None


def part(strategy: Any) -> AnyPart:
    declared: Any = STRATEGY.part(examples=[])(strategy)
    return declared  # type: ignore[no-any-return]


def bench_of(library: Library, *strategies: Any, seconds: float = 20.0) -> Bench:
    return Bench(replace(library, parts=tuple(map(part, strategies))), seconds)


def test_without_strategies_there_is_no_answer(library: Library) -> None:
    assert list(run(TWICE, bench_of(library))) == []


def test_strategies_that_give_up_end_the_search(library: Library) -> None:
    assert list(run(TWICE, bench_of(library, gives_up, gives_up))) == []


def test_a_strategy_that_fails_is_noted_and_ends_no_other(library: Library) -> None:
    bench = bench_of(library, fails, answers)
    assert [candidate.strategy for candidate in run(TWICE, bench) if candidate] == ["answers"]
    (note,) = bench.notes
    assert "ValueError: broken" in note


def test_the_deadline_ends_what_does_not_end(library: Library) -> None:
    assert not any(run(TWICE, bench_of(library, never_ends, seconds=0.05)))


def test_a_strategy_that_never_ends_keeps_no_other_from_its_turn(library: Library) -> None:
    assert first(run(TWICE, bench_of(library, never_ends, answers))).strategy == "answers"


def test_what_every_strategy_finds_is_shown(library: Library) -> None:
    assert len([one for one in run(TWICE, bench_of(library, answers, answers)) if one]) == 2


def test_a_part_of_a_problem_is_done_with_its_first_candidate(library: Library) -> None:
    found = list(smaller(TWICE, bench_of(library, answers, answers, never_ends), 1.0))
    assert len([candidate for candidate in found if candidate]) == 1
