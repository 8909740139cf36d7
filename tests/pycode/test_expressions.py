import ast
import random

import pytest

from aurora.pycode.edit import apply
from aurora.pycode.expressions import folded, replace_expression
from aurora.pycode.parse import Source, parse
from tests.pycode.library import SMALL


def replaced(text: str, old: str, new: str) -> str:
    source = parse(text)
    node = next(node for node in source.nodes(ast.expr) if source.segment(node) == old)
    return apply(text, [replace_expression(source, node, new)])


@pytest.mark.parametrize("code", ["", "x = 1", "a b", "(", "x)\n(y", "a # why", "*a", "'\0'", "x)+(y\n)+(z # q"])
def test_what_is_not_one_expression_is_refused(code: str) -> None:
    with pytest.raises(ValueError, match="is not"):
        replaced("f(here)", "here", code)


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [("f'{a}'", "a", "'b'"), ("f'{a}'", "a", '"b"'), ("f'{a}'", "a", "b\n"), ("f'a{b}'", "f'a{b}'", "c\\\n")],
)
def test_an_f_string_that_cannot_hold_it_is_refused(text: str, old: str, new: str) -> None:
    source = parse(text)
    node = next(
        node
        for node in source.nodes(ast.expr)
        if source.fstring(node) is not None and not isinstance(node, ast.FormattedValue)
    )
    with pytest.raises(ValueError, match="cannot stand in the f-string"):
        replace_expression(source, node, new)


@pytest.mark.parametrize(
    ("text", "old", "new", "expected"),
    [
        ("a * b", "a", "x + y", "(x + y) * b"),
        ("a * b", "a", "x * y", "x * y * b"),
        ("a * b", "b", "x * y", "a * (x * y)"),
        ("a - b", "b", "x * y", "a - x * y"),
        ("a ** b", "a", "-x", "(-x) ** b"),
        ("a ** b", "b", "-x", "a ** -x"),
        ("a ** b", "a", "x ** y", "(x ** y) ** b"),
        ("-a", "a", "x + y", "-(x + y)"),
        ("not a", "a", "x == y", "not x == y"),
        ("not a", "a", "x and y", "not (x and y)"),
        ("a or b", "a", "x and y", "x and y or b"),
        ("a and b", "b", "x or y", "a and (x or y)"),
        ("a < b", "a", "x < y", "(x < y) < b"),
        ("a < b", "b", "x | y", "a < x | y"),
        ("a.b", "a", "1", "(1).b"),
        ("a.b", "a", "1.5", "1.5.b"),
        ("a.b", "a", "await x", "(await x).b"),
        ("a(b)", "a", "lambda: x", "(lambda: x)(b)"),
        ("a[b]", "b", "x, y", "a[x, y]"),
        ("f(a)", "a", "x, y", "f((x, y))"),
        ("f(a)", "a", "x if y else z", "f(x if y else z)"),
        ("f(a)", "a", "y := 1", "f((y := 1))"),
        ("f(a)", "a", "x for x in y", "f((x for x in y))"),
        ("f(*a)", "a", "x or y", "f(*(x or y))"),
        ("f(k=a)", "a", "yield", "f(k=(yield))"),
        ("return_ = a", "a", "x, y", "return_ = x, y"),
        ("a if b else c", "b", "x if y else z", "a if (x if y else z) else c"),
        ("a if b else c", "c", "x if y else z", "a if b else x if y else z"),
        ("[a for a in b if c]", "b", "x if y else z", "[a for a in (x if y else z) if c]"),
        ("{**a}", "a", "x or y", "{**(x or y)}"),
        ("{k: a}", "a", "x or y", "{k: x or y}"),
        ("f'{a!r}'", "a", "lambda: x", "f'{(lambda: x)!r}'"),
        ("f'{a}'", "a", "{1}", "f'{ {1}}'"),
        ("await a", "a", "x()", "await x()"),
        ("x = a", "a", "b +\n c", "x = (b +\n c)"),
        ("f(a)", "a", "b(\n c)", "f(b(\n c))"),
    ],
)
def test_parentheses_come_where_precedence_needs_them(text: str, old: str, new: str, expected: str) -> None:
    assert replaced(text, old, new) == expected


@pytest.mark.parametrize(
    ("text", "old", "new", "expected"),
    [
        ("(a) * b", "a", "x + y", "(x + y) * b"),
        ("( a ).b", "a", "1", "( 1 ).b"),
        ("f((a))", "a", "x, y", "f((x, y))"),
        ("(f)((a))", "a", "x, y", "(f)((x, y))"),
        ("(f)(a)", "a", "x, y", "(f)((x, y))"),
        ("class A(b): pass", "b", "x, y", "class A((x, y)): pass"),
        ("f(x for x in y)", "(x for x in y)", "z", "f(z)"),
        ("f((x for x in y))", "(x for x in y)", "z", "f(z)"),
    ],
)
def test_parentheses_that_are_there_are_used(text: str, old: str, new: str, expected: str) -> None:
    assert replaced(text, old, new) == expected


@pytest.mark.parametrize(
    ("text", "old", "new", "expected"),
    [
        ("not(a,)", "(a,)", "b", "not b"),
        ("x = (a,)if b else c", "(a,)", "d", "x = d if b else c"),
        ("x if[]else y", "[]", "'z'", "x if 'z'else y"),
        ("1if a else b", "a", "c", "1if c else b"),
    ],
)
def test_words_do_not_grow_together(text: str, old: str, new: str, expected: str) -> None:
    assert replaced(text, old, new) == expected


NEW = (
    "x", "-x", "x + y", "x if y else z", "lambda: 0", "1", "1, 2", "x or y", "not x", "(yield)", "x := 1", "a.b",
    "await x", "x ** 2", "a\n+ b", "{1: 2}", "x < y", "x for x in y",
)  # fmt: skip


def editable(source: Source) -> list[ast.expr]:
    """Expressions that are read, outside of patterns and of the parts of f-strings."""
    return [
        node
        for node in source.nodes(ast.expr)
        if isinstance(getattr(node, "ctx", ast.Load()), ast.Load) and not isinstance(node, ast.Starred | ast.Slice)
        if not isinstance(source.parents[node], ast.withitem | ast.pattern | ast.JoinedStr | ast.FormattedValue)
    ]


class Put(ast.NodeTransformer):
    """Replaces the node at one place in the order of `ast.walk`."""

    def __init__(self, old: ast.AST, new: ast.expr) -> None:
        self.old, self.new = old, new

    def visit(self, node: ast.AST) -> ast.AST:
        return self.new if node is self.old else self.generic_visit(node)


def test_a_replaced_expression_gives_the_tree_with_the_node_replaced() -> None:
    choose = random.Random(0)
    for text in SMALL:
        source = parse(text)
        places = {node: i for i, node in enumerate(ast.walk(source.tree))}
        for node in choose.sample(editable(source), 8):
            code = choose.choice(NEW)
            after = apply(text, [replace_expression(source, node, code)])
            tree = ast.parse(text)
            wanted = Put(list(ast.walk(tree))[places[node]], ast.parse(f"({code})", mode="eval").body).visit(tree)
            assert ast.dump(ast.parse(after)) == ast.dump(wanted), (source.segment(node), code)


@pytest.mark.parametrize(
    ("text", "side", "code", "number"),
    [
        ("i - 1", "left", "0", "-1"),
        ("2 + i", "right", "3", "5"),
        ("i - 1", "left", "j", ""),
        ("i - j", "left", "0", ""),
        ("i * 2", "left", "0", ""),
        ("i - 1", "left", "0.5", ""),
        ("i - 1", "left", "not python(", ""),
    ],
)
def test_a_number_put_beside_a_number_is_written_as_one(text: str, side: str, code: str, number: str) -> None:
    around = ast.parse(text, mode="eval").body
    assert isinstance(around, ast.BinOp)
    assert folded(around, getattr(around, side), code) == number
