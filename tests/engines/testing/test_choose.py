from aurora.engines.testing.cases import Case
from aurora.engines.testing.choose import Held, Recorded, chosen_cases, chosen_laws
from aurora.engines.testing.properties import Law


def recorded(text: str, goals: set[int], kills: set[int]) -> Recorded:
    return Recorded(Case("f", (text,)), {}, frozenset((goal, True) for goal in goals), frozenset(kills))


def test_a_case_that_reaches_and_notices_nothing_new_is_left_out() -> None:
    few, more, none = recorded("1", {1}, set()), recorded("22", {1, 2}, {5}), recorded("3", {2}, {5})
    assert chosen_cases([few, more, none], None) == [more]


def test_the_shortest_of_equals_is_taken() -> None:
    long, short = recorded("12345", {1}, {2}), recorded("1", {1}, {2})
    assert chosen_cases([long, short], None) == [short]


def test_with_an_aim_only_what_reaches_it_is_taken() -> None:
    kills, aims = recorded("1", {1}, {1, 2, 3}), recorded("2", {9}, set())
    assert chosen_cases([kills, aims], frozenset({(9, True)})) == [aims]
    assert chosen_cases([kills], frozenset({(9, True)})) == []


def test_a_law_is_kept_for_what_only_it_notices() -> None:
    def held(name: str, kills: set[int]) -> Held:
        return Held(Law("f", name, name, ("a",)), frozenset(kills))

    wide, narrow, idle, other = held("a", {1, 2}), held("b", {1}), held("c", set()), held("d", {3})
    assert chosen_laws([narrow, idle, wide, other]) == [wide, other]
