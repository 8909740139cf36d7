"""Jobs within a job keep their steps apart in one journal."""

from aurora.flows.jobs.inner import Inner
from aurora.model.progress import Progress
from tests.flows.jobs.journals import PaperJournal


def test_steps_of_the_same_name_in_two_jobs_are_two_steps() -> None:
    whole = PaperJournal()
    assert [Inner(whole, name).step("read", lambda: name) for name in ("a", "b")] == ["a", "b"]  # noqa: B023
    assert Inner(whole, "a").step("read", lambda: "again") == "a"


def test_it_is_the_whole_job_to_everybody_else() -> None:
    whole = PaperJournal()
    inner = Inner(whole, "a")
    inner.watch(Progress("step"))
    with inner.cpu():
        assert (inner.id, inner.slot) == (whole.id, whole.slot)


def test_an_effect_is_done_once_under_the_name_of_its_job() -> None:
    whole = PaperJournal()
    done: list[int] = []
    for _ in range(2):
        Inner(whole, "a").effect("write", lambda _connection: done.append(1))
    assert done == [1]
