"""A key that may be missing: `d.get(k)` for `d[k]`, with a value to begin with where one is counted or collected."""

import ast
from collections.abc import Iterator

from aurora.contracts.operator import Example, Replacement, Sight, Site, operator
from aurora.model.execution import Raised

_RAISED = Raised("KeyError", "'a'")
_FIRST = ("0", "[]", "''")


@operator(
    examples=[
        Example(
            Sight("y = «d[k]»", raised=_RAISED),
            ["y = d.get(k)", "y = d.get(k, 0)", "y = d.get(k, [])", "y = d.get(k, '')"],
        ),
        Example(
            Sight("«d[k] += 1»", raised=_RAISED),
            ["d[k] = d.get(k, 0) + 1", "d[k] = d.get(k, []) + 1", "d[k] = d.get(k, '') + 1"],
        ),
        Example(
            Sight("«d[k]».append(1)", raised=_RAISED),
            ["d.setdefault(k, []).append(1)", "d.setdefault(k, set()).append(1)", "d.setdefault(k, {}).append(1)"],
        ),
        Example(Sight("y = «d[k]»"), []),
        Example(Sight("«d[k]» = 1", raised=_RAISED), []),
        Example(Sight("y = «d[1:2]»", raised=_RAISED), []),
    ],
    prior=0.4,
)
def lookup(site: Site) -> Iterator[Replacement]:
    """After a KeyError: what a missing key stands for."""
    node = site.node
    if site.raised is None or site.raised.type != "KeyError":
        return
    match node:
        case ast.AugAssign(target=ast.Subscript(value=owner, slice=key), op=ast.Add(), value=value):
            for rank, first in enumerate(_FIRST):
                counted = f"{site.of(node.target)} = {site.of(owner)}.get({site.of(key)}, {first}) + {site.of(value)}"
                yield from site.rewrite(node, counted, 0.3 * rank)
        case ast.Subscript(value=owner, slice=key, ctx=ast.Load()) if not isinstance(key, ast.Slice | ast.Tuple):
            yield from _looked_up(site, site.of(owner), site.of(key))


def _looked_up(site: Site, owner: str, key: str) -> Iterator[Replacement]:
    if isinstance(site.parent, ast.Attribute | ast.Subscript):
        for rank, first in enumerate(("[]", "set()", "{}")):
            yield from site.put(f"{owner}.setdefault({key}, {first})", 0.3 * rank)
        return
    yield from site.put(f"{owner}.get({key})")
    for rank, first in enumerate(_FIRST):
        yield from site.put(f"{owner}.get({key}, {first})", 0.2 + 0.3 * rank)
