"""What a test does before it asserts, as expressions: `box := Box(2)` for `box = Box(2)`."""

import ast
from collections.abc import Iterable


def steps_before(function: ast.FunctionDef | ast.AsyncFunctionDef, node: ast.Assert) -> list[str]:
    """The statements before an assertion, each as one expression that can be an item of a tuple; none where one of
    them cannot be, or the assertion is inside of another statement."""
    if node not in function.body:
        return []
    steps: list[str] = []
    for statement in function.body[: function.body.index(node)]:
        match statement:
            case ast.Assign(targets=[ast.Name(id=name)], value=value):
                steps.append(f"({name} := {ast.unparse(value)})")
            case ast.Expr(value=value):
                steps.append(f"({ast.unparse(value)})")
            case ast.Assert(test=value):
                steps.append(f"({ast.unparse(value)})")
            case _:
                return []
    return steps if _matters(function.body[: function.body.index(node)]) else []


def _matters(statements: Iterable[ast.stmt]) -> bool:
    """Whether anything but assertions and texts stands before."""
    return any(
        not isinstance(each, ast.Assert) and not (isinstance(each, ast.Expr) and isinstance(each.value, ast.Constant))
        for each in statements
    )
