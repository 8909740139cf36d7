import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aurora.pycode.layout import imbalance, indent_width, logical_lines, match_brackets, rows
from aurora.pycode.tokens import Token, tokenize
from tests.pycode.library import LIBRARY


def places(tokens: tuple[Token, ...]) -> list[tuple[str, int]]:
    return [(token.text, token.start) for token in tokens]


@pytest.mark.parametrize(
    ("text", "pairs", "mismatched", "unclosed", "unopened"),
    [
        ("f(a[1], {2})", ["[]", "{}", "()"], [], [], []),
        ("'(' # [", [], [], [], []),
        ("(a", [], [], [("(", 0)], []),
        ("a)", [], [], [], [(")", 1)]),
        ("(a]", [], ["(]"], [], []),
        ("(a[1)", ["()"], [], [("[", 2)], []),
        ("({)]", ["()"], [], [("{", 1)], [("]", 3)]),
        ("[(1, (2]", ["[]"], [], [("(", 1), ("(", 5)], []),
    ],
)
def test_brackets(
    text: str, pairs: list[str], mismatched: list[str], unclosed: list[tuple[str, int]], unopened: list[tuple[str, int]]
) -> None:
    found = match_brackets(tokenize(text))
    assert [a.text + b.text for a, b in found.pairs] == pairs
    assert [a.text + b.text for a, b in found.mismatched] == mismatched
    assert places(found.unclosed) == unclosed
    assert places(found.unopened) == unopened
    assert found.balanced == (not (mismatched or unclosed or unopened))


@pytest.mark.parametrize(("indent", "width"), [("", 0), ("    ", 4), ("\t", 8), ("  \t ", 9), ("    \f  ", 2)])
def test_indents_count_as_in_python(indent: str, width: int) -> None:
    assert indent_width(indent) == width


def test_rows_say_what_each_line_begins_in() -> None:
    text = "\tx = (1,\n  '''a\n b''' + \\\r\n c)\n# d\n"
    found = [
        (row.indent, row.width, row.depth, row.in_string, row.continued, row.first.text if row.first else "")
        for row in rows(text)
    ]
    assert found == [
        ("\t", 8, 0, False, False, "x"),
        ("  ", 2, 1, False, False, "'''a\n b'''"),
        ("", 0, 1, True, False, "+"),
        ("", 0, 1, False, True, "c"),
        ("", 0, 0, False, False, ""),
        ("", 0, 0, False, False, ""),
    ]
    assert "".join(row.span.of(text) for row in rows(text)) == text


def test_a_closer_without_opener_leaves_the_depth_at_zero() -> None:
    assert [row.depth for row in rows(")\n)\n(")] == [0, 0, 0]


def lines(text: str) -> list[str]:
    return ["".join(token.text for token in line.tokens) for line in logical_lines(tokenize(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("a\n\n# b\n c", ["a\n", "\n", "# b\n", " c"]),
        ("a = (1,\n  2)\nb", ["a = (1,\n  2)\n", "b"]),
        ("a = (1,\n  2\n  return x\n)", ["a = (1,\n  2\n", "  return x\n", ")"]),
        ("a = [\n  async def f():\n", ["a = [\n", "  async def f():\n"]),
        ("a = [x\n  async for x in y]", ["a = [x\n  async for x in y]"]),
        ("f(class)", ["f(class)"]),
        ("a \\\n b", ["a \\\n b"]),
    ],
)
def test_logical_lines(text: str, expected: list[str]) -> None:
    assert lines(text) == expected


def test_a_logical_line_knows_its_place_and_what_it_leaves_open() -> None:
    first, second = logical_lines(tokenize("\tif f(:  # c\nwhile x: # d\n"))
    assert (first.indent, first.width, first.line, first.opens_block) == ("\t", 8, 1, True)
    assert places(first.unclosed) == [("(", 5)]
    assert (second.line, second.span.start, second.indent, second.opens_block) == (2, 13, "", True)
    assert not next(logical_lines(tokenize("# only\n"))).opens_block


def test_valid_files_have_balanced_brackets_and_closed_lines() -> None:
    for text in LIBRARY:
        tokens = tokenize(text)
        assert match_brackets(tokens).balanced
        assert not any(line.unclosed for line in logical_lines(tokens))


@settings(max_examples=100, deadline=None)
@given(
    st.text(alphabet=st.sampled_from("a([{}])\n \t'\"\\:#"), max_size=30)
    | st.sampled_from(["(\ndef", "(\n async\nimport"])
)
def test_logical_lines_hold_every_token_once(text: str) -> None:
    tokens = tokenize(text)
    assert tuple(token for line in logical_lines(tokens) for token in line.tokens) == tokens


@pytest.mark.parametrize(
    ("text", "count"), [("", 0), ("a)))", 3), ("f(x)", 1), ("[({", 3), ("()[(])(", 2), ("())(()", 2)]
)
def test_brackets_without_partner_are_counted(text: str, count: int) -> None:
    assert imbalance(text) == count
