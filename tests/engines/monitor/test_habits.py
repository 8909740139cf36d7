"""What services are used to."""

import time

from aurora.engines.monitor.habits import GRACE, Habits

MONDAY = time.mktime((2026, 11, 2, 0, 0, 0, 0, 0, -1))
DAY = 86_400


def lived(habits: Habits, begin: int, end: int, night: bool = True, epoch: int = 1, step: int = 20) -> None:
    """One service, whose memory doubles from two to four each night if wanted."""
    for second in range(begin, end, step):
        at_night = night and 7_200 <= second % DAY < 14_400
        habits.feed(
            ("a", epoch), float(second), MONDAY + second, second * 0.1, {"memory": 200.0 if at_night else 100.0}
        )


def test_a_level_that_is_new_is_told_in_words_and_the_same_of_a_usual_night_is_not() -> None:
    told = list[dict[str, object]]()
    habits = Habits(lambda _, facts: told.append(facts))
    lived(habits, 0, 6 * DAY // 2, step=60)
    assert told
    assert str(told[0]["why"]).startswith("memory went from 100 to 200 MiB 1")
    before = len(told)
    lived(habits, 6 * DAY // 2, 5 * DAY, step=60)
    assert len(told) == before


def test_the_processor_is_judged_by_its_time_and_the_first_minutes_of_an_instance_by_nobody() -> None:
    told = list[dict[str, object]]()
    habits, cpu = Habits(lambda _, facts: told.append(facts)), 0.0
    for second in range(0, 5_000, 5):
        cpu += 5 * (0.9 if second < GRACE or second >= 2_500 else 0.1)
        habits.feed(("a", 1), float(second), MONDAY + second, cpu, {"memory": 100.0})
    assert [(facts["what"], facts["before"], facts["after"]) for facts in told] == [("processor", 0.1, 0.9)]


def test_what_is_known_outlives_it_and_what_cannot_be_used_is_left_out() -> None:
    habits = Habits(lambda *_: None)
    lived(habits, 0, 4 * DAY, step=60)
    habits.keep([])
    again = Habits(lambda *_: None)
    again.restore(habits.plain())
    assert again.plain() == habits.plain()
    for bad in (3, {"a": 3}, {"a": {"memory": [1]}}, None):
        again.restore(bad)
        assert again.plain() == {}
