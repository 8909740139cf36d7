"""Whole searches in the real sandbox: easy tasks, impossible ones, and those that blow up."""

from collections.abc import Iterator

import pytest

from aurora.contracts.sandbox import Sandbox
from aurora.engines.synthesis.engine import Synthesizer
from aurora.model.answer import Found
from aurora.model.effort import SECOND
from aurora.model.progress import Progress
from aurora.model.task import Budget, SynthesisTask
from tests.engines.synthesis.problems import called

PACKAGES = ("aurora.units.knowledge.arithmetic", "aurora.modules.autonomy.synthesis")
PATIENCE = 300.0  # seconds: steps end a search
BUDGET = Budget(seconds=PATIENCE, steps=20 * SECOND)
DOUBLE = ("assert f(3) == 6", "assert f(10) == 20", "assert f(0) == 0")


@pytest.fixture(scope="module")
def synthesizer(sandbox: Sandbox) -> Iterator[Synthesizer]:
    opened = Synthesizer(sandbox, packages=PACKAGES)
    yield opened
    opened.close()


def found(synthesizer: Synthesizer, *asserts: str, prompt: str = "", setup: str = "", budget: Budget = BUDGET) -> Found:
    return synthesizer.search(SynthesisTask(prompt, "f", setup=setup, asserts=asserts), budget)


@pytest.mark.parametrize(
    "asserts",
    [
        ("assert f(1) == 2", "assert f(1) == 3"),
        ("assert f('a') == 'u8#kQ'", "assert f('b') == 'zz-1'", "assert f('c') == '!x4'", "assert f('d') == 'Pm7'"),
    ],
)
def test_what_no_short_program_satisfies_has_no_candidate_few_steps(
    synthesizer: Synthesizer, asserts: tuple[str, ...]
) -> None:
    answer = found(synthesizer, *asserts, budget=Budget(PATIENCE, steps=SECOND))
    assert answer.candidates == ()
    assert answer.tried > 0


def test_a_task_that_can_be_read_by_nobody_has_no_candidate(synthesizer: Synthesizer) -> None:
    answer = found(synthesizer, "assert f(", budget=Budget(PATIENCE, steps=SECOND))
    assert answer.candidates == ()
    assert "no example could be read: found by the words alone" in answer.notes


@pytest.mark.parametrize(
    ("setup", "asserts"),
    [
        ("import os\nos._exit(3)", DOUBLE),
        ("import os\nos.kill(os.getpid(), 9)", DOUBLE),
        ("import sys\nsys.exit(0)", DOUBLE),
        ("blob = bytearray(10 ** 11)", DOUBLE),
        ("while True:\n    pass", DOUBLE),
        ("", ("assert f(10 ** 4000) == 10 ** 4001", "assert f(1) == 10")),
    ],
)
def test_the_guest_survives_a_task_that_blows_up(
    synthesizer: Synthesizer, setup: str, asserts: tuple[str, ...]
) -> None:
    found(synthesizer, *asserts, setup=setup, budget=Budget(seconds=1.0))
    after = found(synthesizer, *DOUBLE)
    assert called(after.candidates[0].code, "f(21)") == 42


@pytest.mark.parametrize(
    ("asserts", "call", "value"),
    [
        (DOUBLE, "f(-4)", -8),
        (
            ("assert f(['a', 'b']) == 'a-b'", "assert f(['x', 'yz', 'w']) == 'x-yz-w'", "assert f(['k']) == 'k'"),
            "f(['p', 'q', 'r'])",
            "p-q-r",
        ),
        (("assert f([1, 2, 4]) == [2, 4]", "assert f([3]) == []", "assert f([6, 7, 8]) == [6, 8]"), "f([0, 5])", [0]),
    ],
)
def test_easy_tasks_are_solved(synthesizer: Synthesizer, asserts: tuple[str, ...], call: str, value: object) -> None:
    answer = found(synthesizer, *asserts)
    assert called(answer.candidates[0].code, call) == value
    assert answer.candidates[0].strategy.startswith("modules.autonomy.synthesis.")
    assert answer.tried > 0
    assert 0 < answer.peak_mb < 1024
    assert [one.cost for one in answer.candidates] == sorted(one.cost for one in answer.candidates)


def test_the_same_task_twice_has_the_same_answer(synthesizer: Synthesizer) -> None:
    first, second = (found(synthesizer, *DOUBLE) for _ in range(2))
    assert first.candidates[0].code == second.candidates[0].code


def test_every_step_is_told(synthesizer: Synthesizer) -> None:
    steps: list[Progress] = []
    answer = synthesizer.search(SynthesisTask("", "f", asserts=DOUBLE), BUDGET, steps.append)
    stages = [step.stage for step in steps if step.stage not in {"warm up", "wait"}]
    assert len(stages) >= 2
    assert set(stages) == {"search"}
    assert steps[-1].done == answer.tried


def test_a_cancelled_search_raises_and_the_next_one_works(synthesizer: Synthesizer) -> None:
    def cancel(progress: Progress) -> None:
        if progress.stage == "search":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        synthesizer.search(SynthesisTask("", "f", asserts=DOUBLE), BUDGET, cancel)
    assert found(synthesizer, *DOUBLE).candidates


def test_a_search_tells_how_far_it_is_and_can_be_ended(sandbox: Sandbox) -> None:
    seen: list[Progress] = []

    def watch(progress: Progress) -> None:
        seen.append(progress)
        if progress.stage == "search" and progress.done:
            raise KeyboardInterrupt

    synthesizer = Synthesizer(sandbox, packages=PACKAGES)
    unrelated = {"a": "u8#kQ", "b": "zz-1", "c": "0Wq+x", "d": "M~7tr", "e": "pl$99", "f": "h&3GY", "g": "_vB5!"}
    asserts = tuple(f"assert f({text!r}) == {answer!r}" for text, answer in unrelated.items())
    with pytest.raises(KeyboardInterrupt):
        synthesizer.search(SynthesisTask("", "f", asserts=asserts), Budget(seconds=600.0), watch)
    synthesizer.close()
    assert "nothing found yet" in seen[-1].note
