"""Join the pieces of a text at once, not one by one in a loop.

Each `text += piece` may copy all that there is already.
"""

import ast
from collections.abc import Iterator

from aurora.contracts.rewrite import Example, Replacement, Site, names_in, previous, rewrite, together


@rewrite(
    kind="expression",
    examples=[
        Example(
            "def f(xs):\n    out = ''\n    for x in xs:\n        out += x + ','\n    return out\n",
            ["def f(xs):\n    out = ''.join([x + ',' for x in xs])\n    return out\n"],
        ),
        Example("def f(xs):\n    out = ''\n    for x in xs:\n        out += out + x\n    return out\n", []),
        Example("def f(xs):\n    out = 'a'\n    for x in xs:\n        out += x\n    return out\n", []),
    ],
)
def join_strings(site: Site) -> Iterator[Replacement]:
    """`out = ''` and a loop of `out += piece` to `''.join`."""
    match site.node:
        case ast.For(body=[ast.AugAssign(target=ast.Name(id=name), op=ast.Add(), value=piece)], orelse=[]):
            start = previous(site, site.node)
            match start:
                case ast.Assign(targets=[ast.Name(id=other)], value=ast.Constant(value="")) if other == name:
                    if name not in names_in(piece) | names_in(site.node.iter):
                        loop = f"for {site.of(site.node.target)} in {site.of(site.node.iter)}"
                        code = f"{name} = ''.join([{site.of(piece)} {loop}])"
                        yield from together(site.drop(start), site.rewrite(site.node, code))
