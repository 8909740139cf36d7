from aurora.engines.testing.properties import Law, holds, laws, strategy
from aurora.engines.testing.targets import targets


def test_no_law_is_tried_of_what_is_not_a_plain_function() -> None:
    assert list(laws(targets("async def f(a): ...\ndef g(): ...\ndef h(a, b=1): ..."))) == []


def test_laws_of_pairs_are_tried_both_ways() -> None:
    claims = {law.claim for law in laws(targets("def pack(a): ...\ndef unpack(b): ..."))}
    assert {"unpack(pack(a)) == a", "pack(unpack(b)) == b", "pack(pack(a)) == pack(a)"} <= claims


def test_a_law_that_fails_once_does_not_hold() -> None:
    law = Law("f", "is_idempotent", "f(f(a)) == f(a)", ("a",))
    rows = [[str(number)] for number in range(20)]
    assert holds(law, rows, {"f": abs}) is True
    assert holds(law, rows, {"f": lambda a: a + (a in (7, 8))}) is False


def test_a_law_is_not_said_to_hold_on_few_or_other_values() -> None:
    law = Law("f", "is_odd", "f(-a) == -f(a)", ("a",))
    assert holds(law, [["1"]] * 7, {"f": lambda a: a}) is None
    assert holds(law, [["'x'"]] * 20, {"f": lambda a: a}) is None


def test_strategies_follow_the_values() -> None:
    assert strategy(["1", "-3", "8"]) == "st.integers(-3, 8)"
    assert strategy(["[1]", "[]", "[4, 2]"]) == "st.lists(st.integers(1, 4), max_size=8)"
    assert strategy(["'a'"]) == "st.text(max_size=12)"
    assert strategy(["{'a': 1.5}"]) == "st.dictionaries(st.text(max_size=12), st.floats(1.5, 1.5), max_size=6)"
    assert strategy(["True"]) == "st.booleans()"
    assert [strategy(texts) for texts in (["1", "'a'"], ["Item(1)"], ["None"], ["[]"])] == [""] * 4
