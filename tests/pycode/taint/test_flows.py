"""Values: joined they are safe against what all are safe against; a way is never longer than it may be."""

from aurora.pycode.taint.flows import ALL, CLEAN, Flow, Kind, Origin, Step, carried, joined, made_safe, passed

HERE, THERE = Step("a.py", 1, 1, "here"), Step("a.py", 2, 1, "there")
SOURCE = Origin(HERE)


def test_what_is_safe_on_one_way_only_is_not_safe() -> None:
    left = {SOURCE: Flow((HERE,), frozenset({Kind.SQL, Kind.PATH}))}
    right = {SOURCE: Flow((HERE, THERE), frozenset({Kind.SQL}))}
    assert joined((left, right, CLEAN)) == {SOURCE: Flow((HERE,), frozenset({Kind.SQL}))}


def test_nothing_is_left_of_what_is_safe_against_all() -> None:
    value = {SOURCE: Flow((HERE,))}
    assert made_safe(value, ALL) == {}
    assert made_safe(value, frozenset()) is value


def test_a_way_stops_growing_and_names_no_place_twice_in_a_row() -> None:
    value = {SOURCE: Flow((HERE,))}
    assert passed(value, HERE) == value
    for number in range(50):
        value = dict(passed(value, Step("a.py", number, 1, "loop")))
    assert len(value[SOURCE].steps) == 12


def test_parameters_are_replaced_by_what_was_given() -> None:
    inside = {Origin(parameter="x"): Flow((THERE,), frozenset({Kind.SQL})), SOURCE: Flow((HERE,))}
    given = {"x": {SOURCE: Flow((HERE,), frozenset({Kind.PATH}))}}
    assert carried(inside, given)[SOURCE].safe == frozenset()
    assert carried({Origin(parameter="x"): Flow((THERE,))}, given) == {
        SOURCE: Flow((HERE, THERE), frozenset({Kind.PATH}))
    }
    assert carried({Origin(parameter="y"): Flow()}, given) == {}
