"""Parameters that do not fit the calls: one too many, self missing, one left out."""

import ast
import builtins
from collections.abc import Iterator

from aurora.contracts.operator import Example, Replacement, Sight, Site, operator


@operator(
    examples=[
        Example(
            Sight("«def f(a, b):\n    pass»\n", calls={"f": (1,)}), ["def f(b):\n    pass\n", "def f(a):\n    pass\n"]
        ),
        Example(
            Sight("class A:\n    «def f(a):\n        pass»\n", calls={"f": (1,)}),
            ["class A:\n    def f(self, a):\n        pass\n"],
        ),
        Example(
            Sight("class A:\n    «def f(self, a, b):\n        pass»\n", calls={"f": (1,)}),
            ["class A:\n    def f(self, b):\n        pass\n", "class A:\n    def f(self, a):\n        pass\n"],
        ),
        Example(Sight("«def f(a):\n    pass»\n", calls={"f": (1,)}), []),
        Example(Sight("«def f(a):\n    return a + b»\n", calls={"f": (2,)}), ["def f(a, b):\n    return a + b\n"]),
    ],
    prior=0.3,
)
def parameter(site: Site) -> Iterator[Replacement]:
    """When no test calls the function with as many arguments as it has: leave one out, or add one."""
    node = site.node
    if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) or node.name not in site.calls:
        return
    given = node.args.args
    method = isinstance(site.parent, ast.ClassDef)
    own = 1 if method and given and given[0].arg in ("self", "cls") else 0
    least = len(given) - len(node.args.defaults) - own
    wanted = site.calls[node.name]
    if any(least <= count <= len(given) - own for count in wanted) and (own or not method):
        return
    if method and not own:
        yield from _added(site, node, "self", first=True)
    elif min(wanted) < least:
        yield from _dropped(site, given[own:])
    else:
        for name in _unbound(node)[:5]:
            yield from _added(site, node, name, first=False)


def _dropped(site: Site, given: list[ast.arg]) -> Iterator[Replacement]:
    spans = [site.source.span(arg) for arg in given]
    for index, span in enumerate(spans):
        if index + 1 < len(spans):
            yield site.splice(span.start, spans[index + 1].start, "", 0.1 * index)
        elif index:
            yield site.splice(spans[index - 1].end, span.end, "", 0.1 * index)


def _added(
    site: Site, node: ast.FunctionDef | ast.AsyncFunctionDef, name: str, *, first: bool
) -> Iterator[Replacement]:
    given = node.args.args
    start = site.source.span(node).start
    if not given:
        at = site.source.text.index("(", start) + 1
        yield site.splice(at, at, name)
    elif first:
        at = site.source.span(given[0]).start
        yield site.splice(at, at, f"{name}, ")
    else:
        at = site.source.span(given[-1]).end
        yield site.splice(at, at, f", {name}")


def _unbound(node: ast.AST) -> list[str]:
    names = [found for found in ast.walk(node) if isinstance(found, ast.Name)]
    stored = {found.id for found in names if isinstance(found.ctx, ast.Store)}
    stored |= {found.arg for found in ast.walk(node) if isinstance(found, ast.arg)}
    loaded = dict.fromkeys(found.id for found in names if isinstance(found.ctx, ast.Load))
    return [name for name in loaded if name not in stored and not hasattr(builtins, name)]
