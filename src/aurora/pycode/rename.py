"""Rename names of one scope in a text; layout and comments stay."""

import ast
import keyword
import re
from collections.abc import Iterator, Mapping

from aurora.model.answer import Edit
from aurora.pycode.binding import Scope, ScopeNode, Scopes, Use, scopes_of
from aurora.pycode.parse import Source


def rename(source: Source, node: ScopeNode, names: Mapping[str, str], path: str = "") -> tuple[Edit, ...]:
    """The edits that give names of the scope that `node` opens (a function, say) their new names, all at once.

    Keyword arguments of callers and `__all__` are not followed. Raises ValueError when a name is not bound there, a new
    name is none or would capture another one, or a place cannot be edited (in some f-strings, `import a.b`).
    """
    scopes = scopes_of(source.tree)
    scope = scopes.of(node)
    for old, new in names.items():
        if old not in scope.bindings:
            raise ValueError(f"{old} is not bound in this scope")
        if not new.isidentifier() or keyword.iskeyword(new):
            raise ValueError(f"{new!r} is not a name")
    _check_captures(scopes, scope, names)
    edits = {_edit(source, use, names[use.name], path) for use in _uses(scopes, scope) if use.name in names}
    return tuple(sorted(edits, key=lambda edit: edit.start))


def _uses(scopes: Scopes, scope: Scope) -> Iterator[Use]:
    return (use for inner in scopes.all for use in inner.uses if inner.owner(use.name) is scope)


def _check_captures(scopes: Scopes, scope: Scope, names: Mapping[str, str]) -> None:
    """Refuse a new name that already means something in the scope or in one inside of it."""
    news = list(names.values())
    inside = [inner for inner in scopes.all if _within(inner, scope)]
    taken = {name for inner in inside for name in (*inner.bindings, *(use.name for use in inner.uses))}
    for new in news:
        if news.count(new) > 1 or new in taken - names.keys():
            raise ValueError(f"the name {new} is taken")


def _within(inner: Scope | None, scope: Scope) -> bool:
    while inner is not None and inner is not scope:
        inner = inner.parent
    return inner is scope


def _edit(source: Source, use: Use, new: str, path: str) -> Edit:
    span = source.span(use.node)
    text = span.of(source.text)
    found = re.search(_pattern(use), text)
    if not found:
        raise ValueError(f"{use.name} cannot be renamed in {text!r}")
    new = f" as {new}" if found.start(1) == found.end(1) else new
    return Edit(path, span.start + found.start(1), span.start + found.end(1), new)


def _pattern(use: Use) -> str:
    """Finds the name in the text of the node that uses it, as group 1; an empty group is where it must be added."""
    name = re.escape(use.name)
    match use.node:
        case ast.Name():
            return rf"\A({name})\Z"
        case ast.alias():
            return rf"\bas\s+({name})\Z" if use.node.asname else rf"\A{name}()\Z"
        case ast.MatchAs() | ast.MatchStar():
            return rf"\b({name})\Z"
        case ast.ExceptHandler():
            return rf"\bas\s+({name})\b"
        case ast.MatchMapping():
            return rf"\*\*\s*({name})\b"
    return rf"\b({name})\b"  # a definition, a parameter, global or nonlocal
