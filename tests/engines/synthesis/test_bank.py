"""The bank keeps one program for each behaviour."""

from aurora.engines.synthesis.bank import Bank, Entry, key_of, leaf, room
from aurora.engines.synthesis.grammar import OPERATORS
from aurora.engines.synthesis.operators import Operator


def named(name: str) -> Operator:
    """An operator that is only a name."""
    return Operator(name, ("any",), list, f"{name}({{0}})")


_ADD = next(operator for operator in OPERATORS if operator.template == "{0:8} + {1:9}")


def test_equal_values_of_other_types_are_told_apart() -> None:
    assert len({key_of([1]), key_of([True]), key_of([1.0]), key_of(["1"])}) == 4


def test_a_huge_vector_has_no_key() -> None:
    assert key_of(["x" * 10_000]) is None


def test_a_behaviour_is_kept_once() -> None:
    bank = Bank()
    assert bank.add(leaf("a", [1, 2], 1))
    assert not bank.add(leaf("b", [1, 2], 2))
    assert [entry.text for entry in bank.upto(9)] == ["a"]


def test_a_wanted_behaviour_is_told_again() -> None:
    bank, told = Bank(), list[Entry]()
    bank.repeated = lambda entry, _key: told.append(entry)
    one = leaf("a", [1, 2], 1)
    bank.add(one)
    key = key_of([1, 2])
    assert key is not None
    bank.wanted.add(key)
    bank.offer(_ADD, [1, 2], (one, one), 3, 1)
    assert [entry.cost for entry in told] == [3]


def test_a_full_bank_takes_no_more() -> None:
    bank = Bank(limit=1)
    bank.add(leaf("a", [1], 1))
    assert bank.full
    assert not bank.add(leaf("b", [2], 1))


def test_long_vectors_leave_room_for_fewer_entries() -> None:
    assert room(300_000, 5) == 300_000
    assert room(300_000, 980) == 9_000
    assert room(6_000, 80, 100_000) == 1_000


def test_cheap_programs_that_behave_alike_are_alternatives() -> None:
    bank, first, last = Bank(), named("first"), named("last")
    xs = leaf("xs", [[4], [5]], 1, flags=1)
    bank.add(xs)
    bank.offer(first, [4, 5], (xs,), 2, 1)
    bank.offer(last, [4, 5], (xs,), 2, 1)
    bank.offer(named("dear"), [4, 5], (xs,), 3, 1)
    (kept,) = bank.costing(2)
    assert [entry.operator for entry in bank.alternatives(kept)] == [last]
    whole = Entry([5, 6], "int", 3, named("more"), (kept,))
    (other,) = bank.alternatives(whole)
    assert [entry.operator for entry in other.arguments] == [last]
    assert list(bank.alternatives(xs)) == []
