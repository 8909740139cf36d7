"""Read a key with its default in one look-up."""

import ast
from collections.abc import Iterator

from aurora.contracts.rewrite import Example, Replacement, Site, rewrite


@rewrite(
    kind="expression",
    examples=[
        Example("if k in d:\n    v = d[k]\nelse:\n    v = 0\n", ["v = d.get(k, 0)\n"]),
        Example("v = d[k] if k in d else None\n", ["v = d.get(k, None)\n"]),
        Example("if k in d:\n    v = d[k]\nelse:\n    v = f()\n", []),
        Example("v = d[j] if k in d else None\n", []),
    ],
)
def get_with_default(site: Site) -> Iterator[Replacement]:
    """`d[k] if k in d else default` to `d.get(k, default)`, for a constant or a name as the default."""
    match site.node:
        case ast.IfExp(test=test, body=found, orelse=default):
            if code := _get(site, test, found, default):
                yield from site.put(code)
        case ast.If(
            test=test,
            body=[ast.Assign(targets=[ast.Name(id=name)], value=found)],
            orelse=[ast.Assign(targets=[ast.Name(id=other)], value=default)],
        ) if name == other:
            if code := _get(site, test, found, default):
                yield from site.rewrite(site.node, f"{name} = {code}")


def _get(site: Site, test: ast.expr, found: ast.expr, default: ast.expr) -> str:
    match test:
        case ast.Compare(left=key, ops=[ast.In()], comparators=[ast.Name() as table]):
            simple = isinstance(key, ast.Name | ast.Constant) and isinstance(default, ast.Name | ast.Constant)
            if simple and site.of(found) == f"{site.of(table)}[{site.of(key)}]":
                return f"{site.of(table)}.get({site.of(key)}, {site.of(default)})"
    return ""
