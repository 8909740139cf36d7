"""Assertions that stand in no function, as a test file: `x = 2; assert f(x) == 4; x = 3; assert f(x) == 9`."""

import ast
from collections.abc import Sequence

from aurora.model.errors import BadInputError
from aurora.pycode.parse import Source
from aurora.pycode.statements import reindent

_INDENT = "    "
_CONSTANT = (ast.Constant, ast.Tuple, ast.UnaryOp, ast.BinOp, ast.operator, ast.unaryop, ast.expr_context)


def as_tests(source: Source, module: str) -> str:
    """Bare statements about the names of a module as functions of pytest.

    Each that asserts, also within a loop or so, is a test of its own with the constants that it names, so that each is
    judged by itself. Where they share more, such as an object that one of them may change, all are one test in
    their order. Raises `BadInputError` where nothing is asserted.
    """
    imports = [node for node in source.tree.body if isinstance(node, ast.Import | ast.ImportFrom)]
    steps = [node for node in source.tree.body if node not in imports]
    asserting = [node for node in steps if _asserts(node)]
    if not asserting:
        raise BadInputError("hold no test and no assertion.", where="tests", next_step="Write `assert f(2) == 4`.")
    tests = [[*_constants(node, steps), node] for node in asserting] if _apart(steps) else [steps]
    future = [node for node in imports if isinstance(node, ast.ImportFrom) and node.module == "__future__"]
    head = [*map(source.segment, future), f"from {module} import *"]
    head += [source.segment(node) for node in imports if node not in future]
    written = ["\n".join(head), *(_function(source, number, test) for number, test in enumerate(tests, start=1))]
    return "\n\n\n".join(written) + "\n"


def _function(source: Source, number: int, test: Sequence[ast.stmt]) -> str:
    body = (reindent(source.segment(node), _INDENT) for node in test)
    return "\n".join((f"def test_{number}():", *(_INDENT + line for line in _outer(test)), *body))


def _outer(test: Sequence[ast.stmt]) -> list[str]:
    """What lets the statements of a function mean by a name what they did in the module: where it is read before it is
    bound, and where a function of theirs calls it global."""
    bound, early = set[str](), set[str]()
    for node in test:
        early |= _read(node) - bound
        bound |= _bound(node)
    inner = (each for node in test for each in ast.walk(node) if isinstance(each, ast.Global) and each is not node)
    shared = bound & {name for each in inner for name in each.names}
    lines = [f'if "{name}" in globals(): {name} = globals()["{name}"]' for name in sorted(bound & early - shared)]
    return [f"global {', '.join(sorted(shared))}"] * bool(shared) + lines


def _apart(steps: Sequence[ast.stmt]) -> bool:
    """Whether assertions are all that there is besides constants, and none leaves a name to another statement."""
    plain = all(_asserts(node) or _is_constant(node) for node in steps)
    return plain and not any(
        _bound(node) & _read(other) for node in steps if _asserts(node) for other in steps if other is not node
    )


def _constants(asserting: ast.stmt, steps: Sequence[ast.stmt]) -> list[ast.stmt]:
    """The statements before an assertion that give a name of it its value."""
    before = steps[: steps.index(asserting)]
    return [node for node in before if not _asserts(node) and _bound(node) & _names(asserting)]


def _asserts(node: ast.stmt) -> bool:
    """Whether a statement asserts something when it runs; a function that it defines may do so when it is called."""
    return not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and any(
        isinstance(each, ast.Assert) for each in ast.walk(node)
    )


def _is_constant(node: ast.stmt) -> bool:
    """Whether a statement gives names values that nothing can change, or is a text alone."""
    if isinstance(node, ast.Expr):
        return isinstance(node.value, ast.Constant)
    if not isinstance(node, ast.Assign):
        return False
    targets = (each for target in node.targets for each in ast.walk(target))
    return all(isinstance(each, ast.Name | ast.Tuple | ast.expr_context) for each in targets) and all(
        isinstance(each, _CONSTANT) for each in ast.walk(node.value)
    )


def _names(node: ast.AST) -> set[str]:
    return {each.id for each in ast.walk(node) if isinstance(each, ast.Name)}


def _read(node: ast.stmt) -> set[str]:
    """The names that a statement may read as they were before it."""
    again: set[str] = set()
    for each in ast.walk(node):
        match each:
            case ast.AugAssign(target=ast.Name(id=name)):
                again.add(name)
            case ast.Assign(value=value) | ast.AnnAssign(value=ast.expr() as value) | ast.NamedExpr(value=value):
                again |= _bound(each) & _names(value)
    return again | (_names(node) - _bound(node))


def _bound(node: ast.AST) -> set[str]:
    stores = (each for each in ast.walk(node) if isinstance(each, ast.Name) and not isinstance(each.ctx, ast.Load))
    return {each.id for each in stores}
