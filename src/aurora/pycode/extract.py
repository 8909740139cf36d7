"""Definitions of a module that move, with all that they need, into a module of their own."""

import ast
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from aurora.pycode.binding import Scope, Scopes, scopes_of
from aurora.pycode.parse import Source
from aurora.pycode.spans import newline_of

_Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
_Import = ast.Import | ast.ImportFrom
_ROW = re.compile(r"[^\n]*\n|[^\n]+")
_WIDTH = 100  # characters of an import line
_OWN = {"__name__", "__file__", "__path__", "__package__", "__spec__", "globals"}  # mean another thing elsewhere


@dataclass(frozen=True, slots=True)
class Extraction:
    """A module in two."""

    moved: str  # the new module, from the end of its docstring on
    left: str  # what stays, which imports what was moved
    names: tuple[str, ...]  # that were moved, in order


def extract(source: Source, names: Collection[str], module: str, staying: Collection[ast.stmt]) -> Extraction | None:
    """Move the definitions of `names` and of what they use; `module` is what the old module imports them from.

    None when they cannot move: something is not defined once by a plain statement of the module, is bound anew by a
    function, depends on where it stands, or needs one of the `staying` imports. Comments directly above a definition
    and behind it move with it; imports that it needs are repeated, and stay where they are as well.
    """
    found = _needed(source, scopes_of(source.tree), names)
    if found is None or any(statement in staying for statement in found):
        return None
    imports = [node for node in found if isinstance(node, _Import)]
    moved = [node for node in found if not isinstance(node, _Import)]
    if not moved or any(_crowded(source, node) for node in moved):
        return None
    end, rows = newline_of(source.text), _ROW.findall(source.text)
    chunks = ["".join(rows[slice(*_rows(source, rows, node))]).rstrip() for node in moved]
    told = tuple(name for node in moved for name in _bound(node))
    head = [*_future(source), *(source.segment(node) for node in imports)]
    body = end.join(["", *head, ""]) if head else ""
    for before, node, chunk in zip((None, *moved), moved, chunks, strict=False):
        kinds = isinstance(before, _Definition) + isinstance(node, _Definition)
        body += f"{(2 if kinds else before is None) * end}{chunk}{end}"
    left = _without(source, rows, moved, _line(module, told, end), staying)
    return Extraction(body, left, told)


def _needed(source: Source, scopes: Scopes, names: Collection[str]) -> list[ast.stmt] | None:
    """The statements that bind these names and all that those use, in order; None when one is bound otherwise."""
    top = {node: statement for statement in source.tree.body for node in ast.walk(statement)}
    rebound = {name for scope in scopes.all for name, kind in scope.outer.items() if kind == "global"}
    found: set[ast.stmt] = set()
    pending = list(names)
    while pending:
        name = pending.pop()
        binders = scopes.module.bindings.get(name, [])
        statement = top.get(binders[0].node) if len(binders) == 1 else None
        if statement is None or name in rebound or not _plain(statement):
            return None
        if statement not in found:
            found.add(statement)
            used = [] if isinstance(statement, _Import) else list(_uses(scopes, statement, top))
            if set(used) & _OWN:
                return None
            pending += [each for each in used if scopes.module.bindings.get(each)]
    if any(isinstance(top[scopes.module.bindings[name][0].node], _Import) for name in names):
        return None
    return [statement for statement in source.tree.body if statement in found]


def _uses(scopes: Scopes, statement: ast.stmt, top: dict[ast.AST, ast.stmt]) -> Iterator[str]:
    """The names of the module, or of nothing in it, that a statement of it uses."""
    for scope in scopes.all:
        for use in scope.uses:
            if top.get(use.node) is statement and _outside(scope.owner(use.name), scopes):
                yield use.name


def _outside(owner: Scope | None, scopes: Scopes) -> bool:
    return owner is None or owner is scopes.module


def _plain(statement: ast.stmt) -> bool:
    """Whether a statement does nothing but bind names."""
    match statement:
        case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef() | ast.Import() | ast.ImportFrom():
            return True
        case ast.Assign(targets=targets):
            return all(isinstance(target, ast.Name) for target in targets)
    return isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name) and bool(statement.value)


def _bound(statement: ast.stmt) -> list[str]:
    match statement:
        case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
            return [statement.name]
        case ast.Assign(targets=targets):
            return [target.id for target in targets if isinstance(target, ast.Name)]
        case ast.AnnAssign(target=ast.Name(id=name)):
            return [name]
    return []


def _crowded(source: Source, statement: ast.stmt) -> bool:
    """Whether a statement shares its lines with another one."""
    spans = [(other.lineno, other.end_lineno or 0) for other in source.tree.body if other is not statement]
    return any(first <= (statement.end_lineno or 0) and statement.lineno <= last for first, last in spans)


def _rows(source: Source, rows: Sequence[str], statement: ast.stmt) -> tuple[int, int]:
    """The rows of a statement, with its decorators and the comment directly above."""
    first = source.lines.position(source.whole(statement).start)[0] - 1
    while first > 0 and rows[first - 1].startswith("#") and not rows[first - 1].startswith("#!"):
        first -= 1
    return first, statement.end_lineno or 0


def _without(
    source: Source, rows: Sequence[str], moved: Sequence[ast.stmt], line: str, staying: Collection[ast.stmt]
) -> str:
    """The text without these statements, and with an import before the first one that stays."""
    at = min((node.lineno - 1 for node in staying), default=_rows(source, rows, moved[0])[0])
    gone: set[int] = set()
    for node in moved:
        first, last = _rows(source, rows, node)
        above, below = (_blank(rows, gone, order) for order in (range(first - 1, -1, -1), range(last, len(rows))))
        spare = [row for row in above if row not in gone]
        at_end = last + len(below) == len(rows)
        gone |= {*range(first, last), *(spare if at_end else below[: len(spare)])}
    kept = [(number, row) for number, row in enumerate(rows) if number not in gone]
    return "".join(
        [*(row for number, row in kept if number < at), line, *(row for number, row in kept if number >= at)]
    )


def _blank(rows: Sequence[str], gone: Collection[int], order: range) -> list[int]:
    """The rows from the begin of an order on that have nothing, or nothing any more."""
    return list(takewhile(lambda row: row in gone or not rows[row].strip(), order))


def _future(source: Source) -> Iterator[str]:
    for node in source.tree.body:
        if isinstance(node, ast.ImportFrom) and node.module == "__future__":
            yield source.segment(node)


def _line(module: str, names: Sequence[str], end: str) -> str:
    line = f"from {module} import {', '.join(names)}"
    if len(line) > _WIDTH:
        line = f"from {module} import (" + "".join(f"{end}    {name}," for name in names) + f"{end})"
    return line + end
