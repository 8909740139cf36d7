"""Follows values through the statements of a function, in the order in which they run."""

import ast
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from aurora.pycode.nodes import statements
from aurora.pycode.parse import Function
from aurora.pycode.taint.expressions import assign, evaluate
from aurora.pycode.taint.flows import ALL, CLEAN, Flow, Kind, Origin, Value, joined
from aurora.pycode.taint.guards import guarded, hold, leaves
from aurora.pycode.taint.knowledge import SANITIZERS
from aurora.pycode.taint.names import Callee, Names
from aurora.pycode.taint.state import State, Summary

_ELSEWHERE = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Import, ast.ImportFrom)


def summarised(
    names: Names,
    callee: Callee,
    summaries: Mapping[str, Summary],
    kept: Mapping[str, Value],
    ask: Callable[[Callee], None],
) -> tuple[Summary, set[str]]:
    """What a function does with its parameters and with outside input, by what is known of those that it calls.

    With it the functions, attributes and globals whose knowledge was used. `ask` hears of a function of the project
    before its summary is looked up, so that there may be one.
    """
    state = State(names, callee, summaries, kept, ask)
    body = callee.node.body
    if not isinstance(callee.node, ast.Module):
        state.variables = {name: {Origin(parameter=name): Flow()} for name in callee.parameters}
        given = callee.node.args
        for each in (*given.posonlyargs, *given.args, *given.kwonlyargs):
            if each.annotation is not None and (kind := state.dotted(each.annotation)) in names.classes:
                state.types[each.arg] = kind
        for each in callee.outside():
            state.variables[each.arg] = state.source(each)
        if callee.bound and callee.parameters:
            state.variables[callee.parameters[0]] = CLEAN
            state.types[callee.parameters[0]] = callee.owner
    _block(state, body)
    ends = [*state.exits, *([] if body and leaves(body) else [state.variables])]
    return Summary(state.returned, state.sinks, _ensured(callee, ends), state.stores), state.asked


def _ensured(callee: Callee, ends: Sequence[Mapping[str, Value]]) -> dict[str, frozenset[Kind]]:
    """What every way out of the function has made its parameters safe against."""
    found: dict[str, frozenset[Kind]] = {}
    for name in callee.parameters:
        origin = Origin(parameter=name)
        flows = [end.get(name, CLEAN).get(origin) for end in ends]
        kinds = [ALL if flow is None else flow.safe for flow in flows]
        safe = frozenset.intersection(*kinds) if kinds else frozenset()
        if safe and not callee.routed:
            found[name] = safe
    return found


def _block(state: State, body: Sequence[ast.stmt]) -> None:
    for statement in body:
        _statement(state, statement)


def _statement(state: State, node: ast.stmt) -> None:
    rule = _RULES.get(type(node))
    if rule:
        rule(state, node)
    elif not isinstance(node, _ELSEWHERE):
        for child in state.names.below[node]:
            if isinstance(child, ast.expr):
                evaluate(state, child)


def _assign(state: State, node: ast.Assign) -> None:
    value = _typed(state, node.targets[0], node.value)
    for target in node.targets:
        assign(state, target, value)


def _annotated(state: State, node: ast.AnnAssign) -> None:
    if node.value is not None:
        assign(state, node.target, _typed(state, node.target, node.value))


def _augmented(state: State, node: ast.AugAssign) -> None:
    assign(state, node.target, evaluate(state, node.value), add=True)


def _with(state: State, node: ast.With | ast.AsyncWith) -> None:
    for item in node.items:
        value = evaluate(state, item.context_expr)
        if item.optional_vars is not None:
            assign(state, item.optional_vars, value)
    _block(state, node.body)


def _expression(state: State, node: ast.Expr) -> None:
    value = node.value
    if isinstance(value, ast.Yield | ast.YieldFrom) and value.value is not None:
        state.returned = joined((state.returned, evaluate(state, value.value)))
    else:
        evaluate(state, value)


def _assert(state: State, node: ast.Assert) -> None:
    evaluate(state, node.test)
    hold(state, guarded(state, node.test)[0])


def _share(state: State, node: ast.Global | ast.Nonlocal) -> None:
    state.outer |= set(node.names)


def _typed(state: State, target: ast.expr, value: ast.expr) -> Value:
    """The value; the variable's class is noted when it is made here."""
    if isinstance(target, ast.Name):
        state.types.pop(target.id, None)
        if isinstance(value, ast.List) and value.elts and isinstance(value.elts[0], ast.Constant):
            state.types[target.id] = "list"
        elif isinstance(value, ast.Call) and state.dotted(value.func) in state.names.classes:
            state.types[target.id] = state.dotted(value.func)
    return evaluate(state, value)


def _leave(state: State, node: ast.Return) -> None:
    value = node.value
    if value is not None:
        answer = evaluate(state, value)
        state.returned = joined((state.returned, answer))
        if answer and _responds(state.callee) and _builds_html(state.names.text(value), value):
            state.arrive(Kind.HTML, value, answer)
    state.exits.append(dict(state.variables))


def _builds_html(written: str, value: ast.expr) -> bool:
    return "<" in written and (isinstance(value, ast.JoinedStr | ast.BinOp) or "format" in written[-80:])


def _responds(callee: Callee) -> bool:
    return callee.routed and isinstance(callee.node, Function)


def _branch(state: State, node: ast.If) -> None:
    evaluate(state, node.test)
    holds, fails = guarded(state, node.test)
    before = dict(state.variables)
    hold(state, holds)
    _block(state, node.body)
    first = state.variables
    state.variables = before
    hold(state, fails)
    _block(state, node.orelse)
    gone, other = leaves(node.body), bool(node.orelse) and leaves(node.orelse)
    if other and not gone:
        state.variables = first
    elif not gone:
        state.variables = _merged(first, state.variables)


def _merged(left: Mapping[str, Value], right: Mapping[str, Value]) -> dict[str, Value]:
    return {name: joined((left.get(name, CLEAN), right.get(name, CLEAN))) for name in {**left, **right}}


def _loop(state: State, node: ast.For | ast.AsyncFor | ast.While) -> None:
    for _ in range(2):
        before = dict(state.variables)
        if isinstance(node, ast.While):
            evaluate(state, node.test)
            hold(state, guarded(state, node.test)[0])
        else:
            assign(state, node.target, evaluate(state, node.iter))
        _block(state, node.body)
        state.variables = _merged(before, state.variables)
    if isinstance(node, ast.While) and not any(isinstance(each, ast.Break) for each in statements(node)):
        hold(state, guarded(state, node.test)[1])
    _block(state, node.orelse)


def _attempt(state: State, node: ast.Try | ast.TryStar) -> None:
    before = dict(state.variables)
    tried = [each.args[0] for each in _conversions(state, node.body) if each.args]
    _block(state, node.body)
    _block(state, node.orelse)
    ends = [] if leaves([*node.body, *node.orelse]) else [state.variables]
    for handler in node.handlers:
        state.variables = _merged(before, state.variables) if ends else dict(before)
        _block(state, handler.body)
        if not leaves(handler.body):
            ends.append(state.variables)
    state.variables = dict(ends[0]) if ends else before
    for other in ends[1:]:
        state.variables = _merged(state.variables, other)
    if len(ends) == 1 and node.handlers:
        hold(state, {each.id: ALL for each in tried if isinstance(each, ast.Name)})
    _block(state, node.finalbody)


def _conversions(state: State, body: Sequence[ast.stmt]) -> list[ast.Call]:
    """Calls as statements that raise for what is not a number or address: behind them the argument is one."""
    calls = [each.value for each in body if isinstance(each, ast.Expr) and isinstance(each.value, ast.Call)]
    return [each for each in calls if SANITIZERS.get(state.dotted(each.func), frozenset()) >= ALL]


def _choose(state: State, node: ast.Match) -> None:
    value = evaluate(state, node.subject)
    before, ends = dict(state.variables), []
    for case in node.cases:
        state.variables = dict(before)
        for part in ast.walk(case.pattern):
            name = getattr(part, "name", None) or getattr(part, "rest", None)
            if name:
                state.put(str(name), value)
        if isinstance(case.pattern, ast.MatchValue) and isinstance(node.subject, ast.Name):
            state.variables[node.subject.id] = CLEAN
        _block(state, case.body)
        if not leaves(case.body):
            ends.append(state.variables)
    state.variables = before
    for end in ends:
        state.variables = _merged(state.variables, end)


_RULES: Mapping[type[ast.stmt], Callable[[State, Any], None]] = MappingProxyType(
    {
        ast.Assign: _assign,
        ast.AnnAssign: _annotated,
        ast.AugAssign: _augmented,
        ast.Return: _leave,
        ast.If: _branch,
        ast.For: _loop,
        ast.AsyncFor: _loop,
        ast.While: _loop,
        ast.Try: _attempt,
        ast.TryStar: _attempt,
        ast.With: _with,
        ast.AsyncWith: _with,
        ast.Match: _choose,
        ast.Expr: _expression,
        ast.Assert: _assert,
        ast.Global: _share,
        ast.Nonlocal: _share,
    }
)
