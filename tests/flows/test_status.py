from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

from aurora.flows.office import Door
from aurora.flows.status import Inventory, inventory, traffic
from aurora.flows.tools import Tools
from aurora.model.job import JobState
from tests.doubles import tools_with


def _tools(folder: Path, tally: dict[str, dict[JobState, int]]) -> Tools:
    office: Any = SimpleNamespace(queue=SimpleNamespace(tally=lambda: tally), close=lambda: None)
    return replace(tools_with(folder), work=Door(lambda: office, cast("Any", None)))


def test_units_are_those_of_all_kinds(tmp_path: Path) -> None:
    found = inventory(tools_with(tmp_path))
    assert found.units == found.knowledge + found.modes + found.components
    assert min(found.knowledge, found.modes, found.components) > 0
    assert Inventory(1, 2, 3, 9).units == 6


def test_jobs_that_repair_are_counted_and_others_are_not(tmp_path: Path) -> None:
    tally = {
        "fix": {JobState.RUNNING: 1, JobState.DELAYED: 2, JobState.QUEUED: 3, JobState.DONE: 4},
        "repair": {JobState.FAILED: 5, JobState.PARKED: 6, JobState.CANCELLED: 7},
        "analyze": {JobState.DONE: 100},
    }
    found = traffic(_tools(tmp_path, tally))
    assert (found.active, found.queued, found.completed, found.failed) == (1, 5, 4, 11)
