import itertools
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from aurora.contracts.strategy import STRATEGY, Problem, Workbench
from aurora.engines.synthesis.bench import Bench
from aurora.engines.synthesis.library import Library
from aurora.engines.synthesis.portfolio import run, smaller
from aurora.model.answer import Candidate
from aurora.model.effort import SECOND
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


def part(strategy: Any, **facts: Any) -> AnyPart:
    declared: Any = STRATEGY.part(examples=[], facts=facts)(strategy)
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


def test_the_steps_end_what_does_not_end_within_its_seconds(library: Library) -> None:
    bench = Bench(replace(library, parts=(part(never_ends),)), 600.0, steps=SECOND // 10)
    assert not any(run(TWICE, bench))
    assert SECOND // 10 <= bench.meter.steps < SECOND // 9


def test_what_cannot_be_stopped_is_not_begun_when_too_little_time_is_left(library: Library) -> None:
    parts = (part(answers, blocks=10.0), part(gives_up))
    assert not any(run(TWICE, Bench(replace(library, parts=parts), 5.0)))
    assert first(run(TWICE, Bench(replace(library, parts=parts), 60.0))).strategy == "answers"


def test_a_strategy_that_never_ends_keeps_no_other_from_its_turn(library: Library) -> None:
    assert first(run(TWICE, bench_of(library, never_ends, answers))).strategy == "answers"


def test_what_every_strategy_finds_is_shown(library: Library) -> None:
    assert len([one for one in run(TWICE, bench_of(library, answers, answers)) if one]) == 2


def test_a_part_of_a_problem_is_done_with_its_first_candidate(library: Library) -> None:
    found = list(smaller(TWICE, bench_of(library, answers, answers, never_ends), 1.0))
    assert len([candidate for candidate in found if candidate]) == 1


def with_weights(library: Library, *weighted: tuple[Any, float]) -> Bench:
    def declared(strategy: Any, weight: float) -> AnyPart:
        return part(strategy, expects=lambda _problem: weight, counts=True)

    return Bench(replace(library, parts=tuple(declared(*pair) for pair in weighted)), 20.0)


def works(log: list[str], name: str, steps: int) -> Any:
    def strategy(problem: Problem, bench: Workbench) -> Iterator[Candidate | None]:
        for _ in range(200):
            log.append(name)
            bench.spend(steps)
            yield None

    return strategy


def test_a_strategy_that_expects_nothing_is_not_run(library: Library) -> None:
    assert list(run(TWICE, with_weights(library, (answers, 0.0)))) == []


def test_effort_is_shared_by_what_the_strategies_expect(library: Library) -> None:
    log: list[str] = []
    steps = run(TWICE, with_weights(library, (works(log, "a", 1000), 1.0), (works(log, "b", 1000), 3.0)))
    for _ in range(80):
        next(steps)
    assert log[0] == "b"
    assert (log.count("a"), log.count("b")) == (20, 60)


def test_a_strategy_with_long_turns_has_fewer_of_them(library: Library) -> None:
    log: list[str] = []
    steps = run(TWICE, with_weights(library, (works(log, "long", 9000), 1.0), (works(log, "short", 1000), 1.0)))
    for _ in range(100):
        next(steps)
    assert (log.count("long"), log.count("short")) == (10, 90)


def test_the_search_ends_some_effort_after_an_answer(library: Library) -> None:
    log: list[str] = []
    bench = with_weights(library, (answers, 1.0), (works(log, "other", SECOND), 1.0))
    assert [one for one in run(TWICE, bench) if one]
    assert 0 < len(log) < 10


def confirmed(problem: Problem, bench: Any) -> Iterator[Candidate | None]:
    work = bench.work(problem)
    work.best, work.assessor.best = 6.0, 1.0
    yield Candidate("def f(a):\n    return a\n", "confirmed", work.best)


def test_what_explains_long_results_is_doubted_less_than_what_explains_short_ones(library: Library) -> None:
    short = problem("def f(a)", "assert f('no') == 'no'", "assert f('on') == 'on'")
    long = problem("def f(a)", *(f"assert f({text!r}) == {text!r}" for text in ("black velvet", "quick foxes jump")))
    looks: dict[str, list[str]] = {"short": [], "long": []}
    for name, wanted in (("short", short), ("long", long)):
        list(run(wanted, with_weights(library, (confirmed, 1.0), (works(looks[name], name, SECOND // 5), 1.0))))
    assert 0 < len(looks["long"]) < len(looks["short"])


def looks_after(library: Library, wanted: Problem, cost: float, **facts: Any) -> int:
    """How often another strategy has its turn after one that found a program of this cost."""

    def finds(problem: Problem, bench: Workbench) -> Iterator[Candidate | None]:
        yield Candidate("def f(a):\n    return a * 2\n", "finds", cost)

    log: list[str] = []
    parts = part(finds, expects=lambda _: 2.0, prices=True, **facts), part(works(log, "other", SECOND // 10))
    list(run(wanted, Bench(replace(library, parts=parts), 20.0)))
    return len(log)


def test_a_dear_program_is_doubted_more_than_a_cheap_one_whoever_found_it(library: Library) -> None:
    assert 0 < looks_after(library, TWICE, 1.0) < looks_after(library, TWICE, 30.0)


def test_a_program_that_was_made_of_the_words_is_doubted_less(library: Library) -> None:
    asked = replace(TWICE, task=replace(TWICE.task, prompt="twice the number"), words=("twice", "the", "number"))
    assert 0 < looks_after(library, asked, 1.0, told=lambda _: 1.0) < looks_after(library, asked, 1.0)


def found_at_pace(library: Library, monkeypatch: pytest.MonkeyPatch, pace: float) -> tuple[int, list[str]]:
    """Steps and answers when each look at the clock lets it go on by `pace` seconds."""
    clock = itertools.count()
    monkeypatch.setattr("aurora.engines.synthesis.bench.time.monotonic", lambda: next(clock) * pace)
    bench = Bench(library, 1e9)
    sums = problem("def f(xs, k)", "assert f([3, 1], 2) == 8", "assert f([5], 3) == 15", "assert f([2, 2], 5) == 20")
    codes = [candidate.code for candidate in run(sums, bench) if candidate]
    return bench.meter.steps, codes


def test_a_busy_machine_changes_neither_the_answers_nor_the_effort(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    quick = found_at_pace(library, monkeypatch, 0.0)
    assert quick[1]
    assert found_at_pace(library, monkeypatch, 100.0) == quick


def test_a_part_of_a_problem_ends_with_its_share_of_the_effort(library: Library) -> None:
    bench = bench_of(library, never_ends, seconds=0.5)
    assert list(smaller(TWICE, bench, 0.5)).count(None) == SECOND // 4 // (SECOND // 300) + 1


def test_a_search_whose_strategies_have_all_ended_is_exhausted(library: Library) -> None:
    bench = bench_of(library, gives_up)
    list(run(TWICE, bench))
    assert bench.exhausted


def test_a_search_that_is_cut_or_broken_is_not_exhausted(library: Library) -> None:
    for strategy in (never_ends, fails):
        bench = bench_of(library, strategy, seconds=0.05)
        list(run(TWICE, bench))
        assert not bench.exhausted


def test_a_program_pays_for_a_parameter_that_it_does_not_read(library: Library) -> None:
    def ignores(problem: Problem, bench: Workbench) -> Iterator[Candidate | None]:
        yield Candidate("def f(a, b):\n    return a\n", "ignores", 3.0)
        yield Candidate("def f(a, b):\n    return a + b\n", "reads", 3.0)

    given = problem("def f(a, b)", "assert f(1, 0) == 1", "assert f(5, 0) == 5")
    prices = {one.strategy: one.cost for one in run(given, bench_of(library, ignores)) if one}
    assert prices["ignores"] > prices["reads"]
