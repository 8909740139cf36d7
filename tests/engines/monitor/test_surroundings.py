"""Disks and memory that all services share."""

from aurora.engines.monitor.surroundings import Surroundings
from aurora.model.room import Room

Told = list[tuple[str, str, dict[str, object]]]


def disk(free: float, whole: float = 1_000.0) -> Room:
    return Room("disk", "/srv", free, whole)


def fed(*free: float, whole: float = 1_000.0, kind: str = "disk") -> tuple[Surroundings, Told]:
    told: Told = []
    seen = Surroundings(lambda type_, subject, facts: told.append((type_, subject, facts)))
    for second, each in enumerate(free):
        seen.feed(float(second), [Room(kind, "/srv" if kind == "disk" else "", each, whole)])
    return seen, told


def test_a_disk_with_little_left_is_told_once_and_again_when_there_is_room() -> None:
    seen, told = fed(500, 20, 20, 20, 20, 20, 60, 60, 60)
    assert [each[0] for each in told] == ["disk.low"]
    assert seen.warning == "the disk of /srv has 20 of 1000 MiB left."
    assert [each.where for each in seen.low] == ["/srv"]
    seen, told = fed(*[20] * 5, *[200] * 5)
    assert [each[:2] for each in told] == [("disk.low", "machine disk /srv"), ("disk.recovered", "machine disk /srv")]
    assert (seen.warning, seen.low) == ("", [])


def test_a_moment_with_little_left_is_not_told() -> None:
    assert fed(500, 20, 20, 20, 500, 500, 20, 500)[1] == []


def test_a_large_disk_is_not_low_while_gigabytes_are_left() -> None:
    assert fed(*[3_000.0] * 9, whole=1e6)[1] == []


def test_memory_of_the_machine_below_fifteen_percent_is_told() -> None:
    seen, told = fed(*[100.0] * 5, kind="memory")
    assert [each[:2] for each in told] == [("memory.low", "machine memory")]
    assert seen.warning == "the memory of the machine has 100 of 1000 MiB left."


def test_a_disk_that_fills_is_told_before_it_is_full() -> None:
    told: Told = []
    seen = Surroundings(lambda type_, subject, facts: told.append((type_, subject, facts)))
    for second in range(0, 1_500, 5):
        seen.feed(float(second), [disk(800 - second * 0.2)])
    assert [each[0] for each in told] == ["disk.predicted"]
    assert "will be full in" in str(told[0][2]["why"])
    for second in range(1_500, 3_000, 5):
        seen.feed(float(second), [disk(500)])
    assert [each[0] for each in told] == ["disk.predicted", "disk.recovered"]


def test_a_low_disk_on_which_nothing_lies_any_more_is_forgotten() -> None:
    seen, told = fed(*[20.0] * 5)
    seen.feed(5.0, [Room("disk", "/other", 500, 1_000)])
    assert [each[:2] for each in told] == [("disk.low", "machine disk /srv"), ("disk.recovered", "machine disk /srv")]
    assert (seen.warning, seen.low) == ("", [])


def test_a_disk_that_does_not_answer_is_told_once_and_again_when_it_does() -> None:
    seen, told = fed(500)
    silent = Room("disk", "/srv", 500, 1_000, answers=False)
    for second in range(1, 9):
        seen.feed(float(second), [silent])
    assert [each[:2] for each in told] == [("disk.silent", "machine disk /srv")]
    assert (seen.warning, seen.low) == ("the disk of /srv does not answer.", [])
    seen.feed(9.0, [disk(500)])
    assert [each[0] for each in told] == ["disk.silent", "disk.answers"]
    assert seen.warning == ""


def test_a_low_disk_that_falls_silent_is_low_again_when_it_answers_and_still_is() -> None:
    seen, told = fed(*[20.0] * 5)
    seen.feed(6.0, [Room("disk", "/srv", 20, 1_000, answers=False)])
    seen.feed(7.0, [disk(20)])
    assert [each[0] for each in told] == ["disk.low", "disk.silent", "disk.answers", "disk.low"]


def test_a_silent_disk_on_which_nothing_lies_any_more_is_forgotten() -> None:
    seen, told = fed()
    seen.feed(0.0, [Room("disk", "/net", 0, 0, answers=False)])
    seen.feed(1.0, [])
    assert [each[0] for each in told] == ["disk.silent", "disk.recovered"]


def test_a_disk_that_first_was_silent_is_judged_by_what_it_holds() -> None:
    seen, told = fed()
    seen.feed(0.0, [Room("disk", "/srv", 0, 0, answers=False)])
    for second in range(1, 3600):
        seen.feed(float(second), [disk(950.0 - second / 100)])
    assert [each[0] for each in told] == ["disk.silent", "disk.answers"]
