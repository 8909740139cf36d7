import ast

import pytest

from aurora.pycode.mutants import bent, mutants, placed_mutants


def bodies(code: str) -> set[str]:
    return {text.partition("return ")[2].strip() for text in mutants(code)}


def test_docstrings_and_annotations_are_left_alone() -> None:
    assert mutants('def f(a: "int") -> 3:\n    """Words 1."""\n    b: list[2] = a\n    return b') == []


@pytest.mark.parametrize(
    ("body", "changed"),
    [
        ("a + 1", {"a - 1", "a + 2", "a + 0"}),
        ("a < 7", {"a <= 7", "a < 8", "a < 6"}),
        ("a and True", {"a or True", "a and False"}),
        ("'x'", {"''"}),
        ("min(a)", {"max(a)", "(lambda it: it)(a)"}),
        ("a[1:]", {"a[2:]", "a[0:]", "a[:]"}),
        ("sorted(a, reverse=True)", {"list(a, reverse=True)", "sorted(a)", "sorted(a, reverse=False)"}),
        ("a.find('b', a)", {"a.rfind('b', a)", "a.find(a, 'b')", "a.find('', a)"}),
        ("[x for x in a if x]", {"[x for x in a]"}),
        ("(a, -a)", {"(-a, a)"}),
        ("{**a, 'k': a}", {"{'k': a, **a}", "{**a, '': a}"}),
        ("a if a else 5", {"a if not a else 5", "a if a else 6", "a if a else 4"}),
    ],
)
def test_each_change_is_made_alone(body: str, changed: set[str]) -> None:
    assert bodies(f"def f(a):\n    return {body}") == changed


def test_parameters_are_confused() -> None:
    assert bodies("def f(a, b):\n    return a - b") == {"b - b", "a - a", "a + b"}


def test_the_limit_is_kept_and_the_changes_are_spread() -> None:
    code = "def f(a):\n" + "".join(f"    a += {number}\n" for number in range(2, 400)) + "    return a"
    found = mutants(code, limit=10)
    assert len(found) == len(set(found)) == 10
    plain = ast.unparse(ast.parse(code)).splitlines()
    changed = [next(row for row, line in enumerate(text.splitlines()) if line != plain[row]) for text in found]
    assert max(changed) - min(changed) > 150


def test_the_order_is_fixed() -> None:
    code = "def f(a, b):\n    return [a + 1, b * 2, sorted({a, b})]"
    assert mutants(code) == mutants(code)


def test_what_is_returned_is_bent_by_its_type() -> None:
    code = "def g(x):\n    return x\n\ndef f(x):\n    return g(x)"
    assert bent(code, "f", "bool") == ["def g(x):\n    return x\n\ndef f(x):\n    return not g(x)"]
    assert "def g(x):\n    return x\n\ndef f(x):\n    return g(x)[::-1]" in bent(code, "f", "str")
    assert bent(code, "f", "Point") == []
    assert bent(code, "h", "int") == []


TWO = "def f(a):\n    return a + 1\n\n\ndef g(a):\n    return [x for x in a if x]\n"


def test_a_placed_mutant_says_where_and_what() -> None:
    found = placed_mutants("def f(a):\n\n    return a < 7", 10)
    assert [each.words for each in found] == [
        "line 3: `return a < 7` became `return a <= 7`",
        "line 3: `return a < 7` became `return a < 8`",
        "line 3: `return a < 7` became `return a < 6`",
    ]


def test_only_the_lines_that_are_asked_for_are_changed() -> None:
    assert [(each.line, each.after) for each in placed_mutants(TWO, 10, range(5, 7))] == [(6, "return [x for x in a]")]
    assert {each.line for each in placed_mutants(TWO, 10)} == {2, 6}


def test_no_more_placed_mutants_than_the_limit() -> None:
    assert len(placed_mutants(TWO, 2)) == 2
