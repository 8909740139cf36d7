import pytest

from aurora.model.errors import UnparsableError
from aurora.pycode.asserts import Assertion, Relation, contradictions, read_asserts


def read(text: str, name: str = "") -> Assertion:
    (found,) = read_asserts(text, name)
    return found


def test_what_is_not_python_is_refused() -> None:
    with pytest.raises(UnparsableError):
        read_asserts("assert f(1 == 2")


def test_a_text_without_asserts_has_none() -> None:
    assert read_asserts("f(1) == 2") == ()


@pytest.mark.parametrize(
    ("text", "args", "relation", "expected"),
    [
        ("assert f(1, [2]) == 3", (1, [2]), Relation.EQUAL, 3),
        ("assert 3 == f(1, [2])", (1, [2]), Relation.EQUAL, 3),
        ("assert f(-1) != -2", (-1,), Relation.NOT_EQUAL, -2),
        ("assert f('x') is True", ("x",), Relation.IS, True),
        ("assert None is f()", (), Relation.IS, None),
        ("assert f({})", ({},), Relation.TRUTHY, True),
        ("assert not f({})", ({},), Relation.FALSY, False),
        ("assert set(f([1])) == set([1])", ([1],), Relation.SET, {1}),
        ("assert [1] == sorted(f(1))", (1,), Relation.SORTED, [1]),
        ("assert list(f(1)) == [1]", (1,), Relation.LIST, [1]),
        ("assert tuple(f(1)) == (1,)", (1,), Relation.TUPLE, (1,)),
        ("assert len(f(1)) == 2", (1,), Relation.LEN, 2),
        ("assert f(*[1, 2], 3) == 10 ** 3", (1, 2, 3), Relation.EQUAL, 1000),
        ("assert f(1) == float('-inf'), 'message'", (1,), Relation.EQUAL, float("-inf")),
    ],
)
def test_literal_asserts(text: str, args: tuple[object, ...], relation: Relation, expected: object) -> None:
    found = read(text)
    assert found.literal
    assert (found.function, found.args, found.kwargs, found.relation) == ("f", args, {}, relation)
    assert found.expected == expected


def test_keyword_arguments() -> None:
    found = read("assert f(1, k=[2], **{'m': 3}) == 4")
    assert (found.args, found.kwargs, found.call) == ((1,), {"k": [2], "m": 3}, "f(1, k=[2], **{'m': 3})")


@pytest.mark.parametrize(
    ("text", "expected", "tolerance"),
    [
        ("assert abs(f(2) - 1.5) < 1e-6", 1.5, 1e-6),
        ("assert abs(1.5 - f(2)) <= .5", 1.5, 0.5),
        ("assert 1e-6 > abs(f(2) - 1.5)", 1.5, 1e-6),
        ("assert math.isclose(f(2), 2, rel_tol=0.25)", 2, 0.5),
        ("assert isclose(2, f(2), abs_tol=0.25)", 2, 0.25),
        ("assert math.isclose(f(2), -2.0)", -2.0, 2e-9),
        ("assert f(2) == pytest.approx(2)", 2, 2e-6),
        ("assert approx(2, abs=0.5) == f(2)", 2, 0.5),
        ("assert f(2) == approx([1, 2])", [1, 2], 0.0),
    ],
)
def test_nearness(text: str, expected: object, tolerance: float) -> None:
    found = read(text)
    assert (found.relation, found.args, found.expected) == (Relation.CLOSE, (2,), expected)
    assert found.tolerance == pytest.approx(tolerance)


@pytest.mark.parametrize(
    ("text", "relation", "call", "expected_text"),
    [
        ("assert f(x) == 1", Relation.EQUAL, "f(x)", "1"),
        ("assert f(1) == y", Relation.EQUAL, "f(1)", "y"),
        ("assert f(Node(1)) == 'a' * 2", Relation.EQUAL, "f(Node(1))", "'a' * 2"),
        ("assert f(1) == f(2)", Relation.EQUAL, "f(1)", "f(2)"),
        ("assert f(**d) == 1", Relation.EQUAL, "f(**d)", "1"),
        ("assert abs(f(x) - y) < tolerance", Relation.CLOSE, "f(x)", "y"),
        ("assert f(1) > 2", Relation.OTHER, "f(1)", ""),
        ("assert f(1)[0] == 2", Relation.OTHER, "f(1)", ""),
        ("assert 0 < f(1) < 2", Relation.OTHER, "f(1)", ""),
        ("assert isinstance(f(1), int)", Relation.OTHER, "f(1)", ""),
        ("assert not f(1) == 2", Relation.OTHER, "f(1)", ""),
        ("assert isclose(f(1), 2, 3)", Relation.OTHER, "f(1)", ""),
        ("assert set(f(1)) != {1}", Relation.OTHER, "f(1)", ""),
        ("assert f(1) != approx(2)", Relation.OTHER, "f(1)", ""),
        ("assert isclose(x, 2)", Relation.OTHER, "", ""),
        ("assert x == 2", Relation.OTHER, "", ""),
        ("assert x", Relation.OTHER, "", ""),
    ],
)
def test_what_is_not_literal_is_kept_as_text(text: str, relation: Relation, call: str, expected_text: str) -> None:
    found = read(text)
    assert not found.literal
    assert (found.args, found.expected) == (None, None)
    assert (found.text, found.relation, found.call, found.expected_text) == (text, relation, call, expected_text)


def test_a_given_name_decides_which_call_is_meant() -> None:
    assert read("assert Point(1) == f(2)", "f").call == "f(2)"
    assert read("assert Point(1) == f(2)").function == "Point"
    assert read("assert len([1]) == 1", "len").args == ([1],)
    assert read("assert m.f(1) == 2", "f").function == "m.f"
    assert read("assert g(1) == 2", "f").call == ""


def test_conjunctions_are_several_and_all_depths_are_read_in_order() -> None:
    text = "def test():\n    assert f(2) == 1\nassert f(1) == 1 and (f(3) and not f(4))\n"
    assert [found.args for found in read_asserts(text)] == [(2,), (1,), (3,), (4,)]


def test_inputs_of_different_types_are_different_inputs() -> None:
    one, same, true, other = read_asserts("assert f(1)\nassert f(1) == 2\nassert f(True)\nassert g(1)\n")
    assert one.input_key == same.input_key
    assert one.input_key != true.input_key
    assert one.input_key != other.input_key


@pytest.mark.parametrize(
    "pair",
    [
        ("f(1) == 2", "f(1) == 3"),
        ("f(1) is True", "f(1) == False"),
        ("f(1) == 2", "f(1) != 2"),
        ("f(1) != 2", "f(1) == 2"),
        ("f(1)", "not f(1)"),
        ("f(1) == 0", "f(1)"),
        ("not f(1)", "f(1) is True"),
        ("abs(f(1) - 2) < 0.1", "abs(f(1) - 3) < 0.1"),
        ("abs(f(1) - 2) < 0.1", "f(1) == 2.5"),
        ("set(f(1)) == {1}", "set(f(1)) == {2}"),
        ("f(1, k=2) == 3", "f(1, k=2) == 4"),
    ],
)
def test_contradictions(pair: tuple[str, str]) -> None:
    first, second = read_asserts(f"assert {pair[0]}\nassert {pair[1]}")
    assert contradictions([first, second]) == ((first, second),)


@pytest.mark.parametrize(
    "pair",
    [
        ("f(1) == 2", "f(2) == 3"),
        ("f(1) == 2", "f(True) == 3"),
        ("f(1) == 2", "g(1) == 3"),
        ("f(1) == 1", "f(1) == 1.0"),
        ("f(1) == float('nan')", "f(1) == float('nan')"),
        ("f(1) != 2", "f(1) != 3"),
        ("f(1)", "f(1)"),
        ("f(1) == 2", "f(1)"),
        ("f(1) == [2]", "set(f(1)) == {2}"),
        ("abs(f(1) - 2) < 0.6", "abs(f(1) - 3) < 0.6"),
        ("f(1) == 'a'", "f(1) == approx('b')"),
        ("f(x) == 2", "f(x) == 3"),
    ],
)
def test_no_contradictions(pair: tuple[str, str]) -> None:
    assert contradictions(read_asserts(f"assert {pair[0]}\nassert {pair[1]}")) == ()
