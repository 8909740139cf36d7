"""What a condition says of a value: a test that makes it safe where it holds, or where it does not."""

import ast
from collections.abc import Iterable, Mapping
from typing import TypeAlias

from aurora.pycode.taint.flows import ALL, Kind, made_safe
from aurora.pycode.taint.state import State, chain

Safe: TypeAlias = Mapping[str, frozenset[Kind]]  # variable -> what it is safe against
_PLAIN = frozenset({"isdigit", "isalnum", "isdecimal", "isnumeric", "isidentifier", "isalpha"})
_URLS = frozenset({Kind.REQUEST, Kind.REDIRECT})
_PATHS = frozenset({Kind.PATH})
_LEAVING = (ast.Return, ast.Raise, ast.Continue, ast.Break)
_ENDS = frozenset({"abort", "exit", "_exit", "fail"})


def guarded(state: State, test: ast.expr, depth: int = 0) -> tuple[Safe, Safe]:
    """What is safe where the condition holds, and what is safe where it does not."""
    match test:
        case ast.UnaryOp(op=ast.Not()):
            holds, fails = guarded(state, test.operand, depth)
            return fails, holds
        case ast.BoolOp():
            sides = [guarded(state, value, depth) for value in test.values]
            if isinstance(test.op, ast.And):
                return _all(side[0] for side in sides), {}
            return {}, _all(side[1] for side in sides)
        case ast.Compare(ops=[op], comparators=[right]):
            return _comparison(state, test.left, op, right)
        case ast.Call():
            return _tested(state, test, depth), {}
        case ast.NamedExpr():
            return guarded(state, test.value, depth)
    return {}, {}


def hold(state: State, safe: Safe) -> None:
    """Take over what a condition says."""
    for name, kinds in safe.items():
        state.variables[name] = made_safe(state.get(name), kinds)


def leaves(body: list[ast.stmt]) -> bool:
    """Whether a block always leaves: returns, raises, goes on with the next turn, or aborts."""
    last = body[-1]
    if isinstance(last, ast.Expr) and isinstance(last.value, ast.Call):
        function = last.value.func
        return (getattr(function, "attr", "") or getattr(function, "id", "")) in _ENDS
    if isinstance(last, ast.If):
        return bool(last.orelse) and leaves(last.body) and leaves(last.orelse)
    return isinstance(last, _LEAVING)


def _all(sides: Iterable[Safe]) -> Safe:
    found: dict[str, frozenset[Kind]] = {}
    for side in sides:
        for name, kinds in side.items():
            found[name] = found.get(name, frozenset()) | kinds
    return found


def _comparison(state: State, left: ast.expr, op: ast.cmpop, right: ast.expr) -> tuple[Safe, Safe]:
    positive = isinstance(op, ast.In | ast.Eq | ast.Is)
    safe: Safe = {}
    if isinstance(left, ast.Constant) and isinstance(op, ast.In | ast.NotIn):
        safe = dict.fromkeys(_named(right), _PATHS) if left.value in ("..", "/", "../", "\\") else {}
        positive = not positive
    elif isinstance(op, ast.In | ast.NotIn | ast.Eq | ast.NotEq):
        safe = _compared(state, left, right)
    return (safe, {}) if positive else ({}, safe)


def _compared(state: State, left: ast.expr, right: ast.expr) -> Safe:
    """A value that is one of those meant is safe; so is a path whose beginning is the one meant."""
    sides = (left, right)
    for side, other in (sides, sides[::-1]):
        if isinstance(side, ast.Call) and ast.unparse(side.func).endswith("commonpath"):
            return {name: _PATHS for name in _named(side) if state.get(name)}
        if _named(side) and not isinstance(other, ast.Constant | ast.Call) and any(map(state.get, _named(other))):
            continue
        if isinstance(side, ast.Name | ast.Attribute) and state.get(chain(side)):
            return {chain(side): ALL}
        if isinstance(side, ast.Attribute) and side.attr in ("hostname", "netloc", "host"):
            return dict.fromkeys(_named(side), _URLS)
    return {}


def _tested(state: State, test: ast.Call, depth: int) -> Safe:
    """A call that answers whether a value is well."""
    name = state.dotted(test.func)
    method = test.func.attr if isinstance(test.func, ast.Attribute) else ""
    if method in _PLAIN and isinstance(test.func, ast.Attribute):
        return {chain(test.func.value): ALL}
    if method in ("startswith", "is_relative_to") and isinstance(test.func, ast.Attribute):
        return {key: _beginning(state, key) for key in _named(test.func.value)}
    if method == "fullmatch" or (method == "match" and _anchored(test)):
        return dict.fromkeys(_named(test.args[-1]), ALL) if test.args else {}
    if name == "isinstance" and test.args and ast.unparse(test.args[-1]) in ("int", "float", "bool"):
        return dict.fromkeys(_named(test.args[0]), ALL)
    return _predicate(state, test, name, depth)


def _beginning(state: State, key: str) -> frozenset[Kind]:
    normal = all(Kind.NORMAL in flow.safe for flow in state.get(key).values())
    return _URLS | _PATHS if normal else _URLS


def _anchored(test: ast.Call) -> bool:
    return any(isinstance(each, ast.Constant) and str(each.value).endswith(("$", r"\Z")) for each in test.args)


def _predicate(state: State, test: ast.Call, name: str, depth: int) -> Safe:
    """A function of the project that is one returned condition says of its arguments what the condition says."""
    callee = state.names.callees.get(name)
    if callee is None or isinstance(callee.node, ast.Module) or depth > 2:
        return {}
    last = callee.node.body[-1]
    if not isinstance(last, ast.Return) or last.value is None or len(callee.node.body) > 2:
        return {}
    inner = State(state.names, callee, state.summaries, state.kept, state.ask)
    given = dict(zip(callee.parameters, test.args, strict=False))
    inner.variables = {name: state.get(chain(argument)) for name, argument in given.items()}
    holds, _ = guarded(inner, last.value, depth + 1)
    return {chain(given[key]): kinds for key, kinds in holds.items() if key in given}


def _named(node: ast.expr) -> list[str]:
    """The variables in an expression, whole attributes among them."""
    if isinstance(node, ast.Name | ast.Attribute):
        inner = [chain(node)]
        return inner + _named(node.value) if isinstance(node, ast.Attribute) else inner
    return [each.id for each in ast.walk(node) if isinstance(each, ast.Name)]
