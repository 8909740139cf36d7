"""Count in a dictionary with one look-up and one assignment."""

import ast
from collections.abc import Iterator

from aurora.contracts.rewrite import Example, Replacement, Site, rewrite


@rewrite(
    kind="expression",
    examples=[
        Example(
            "if k in d:\n    d[k] += 1\nelse:\n    d[k] = 1\n",
            ["d[k] = d.get(k, 0) + 1\n"],
        ),
        Example(
            "if k not in d:\n    d[k] = 0\nd[k] += 1\n",
            [],
        ),
        Example("if k in d:\n    d[j] += 1\nelse:\n    d[k] = 1\n", []),
    ],
)
def count_with_get(site: Site) -> Iterator[Replacement]:
    """`if k in d: d[k] += n else: d[k] = n` to `d[k] = d.get(k, 0) + n`."""
    match site.node:
        case ast.If(
            test=ast.Compare(left=key, ops=[ast.In()], comparators=[ast.Name() as table]),
            body=[ast.AugAssign(target=ast.Subscript() as place, op=ast.Add(), value=more)],
            orelse=[ast.Assign(targets=[ast.Subscript() as other], value=first)],
        ):
            spelled = f"{site.of(table)}[{site.of(key)}]"
            same = site.of(place) == site.of(other) == spelled and site.of(more) == site.of(first)
            if same and isinstance(key, ast.Name | ast.Constant) and isinstance(more, ast.Constant):
                yield from site.rewrite(
                    site.node, f"{spelled} = {site.of(table)}.get({site.of(key)}, 0) + {site.of(more)}"
                )
