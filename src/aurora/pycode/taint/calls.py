"""What a call does with values: a function of the project, a sink, a sanitizer, or one that nothing is known of."""

import ast
from collections.abc import Callable, Sequence
from typing import TypeAlias

from aurora.pycode.taint.flows import CLEAN, Kind, Step, Value, carried, joined, made_safe, passed
from aurora.pycode.taint.knowledge import (
    LOG_LEVELS,
    LOGGERS,
    METHOD_SANITIZERS,
    METHOD_SINKS,
    SANITIZERS,
    SHELLS,
    SINKS,
    SOURCE_METHODS,
    SOURCES,
    SPAWNERS,
    Sink,
)
from aurora.pycode.taint.names import Callee
from aurora.pycode.taint.state import State, chain

Evaluate: TypeAlias = Callable[[State, ast.expr], Value]
_GROWING = frozenset({"append", "extend", "insert", "add", "update", "write", "appendleft", "setdefault", "put"})
_LOOKING_UP = frozenset({"get", "pop"})


def call(state: State, node: ast.Call, evaluate: Evaluate) -> Value:
    """What a call answers; what it lets arrive at sinks is noted."""
    function = node.func
    name = state.dotted(function)
    receiver, method = CLEAN, ""
    if isinstance(function, ast.Attribute):
        receiver, method = evaluate(state, function.value), function.attr
    given = [evaluate(state, each.value if isinstance(each, ast.Starred) else each) for each in node.args]
    named = {each.arg or "": evaluate(state, each.value) for each in node.keywords}
    callee, bound = _callee(state, function, name)
    if callee is not None:
        return _inside(state, node, callee, [receiver, *given] if bound else given, named)
    if receiver or any(given) or any(named.values()):
        _sinks(state, node, name, receiver, given, named)
    if name in SOURCES or method in SOURCE_METHODS:
        return state.source(node)
    safe = SANITIZERS.get(name) or METHOD_SANITIZERS.get(method, frozenset())
    if method in _LOOKING_UP and not receiver:
        return joined(given[1:])
    if method in _GROWING and isinstance(function, ast.Attribute):
        _grow(state, function.value, joined([*given, *named.values()]))
    result = made_safe(joined([receiver, *given, *named.values()]), safe)
    return passed(result, state.step(node)) if safe and result else result


def _callee(state: State, function: ast.expr, name: str) -> tuple[Callee | None, bool]:
    """The function of the project that is called, and whether its first parameter is the object."""
    names, own = state.names, state.callee
    if name in names.classes:
        return names.method(name, "__init__"), True
    if isinstance(function, ast.Attribute):
        owner = own.owner if chain(function.value) in ("self", "cls") else state.class_of(function.value)
        if owner and (found := names.method(owner, function.attr)):
            return found, found.bound
    if isinstance(function, ast.Name) and (inner := names.callees.get(f"{own.id}.{function.id}")):
        return inner, False
    found = names.callees.get(name) or names.callees.get(f"{own.module}.{name}")
    return found, bool(found and found.owner and found.marked("classmethod"))


def _inside(state: State, node: ast.Call, callee: Callee, given: Sequence[Value], named: dict[str, Value]) -> Value:
    """A call of a function of the project: its summary, with what is given for its parameters."""
    summary = state.summary(callee)
    parameters = callee.parameters
    offset = 1 if callee.bound and len(given) == len(node.args) else 0
    rows = dict(zip(parameters[offset:], given, strict=False))
    if given[len(parameters) :] and parameters:
        rows[parameters[-1]] = joined([rows.get(parameters[-1], CLEAN), *given[len(parameters) :]])
    for name, value in named.items():
        key = name if name in parameters else parameters[-1] if parameters else ""
        rows[key] = joined((rows.get(key, CLEAN), value))
    here = state.step(node) if any(rows.values()) else Step("", 0, 0, "")
    told = {name: passed(value, here) for name, value in rows.items()}
    state.enter(summary, told)
    for name, argument in zip(parameters[len(given) - len(node.args) + offset :], node.args, strict=False):
        if name in summary.ensures and isinstance(argument, ast.Name):
            state.put(argument.id, made_safe(state.get(argument.id), summary.ensures[name]))
    if callee.id.endswith(".__init__"):
        return CLEAN
    return carried(summary.returns, told)


def _grow(state: State, target: ast.expr, value: Value) -> None:
    """A container gets one more element."""
    if value and (name := chain(target)):
        state.put(name, value, add=True)


def _sinks(
    state: State, node: ast.Call, name: str, receiver: Value, given: Sequence[Value], named: dict[str, Value]
) -> None:
    method = node.func.attr if isinstance(node.func, ast.Attribute) else ""
    if name in SPAWNERS:
        state.arrive(Kind.COMMAND, node, _command(state, node, given, named))
    if name == "yaml.load" and not _safe_loader(node):
        state.arrive(Kind.OBJECT, node, joined(given[:1]))
    if method in LOG_LEVELS and isinstance(node.func, ast.Attribute) and chain(node.func.value) in LOGGERS:
        state.arrive(Kind.LOG, node, joined(given[:1]))
    sink = SINKS.get(name) or (METHOD_SINKS.get(method) if name not in SANITIZERS else None)
    if sink is not None:
        state.arrive(sink.kind, node, _taken(sink, receiver, given, named))


def _taken(sink: Sink, receiver: Value, given: Sequence[Value], named: dict[str, Value]) -> Value:
    places = [given[place] for place in sink.arguments if place < len(given)]
    if sink.kind is Kind.LDAP:
        places = places[:1]
    words = [named[word] for word in sink.keywords if word in named]
    return joined([*places, *words, *([receiver] if sink.receiver else [])])


def _command(state: State, node: ast.Call, given: Sequence[Value], named: dict[str, Value]) -> Value:
    """What decides what is run: all of a command line for a shell, else the program's name."""
    first = node.args[0] if node.args else next((each.value for each in node.keywords if each.arg == "args"), None)
    value = given[0] if given else named.get("args", CLEAN)
    shell = next((each.value for each in node.keywords if each.arg == "shell"), None)
    if not isinstance(first, ast.List | ast.Tuple) or (isinstance(shell, ast.Constant) and shell.value is True):
        return value if isinstance(shell, ast.Constant) or not _listed(state, first) else CLEAN
    words = [each.value if isinstance(each, ast.Constant) else None for each in first.elts]
    return value if words and (words[0] in SHELLS or words[0] is None) and _first(first, words) else CLEAN


def _first(first: ast.List | ast.Tuple, words: Sequence[object]) -> bool:
    """Whether the program itself may come from outside, or it is a shell that is given a script."""
    return isinstance(first.elts[0], ast.Starred) is False and (words[0] is not None or len(words) == 1)


def _listed(state: State, first: ast.expr | None) -> bool:
    """Whether the variable was certainly given a list: then only its first word names the program."""
    return isinstance(first, ast.Name) and state.types.get(first.id) == "list"


def _safe_loader(node: ast.Call) -> bool:
    loaders = [each.value for each in node.keywords if each.arg == "Loader"] + node.args[1:2]
    return any("Safe" in ast.unparse(each) or "BaseLoader" in ast.unparse(each) for each in loaders)
