"""Rules for what an instance may use."""

from aurora.engines.monitor.ceiling import GRACE, Watcher
from aurora.model.service import Ceiling


def samples(watcher: Watcher, *megabytes: float, begin: float = GRACE) -> list[tuple[str, str] | None]:
    return [watcher.breach(begin + second, each, 10, 3) for second, each in enumerate(megabytes)]


def test_without_a_limit_nothing_is_broken() -> None:
    assert set(samples(Watcher(Ceiling(), 0.0), *[1e6] * 10)) == {None}


def test_a_peak_is_no_breach() -> None:
    assert set(samples(Watcher(Ceiling(memory_mb=100), 0.0), 50, 99, 99, 50, 99, 50, 50)) == {None}


def test_most_of_the_last_samples_above_85_percent_are_a_breach() -> None:
    found = samples(Watcher(Ceiling(memory_mb=100), 0.0), 50, 86, 86, 86, 86)
    assert found == [None, None, None, None, ("memory", "memory at 86 of 100 MiB")]


def test_nothing_is_held_against_an_instance_in_its_first_seconds() -> None:
    assert set(samples(Watcher(Ceiling(memory_mb=100), 0.0), 99, 99, 99, 99, begin=0.0)) == {None}


def test_descriptors_and_threads_have_rules_of_their_own() -> None:
    watcher = Watcher(Ceiling(descriptors=10, threads=3), 0.0)
    found = [watcher.breach(GRACE + n, 1.0, 10, 3) for n in range(4)]
    assert found[-1] == ("descriptors", "descriptors at 10 of 10")
