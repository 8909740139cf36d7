"""What is written plainly is written as `ast.unparse` does it."""

import ast
import inspect

import pytest

from aurora.pycode import binding, metrics, outline, written
from aurora.pycode.taint import calls, statements


@pytest.mark.parametrize(
    "text",
    [
        "f(*a, **b)", "f(x := 1)", "f((a, b))", "a[1, 2]", "a[1:2]", "a[*b]", "(1).real", "1.5", "1e999", "-a + b",
        "(a - b) + c", "a + (b + c)", "(a and b) + c", "'it\\'s' + \"a\"", "u'a' + b'c'", "f'{a!r}' + b",
        "(await f)(a)", "(lambda: 0)()", "f(x for x in y)", "f(lambda: 0, k=v)", "a.b[c](d).e", "None + ...",
    ],
)  # fmt: skip
def test_odd_expressions_are_written_as_unparse_writes_them(text: str) -> None:
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.expr):
            assert written.written(node) == ast.unparse(node)


@pytest.mark.parametrize("module", [binding, metrics, outline, written, calls, statements])
def test_every_expression_of_real_modules_is_written_as_unparse_writes_it(module: object) -> None:
    tree = ast.parse(inspect.getsource(module))  # type: ignore[arg-type]
    expressions = [node for node in ast.walk(tree) if isinstance(node, ast.expr)]
    assert expressions
    assert [node for node in expressions if written.written(node) != ast.unparse(node)] == []
