"""Executors are killed, frozen and upgraded: no job is lost, no effect happens twice."""

import signal
import time
from datetime import datetime
from pathlib import Path

import pytest

from aurora.model.job import JobRequest, JobState
from tests.faults.conftest import LONG, Cluster, standstill, until


@pytest.mark.timeout(600)
def test_kill_nine_four_times_amid_500_jobs_loses_none_and_doubles_no_effect(cluster: Cluster) -> None:
    ids = [job.id for job in cluster.jobs.submit_all([JobRequest("mark", number) for number in range(500)])]
    working = cluster.executor("--slots", "20").ready()
    for round_number in range(1, 5):
        successor = cluster.executor("--slots", "20")
        cluster.work_until(lambda done=round_number * 80: sum(cluster.marks().values()) >= done)  # type: ignore[misc]
        working.kill()
        working = successor.ready()
    cluster.work_until(lambda: cluster.states()[JobState.DONE] == 500)
    assert cluster.marks() == dict.fromkeys(ids, 1)


@pytest.mark.timeout(600)
@pytest.mark.parametrize("when", ["before the commit", "after the commit"])
def test_kill_nine_between_an_effect_and_what_is_noted_of_it_neither_loses_nor_doubles_it(
    cluster: Cluster, when: str
) -> None:
    first = cluster.executor("--patience", "3").ready()
    fallen = cluster.jobs.submit(JobRequest("fall", {"pid": first.pid, "when": when}))
    others = [job.id for job in cluster.jobs.submit_all([JobRequest("mark") for _ in range(20)])]
    until(lambda: first.ended)
    assert first.process.exitcode == -signal.SIGKILL
    assert cluster.marks()[fallen.id] == (when == "after the commit")
    second = cluster.executor("--patience", "3").ready()
    until(lambda: cluster.states()[JobState.DONE] == 21)
    done = cluster.jobs.status(fallen.id)
    assert (done.deaths, done.result) == (1, first.pid if when == "after the commit" else 0)
    assert cluster.marks() == dict.fromkeys([fallen.id, *others], 1)
    assert not second.ended


@pytest.mark.timeout(600)
def test_a_killed_executors_job_is_taken_over_within_ten_seconds(cluster: Cluster, tmp_path: Path) -> None:
    first = cluster.executor().ready()
    job = cluster.jobs.submit(JobRequest("linger", first.pid))
    until(lambda: cluster.jobs.status(job.id).state is JobState.RUNNING)
    second = cluster.executor().ready()
    until(lambda: cluster.age(second) > 6.5)  # it trusts its own clock only after a time of patience
    with standstill(tmp_path / "beats") as stood:
        killed = time.time()
        first.kill()
        done = cluster.jobs.wait(job.id, LONG)
    assert (done.state, done.result, done.deaths) == (JobState.DONE, second.pid, 1)
    (requeued,) = cluster.events.since(types=("job.requeued",), subject=job.id)
    assert datetime.fromisoformat(requeued.timestamp).timestamp() - killed < 10.0 + 2 * sum(
        stood
    )  # whoever stood still is patient anew


@pytest.mark.timeout(600)
def test_a_zombie_that_wakes_up_cannot_commit_an_effect(cluster: Cluster, tmp_path: Path) -> None:
    wake = tmp_path / "wake"
    zombie = cluster.executor("--patience", "3", "--wake", str(wake)).ready()
    job = cluster.jobs.submit(JobRequest("hesitate", zombie.pid))
    until(lambda: zombie.says("hesitates"))  # one that is frozen before it begins has nothing to be refused
    cluster.freeze(zombie)
    cluster.executor("--patience", "3").ready()
    until(lambda: cluster.jobs.status(job.id).state is JobState.DONE)
    wake.touch()
    zombie.signal(signal.SIGCONT)
    until(lambda: zombie.says("refused"))
    until(lambda: zombie.ended)
    assert zombie.says("lost")
    assert zombie.process.exitcode == 3
    assert cluster.marks() == {job.id: 1}
    assert cluster.jobs.status(job.id).state is JobState.DONE


@pytest.mark.timeout(600)
def test_a_poison_job_is_parked_after_three_deaths_with_its_reason(cluster: Cluster) -> None:
    poison = cluster.jobs.submit(JobRequest("poison", priority=1))
    for _ in range(3):
        victim = cluster.executor("--slots", "1", "--patience", "3")
        until(lambda victim=victim: victim.ended)  # type: ignore[misc]
    healthy = cluster.jobs.submit(JobRequest("mark"))
    cluster.executor("--slots", "1", "--patience", "3").ready()
    until(lambda: cluster.jobs.status(poison.id).state is JobState.PARKED)
    parked = cluster.jobs.status(poison.id)
    assert parked.deaths == 3
    assert f"process {victim.pid} on" in parked.error
    assert "(death 3 of 3)" in parked.error
    assert cluster.jobs.wait(healthy.id, LONG).state is JobState.DONE


@pytest.mark.timeout(600)
def test_a_new_version_of_the_code_goes_on_behind_the_last_step_of_the_old_one(cluster: Cluster) -> None:
    old = cluster.executor("--version", "1").ready()
    job = cluster.jobs.submit(JobRequest("versions"))
    until(lambda: cluster.jobs.status(job.id).progress.stage == "linger")
    old.kill()
    cluster.executor("--version", "2").ready()
    done = cluster.jobs.wait(job.id, LONG)
    assert done.result == {"first": "1", "second": "2"}
    assert done.attempts == 2


@pytest.mark.timeout(600)
@pytest.mark.parametrize("kind", ["linger", "deaf"])
def test_an_executor_that_is_asked_to_stop_hands_its_jobs_back_and_no_death_is_counted(
    cluster: Cluster, kind: str
) -> None:
    first = cluster.executor().ready()
    job = cluster.jobs.submit(JobRequest(kind, True))
    until(lambda: cluster.jobs.status(job.id).state is JobState.RUNNING)
    first.signal(signal.SIGTERM)
    until(lambda: first.ended)  # long before the job would have ended
    assert first.process.exitcode == 0
    waiting = cluster.jobs.status(job.id)
    assert (waiting.state, waiting.deaths, waiting.attempts) == (JobState.QUEUED, 0, 0)


@pytest.mark.timeout(600)
def test_executors_of_different_sizes_each_fill_their_own_slots_and_each_job_says_which(cluster: Cluster) -> None:
    cluster.executor("--slots", "5").ready()
    cluster.executor("--slots", "2").ready()
    cluster.jobs.submit_all([JobRequest("linger", True) for _ in range(12)])

    def held() -> list[list[int]]:
        by_executor: dict[str, list[int]] = {}
        for job in cluster.jobs.find(states=(JobState.RUNNING,)):
            by_executor.setdefault(job.executor, []).append(job.slot)
        return sorted(sorted(slots) for slots in by_executor.values())

    until(lambda: held() == [[1, 2], [1, 2, 3, 4, 5]])
    assert cluster.jobs.traffic().waiting == 5
    cluster.jobs.cancel_all()
