from collections.abc import Iterator

import pytest

from aurora.contracts.sandbox import Sandbox
from aurora.engines.repair.laboratory import Failure, Laboratory, Probe, Trace, Turned
from aurora.model.answer import Edit
from aurora.model.task import Budget, RepairTask
from tests.engines.repair.worlds import CLAMP, clamp_task

AT = CLAMP.index("< high")
RIGHT = (Edit("clamp.py", AT, AT + 1, ">"),)
ORDER = tuple(f"test_clamp.py::test_{name}" for name in ("above", "inside", "below"))


@pytest.fixture
def laboratory(sandbox: Sandbox) -> Iterator[Laboratory]:
    laboratory = Laboratory(sandbox, clamp_task(), Budget(seconds=100))
    yield laboratory
    laboratory.close()
    laboratory.close()


def test_a_probe_says_what_each_test_did_and_ran(laboratory: Laboratory) -> None:
    probe = laboratory.probe()
    failing = {trace.name: trace.failure for trace in probe.failing}
    assert set(failing) == set(ORDER[:2])
    above = failing[ORDER[0]]
    assert above is not None
    assert (above.status, above.kind, above.actual) == ("fail", "AssertionError", "15")
    trace = next(trace for trace in probe.traces if trace.name == ORDER[2])
    assert trace.lines == {("clamp.py", 6): 1, ("clamp.py", 7): 1}
    assert trace.values["clamp.py", 7] == [{"value": ["int", "-5"], "low": ["int", "0"], "high": ["int", "10"]}]


def test_a_batch_goes_on_behind_candidates_that_kill_their_process_or_hang(laboratory: Laboratory) -> None:
    body = CLAMP.index("    # the lower")
    hostile = [
        (Edit("clamp.py", body, body, line),)
        for line in (
            "    import os; os._exit(0)\n",
            "    while True: pass\n",
            "    import os; os.kill(os.getpid(), 11)\n",
            "    return (\n",
            "    raise KeyError(value)\n",
        )
    ]
    trials = laboratory.trials([*hostile, RIGHT], ORDER, 20.0)
    assert all(trial is not None for trial in trials)
    statuses = [trial.failure.status if trial and trial.failure else "pass" for trial in trials]
    assert statuses[1] in ("hang", "killed")  # by its CPU limit, or by the clock on a busy machine
    assert [statuses[0], *statuses[2:]] == ["killed", "killed", "import", "error", "pass"]
    assert laboratory.tried == 6


def test_a_candidate_that_waits_for_something_is_ended(laboratory: Laboratory) -> None:
    laboratory.cpu = 0.05
    body = CLAMP.index("    # the lower")
    (trial, right) = laboratory.trials(
        [(Edit("clamp.py", body, body, "    import time; time.sleep(99)\n"),), RIGHT], ORDER, 60
    )
    assert trial is not None
    assert trial.failure is not None
    assert (trial.failure.status, trial.failure.kind) == ("killed", "wall time")
    assert right is not None
    assert right.failure is None


def test_work_is_counted_the_same_each_time(laboratory: Laboratory) -> None:
    counts: list[int] = []
    for _ in range(2):
        before = laboratory.meter.steps
        laboratory.probe()
        laboratory.trials([(), RIGHT], ORDER, 60.0)
        laboratory.values([RIGHT], [("test_clamp.py", "clamp(1, 2, 3)")], 60.0)
        counts.append(laboratory.meter.steps - before)
    assert counts[0] == counts[1] > 0


def test_the_tests_before_the_failing_one_are_counted(laboratory: Laboratory) -> None:
    (trial,) = laboratory.trials([()], ORDER[::-1], 10.0)
    assert trial is not None
    assert (trial.passed, trial.at) == (1, ORDER[1])


def test_values_of_calls_under_each_candidate(laboratory: Laboratory) -> None:
    calls = [("test_clamp.py", "clamp(15, 0, 10)"), ("test_clamp.py", "clamp('a', 0, 1)"), ("test_clamp.py", "nobody")]
    old, new = laboratory.values([(), RIGHT], calls, 10.0)
    assert old == [("value", "int", "15"), ("raised", "TypeError", ""), ("raised", "NameError", "")]
    assert new is not None
    assert new[0] == ("value", "int", "10")


def test_what_runs_of_each_candidate_and_what_never_does(laboratory: Laboratory) -> None:
    calls = [("test_clamp.py", f"clamp({n}, 0, 10)") for n in (-1, 5, 15)]
    broken = (Edit("clamp.py", 0, 0, "import nowhere_at_all\n"),)
    wrong, right, none = laboratory.turns([(), RIGHT, broken], calls, {"clamp"}, 60.0)
    assert (wrong, right) == (Turned(0, 0), Turned(0, 0))
    assert none == Turned(0, 0)
    (idle,) = laboratory.turns([RIGHT], calls[:1], {"clamp"}, 60.0)
    assert idle == Turned(3, 1)


def test_the_last_word_is_a_real_pytest_run(laboratory: Laboratory) -> None:
    assert laboratory.confirm({}).exit_code == 1
    assert laboratory.confirm({"clamp.py": CLAMP.replace("< high", "> high")}).exit_code == 0


def test_a_probe_passes_only_when_tests_ran() -> None:
    assert not Probe().passes
    assert Probe((Trace("t", None),)).passes
    assert not Probe((Trace("t", Failure("hang")),)).passes


def test_a_candidate_that_takes_many_rounds_needs_patience(laboratory: Laboratory) -> None:
    laboratory.probe()
    laboratory.steps = 50
    body = CLAMP.index("    # the lower")
    slow = (Edit("clamp.py", body, body, "    for _ in range(500):\n        pass\n"), *RIGHT)
    (hung,) = laboratory.trials([slow], ORDER, 20.0)
    (done,) = laboratory.trials([slow], ORDER, 20.0, 20)
    assert hung is not None
    assert hung.failure is not None
    assert hung.failure.status == "hang"
    assert done is not None
    assert done.failure is None


@pytest.mark.parametrize(("settings", "code"), [("", 0), ("[pytest]\npythonpath = nowhere\n", 2)])
def test_pytest_finds_a_package_below_src_unless_the_project_says_how(
    sandbox: Sandbox, settings: str, code: int
) -> None:
    files = {"src/clamp.py": CLAMP, "pytest.ini": settings}
    tests = {"tests/test_clamp.py": "from clamp import clamp\n\n\ndef test_in():\n    assert clamp(-1, 0, 1) == 0\n"}
    task = RepairTask({path: text for path, text in files.items() if text}, ("src/clamp.py",), tests=tests)
    assert Laboratory(sandbox, task, Budget(seconds=100)).confirm({}).exit_code == code
