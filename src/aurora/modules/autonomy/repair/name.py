"""Another name: one that is in scope for one that is not, or for one of the same type."""

import ast
import builtins
from collections.abc import Iterator
from difflib import SequenceMatcher

from aurora.contracts.operator import Example, Replacement, Sight, Site, operator
from aurora.model.answer import Edit
from aurora.model.execution import Raised

_BUILTINS = ("len", "range", "int", "str", "list", "min", "max", "sum", "abs", "sorted", "set", "float", "dict")
_MISSING = Raised("NameError", "name 'mumber' is not defined")

_DUALS = {
    "min": ("max",), "max": ("min",), "any": ("all",), "all": ("any",), "len": ("sum",), "sum": ("len", "max"),
    "int": ("round", "float"), "round": ("int",), "sorted": ("list",), "set": ("list",),
}  # fmt: skip


@operator(
    examples=[
        Example(Sight("y = «min»(x)"), ["y = max(x)"]),
        Example(Sight("x = «a»", names=("a", "b"), types={"a": "int", "b": "int"}), ["x = b"]),
        Example(Sight("x = «a»", names=("a", "b"), types={"a": "int", "b": "str"}), []),
        Example(Sight("x = «mumber»", names=("x", "number"), raised=_MISSING), ["x = number", "x = x"]),
        Example(Sight("«a» = 1", names=("a", "b")), ["b = 1"]),
        Example(
            Sight("for x in «list»: pass", names=("lst",), raised=Raised("TypeError", "'type' object is not iterable")),
            ["for x in lst: pass"],
        ),
        Example(
            Sight("f(«mumber», mumber)", names=("number",), raised=_MISSING),
            ["f(number, mumber)", "f(number, number)"],
        ),
    ],
    prior=0.35,
)
def name(site: Site) -> Iterator[Replacement]:
    """Names by likeness when this one is missing; else those whose type was seen to be the same."""
    node = site.node
    if not isinstance(node, ast.Name):
        return
    missing = _is_missing(site, node.id)
    for other in _DUALS.get(node.id, ()):
        yield from site.put(other)
    for other in _others(site, node, missing):
        cost = _cost(site, node, other, missing)
        if cost is not None:
            yield from site.put(other, cost)
        if cost is not None and missing:
            yield from _everywhere(site, node, other, cost)


def _everywhere(site: Site, node: ast.Name, other: str, cost: float) -> Iterator[Replacement]:
    """All places of the missing name at once."""
    same = [each for each in site.source.nodes(ast.Name) if each.id == node.id]
    if len(same) > 1 and all(isinstance(each.ctx, ast.Load) for each in same):
        spans = sorted(site.source.span(each) for each in same)
        yield Replacement(tuple(Edit("", span.start, span.end, other) for span in spans), cost)


def _is_missing(site: Site, wanted: str) -> bool:
    raised = site.raised
    if raised is None or raised.type == "TypeError":
        return raised is not None and _is_builtin_as_value(site, wanted, raised.message)
    return raised.type in ("NameError", "UnboundLocalError") and f"'{wanted}'" in raised.message


def _is_builtin_as_value(site: Site, wanted: str, message: str) -> bool:
    """Whether a builtin stands where its value was meant: `for x in list`, `len[x]`."""
    called = isinstance(site.parent, ast.Call) and site.parent.func is site.node
    odd = "'type' object" in message or "builtin_function_or_method" in message
    return odd and not called and hasattr(builtins, wanted) and wanted not in site.names


def _others(site: Site, node: ast.Name, missing: bool) -> list[str]:
    found = [other for other in site.names if other != node.id]
    if missing:
        if isinstance(site.parent, ast.Call) and site.parent.func is node:
            found += [builtin for builtin in _BUILTINS if builtin != node.id and builtin not in found]
        return sorted(found, key=lambda other: -_likeness(node.id, other))[:40]
    return found


def _cost(site: Site, node: ast.Name, other: str, missing: bool) -> float | None:
    called = isinstance(site.parent, ast.Call) and site.parent.func is node
    if missing:
        unseen = site.types and other not in site.types and not (called and other in _BUILTINS)
        return -1.2 + 1.6 * (1 - _likeness(node.id, other)) + (0.8 if unseen else 0.0)
    mine, its = site.types.get(node.id), site.types.get(other)
    if mine and its and mine != its:
        return 1.0 if "NoneType" in (mine, its) else None
    if mine and not its and other not in ("True", "False"):
        return 3.0
    known = mine is not None and its is not None
    if (called or hasattr(builtins, node.id)) and not known:
        return 2.5
    return 0.5 if known else 1.5


def _likeness(one: str, two: str) -> float:
    return SequenceMatcher(None, one.lower(), two.lower()).ratio()
