from aurora.engines.synthesis.effort import PROGRAM, Meter


def test_a_new_meter_has_counted_nothing() -> None:
    assert Meter().steps == 0


def test_programs_count_by_the_points_at_which_they_run() -> None:
    meter = Meter()
    meter.programs(3, 10)
    assert meter.steps == 3 * (10 + PROGRAM)
    meter.spend(5)
    assert meter.steps == 3 * (10 + PROGRAM) + 5
