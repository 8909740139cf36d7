from aurora.model.purse import Purse
from aurora.model.task import Budget


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


def test_what_is_left_falls_with_the_clock_and_never_below_nothing() -> None:
    purse = Purse(Budget(10.0, seed=3), clock := Clock())
    assert (purse.left, purse.spent) == (10.0, False)
    clock.now = 108.0
    assert purse.share(0.5) == Budget(1.0, seed=3)
    assert purse.share(0.25).seconds == 1.0
    clock.now = 111.0
    assert (purse.left, purse.spent) == (0.0, True)
    assert purse.share(least=2.0).seconds == 2.0


def test_a_budget_of_steps_is_not_spent_by_the_clock() -> None:
    purse = Purse(Budget(10.0, steps=5), clock := Clock())
    clock.now = 1e9
    assert (purse.left, purse.spent) == (10.0, False)
    assert purse.share(0.5) == Budget(5.0, steps=5)
