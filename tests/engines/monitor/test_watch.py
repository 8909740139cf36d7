"""What is said about the samples of instances."""

import pytest

from aurora.contracts.processes import Usage
from aurora.contracts.supervision import Foreseen, Loaded
from aurora.engines.monitor.ceiling import GRACE
from aurora.engines.monitor.forecast import Forecast
from aurora.engines.monitor.watch import Monitor, span
from aurora.model.service import Ceiling, Foresight, Service

NOTHING: dict[str, dict[str, Forecast]] = {"memory full": {}, "descriptors used up": {}, "threads used up": {}}


def service(ceiling: Ceiling, foreseen: Foresight | None = None) -> Service:
    return Service("a", ("run",), ceiling=ceiling, foreseen=foreseen)


def test_a_leak_is_told_once_and_forgotten_with_its_instance() -> None:
    told = list[tuple[str, dict[str, object]]]()
    said = list[object]()
    monitor = Monitor(lambda name, facts: told.append((name, facts)), said.append)
    for second in range(0, 1500, 5):
        used = Usage("S", 0.0, 100 + second * 0.1, 1)
        assert monitor.breach(service(Ceiling(memory_mb=400)), 1, float(second), used, 0) is None
    assert said == []
    assert not told[0][1]["held"]
    assert [(name, facts["what"]) for name, facts in told] == [("a", "memory full")]
    assert 0 < monitor.forecasts["memory full"]["a"].seconds < 2000
    monitor.keep([("a", 2)])
    assert monitor.forecasts == NOTHING


def test_a_new_instance_is_judged_anew() -> None:
    monitor, used = Monitor(lambda *_: None, lambda _: None), Usage("S", 0.0, 99.0, 1)
    for epoch in (1, 2):
        found = [monitor.breach(service(Ceiling(memory_mb=100)), epoch, GRACE * n, used, 0) for n in range(6)]
        assert found[:4] == [None] * 4
        assert found[4] == ("memory", "memory at 99 of 100 MiB")


def test_without_limits_nothing_is_said() -> None:
    monitor = Monitor(lambda *_: None, lambda _: None)
    for second in range(100):
        assert monitor.breach(service(Ceiling()), 1, second * 60.0, Usage("S", 0.0, second * 9.0, 1), 99) is None
    assert monitor.forecasts == NOTHING


def test_what_is_to_be_restarted_ahead_is_told_of_as_moment_before_its_rule_ends_it_and_as_load() -> None:
    said, told = list[Foreseen | Loaded](), list[dict[str, object]]()
    monitor = Monitor(lambda _, facts: told.append(facts), said.append)
    leaking = service(Ceiling(memory_mb=400), Foresight())
    cpu = 0.0
    for second in range(0, 1500, 5):
        cpu += 1.0
        monitor.breach(leaking, 1, float(second), Usage("S", cpu, 100 + second * 0.1, 1), 0)
    foreseen = [each for each in said if isinstance(each, Foreseen)]
    assert told[0]["held"] is True
    assert "min (" in foreseen[0].why
    assert {round(each.at) for each in foreseen if each.at} == {2400}  # 340 of 400 MiB, where the rule ends it
    loads = [each for each in said if isinstance(each, Loaded)]
    assert {(round(each.load, 9), round(each.usual, 9)) for each in loads} == {(0.2, 0.2)}


def test_what_does_not_grow_any_more_is_told() -> None:
    said = list[Foreseen | Loaded]()
    monitor = Monitor(lambda *_: None, said.append)
    for second in range(0, 6000, 5):
        grown = min(second, 1500) * 0.1
        monitor.breach(
            service(Ceiling(memory_mb=400), Foresight()), 1, float(second), Usage("S", 0.0, 100 + grown, 1), 0
        )
    assert [each.at for each in said if isinstance(each, Foreseen)][-1] is None


def test_a_limit_that_a_reload_changes_holds_from_then_on() -> None:
    monitor, used = Monitor(lambda *_: None, lambda _: None), Usage("S", 0.0, 99.0, 1)
    for number in range(6):
        assert monitor.breach(service(Ceiling(memory_mb=1000)), 1, GRACE * number, used, 0) is None
    found = [monitor.breach(service(Ceiling(memory_mb=100)), 1, GRACE * (6 + n), used, 0) for n in range(6)]
    assert found[-1] == ("memory", "memory at 99 of 100 MiB")


def test_open_files_and_threads_that_leak_are_foreseen_as_memory_is() -> None:
    told = list[tuple[str, dict[str, object]]]()
    monitor = Monitor(lambda name, facts: told.append((name, facts)), lambda _: None)
    for second in range(0, 1500, 5):
        used = Usage("S", 0.0, 100.0, 10 + second // 30)
        assert (
            monitor.breach(service(Ceiling(descriptors=400, threads=100)), 1, float(second), used, second // 10) is None
        )
    assert {facts["what"] for _, facts in told} == {"descriptors used up", "threads used up"}
    assert 1_500 < monitor.forecasts["descriptors used up"]["a"].seconds < 3_500


def test_the_nearest_of_several_ends_is_what_a_restart_is_planned_for() -> None:
    said = list[Foreseen | Loaded]()
    monitor, leaking = Monitor(lambda *_: None, said.append), service(Ceiling(descriptors=400, threads=60), Foresight())
    for second in range(0, 1200, 5):
        monitor.breach(leaking, 1, float(second), Usage("S", 0.0, 100.0, 10 + second // 50), second // 10)
    ends = [each for each in said if isinstance(each, Foreseen) and each.at]
    assert ends[-1].why.startswith("threads used up in ")


@pytest.mark.parametrize(("rate", "broken"), [(0.2, False), (2.0, True)])
def test_memory_that_is_full_within_the_time_that_is_allowed_is_a_breach_by_rate(rate: float, *, broken: bool) -> None:
    monitor = Monitor(lambda *_: None, lambda _: None)
    ceiling = Ceiling(memory_mb=500, soon=300)
    found = [
        monitor.breach(service(ceiling), 1, float(second), Usage("S", 0.0, 50 + second * rate, 1), 0)
        for second in range(120)
    ]
    first = next(filter(None, found), None)
    assert bool(first) is broken
    if first:
        assert first[0] == "memory"
        assert "memory full in " in first[1]
        assert first[1].endswith("MiB now")


def test_growth_that_ends_is_no_breach_by_rate() -> None:
    monitor = Monitor(lambda *_: None, lambda _: None)
    for second in range(300):
        used = Usage("S", 0.0, 50 + min(second, 30) * 5.0, 1)
        assert monitor.breach(service(Ceiling(memory_mb=500, soon=300)), 1, float(second), used, 0) is None


def test_a_short_time_is_told_in_seconds() -> None:
    assert span(Forecast(45.0, 30.0, 70.0)) == "45 s (30 to 70)"
    assert span(Forecast(720.0, 540.0, float("inf"))) == "12 min (9 or later)"
