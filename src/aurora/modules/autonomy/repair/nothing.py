"""What is done where nothing is there: `(x or {}).get(k)` for None, `x[0] if x else None`, `max(x, default=0)`."""

import ast
import re
from collections.abc import Iterator

from aurora.contracts.operator import Example, Replacement, Sight, Site, operator
from aurora.model.execution import Raised

_NONE = Raised("AttributeError", "'NoneType' object has no attribute 'get'")
_INDEX = Raised("TypeError", "'NoneType' object is not subscriptable")
_LOOP = Raised("TypeError", "'NoneType' object is not iterable")
_OUT = Raised("IndexError", "list index out of range")
_EMPTY = Raised("ValueError", "max() arg is an empty sequence")
_ZERO = Raised("ZeroDivisionError", "division by zero")
_ATTRIBUTE = re.compile(r"'NoneType' object has no attribute '(\w+)'")
_EMPTIES: tuple[tuple[object, str], ...] = (({}, "{}"), ("", "''"), ([], "[]"))


@operator(
    examples=[
        Example(
            Sight("for x in y:\n    f(«x.get(k)»)\n", raised=_NONE),
            ["for x in y:\n    f((x or {}).get(k))\n", "for x in y:\n    f(x.get(k) if x is not None else None)\n"],
        ),
        Example(
            Sight("n = «d.get('a').get(k)»\n", raised=_NONE),
            [
                "n = d.get('a', {}).get(k)\n",
                "n = (d.get('a') or {}).get(k)\n",
                "n = d.get('a').get(k) if d.get('a') is not None else None\n",
            ],
        ),
        Example(Sight("n = «x[k]»\n", raised=_INDEX), ["n = x[k] if x is not None else None\n"]),
        Example(Sight("for i in «x»:\n    f(i)\n", raised=_LOOP), ["for i in x or []:\n    f(i)\n"]),
        Example(Sight("n = «x[0]»\n", raised=_OUT), ["n = x[0] if x else None\n"]),
        Example(Sight("n = «x[i]»\n", raised=_OUT), ["n = x[i] if i < len(x) else None\n"]),
        Example(Sight("n = «max(x)»\n", raised=_EMPTY), ["n = max(x, default=0)\n", "n = max(x, default=None)\n"]),
        Example(
            Sight("n = «max(len(w) for w in x)»\n", raised=_EMPTY),
            ["n = max((len(w) for w in x), default=0)\n", "n = max((len(w) for w in x), default=None)\n"],
        ),
        Example(Sight("n = «max(x,)»\n", raised=_EMPTY), ["n = max(x, default=0)\n", "n = max(x, default=None)\n"]),
        Example(Sight("n = «a / b»\n", raised=_ZERO), ["n = a / b if b else 0\n"]),
        Example(Sight("n = «x.get(k)»\n"), []),
        Example(Sight("«x[0]» = 1\n", raised=_OUT), []),
    ],
    prior=0.3,
)
def nothing(site: Site) -> Iterator[Replacement]:
    """After an error that says so: what stands for a missing value, the first of an empty list, a share of none."""
    node, raised = site.node, site.raised
    if raised is None or not isinstance(node, ast.expr) or isinstance(getattr(node, "ctx", None), ast.Store | ast.Del):
        return
    if "NoneType" in raised.message:
        yield from _without(site, node, raised.message)
    match node:
        case ast.Subscript(value=owner, slice=index) if raised.type == "IndexError":
            if not isinstance(index, ast.Slice):
                held = site.of(owner) if _first(index) else f"{site.of(index)} < len({site.of(owner)})"
                yield from site.put(f"{site.text} if {held} else None", 0.3)
        case ast.Call(func=ast.Name(id="max" | "min"), args=[given]) if "empty" in raised.message:
            yield _instead(site, given, "default=0")
            yield _instead(site, given, "default=None", 0.3)
        case ast.BinOp(op=ast.Div() | ast.FloorDiv() | ast.Mod(), right=by) if raised.type == "ZeroDivisionError":
            yield from site.put(f"{site.text} if {site.of(by)} else 0", 0.3)


def _instead(site: Site, given: ast.expr, word: str, cost: float = 0.0) -> Replacement:
    """One more keyword of the call; a generator that spans the brackets of the call gets its own."""
    start, end = site.source.span(given).start, site.source.span(site.node).end
    if site.source.span(given).end == end:
        return site.splice(start, end, f"({site.of(given)}, {word})", cost)
    inside = site.source.text[: end - 1].rstrip().removesuffix(",")
    return site.splice(len(inside), end, f", {word})", cost)


def _first(index: ast.expr) -> bool:
    return ast.unparse(index) in ("0", "-1")


def _without(site: Site, node: ast.expr, message: str) -> Iterator[Replacement]:
    """What is done with None in the place of the value that was expected."""
    asked = _ATTRIBUTE.search(message)
    match node:
        case ast.Call(func=ast.Attribute(value=owner, attr=name)) if asked and name == asked[1]:
            yield from _filled(site, owner, next((text for value, text in _EMPTIES if hasattr(value, name)), ""))
            yield from site.put(f"{site.text} if {site.of(owner)} is not None else None", 0.8)
        case ast.Attribute(value=owner, attr=name) if asked and name == asked[1] and not _is_called(site, node):
            yield from site.put(f"{site.text} if {site.of(owner)} is not None else None", 0.8)
        case ast.Subscript(value=owner) if "subscriptable" in message:
            yield from site.put(f"{site.text} if {site.of(owner)} is not None else None", 0.8)
        case ast.Name() | ast.Attribute() | ast.Call() if "not iterable" in message or "no len()" in message:
            yield from site.put(f"{site.text} or []") if not _is_called(site, node) else ()


def _is_called(site: Site, node: ast.expr) -> bool:
    return isinstance(site.parent, ast.Call) and site.parent.func is node


def _filled(site: Site, owner: ast.expr, empty: str) -> Iterator[Replacement]:
    if not empty:
        return
    match owner:
        case ast.Call(func=ast.Attribute(attr="get"), args=[key], keywords=[]):
            end = site.source.span(key).end
            yield site.splice(end, end, f", {empty}")
    if not isinstance(site.parent, ast.If | ast.While):  # a condition asks for the owner first
        yield from site.swap(owner, f"{site.of(owner)} or {empty}", 0.2)
