from typing import Any

import pytest

from aurora.engines.synthesis.bank import Entry, leaf
from aurora.engines.synthesis.binders import BINDERS, SCAN, Binder, Scope
from aurora.engines.synthesis.operators import ATOM, COMPARE, NAMES

XS = leaf("xs", [[3, 1, 2]], 1, flags=1)


def binder(begin: str) -> Binder:
    (found,) = (one for one in BINDERS if one.template.startswith(begin))
    return found


def variable(scope: Scope, rows: list[list[Any]], name: str) -> Entry:
    return next(entry for entry in scope.leaves(rows) if entry.text == name)


@pytest.mark.parametrize("template", ["max({0}, key=", "min({0}, key=", "next("])
def test_an_empty_list_has_no_extreme_and_no_first(template: str) -> None:
    with pytest.raises(ValueError, match=r"empty|not in list"):
        binder(template).run([], [])


def test_a_list_without_a_true_body_has_no_first() -> None:
    with pytest.raises(ValueError, match="not in list"):
        binder("next(").run([1, 2], [False, False])


def test_keys_of_different_kinds_cannot_be_sorted() -> None:
    with pytest.raises(TypeError):
        binder("sorted({0}, key=lambda ITEM: {1:1})").run([1, 2], [1, "a"])


def test_an_element_that_cannot_be_a_key_makes_no_dictionary() -> None:
    with pytest.raises(TypeError):
        binder("{ITEM:").run([[1]], [2])


@pytest.mark.parametrize(
    ("begin", "row", "made", "value"),
    [
        ("[{1}", [3, 1], [6, 2], [6, 2]),
        ("[ITEM", [3, 1, 2], [True, False, True], [3, 2]),
        ("sum(", [3, 1, 2], [True, False, True], 2),
        ("all(", [], [], True),
        ("any(", [], [], False),
        ("next(", [3, 1, 2], [False, True, True], 1),
        ("[INDEX", [3, 1, 2], [False, True, True], [1, 2]),
        ("list(takewhile", [3, 1, 2], [True, False, True], [3]),
        ("list(dropwhile", [3, 1, 2], [True, False, True], [1, 2]),
        ("sorted({0}, key=lambda ITEM: {1:1})", ["bb", "a", "cc"], [2, 1, 2], ["a", "bb", "cc"]),
        ("sorted({0}, key=lambda ITEM: {1:1}, reverse", ["bb", "a", "cc"], [2, 1, 2], ["bb", "cc", "a"]),
        ("max(", ["a", "bb", "cc"], [1, 2, 2], "bb"),
        ("min(", ["bb", "a", "c"], [2, 1, 1], "a"),
        ("{ITEM:", ["a", "b"], [1, 2], {"a": 1, "b": 2}),
    ],
)
def test_what_each_binder_computes(begin: str, row: list[Any], made: list[Any], value: Any) -> None:
    assert binder(begin).run(row, made) == value


@pytest.mark.parametrize("one", [one for one in BINDERS if "INDEX" not in one.template], ids=lambda one: one.template)
def test_the_text_means_what_is_computed(one: Binder) -> None:
    scope, rows = Scope.over(XS, 1), [[3, 1, 2]]
    body = Entry([True, False, True], "bool", 3, flags=variable(scope, rows, "number").flags)
    text = one.operator(scope, body).text([("xs", ATOM), ("number > 1", COMPARE)])
    names = {**NAMES, "xs": rows[0]}
    assert eval(text, names) == one.run(rows[0], list(body.values))


def test_a_body_that_reads_no_variable_is_only_mapped() -> None:
    scope = Scope.over(XS, 1)
    constant = leaf("True", [True] * 3, 1)
    assert [one.template for one in BINDERS if one.takes(constant, scope)] == ["[{1} for ITEM in {0}]"]


def test_a_filter_takes_no_numbers() -> None:
    scope = Scope.over(XS, 1)
    number = variable(scope, [[3, 1, 2]], "number")
    assert not binder("[ITEM").takes(number, scope)
    assert binder("[{1}").takes(number, scope)


def test_a_sort_key_does_not_read_the_index() -> None:
    scope = Scope.over(XS, 1)
    index = variable(scope, [[3, 1, 2]], "index")
    assert not binder("sorted({0}, key=lambda ITEM: {1:1})").takes(index, scope)
    assert binder("[{1}").takes(index, scope)


def test_an_index_is_bound_by_enumerate() -> None:
    scope = Scope.over(XS, 1)
    index = variable(scope, [[3, 1, 2]], "index")
    text = binder("[{1}").operator(scope, index).text([("xs", ATOM), ("index", ATOM)])
    assert text == "[index for index, number in enumerate(xs)]"


@pytest.mark.parametrize(
    ("source", "depth", "name"),
    [
        (leaf("words", [["ab"]], 1), 1, "word"),
        (leaf("xs", [["ab"]], 1), 1, "word"),
        (leaf("xs", [[1]], 1), 1, "number"),
        (leaf("text", ["ab"], 1), 1, "char"),
        (leaf("rows", [[[1]]], 1), 1, "row"),
        (leaf("pass_", [[[1]]], 1), 1, "item"),
        (leaf("class", [[[1]]], 1), 1, "item"),
        (leaf("words", [["ab"]], 1), 2, "word2"),
    ],
)
def test_elements_have_names_that_people_would_give(source: Entry, depth: int, name: str) -> None:
    assert Scope.over(source, depth).whole == name


def test_tuples_of_one_length_have_parts() -> None:
    pairs = leaf("pairs", [[(1, "a"), (2, "b")], []], 1)
    scope = Scope.over(pairs, 1)
    assert scope.parts == 2
    values = [entry.values for entry in scope.leaves([list(row) for row in pairs.values])]
    assert values == [[(1, "a"), (2, "b")], [0, 1], [1, 2], ["a", "b"]]
    assert Scope.over(leaf("pairs", [[(1, 2), (1, 2, 3)]], 1), 1).parts == 0


def test_scopes_of_different_depths_share_no_variable() -> None:
    assert Scope.over(XS, 1).mask & Scope.over(XS, 2).mask == 0
    assert Scope.over(XS, 1).mask & 1 == 0


def test_a_scan_reads_what_it_made_so_far() -> None:
    scope = Scope.over(XS, 1)
    total = scope.total([3, 4])
    assert SCAN.takes(total, scope)
    text = SCAN.operator(scope, total).text([("xs", ATOM), ("total + number", 8)])
    assert text == "list(accumulate(xs, lambda total, number: total + number))"
