"""How busy an instance is, beside how busy it usually is."""

from aurora.engines.monitor.load import Load


def test_one_sample_says_nothing_and_the_first_minute_says_nothing_of_the_usual() -> None:
    load = Load()
    assert load.feed(0.0, 5.0) is None
    assert load.feed(10.0, 10.0) == 0.5
    assert load.feed(10.0, 10.0) is None
    assert load.usual is None


def test_the_usual_is_the_median_of_the_minutes_and_not_moved_by_one_of_them() -> None:
    load, cpu = Load(), 0.0
    for second in range(0, 601, 10):
        cpu += 10.0 if 120 < second <= 180 else 1.0
        load.feed(float(second), cpu)
    assert load.usual == 0.1
