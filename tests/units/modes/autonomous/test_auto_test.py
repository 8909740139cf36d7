from aurora.units.modes.autonomous.auto_test import auto_test


def test_the_part_keeps_its_contract() -> None:
    assert auto_test.failures() == []
