from aurora.model.effort import Meter


def test_steps_add_up() -> None:
    meter = Meter(5)
    meter.spend(7)
    assert meter.steps == 12
