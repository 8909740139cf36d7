"""Other indices and bounds: `x[-i]`, `x[i:]`, a bound of a slice left out or moved, an index clamped."""

import ast
from collections.abc import Iterator

from aurora.contracts.operator import Example, Replacement, Sight, Site, operator
from aurora.model.execution import Raised

_TEXTUAL = {"str", "list", "tuple", "bytes"}


@operator(
    examples=[
        Example(Sight("y = «x[i]»"), ["y = x[-i]", "y = x[:i]", "y = x[i:]"]),
        Example(
            Sight("y = «x[a:b]»"),
            [
                "y = x[a:b + 1]",
                "y = x[a:b - 1]",
                "y = x[a + 1:b]",
                "y = x[a - 1:b]",
                "y = x[:b]",
                "y = x[a:]",
                "y = x[a]",
                "y = x[b]",
            ],
        ),
        Example(
            Sight("y = «x[:1]»"), ["y = x[:1 + 1]", "y = x[:1 - 1]", "y = x[1:1]", "y = x[:]", "y = x[1:]", "y = x[1]"]
        ),
        Example(
            Sight("y = «d[k]»", raised=Raised("KeyError", "'q'")),
            [
                "y = d.get(k, 0)",
                "y = d.get(k, [])",
                "y = d.get(k)",
                "y = d.get(k, '')",
                "y = d[-k]",
                "y = d[:k]",
                "y = d[k:]",
            ],
        ),
        Example(
            Sight("y = «x»", types={"x": "str"}),
            ["y = x[::-1]", "y = x[:-1]", "y = x[1:]", "y = x[0]", "y = x[-1]", "y = x[:]"],
        ),
        Example(Sight("«x[i]» = 1"), []),
    ],
    prior=0.15,
    tier=2,
)
def subscript(site: Site) -> Iterator[Replacement]:
    """Changes of an index or a slice; a slice around a sequence."""
    node = site.node
    if isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Load):
        if isinstance(node.slice, ast.Slice):
            yield from _sliced(site, node, node.slice)
        elif not isinstance(node.slice, ast.Tuple):
            yield from _indexed(site, node)
    elif isinstance(node, ast.Name) and site.types.get(node.id) in _TEXTUAL and isinstance(node.ctx, ast.Load):
        for cost, new in enumerate(("::-1", ":-1", "1:", "0", "-1", ":")):
            yield from site.put(f"{node.id}[{new}]", 0.5 + 0.2 * cost)


def _indexed(site: Site, node: ast.Subscript) -> Iterator[Replacement]:
    owner, index = site.of(node.value), site.of(node.slice)
    if site.raised and site.raised.type == "KeyError":
        for cost, default in enumerate((", 0", ", []", "", ", ''")):
            yield from site.put(f"{owner}.get({index}{default})", 0.3 * cost)
    loose = index if isinstance(node.slice, ast.Name | ast.Constant | ast.Call) else f"({index})"
    if not index.startswith("-"):
        yield from site.put(f"{owner}[-{loose}]", 0.3)
    yield from site.put(f"{owner}[:{index}]", 0.8)
    yield from site.put(f"{owner}[{index}:]", 0.8)


def _sliced(site: Site, node: ast.Subscript, old: ast.Slice) -> Iterator[Replacement]:
    owner = site.of(node.value)
    low = site.of(old.lower) if old.lower else ""
    high = site.of(old.upper) if old.upper else ""
    step = f":{site.of(old.step)}" if old.step else ""
    bounds = [(low, f"{high} + 1"), (low, f"{high} - 1")] if high else [(low, "-1")]
    bounds += [(f"{low} + 1", high), (f"{low} - 1", high)] if low else [("1", high)]
    bounds += [("", high)] if low else []
    bounds += [(low, "")] if high else []
    bounds += [(high, low)] if bool(low) != bool(high) else []
    for one, two in bounds:
        yield from site.put(f"{owner}[{one}:{two}{step}]", 0.2)
    for bound in (low, high):
        if bound:
            yield from site.put(f"{owner}[{bound}]", 0.8)
