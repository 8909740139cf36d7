"""What is known of the value of an expression."""

import ast
import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from aurora.pycode.taint.calls import call
from aurora.pycode.taint.flows import CLEAN, Kind, Value, joined, made_safe
from aurora.pycode.taint.guards import guarded, hold
from aurora.pycode.taint.knowledge import HANDLER_PARTS, REQUEST_NAMES, REQUEST_PARTS, SOURCES
from aurora.pycode.taint.state import State, chain

_HOLDERS = (ast.FormattedValue, ast.keyword)  # of expressions
_FIXED_HOST = re.compile(r"https?://[^/{}%]+/")


def evaluate(state: State, node: ast.expr) -> Value:
    """From where the value comes; calls inside are followed."""
    rule = _RULES.get(type(node))
    return rule(state, node) if rule else _fixed(node, joined(_children(state, node)))


def _compared(state: State, node: ast.Compare) -> Value:
    _children(state, node)
    return CLEAN


def _name(state: State, node: ast.Name) -> Value:
    return state.source(node) if state.dotted(node) in SOURCES else state.get(node.id)


def _subscript(state: State, node: ast.Subscript) -> Value:
    evaluate(state, node.slice)
    return evaluate(state, node.value)


def _called(state: State, node: ast.Call) -> Value:
    return call(state, node, evaluate)


def _constant(_state: State, _node: ast.Constant) -> Value:
    return CLEAN


def _walrus(state: State, node: ast.NamedExpr) -> Value:
    value = evaluate(state, node.value)
    state.put(node.target.id, value)
    return value


def _either(state: State, node: ast.IfExp) -> Value:
    evaluate(state, node.test)
    holds, fails = guarded(state, node.test)
    before = dict(state.variables)
    hold(state, holds)
    first = evaluate(state, node.body)
    state.variables = dict(before)
    hold(state, fails)
    second = evaluate(state, node.orelse)
    state.variables = before
    return joined((first, second))


def _children(state: State, node: ast.AST) -> list[Value]:
    found: list[Value] = []
    for child in state.names.below[node]:
        if isinstance(child, ast.expr):
            found.append(evaluate(state, child))
        elif isinstance(child, _HOLDERS):
            found += _children(state, child)
    return found


def _fixed(node: ast.expr, value: Value) -> Value:
    """A text that begins with a fixed scheme and host cannot send a request or a browser elsewhere."""
    if not value:
        return value
    first: ast.expr | None = node
    while isinstance(first, ast.BinOp):
        first = first.left
    if isinstance(first, ast.JoinedStr):
        first = first.values[0] if first.values else None
    begins = isinstance(first, ast.Constant) and isinstance(first.value, str) and first.value
    if not begins or node is first:
        return value
    safe = {Kind.REQUEST, Kind.REDIRECT} if _FIXED_HOST.match(str(begins)) else set()
    if str(begins).startswith("/") and not str(begins).startswith("//") and len(str(begins)) > 1:
        safe.add(Kind.REDIRECT)
    return made_safe(value, frozenset(safe))


def _attribute(state: State, node: ast.Attribute) -> Value:
    name, text = state.dotted(node), chain(node)
    base, _, part = text.rpartition(".")
    own = text in HANDLER_PARTS and state.callee.owner and "Handler" in _bases(state)
    if name in SOURCES or (base in REQUEST_NAMES and part in REQUEST_PARTS) or own:
        return state.source(node)
    if text and (text in state.variables or any(map(state.held, state.places(text)))):
        return state.get(text)
    owner = state.class_of(node.value)
    return joined((evaluate(state, node.value), state.held(f"{owner}.{part}") if owner else CLEAN))


def _bases(state: State) -> str:
    owner = state.names.classes.get(state.callee.owner)
    return " ".join(ast.unparse(base) for base in owner.bases) if owner else ""


def _comprehension(state: State, node: ast.ListComp | ast.SetComp | ast.GeneratorExp | ast.DictComp) -> Value:
    outer = dict(state.variables)
    for each in node.generators:
        assign(state, each.target, evaluate(state, each.iter))
        for test in each.ifs:
            evaluate(state, test)
            hold(state, guarded(state, test)[0])
    parts = [node.key, node.value] if isinstance(node, ast.DictComp) else [node.elt]
    value = joined(evaluate(state, part) for part in parts)
    state.variables = outer
    return value


def assign(state: State, target: ast.expr, value: Value, *, add: bool = False) -> None:
    """Give a target a value: a name, an attribute, an element, or each name of a tuple."""
    match target:
        case ast.Name() | ast.Attribute():
            state.put(chain(target) or ast.unparse(target), value, add=add)
        case ast.Subscript():
            name = chain(target.value)
            if "headers" in name:
                state.arrive(Kind.HEADER, target, value)
            if value and name:
                state.put(name, value, add=True)
        case ast.Tuple() | ast.List():
            for element in target.elts:
                assign(state, element, value, add=add)
        case ast.Starred():
            assign(state, target.value, value, add=add)


_RULES: Mapping[type[ast.expr], Callable[[State, Any], Value]] = MappingProxyType(
    {
        ast.Compare: _compared,
        ast.Constant: _constant,
        ast.Name: _name,
        ast.Attribute: _attribute,
        ast.Subscript: _subscript,
        ast.Call: _called,
        ast.NamedExpr: _walrus,
        ast.IfExp: _either,
        ast.ListComp: _comprehension,
        ast.SetComp: _comprehension,
        ast.GeneratorExp: _comprehension,
        ast.DictComp: _comprehension,
    }
)
