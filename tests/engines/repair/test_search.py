import time
from types import SimpleNamespace

import pytest

from aurora.contracts.operator import REPAIR_OPERATOR
from aurora.contracts.sandbox import Sandbox
from aurora.engines.repair.clock import Clock
from aurora.engines.repair.evidence import mine
from aurora.engines.repair.laboratory import Laboratory, Probe, Trace
from aurora.engines.repair.search import Search, failing_first
from aurora.engines.repair.state import State
from aurora.model.effort import SECOND
from aurora.model.progress import Progress, silent
from aurora.model.task import Budget, RepairTask
from aurora.registry.discover import discover
from tests.engines.repair.worlds import CLAMP, clamp_task

PARTS = discover("aurora.modules.autonomy.repair").of(REPAIR_OPERATOR)
TEXTS = {"clamp.py": CLAMP}


def searched(sandbox: Sandbox, seconds: float, watch: list[Progress], parts: int | None = None) -> Search:
    task = clamp_task()
    laboratory = Laboratory(sandbox, task, Budget(seconds=100))
    try:
        probe = laboratory.probe()
        search = Search(laboratory, PARTS[:parts], mine(task), watch.append, failing_first(probe), TEXTS)
        search.run([State(TEXTS, probe=probe)], Clock(time.monotonic() + seconds))
        return search
    finally:
        laboratory.close()


def test_without_time_or_operators_nothing_is_found(sandbox: Sandbox) -> None:
    assert searched(sandbox, 0.0, []).plausible == []
    assert searched(sandbox, 10.0, [], parts=0).plausible == []


def test_a_search_that_the_clock_cut_knows_what_it_missed(sandbox: Sandbox) -> None:
    assert searched(sandbox, 0.0, []).missed == 1.0
    assert searched(sandbox, 100.0, []).missed == 0.0
    assert searched(sandbox, 100.0, [], parts=0).missed == 0.0


def test_rivals_that_were_tried_before_the_clock_cut_are_not_missed(
    sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    task, laboratory, now = clamp_task(), Laboratory(sandbox, clamp_task(), Budget(seconds=600)), [0.0]
    monkeypatch.setattr("aurora.engines.repair.clock.time", SimpleNamespace(monotonic=lambda: now[0]))

    def leap(progress: Progress) -> None:
        if progress.stage == "try" and progress.note and not progress.note.startswith("0") and laboratory.tried > 300:
            now[0] = 1000.0

    probe = laboratory.probe()
    search = Search(laboratory, PARTS, mine(task), leap, failing_first(probe), TEXTS)
    search.run([State(TEXTS, probe=probe)], Clock(100.0, laboratory.meter, 1e9))
    laboratory.close()
    assert search.plausible
    assert 0.0 < search.missed < 0.9


def test_steps_that_are_done_end_a_search_which_then_missed_nothing(sandbox: Sandbox) -> None:
    task, laboratory = clamp_task(), Laboratory(sandbox, clamp_task(), Budget(seconds=100))
    probe = laboratory.probe()
    search = Search(laboratory, PARTS[:1], mine(task), silent, failing_first(probe), TEXTS)
    search.run([State(TEXTS, probe=probe)], Clock(time.monotonic() + 100, laboratory.meter, laboratory.meter.steps))
    laboratory.close()
    assert (search.plausible, search.missed, laboratory.tried) == ([], 0.0, 0)


def test_several_candidates_that_pass_are_gathered_and_reported(sandbox: Sandbox) -> None:
    seen: list[Progress] = []
    search = searched(sandbox, 10.0, seen)
    texts = [candidate.texts()["clamp.py"] for candidate in search.plausible]
    assert CLAMP.replace("value < high", "value > high") in texts
    assert len(texts) == len(set(texts))
    assert seen[-1].note == f"{len(texts)} pass"


def test_a_fixed_version_that_passes_is_found_before_any_change_is_tried(sandbox: Sandbox) -> None:
    task, laboratory = clamp_task(), Laboratory(sandbox, clamp_task(), Budget(seconds=20))
    fixed = State({"clamp.py": CLAMP.replace("value < high", "value > high")}, ("fixer",), 9.0)
    search = Search(laboratory, (), mine(task), silent, (), TEXTS)
    try:
        search.run([State(TEXTS, probe=laboratory.probe()), fixed], Clock(time.monotonic() + 120))
    finally:
        laboratory.close()
    assert [candidate.texts() for candidate in search.plausible] == [fixed.texts]
    assert laboratory.tried == 0


def test_a_search_that_goes_on_finds_others(sandbox: Sandbox) -> None:
    task, laboratory = clamp_task(), Laboratory(sandbox, clamp_task(), Budget(seconds=200))
    probe = laboratory.probe()
    search = Search(laboratory, PARTS, mine(task), silent, failing_first(probe), TEXTS)
    try:
        search.run([State(TEXTS, probe=probe)], Clock(time.monotonic()))
        assert search.plausible == []
        search.go_on(Clock(time.monotonic() + 120))
    finally:
        laboratory.close()
    texts = [candidate.texts()["clamp.py"] for candidate in search.plausible]
    assert CLAMP.replace("value < high", "value > high") in texts
    assert len(texts) == len(set(texts))


def test_rivals_that_cost_far_more_than_what_passes_wait_until_the_search_goes_on(sandbox: Sandbox) -> None:
    task, laboratory = clamp_task(), Laboratory(sandbox, clamp_task(), Budget(seconds=600))
    probe = laboratory.probe()
    parts = [part for part in PARTS if part.name in ("comparison", "arithmetic", "offset", "negate")]
    search = Search(laboratory, parts, mine(task), silent, failing_first(probe), TEXTS, rival=1.0)
    try:
        search.run([State(TEXTS, probe=probe)], Clock(time.monotonic() + 400))
        near = [candidate.cost for candidate in search.plausible]
        search.go_on(Clock(time.monotonic() + 120))
    finally:
        laboratory.close()
    assert near
    assert max(near) < min(near) + 1.0
    assert max(candidate.cost for candidate in search.plausible) > min(near) + 1.0


def test_an_exception_of_the_watch_ends_the_search(sandbox: Sandbox) -> None:
    class StopError(Exception):
        pass

    def stop(_progress: Progress) -> None:
        raise StopError

    task = clamp_task()
    laboratory = Laboratory(sandbox, task, Budget(seconds=100))
    probe = laboratory.probe()
    search = Search(laboratory, PARTS, mine(task), stop, failing_first(probe), TEXTS)
    with pytest.raises(StopError):
        search.run([State(TEXTS, probe=probe)], Clock(time.monotonic() + 100))
    laboratory.close()


def test_failing_tests_are_run_first() -> None:
    probe = Probe((Trace("a", None), Trace("b", None)))
    assert failing_first(probe) == ("a", "b")
    silent(Progress("done"))


def test_names_that_stand_at_many_places_are_cured_one_after_the_other(sandbox: Sandbox) -> None:
    text = (
        "class Range:\n    def cost(self, xs):\n        return min(xs.index(self.min(xs)) + len(xs) - "
        "xs.index(self.max(xs)),"
        " xs.index(self.max(xs)) + len(xs) - xs.index(self.min(xs)), xs.index(self.max(xs)) * xs.index(self.min(xs)))\n"
    )
    tests = "from m import Range\n\n\ndef test_cost():\n    assert Range().cost([2, 9, 7, 1, 4]) == 3\n"
    task = RepairTask({"m.py": text}, ("m.py",), tests={"test_m.py": tests})
    laboratory = Laboratory(sandbox, task, Budget(seconds=100))
    probe = laboratory.probe()
    search = Search(laboratory, PARTS, mine(task), silent, failing_first(probe), {"m.py": text})
    search.run([State({"m.py": text}, probe=probe)], Clock(time.monotonic() + 100))
    laboratory.close()
    assert text.replace("self.m", "m") in [candidate.texts()["m.py"] for candidate in search.plausible]


def test_a_repair_that_goes_round_more_often_than_the_tests_that_pass_is_tried_again(sandbox: Sandbox) -> None:
    text = "def total(n):\n    t = 0\n    while n < 0:\n        t += n\n        n -= 1\n    return t\n"
    tests = "from m import total\n\n\ndef test_many():\n    assert total(20000) == sum(range(20001))\n"
    task = RepairTask({"m.py": text}, ("m.py",), tests={"test_m.py": tests})
    laboratory = Laboratory(sandbox, task, Budget(seconds=100))
    probe = laboratory.probe()
    laboratory.steps, laboratory.cpu = 5000, 0.05
    search = Search(laboratory, PARTS, mine(task), silent, failing_first(probe), {"m.py": text})
    search.run([State({"m.py": text}, probe=probe)], Clock(time.monotonic() + 100))
    laboratory.close()
    assert text.replace("n < 0", "n > 0") in [candidate.texts()["m.py"] for candidate in search.plausible]


LIGHT = """\
class Light:
    def shown(self, count):
        shown = []
        for at in range(count + 1):
            if at % 3 < 2:
                shown.append(self.on())
            else:
                shown.append(self.off())
        return shown
"""
LIT = """\
from light import Light

def test_begin():
    assert Light().shown(1) == ["on"]

def test_change():
    assert Light().shown(3) == ["on", "on", "off"]
"""


def test_a_cure_that_the_first_failing_test_does_not_run_hides_no_other_one(sandbox: Sandbox) -> None:
    task = RepairTask(files={"light.py": LIGHT}, target=("light.py",), tests={"test_light.py": LIT})
    laboratory, texts = Laboratory(sandbox, task, Budget(seconds=100)), {"light.py": LIGHT}
    probe = laboratory.probe()
    search = Search(laboratory, PARTS, mine(task), silent, failing_first(probe), texts)
    search.run([State(texts, probe=probe)], Clock(time.monotonic() + 100, laboratory.meter, 4 * SECOND))
    laboratory.close()
    assert any("append('off')" in candidate.texts()["light.py"] for candidate in search.plausible)
