"""Add up with `sum`, not in a loop."""

import ast
from collections.abc import Iterator

from aurora.contracts.rewrite import Example, Replacement, Site, names_in, previous, rewrite, together


@rewrite(
    kind="expression",
    examples=[
        Example(
            "def f(xs):\n    total = 0\n    for x in xs:\n        total += x\n    return total\n",
            ["def f(xs):\n    total = sum(xs)\n    return total\n"],
        ),
        Example(
            "def f(xs):\n    total = 0\n    for x in xs:\n        total += x * x\n    return total\n",
            ["def f(xs):\n    total = sum([x * x for x in xs])\n    return total\n"],
        ),
        Example("def f(xs):\n    total = 0\n    for x in xs:\n        total += total + x\n    return total\n", []),
    ],
)
def sum_of_items(site: Site) -> Iterator[Replacement]:
    """`total = 0` and a loop of `total += item` to `sum`."""
    match site.node:
        case ast.For(body=[ast.AugAssign(target=ast.Name(id=name), op=ast.Add(), value=item)], orelse=[]):
            start = previous(site, site.node)
            match start:
                case ast.Assign(targets=[ast.Name(id=other)], value=ast.Constant(value=0)) if other == name:
                    if name not in names_in(item) | names_in(site.node.iter):
                        target, items = site.of(site.node.target), site.of(site.node.iter)
                        plain = site.of(item) == target
                        given = items if plain else f"[{site.of(item)} for {target} in {items}]"
                        yield from together(site.drop(start), site.rewrite(site.node, f"{name} = sum({given})"))
