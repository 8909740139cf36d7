import threading

from aurora.engines.jobs.slots import Slots


def test_numbers_count_from_one_and_the_lowest_free_one_is_taken() -> None:
    slots = Slots(3)
    assert [slots.take(), slots.take(), slots.take()] == [1, 2, 3]
    slots.give(2)
    slots.give(1)
    assert slots.take() == 1
    assert slots.taken == 2


def test_who_finds_none_free_waits_for_one() -> None:
    slots = Slots(1)
    slots.take()
    got: list[int] = []
    waiting = threading.Thread(target=lambda: got.append(slots.take()))
    waiting.start()
    assert got == []
    slots.give(1)
    waiting.join(120)
    assert got == [1]
