from collections.abc import Callable
from contextlib import nullcontext
from typing import Any, cast

import pytest

from aurora.contracts.jobs import JobStore
from aurora.engines.jobs.run import Run
from aurora.model.errors import CancelledJobError, FullDiskError, LostJobError, UnreachableStoreError
from aurora.model.execution import Json
from aurora.model.progress import Progress


class Paper:
    """A store that notes what it is told, and fails as often as it is told to."""

    def __init__(self, *failures: Exception) -> None:
        self.failures = list(failures)
        self.noted: list[object] = []

    def told(self, job: str, progress: Progress) -> None:
        self.noted.append(progress.stage)

    def effect(self, job: str, step: str, token: str, work: Callable[[Any], Json]) -> Json:
        if self.failures:
            raise self.failures.pop(0)
        self.noted.append((job, step, token))
        return work(None)


def _run(paper: Paper) -> Run:
    return Run("j", 7, "token", cast("JobStore", paper), lambda _name, work: work(), nullcontext())


def test_two_steps_of_one_name_are_refused() -> None:
    run = _run(Paper())
    run.step("read", lambda: 1)
    with pytest.raises(ValueError, match="'read'"):
        run.effect("read", lambda _transaction: 2)


@pytest.mark.parametrize("why", [CancelledJobError, LostJobError])
def test_a_stopped_job_ends_at_its_next_step_or_sign_of_progress(why: type[CancelledJobError]) -> None:
    run, done = _run(Paper()), []
    run.stop(why)
    with pytest.raises(why):
        run.step("next", lambda: done.append(1))
    with pytest.raises(why):
        run.watch(Progress("search"))
    assert done == []


def test_the_first_reason_to_stop_stands() -> None:
    run = _run(Paper())
    run.stop(CancelledJobError)
    run.stop(LostJobError)
    with pytest.raises(CancelledJobError):
        run.check()


def test_an_effect_waits_while_the_database_is_away_and_not_while_the_disk_is_full() -> None:
    paper = Paper(UnreachableStoreError("db", "gone"), UnreachableStoreError("db", "gone"))
    assert _run(paper).effect("write", lambda _transaction: 5) == 5
    assert paper.noted == [("j", "write", "token")]
    with pytest.raises(FullDiskError):
        _run(Paper(FullDiskError("db"))).effect("write", lambda _transaction: 5)


def test_progress_is_not_stored_more_often_than_people_look() -> None:
    paper = Paper()
    run = _run(paper)
    for number in range(1000):
        run.watch(Progress(f"step {number}"))
    assert paper.noted[0] == "step 0"
    assert len(paper.noted) < 100
