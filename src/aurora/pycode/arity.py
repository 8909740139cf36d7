"""Calls that give a function of the same file more or fewer arguments than it takes, or others."""

import ast
from collections.abc import Iterator

from aurora.pycode.binding import Scopes
from aurora.pycode.names import nearest
from aurora.pycode.parse import Function, Source
from aurora.pycode.suspect import Meant, Misuse


def wrong_counts(source: Source, scopes: Scopes) -> Iterator[Misuse]:
    """Calls of plain functions and of methods on self whose count of arguments, or whose keywords, cannot be right."""
    functions = _functions(source, scopes)
    for call in source.nodes(ast.Call):
        function = functions.get(ast.unparse(call.func)) if isinstance(call.func, ast.Name | ast.Attribute) else None
        if function is None or any(isinstance(each, ast.Starred) for each in call.args):
            continue
        if call.keywords:
            yield from _unknown(source, call, function)
            continue
        names = [each.arg for each in (*function.args.posonlyargs, *function.args.args)]
        names = names[1:] if isinstance(call.func, ast.Attribute) else names
        least = len(names) - len(function.args.defaults)
        if len(call.args) > len(names) or len(call.args) < least:
            why = f"{function.name} takes {len(names)} arguments, not {len(call.args)}."
            yield Misuse(call, why, tuple(_meant(source, call, names)))


def _unknown(source: Source, call: ast.Call, function: Function) -> Iterator[Misuse]:
    """Keywords that no parameter has, as the one that is nearly called so."""
    names = {each.arg for each in (*function.args.args, *function.args.kwonlyargs)}
    given = {each.arg for each in call.keywords}
    for keyword in call.keywords:
        if keyword.arg is not None and keyword.arg not in names:
            text, start = source.segment(keyword), source.span(keyword).start - source.span(call).start
            whole = source.segment(call)
            meant = [
                Meant(f"{whole[:start]}{name}{whole[start + len(keyword.arg) :]}", 0.3)
                for name in nearest(keyword.arg, names - given)[:2]
                if text.startswith(keyword.arg)
            ]
            yield Misuse(call, f"{function.name} takes no {keyword.arg}.", tuple(meant))


def _functions(source: Source, scopes: Scopes) -> dict[str, Function]:
    """By how they are called: functions bound once in the file, methods of its only class with that name."""
    found: dict[str, list[Function]] = {}
    names = [name for scope in scopes.all for name, uses in scope.bindings.items() for _ in uses]
    for node in source.nodes(ast.FunctionDef):
        method = isinstance(source.parents.get(node), ast.ClassDef)
        plain = not (node.args.vararg or node.args.kwarg or node.args.kwonlyargs or node.decorator_list)
        first = node.args.args[0].arg if node.args.args else ""
        if plain and method == (first == "self") and names.count(node.name) == 1:
            found.setdefault(f"self.{node.name}" if method else node.name, []).append(node)
    stored = {node.attr for node in source.nodes(ast.Attribute) if not isinstance(node.ctx, ast.Load)}
    return {name: nodes[0] for name, nodes in found.items() if name.removeprefix("self.") not in stored}


def _meant(source: Source, call: ast.Call, names: list[str]) -> Iterator[Meant]:
    """Without one of the arguments; with one that has the name of a parameter."""
    function, given = source.segment(call.func), [source.segment(each) for each in call.args]
    if len(given) == len(names) + 1:
        for at, text in enumerate(given):
            cost = 0.1 if text == "self" else 0.3 if text in names[at:] else 1.0 + 0.1 * (len(given) - at)
            yield Meant(f"{function}({', '.join(given[:at] + given[at + 1 :])})", cost)
    elif len(given) + 1 == len(names):
        around = source.function(call)
        known = {node.id for node in ast.walk(around) if isinstance(node, ast.Name)} if around else set()
        known |= {each.arg for each in around.args.args} if around else set()
        for at in range(len(names)):
            if names[at] in known and names[at] not in given:
                yield Meant(f"{function}({', '.join([*given[:at], names[at], *given[at:]])})", 0.5)
