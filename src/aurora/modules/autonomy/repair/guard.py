"""A way out before a statement fails: `if not x: return x`, `if i >= len(x): break`."""

import ast
from collections.abc import Iterator

from aurora.contracts.operator import Example, Replacement, Sight, Site, operator

_RESULTS = ("[]", "0", "False", "True", "None", "''", "-1")


@operator(
    examples=[
        Example(
            Sight("def f(x):\n    «y = x[0]»\n", names=("x",), types={"x": "list"}),
            [f"def f(x):\n    if not x:\n        return {new}\n    y = x[0]\n" for new in ("x", *_RESULTS)],
        ),
        Example(Sight("def f(n):\n    «y = n»\n", types={"n": "Unknown"}), []),
        Example(Sight("«y = x[0]»\n", types={"x": "list"}), []),
    ],
    prior=0.12,
    tier=2,
)
def guard(site: Site) -> Iterator[Replacement]:
    """An early return for an empty or zero parameter; in a loop also `continue` and `break`."""
    node = site.node
    function = site.source.function(node)
    if not isinstance(node, ast.stmt) or isinstance(node, ast.FunctionDef) or function is None:
        return
    used = {found.id for found in ast.walk(node) if isinstance(found, ast.Name) and isinstance(found.ctx, ast.Load)}
    body = function.body
    first = body[1] if len(body) > 1 and isinstance(body[0], ast.Expr) else body[0]
    at_top = node is first
    if not at_top and not site.raised:
        return
    names = [name for name in site.types if name in used or (at_top and name != "self")]
    for name in names:
        if site.types[name] in ("list", "str", "dict", "set", "tuple", "int", "NoneType", "deque"):
            yield from _exits(site, node, name)


def _exits(site: Site, node: ast.stmt, name: str) -> Iterator[Replacement]:
    for rank, value in enumerate((name, *_RESULTS)):
        yield from site.insert(node, f"if not {name}:\n    return {value}", "before", 0.25 * rank)
    if site.source.enclosing(node, ast.For) or site.source.enclosing(node, ast.While):
        for rank, word in enumerate(("continue", "break")):
            yield from site.insert(node, f"if not {name}:\n    {word}", "before", 0.5 + 0.2 * rank)
