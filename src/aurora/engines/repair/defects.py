"""What is certainly wrong with a text before it is run: names that resolve to nothing, attributes that no class has."""

import ast
from collections.abc import Iterator

from aurora.model.answer import Fault
from aurora.pycode.dangling import is_mixin
from aurora.pycode.parse import Source
from aurora.pycode.scopes import unresolved


def defects(source: Source, path: str) -> list[Fault]:
    """One fault for each place, in the order of the text."""
    found = [
        Fault(path, source.lines.position(each.span.start)[0], 1.0, f"NameError: name '{each.name}' is not defined")
        for each in unresolved(source)
    ]
    for node in source.nodes(ast.ClassDef):
        if not node.bases and not node.decorator_list and not is_mixin(node):
            found += [
                Fault(path, line, 1.0, f"AttributeError: '{node.name}' object has no attribute '{name}'")
                for line, name in _unknown_attributes(node)
            ]
    return found


def _unknown_attributes(node: ast.ClassDef) -> Iterator[tuple[int, str]]:
    own = [
        each
        for each in ast.walk(node)
        if isinstance(each, ast.Attribute) and isinstance(each.value, ast.Name) and each.value.id == "self"
    ]
    known = {each.attr for each in own if isinstance(each.ctx, ast.Store)}
    for each in ast.walk(node):
        if isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            known.add(each.name)
        elif isinstance(each, ast.Name) and isinstance(each.ctx, ast.Store):
            known.add(each.id)
    if not known & {"__getattr__", "__getattribute__", "__slots__"}:
        yield from ((each.lineno, each.attr) for each in own if each.attr not in known | set(dir(object)))
