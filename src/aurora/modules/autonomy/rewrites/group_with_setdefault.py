"""Group into lists with one look-up."""

import ast
from collections.abc import Iterator

from aurora.contracts.rewrite import Example, Replacement, Site, following, rewrite, together


@rewrite(
    kind="expression",
    examples=[
        Example(
            "for x in xs:\n    if x.k not in d:\n        d[x.k] = []\n    d[x.k].append(x)\n",
            ["for x in xs:\n    d.setdefault(x.k, []).append(x)\n"],
        ),
        Example(
            "if k in d:\n    d[k].append(v)\nelse:\n    d[k] = [v]\n",
            ["d.setdefault(k, []).append(v)\n"],
        ),
        Example("if k not in d:\n    d[k] = []\nd[j].append(v)\n", []),
    ],
)
def group_with_setdefault(site: Site) -> Iterator[Replacement]:
    """A list that is made when the key is new, and appended to, to `setdefault`."""
    match site.node:
        case ast.If(
            test=ast.Compare(left=key, ops=[ast.NotIn()], comparators=[table]),
            body=[ast.Assign(targets=[place], value=ast.List(elts=[]))],
            orelse=[],
        ):
            spelled, after = f"{site.of(table)}[{site.of(key)}]", following(site, site.node)
            if site.of(place) == spelled and after and site.of(after).startswith(f"{spelled}.append("):
                rest = site.of(after).removeprefix(spelled)
                code = f"{site.of(table)}.setdefault({site.of(key)}, []){rest}"
                yield from together(site.drop(site.node), site.rewrite(after, code))
        case ast.If(
            test=ast.Compare(left=key, ops=[ast.In()], comparators=[table]),
            body=[ast.Expr(value=ast.Call(func=ast.Attribute(value=place, attr="append"), args=[item]))],
            orelse=[ast.Assign(targets=[other], value=ast.List(elts=[first]))],
        ):
            spelled = f"{site.of(table)}[{site.of(key)}]"
            if site.of(place) == site.of(other) == spelled and site.of(item) == site.of(first):
                yield from site.rewrite(
                    site.node, f"{site.of(table)}.setdefault({site.of(key)}, []).append({site.of(item)})"
                )
