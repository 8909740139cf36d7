import itertools
from collections.abc import Iterator
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest

from aurora.contracts.fixer import Broken, Fix, fixer
from aurora.contracts.operator import REPAIR_OPERATOR
from aurora.contracts.sandbox import Sandbox
from aurora.engines.repair import clock, job, laboratory
from aurora.engines.repair.belief import Belief
from aurora.engines.repair.job import Job
from aurora.engines.repair.laboratory import Laboratory, Probe
from aurora.model.answer import Repair
from aurora.model.effort import SECOND
from aurora.model.progress import Progress, silent
from aurora.model.task import Budget, RepairTask
from aurora.model.verdict import Verdict
from aurora.registry.discover import discover
from tests.engines.repair.worlds import CLAMP, CLAMP_TESTS

OPERATORS = discover("aurora.modules.autonomy.repair").of(REPAIR_OPERATOR)
RIGHT = CLAMP.replace("value < high", "value > high")
CUT = RIGHT.replace("if value < low:", "if value < low")


@fixer(examples=[])
def colon(broken: Broken) -> Iterator[Fix]:
    yield Fix(broken.text.replace("< low\n", "< low:\n"), 1.0, "A colon was missing.")
    yield Fix(broken.text.replace("if value < low\n", "if True:\n"), 0.5, "A condition was dropped.")


def done(sandbox: Sandbox, text: str, tests: dict[str, str], watch: list[Progress]) -> Repair:
    task = RepairTask({"clamp.py": text}, ("clamp.py",), tests=tests)
    job = Job(sandbox, task, Budget(seconds=100), watch.append, OPERATORS, [colon], Belief())
    try:
        return job.run()
    finally:
        job.close()


def test_without_tests_what_parses_is_answered_and_no_more_is_claimed(sandbox: Sandbox) -> None:
    answer = done(sandbox, CUT, {}, [])
    assert answer.verdict is Verdict.CONSISTENT
    assert answer.patch is not None
    assert answer.patch.why == "A condition was dropped."
    assert answer.faults[0].line == 6
    assert answer.judgement.count("syntax") == (1, 1)


def test_tests_choose_among_the_texts_that_parse(sandbox: Sandbox) -> None:
    answer = done(sandbox, CUT, {"test_clamp.py": CLAMP_TESTS}, [])
    assert answer.patch is not None
    assert answer.patch.files == {"clamp.py": RIGHT}


def test_what_no_fixer_understands_is_left_with_its_place(sandbox: Sandbox) -> None:
    answer = done(sandbox, "x = (\n", {}, [])
    assert (answer.verdict, answer.patch) == (Verdict.ABSTAINED, None)
    assert "clamp.py:1" in answer.judgement.reasons[1]


def test_a_text_that_is_too_long_to_be_mended_is_told_as_such(sandbox: Sandbox) -> None:
    answer = done(sandbox, CLAMP.replace(":\n", "\n", 1) + "x = 1\n" * 20_000, {}, [])
    assert answer.verdict is Verdict.ABSTAINED
    assert answer.judgement.reasons[0].startswith("Too long, or too deeply nested, to look for a change")


def test_no_probe_is_waited_for_longer_than_the_budget(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[float] = []
    probes = Laboratory.probes

    def noted(laboratory: Laboratory, *arguments: Any, seconds: float, **options: Any) -> list[Probe]:
        given.append(seconds)
        return probes(laboratory, *arguments, seconds=seconds, **options)

    monkeypatch.setattr(Laboratory, "probes", noted)
    done(sandbox, CLAMP, {"test_clamp.py": CLAMP_TESTS}, [])
    assert given
    assert max(given) <= 100


def test_the_stages_are_told_in_order(sandbox: Sandbox) -> None:
    seen: list[Progress] = []
    done(sandbox, CLAMP, {"test_clamp.py": CLAMP_TESTS}, seen)
    stages = [progress.stage for progress in seen]
    assert list(dict.fromkeys(stages)) == ["localise", "try", "rank"]


def answered(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch, pace: float, text: str, budget: Budget) -> Repair:
    """The answer when each look at the clock lets it go on by `pace` seconds, without what it took."""
    looks = itertools.count()
    for module in (clock, job, laboratory):
        monkeypatch.setattr(module, "time", SimpleNamespace(monotonic=lambda: next(looks) * pace))
    task = RepairTask({"m.py": text}, ("m.py",), tests={"test_m.py": LARGEST}, timeout=0.5)
    work = Job(sandbox, task, budget, silent, OPERATORS, [colon], Belief())
    try:
        answer = work.run()
        checks = tuple(replace(check, detail="") for check in answer.judgement.checks)  # pytest says how long it took
        return replace(answer, judgement=replace(answer.judgement, checks=checks), seconds=0.0, peak_mb=0.0)
    finally:
        work.close()


LARGEST = """from m import largest


def test_some():
    assert largest([3, 1, 7, 2]) == 7


def test_below_zero():
    assert largest([-4, -2, -9]) == -2
"""
LOOP = """def largest(items):
    best = items[0]
    for item in items:
        if item < best:
            best = item
    return best
"""
HANGS = """def largest(items):
    at = best = 0
    while at < len(items):
        best = max(best, items[at])
    return best
"""


@pytest.mark.parametrize(("text", "repaired"), [(LOOP, True), (HANGS, False)])
def test_a_busy_machine_changes_neither_the_answer_nor_the_effort(
    sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch, text: str, repaired: bool
) -> None:
    budget = Budget(seconds=1e9, steps=SECOND)
    quiet = answered(sandbox, monkeypatch, 0.0, text, budget)
    assert (quiet.patch is not None) is repaired
    assert quiet.tried > 0
    assert answered(sandbox, monkeypatch, 100.0, text, budget) == quiet


def test_work_that_the_clock_ends_is_told_and_not_believed(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    answer = answered(sandbox, monkeypatch, 0.5, LOOP, Budget(seconds=20))
    assert (answer.verdict, answer.patch) == (Verdict.ABSTAINED, None)
    assert "The clock ended the work early: the 20 s of the budget were over" in answer.judgement.reasons[-1]


def test_tests_that_cannot_run_here_are_left_out_and_named(sandbox: Sandbox) -> None:
    late = "import nowhere_to_be_found\n\n\ndef test_late():\n    assert False\n"
    asking = "def test_asking(plugin_that_is_not_here):\n    assert False\n"
    settings = {"pyproject.toml": "[tool.pytest.ini_options]\naddopts = '--cov-of-no-plugin'\n"}
    tests = {"test_clamp.py": CLAMP_TESTS, "test_late.py": late, "test_asking.py": asking}
    task = RepairTask({"clamp.py": RIGHT.replace("> high", "< high"), **settings}, ("clamp.py",), tests=tests)
    job = Job(sandbox, task, Budget(seconds=100), lambda _: None, OPERATORS, [colon], Belief())
    answer = job.run()
    job.close()
    assert answer.patch is not None
    assert answer.patch.files == {"clamp.py": RIGHT}
    left_out = [reason for reason in answer.judgement.reasons if "was not run" in reason]
    assert [reason.split()[0] for reason in left_out] == ["test_late.py", "test_asking.py"]


def test_tests_open_the_data_of_the_project_and_so_does_the_last_run(sandbox: Sandbox) -> None:
    opening = (
        "def test_data():\n    with open('pages/raw.bin', 'rb') as file:\n        assert len(file.read()) == 256\n"
    )
    tests = {"test_clamp.py": f"{CLAMP_TESTS}\n\n{opening}"}
    files, data = {"clamp.py": RIGHT.replace("> high", "< high")}, {"pages/raw.bin": bytes(range(256))}
    job = Job(
        sandbox,
        RepairTask(files, ("clamp.py",), tests=tests, data=data),
        *(Budget(seconds=100), lambda _: None, OPERATORS, [colon], Belief()),
    )
    answer = job.run()
    job.close()
    assert {each.partition(":")[0] for each in answer.failing} == {"test_above", "test_inside"}
    assert answer.patch is not None
    assert answer.patch.files == {"clamp.py": RIGHT}


COROUTINE = "async def test_late():\n    assert clamp(1, 2, 3) == 2\n"


def test_coroutines_that_nothing_here_runs_are_left_out_and_named(sandbox: Sandbox) -> None:
    tests = {"test_clamp.py": f"{CLAMP_TESTS}\n\n{COROUTINE}"}
    task = RepairTask({"clamp.py": RIGHT.replace("> high", "< high")}, ("clamp.py",), tests=tests)
    job = Job(sandbox, task, Budget(seconds=100), lambda _: None, OPERATORS, [colon], Belief())
    answer = job.run()
    job.close()
    assert answer.patch is not None
    assert answer.patch.files == {"clamp.py": RIGHT}
    assert answer.judgement.reasons[-1].startswith("test_clamp.py::test_late was not run: it needs a plugin")


def test_what_passes_where_not_all_tests_can_be_run_is_not_called_whole_without_a_word(sandbox: Sandbox) -> None:
    answer = done(sandbox, RIGHT, {"test_clamp.py": f"{CLAMP_TESTS}\n\n{COROUTINE}"}, [])
    assert answer.judgement.reasons[0].endswith("pass already; of the others nothing is known.")
    assert answer.unrun == answer.judgement.reasons[1:]
    assert answer.unrun[0].startswith("test_clamp.py::test_late was not run: it needs a plugin")
    assert answer.unrun[0].endswith(", and none runs it here.")


def test_where_nothing_here_runs_any_test_nothing_is_tried_and_the_time_is_told(sandbox: Sandbox) -> None:
    answer = done(sandbox, RIGHT, {"test_clamp.py": f"from clamp import clamp\n\n\n{COROUTINE}"}, [])
    assert (answer.verdict, answer.tried) == (Verdict.ABSTAINED, 0)
    assert answer.judgement.reasons[-1] == "No test is left by which a candidate could be judged."
    assert answer.seconds > 0


def test_test_files_without_a_test_say_so_and_nothing_is_tried(sandbox: Sandbox) -> None:
    answer = done(sandbox, CLAMP, {"test_clamp.py": "from clamp import clamp\n"}, [])
    assert (answer.verdict, answer.tried) == (Verdict.ABSTAINED, 0)
    assert "no test" in answer.judgement.reasons[0]
