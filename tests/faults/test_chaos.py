"""A short piece of `make chaos`, without a disk of its own."""

import random
from pathlib import Path

from bench.supervisor.chaos import TABLE, Chaos, trial, unexplained
from bench.supervisor.stage import Stage

from tests.adapters.process.test_keeper import told_by_the_kernel

FIRST = 24_101  # below what the kernel gives to connections


def test_a_restart_without_a_reason_is_noticed() -> None:
    started = {"seq": 1, "type": "service.started", "data": {"epoch": 1}, "cause": None}
    failed = {"seq": 2, "type": "service.failed", "data": {"epoch": 1}, "cause": 1}
    explained = {"seq": 3, "type": "service.restarted", "data": {"epoch": 2}, "cause": 2}
    assert unexplained([started, failed, explained]) == []
    assert len(unexplained([started, failed, {**explained, "cause": 1}])) == 1


def test_after_kills_hangs_leaks_thefts_and_deaths_of_luminar_all_is_up_once_and_each_restart_has_a_reason(
    tmp_path: Path,
) -> None:
    stage = Stage(tmp_path, 4, FIRST, TABLE, shared=True)
    try:
        deeds, wrong = trial(stage, 6.0, random.Random(7), disk=False)
    finally:
        stage.end()
    if not told_by_the_kernel():  # then the orphans of a dead keeper end unseen
        wrong = [each for each in wrong if not each.startswith("nobody knows how")]
    assert (wrong, sum(deeds.values()) > 0) == ([], True)
    assert set(deeds) <= {name for name in vars(Chaos) if not name.startswith("_")}
