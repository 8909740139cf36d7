from typing import Any

import pytest

from aurora.engines.testing.branches import Recorder, instrumented, names, wanted

TEXT = '''
def f(a, items=()):
    """Words."""
    if a > 10 and not items:
        return "big"
    try:
        return [each for each in items if each][a]
    except IndexError:
        return 1 if a == 7 else 1 < a < 3
'''


def loaded() -> tuple[Any, Recorder, dict[int, tuple[int, str]]]:
    recorder = Recorder()
    tree, places = instrumented(TEXT)
    space: dict[str, Any] = names(recorder)
    exec(compile(tree, "<f>", "exec"), space)
    return space["f"], recorder, places


@pytest.mark.parametrize(
    ("arguments", "answer"), [((11, ()), "big"), ((1, (0, 5, 6)), 6), ((7, ()), 1), ((2, ()), True), ((4, ()), False)]
)
def test_the_code_does_what_it_did(arguments: tuple[Any, ...], answer: object) -> None:
    function, _, _ = loaded()
    plain: dict[str, Any] = {}
    exec(TEXT, plain)
    assert function(*arguments) == plain["f"](*arguments) == answer
    assert function.__doc__ == "Words."


def test_each_way_is_told_with_its_line() -> None:
    function, recorder, places = loaded()
    function(11, ())
    ways = {(places[number], way) for number, way in recorder.goals}
    assert ways == {((2, "place"), True), ((4, "comparison"), True), ((4, "condition"), False)}


def test_the_distance_to_the_other_way_and_both_sides_are_kept() -> None:
    function, recorder, _ = loaded()
    function(4, ())
    assert sorted(recorder.near.values()) == [3.0, 6.0]
    assert {10, 9, 11, 7, 4} <= set(recorder.harvest.values())
    recorder.clear()
    assert (recorder.goals, recorder.near, recorder.edges) == (set(), {}, set())
    function(11, (1,))
    assert {difference for _, difference in recorder.edges} == {1}


def test_every_way_is_wanted_and_a_place_once() -> None:
    _, _, places = loaded()
    goals = list(wanted(places))
    assert len(goals) == 2 * sum(kind != "place" for _, kind in places.values()) + 2
