import threading

from aurora.model.job import JobState
from aurora.model.progress import Progress
from tests.adapters.store.desk import Desk


def test_the_end_of_a_job_is_noted_once_and_only_for_its_owner(desk: Desk) -> None:
    job = desk.running("x", "mine")
    desk.store.began(job, "work", 7, "x")
    desk.store.told(job, Progress("search", 1, 2, "words"))
    assert desk.end(job, "another's") is False
    assert desk.jobs.status(job).state is JobState.RUNNING
    assert desk.end(job, "mine") is True
    assert desk.end(job, "mine") is False
    desk.store.cancelled([job])
    types = [event.type for event in desk.events.since(subject=job)]
    assert types == ["job.submitted", "job.started", "job.progress", "job.done"]
    known = desk.store.runs([job, "unknown"])
    assert set(known) == {job}
    assert (known[job]["slot"], known[job]["progress"]["note"]) == (7, "words")
    ended = desk.jobs.status(job)
    assert (ended.state, ended.result, ended.slot, ended.executor) == (JobState.DONE, 5, 7, "x")


def test_many_that_end_together_each_get_their_own_outcome(desk: Desk) -> None:
    jobs = [desk.running("x", f"token {number}") for number in range(20)]
    answers: dict[str, bool] = {}

    def end(number: int) -> None:
        token = f"token {number}" if number % 2 else "lost"
        answers[jobs[number]] = desk.end(jobs[number], token, output=str(number))

    threads = [threading.Thread(target=end, args=(number,)) for number in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == {job: bool(number % 2) for number, job in enumerate(jobs)}
    for number, job in enumerate(jobs):
        found = desk.jobs.status(job)
        expected = (JobState.DONE, number) if number % 2 else (JobState.RUNNING, None)
        assert (found.state, found.result) == expected


def test_an_outcome_that_cannot_be_written_harms_no_other(desk: Desk) -> None:
    jobs = [desk.running("x", "t") for _ in range(6)]
    refused: list[str] = []

    def end(job: str) -> None:
        try:
            desk.end(job, "t", output="1" if job != jobs[0] else object())  # type: ignore[arg-type]
        except Exception as error:  # noqa: BLE001 - counted below
            refused.append(type(error).__name__)

    threads = [threading.Thread(target=end, args=(job,)) for job in jobs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(refused) == 1
    assert [desk.jobs.status(job).state is JobState.DONE for job in jobs] == [False] + [True] * 5


def test_the_rate_counts_what_ran_and_not_what_was_cancelled_before(desk: Desk) -> None:
    assert desk.store.rate(60.0) == 0.0
    desk.store.cancelled(["never ran"])
    assert desk.store.rate(60.0) == 0.0
    desk.finish("work")
    assert 0.0 < desk.store.rate(60.0) <= 1.0
