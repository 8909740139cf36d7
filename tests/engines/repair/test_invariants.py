import pytest

from aurora.engines.repair.evidence import Assertion
from aurora.engines.repair.invariants import Invariants


def invariants(*pairs: tuple[str, str]) -> Invariants:
    return Invariants([Assertion("t.py", 1, call, wanted) for call, wanted in pairs])


SORTS = invariants(("f([2, 1])", "[1, 2]"), ("f([3])", "[3]"), ("f([1, 0, 2, 1])", "[0, 1, 1, 2]"), ("f([])", "[]"))


def test_unreadable_tests_say_nothing_and_few_say_little() -> None:
    for found in (invariants(), invariants(*[(f"f(x + {n})", "[1]") for n in range(5)])):
        assert not found.laws
        assert found.broken("f([1])", "'7'") == 0
    assert invariants(*[("f(1)", "1")] * 5).broken("f(2)", "'7'") < 0.7


def test_an_annotation_is_believed_unless_a_wanted_output_belies_it() -> None:
    examples = [Assertion("t.py", 1, "f(1)", "True")]
    assert Invariants(examples).broken("f(2)", "1") < 0.7
    assert Invariants(examples, frozenset({"bool"})).broken("f(2)", "1") == 1
    assert Invariants(examples, frozenset({"str"})).broken("f(2)", "1") < 0.7


def test_wanted_whole_numbers_may_be_floats_where_the_old_program_gave_floats() -> None:
    two, six = ([Assertion("t.py", 1, f"f({n})", "2") for n in range(count)] for count in (2, 6))
    for examples in (two, six):
        assert Invariants(examples).broken("f(9)", "1.5") == Invariants(examples, given="int").broken("f(9)", "1.5")
    assert Invariants(two).broken("f(9)", "1.5") > 0.8
    assert Invariants(two, given="float").broken("f(9)", "1.5") == 0
    assert Invariants(six, given="float").broken("f(9)", "1.5") > 0.9
    assert Invariants(two, given="float").broken("f(9)", "'x'") > 0.8
    assert Invariants(two, frozenset({"int"}), given="float").broken("f(9)", "1.5") == 1


def test_outputs_without_items_tell_only_their_type() -> None:
    found = invariants(("f([1])", "[]"), ("f([2])", "[]"), ("f([3])", "[]"))
    assert max(found.laws.values()) == 0
    assert found.broken("f([1])", "None") > 0.9


def test_an_order_of_few_items_may_be_chance() -> None:
    few, more = invariants(("f([3, 1])", "[1, 2]")), invariants(("f([3, 1])", "[1, 2, 3, 4]"))
    assert few.laws["ascends", 0] == pytest.approx(0.5)
    assert more.laws["ascends", 0] > 0.9


@pytest.mark.parametrize(
    ("call", "shown", "broken"),
    [
        ("f([3, 1])", "[1, 3]", False),
        ("f([3, 1])", "[3, 1]", True),
        ("f([3, 1])", "[1]", True),
        ("f([3, 1])", "[1, 2]", True),
        ("f([3, 1])", "None", True),
        ("f([3, 1])", "(1, 3)", True),
        ("f([3, 1])", "<object>", False),
        ("f([3, 1])", "['a', 1]", True),
    ],
)
def test_a_result_that_is_not_what_all_outputs_are_is_noticed(call: str, shown: str, broken: bool) -> None:
    assert (SORTS.broken(call, shown) > 0.9) is broken


@pytest.mark.parametrize(
    ("law", "pairs"),
    [
        (("counts", 1), [("f('a', 2)", "['a', 'a']"), ("f('b', 1)", "['b']"), ("f('a', 3)", "['a', 'a', 'a']")]),
        (("picks", 0), [(f"f([{n}, 2])", f"{n}") for n in range(5)]),
        (("as long", 0), [("f('ab')", "'xy'"), ("f('a')", "'x'"), ("f('abc')", "'xyz'")]),
        (("selects", 0), [("f([1, 2, 3])", "[2, 3]"), ("f([3, 0])", "[3]"), ("f([5, 4, 1])", "[5, 4]")]),
    ],
)
def test_laws_between_arguments_and_outputs_are_read(law: tuple[str, int], pairs: list[tuple[str, str]]) -> None:
    assert invariants(*pairs).laws[law] > 0.9


def test_arguments_of_other_types_may_give_another_type() -> None:
    found = invariants(("f([1], 2)", "[1]"), ("f([2, 3], 1)", "[2]"))
    assert found.broken("f([4], 1)", "'d'") > 0.9
    assert found.broken("f('d', 1)", "'d'") == 0
    assert found.broken("f([4])", "'d'") == 0
