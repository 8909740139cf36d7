import ast

from aurora.engines.repair.evidence import Assertion
from aurora.engines.repair.fuzz import emptied, variants


def asserted(call: str) -> Assertion:
    return Assertion("test_a.py", 1, call, "None")


def test_without_literals_there_is_nothing_to_change() -> None:
    assert variants([asserted("f(x)")], 0, 10) == []
    assert variants([], 0, 10) == []


def test_the_same_seed_gives_the_same_calls() -> None:
    base = [asserted("f([3, 1, 2], 'abc', 2.5, True)")]
    assert variants(base, 7, 20) == variants(base, 7, 20)
    assert variants(base, 7, 20) != variants(base, 8, 20)


def test_calls_keep_their_shape_and_are_new() -> None:
    found = variants([asserted("f([3, 1, 2], 'abc')")], 0, 30)
    assert len(set(found)) == len(found) == 30
    for path, call in found:
        tree = ast.parse(call, mode="eval").body
        assert isinstance(tree, ast.Call)
        items, text = map(ast.literal_eval, tree.args)
        assert path == "test_a.py"
        assert isinstance(items, list)
        assert isinstance(text, str)
        assert call != "f([3, 1, 2], 'abc')"


def test_an_empty_list_grows() -> None:
    assert any(len(call) > len("f([])") for _, call in variants([asserted("f([])")], 0, 5))


def test_numbers_that_are_not_negative_stay_so() -> None:
    assert all("-" not in call for _, call in variants([asserted("f(3, 8)")], 1, 30))


def test_each_argument_that_holds_something_is_made_empty_once() -> None:
    base = [asserted("f([3, 1], 'abc', {1: 2}, 7, [])"), asserted("f([], 'x')"), asserted("f([], '')")]
    assert [call for _, call in emptied(base)] == [
        "f([], 'abc', {1: 2}, 7, [])",
        "f([3, 1], '', {1: 2}, 7, [])",
        "f([3, 1], 'abc', {}, 7, [])",
    ]
    assert not emptied([asserted("x")])
    assert set(emptied(base).values()) == {"f([3, 1], 'abc', {1: 2}, 7, [])"}


def test_the_argument_that_is_made_empty_is_that_of_the_call_and_not_of_what_comes_before() -> None:
    whole = "((box := Box('red')),) and box.find('x')"
    found = emptied([Assertion("test_a.py", 3, "box.find('x')", "2", whole)])
    assert found == {("test_a.py", "((box := Box('red')),) and box.find('')"): whole}
    assert set(emptied([asserted("sorted(f([1]))")])) == {("test_a.py", "sorted(f([]))")}


def test_what_a_test_does_before_is_varied_with_the_call() -> None:
    base = [Assertion("test_a.py", 3, "box.size()", "2", "((box := Box(7)),) and box.size()")]
    found = [call for _, call in variants(base, 0, 5)]
    assert found
    assert all(call.endswith(" and box.size()") and "Box(7)" not in call for call in found)
