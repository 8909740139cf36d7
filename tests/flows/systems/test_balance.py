import pytest

from aurora.flows.systems.balance import FAILURES, Target, choose


def test_nobody_is_chosen_when_all_are_closed() -> None:
    assert choose([]) is None
    assert choose([Target("a", failures=FAILURES)]) is None


def test_the_idle_the_quick_and_the_successful_come_first() -> None:
    calm = Target("calm")
    assert choose([calm.begun(), calm]) == calm
    assert choose([Target("slow", seconds=2.0), calm]) == calm
    failing = calm.ended(0.1, well=False)
    assert choose([failing, calm]) == calm
    assert choose([Target("first"), Target("second")]) == Target("first")


def test_three_failures_in_a_row_close_a_target_and_one_success_opens_it() -> None:
    target = Target("a")
    for _ in range(FAILURES):
        assert target.open
        target = target.begun().ended(0.1, well=False)
    assert not target.open
    assert target.ended(0.1, well=True).open


def test_old_failures_fade() -> None:
    target = Target("a")
    for _ in range(2):
        target = target.ended(0.1, well=False)
    low = target.success
    for _ in range(30):
        target = target.ended(0.1, well=True)
    assert low == pytest.approx(1 / 3.9)
    assert target.success > 0.9
