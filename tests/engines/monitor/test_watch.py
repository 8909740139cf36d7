"""What is said about the samples of instances."""

from aurora.adapters.process.usage import Usage
from aurora.engines.monitor.ceiling import GRACE
from aurora.engines.monitor.watch import Monitor
from aurora.model.service import Ceiling


def test_a_leak_is_told_once_and_forgotten_with_its_instance() -> None:
    told = list[tuple[str, dict[str, object]]]()
    monitor = Monitor(lambda name, facts: told.append((name, facts)))
    for second in range(0, 1500, 5):
        used = Usage("S", 0.0, 100 + second * 0.1, 1)
        assert monitor.breach(("a", 1), Ceiling(memory_mb=400), float(second), used, 0) is None
    assert [(name, facts["what"]) for name, facts in told] == [("a", "memory full")]
    assert 0 < monitor.forecasts["a"].seconds < 2000
    monitor.keep([("a", 2)])
    assert monitor.forecasts == {}


def test_a_new_instance_is_judged_anew() -> None:
    monitor, used = Monitor(lambda *_: None), Usage("S", 0.0, 99.0, 1)
    for epoch in (1, 2):
        found = [monitor.breach(("a", epoch), Ceiling(memory_mb=100), GRACE * n, used, 0) for n in range(6)]
        assert found[:4] == [None] * 4
        assert found[4] == ("memory", "memory at 99 of 100 MiB")


def test_without_limits_nothing_is_said() -> None:
    monitor = Monitor(lambda *_: None)
    for second in range(100):
        assert monitor.breach(("a", 1), Ceiling(), float(second * 60), Usage("S", 0.0, second * 9.0, 1), 99) is None
    assert monitor.forecasts == {}
