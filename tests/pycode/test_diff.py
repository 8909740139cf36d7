import random

import pytest

from aurora.model.errors import UnparsableError
from aurora.pycode.diff import Change, changes, same_tree, token_distance
from aurora.pycode.spans import Span
from tests.pycode.library import SMALL


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("x=1", "x = 1  # one\n", True),
        ("(x)", "x", True),
        ("x = 1", "x = True", False),
        ("x = 1", "x = 1.0", False),
        ("x", "y", False),
        ("(", "(", True),
        ("(", "( ", False),
        ("'\0'", "x", False),
        ("-" * 100_000 + "1", "x", False),
    ],
)
def test_same_tree(a: str, b: str, same: bool) -> None:
    assert same_tree(a, b) is same


@pytest.mark.parametrize(
    ("a", "b", "edits"),
    [
        ("x = 1", "x=1  # same\n\n", 0),
        ("x = a + b", "x = a - b", 1),
        ("x = f(a, b)", "x = f(b, a)", 2),
        ("x = 1\n", "", 4),
        ("if x:\n  a\n  b\n  c\n", "if x:\n    a\n    b\n    c\n", 0),
        ("x\na\nb\nc\n", "if x:\n  a\n  b\n  c\n", 3),
        ("f(", "f()", 1),
        ("if a:\n    b\n  c", "if a:\n    b\nc", 1),
    ],
)
def test_token_distance(a: str, b: str, edits: int) -> None:
    assert token_distance(a, b) == token_distance(b, a) == edits


def test_a_large_difference_is_counted_in_full() -> None:
    assert token_distance("", "x\n" * 100) == 200


def test_changes_need_python() -> None:
    with pytest.raises(UnparsableError):
        changes("x", "(")


def changed(before: str, after: str) -> list[tuple[str, str, str, str, str]]:
    return [
        (c.kind, c.node, c.detail, c.before.of(before) if c.before else "", c.after.of(after) if c.after else "")
        for c in changes(before, after)
    ]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("x = 1  # a", "x=1", []),
        ("x = a + b", "x = a - b", [("update", "BinOp", "op: Add -> Sub", "a + b", "a - b")]),
        ("x = 1", "x = 2", [("update", "Constant", "value: 1 -> 2", "1", "2")]),
        ("x = 1", "x = y", [("update", "Constant", "1 -> y", "1", "y")]),
        ("a\nb\nc", "a\nc", [("delete", "Expr", "b", "b", "")]),
        ("a\nc", "a\nb\nc", [("insert", "Expr", "b", "", "b")]),
        ("a\nb", "b\na", [("insert", "Expr", "b", "", "b"), ("delete", "Expr", "b", "b", "")]),
        ("f(a, b)", "f(a, k=b)", [("delete", "Name", "b", "b", ""), ("insert", "keyword", "k=b", "", "k=b")]),
        ("return_ = a[1:2]", "return_ = a[:2]", [("delete", "Constant", "1", "1", "")]),
        ("x: int", "x: int = 1", [("insert", "Constant", "1", "", "1")]),
        ("global a, b", "global a", [("update", "Global", "names: 'a', 'b' -> 'a'", "global a, b", "global a")]),
        ("a < b", "a <= b", [("update", "Compare", "ops: Lt -> LtE", "a < b", "a <= b")]),
        ("[a for a in b]", "[a for a in b if a]", [("insert", "Name", "a", "", "a")]),
        (
            "def f(): a",
            "async def f(): a",
            [("update", "FunctionDef", "def f(): a -> async def f(): a", "def f(): a", "async def f(): a")],
        ),
    ],
)
def test_changes(before: str, after: str, expected: list[tuple[str, str, str, str, str]]) -> None:
    assert changed(before, after) == expected


def test_the_most_similar_statements_become_pairs() -> None:
    before = "def f(a):\n    y = a + 1\n    return y\n"
    after = "def g(a):\n    z = 3\n    y = a + 2\n    return y\n"
    assert changed(before, after) == [
        ("insert", "Assign", "z = 3", "", "z = 3"),
        ("update", "Constant", "value: 1 -> 2", "1", "2"),
        ("update", "FunctionDef", "name: 'f' -> 'g'", before.strip(), after.strip()),
    ]


def test_a_change_has_the_spans_of_both_texts() -> None:
    assert changes("é = 1", "é = (2)") == (Change("update", "Constant", "value: 1 -> 2", Span(4, 5), Span(5, 6)),)


def test_one_deleted_line_of_a_real_file_is_one_change() -> None:
    choose = random.Random(2)
    for text in SMALL:
        rows = text.splitlines(keepends=True)
        places = [
            i
            for i, row in enumerate(rows)
            if row.startswith(("import ", "from ")) and "(" not in row and "\\" not in row
        ]
        for at in choose.sample(places, min(1, len(places))):
            after = "".join(rows[:at] + rows[at + 1 :])
            assert [(c.kind, c.detail) for c in changes(text, after)] == [
                ("delete", rows[at].partition("#")[0].strip())
            ]
