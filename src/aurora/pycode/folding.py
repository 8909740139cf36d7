"""What a test does before it asserts, as expressions: `box := Box(2)` for `box = Box(2)`."""

import ast
from collections.abc import Iterable, Mapping
from types import MappingProxyType

_Function = ast.FunctionDef | ast.AsyncFunctionDef
_NONE: Mapping[str, _Function] = MappingProxyType({})


def steps_before(function: _Function, node: ast.Assert, fixtures: Mapping[str, _Function] = _NONE) -> list[str]:
    """The statements before an assertion, each as one expression that can be an item of a tuple; none where one of
    them cannot be, or the assertion is inside of another statement. A parameter is what its fixture gives."""
    before = function.body[: function.body.index(node)] if node in function.body else []
    made = _made(function, fixtures, set()) if node in function.body else []
    steps = _steps(before)
    return [*made, *steps] if made is not None and steps is not None and (made or _matters(before)) else []


def fixtures_of(tree: ast.Module) -> dict[str, _Function]:
    """The functions of a test file that pytest calls for the parameters of others, by name."""
    functions = (node for node in tree.body if isinstance(node, _Function))
    return {each.name: each for each in functions if any(map(_is_fixture, each.decorator_list))}


def _is_fixture(decorator: ast.expr) -> bool:
    named = decorator.func if isinstance(decorator, ast.Call) else decorator
    return ast.unparse(named) in ("fixture", "pytest.fixture")


def _made(function: _Function, fixtures: Mapping[str, _Function], within: set[str]) -> list[str] | None:
    """The steps that make a function's parameters; None where one is not made in plain steps by a known fixture."""
    steps: list[str] = []
    for name in (each.arg for each in function.args.args):
        fixture = fixtures.get(name)
        given = _given(fixture.body[-1]) if fixture and name not in within else None
        if fixture is None or given is None:
            return None
        made, own = _made(fixture, fixtures, {*within, name}), _steps(fixture.body[:-1])
        if made is None or own is None:
            return None
        told = ast.unparse(given)
        steps += [*made, *own, *([f"({name} := {told})"] if told != name else [])]
    return steps


def _given(last: ast.stmt) -> ast.expr | None:
    """What a fixture gives at its end; None where that is not plain."""
    match last:
        case ast.Return(value=value) | ast.Expr(value=ast.Yield(value=value)):
            return value
    return None


def _steps(statements: Iterable[ast.stmt]) -> list[str] | None:
    steps: list[str] = []
    for statement in statements:
        match statement:
            case ast.Assign(targets=[ast.Name(id=name)], value=value):
                steps.append(f"({name} := {ast.unparse(value)})")
            case ast.Expr(value=value):
                steps.append(f"({ast.unparse(value)})")
            case ast.Assert(test=value):
                steps.append(f"({ast.unparse(value)})")
            case _:
                return None
    return steps


def _matters(statements: Iterable[ast.stmt]) -> bool:
    """Whether anything but assertions and texts stands before."""
    return any(
        not isinstance(each, ast.Assert) and not (isinstance(each, ast.Expr) and isinstance(each.value, ast.Constant))
        for each in statements
    )
