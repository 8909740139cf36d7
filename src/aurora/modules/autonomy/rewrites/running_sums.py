"""Add up slices from sums that are made once.

The sum of a slice is the difference of two running sums: one pass for all, in place of a pass for each slice.
"""

import ast
from collections.abc import Iterator

from aurora.contracts.rewrite import Example, Replacement, Site, imported, names_in, rewrite, together


@rewrite(
    kind="algorithm",
    examples=[
        Example(
            "def f(xs, k):\n    return [sum(xs[i:i + k]) for i in range(len(xs) - k + 1)]\n",
            [
                (
                    "from itertools import accumulate\n\n\ndef f(xs, k):\n    sums = [0, *accumulate(xs)]\n"
                    "    return [sums[i + k] - sums[i] for i in range(len(xs) - k + 1)]\n"
                )
            ],
        ),
        Example(
            "def f(xs):\n    return [sum(xs[:i]) for i in range(len(xs))]\n",
            [
                (
                    "from itertools import accumulate\n\n\ndef f(xs):\n    sums = [0, *accumulate(xs)]\n"
                    "    return [sums[i] for i in range(len(xs))]\n"
                )
            ],
        ),
        Example("def f(xs, i):\n    return sum(xs[:i])\n", []),
        Example("def f(xs):\n    for i in range(9):\n        xs[i] = sum(xs[:i])\n", []),
    ],
)
def running_sums(site: Site) -> Iterator[Replacement]:
    """`sum(xs[a:b])` inside a loop that leaves `xs` alone to `sums[b] - sums[a]`."""
    match site.node:
        case ast.Call(
            func=ast.Name(id="sum"),
            args=[
                ast.Subscript(value=ast.Name(id=name), slice=ast.Slice(lower=low, upper=ast.expr() as high, step=None))
            ],
            keywords=[],
        ):
            loops = [each for each in site.source.ancestors(site.node) if isinstance(each, _LOOPS)]
            statement = site.source.statement(loops[-1]) if loops else None
            if statement is None or "sums" in names_in(site.source.tree) or not _only_read(site, loops[-1], name):
                return
            code = f"sums[{site.of(high)}]" + (f" - sums[{site.of(low)}]" if low is not None else "")
            yield from together(
                imported(site, "from itertools import accumulate"),
                site.insert(statement, f"sums = [0, *accumulate({name})]", "before"),
                site.put(code),
            )


_LOOPS = (ast.For, ast.While, ast.ListComp, ast.SetComp, ast.GeneratorExp, ast.DictComp)


def _only_read(site: Site, loop: ast.AST, name: str) -> bool:
    for each in ast.walk(loop):
        if isinstance(each, ast.Name) and each.id == name:
            parent = site.source.parents.get(each)
            item = isinstance(parent, ast.Subscript) and isinstance(parent.ctx, ast.Load)
            length = isinstance(parent, ast.Call) and ast.unparse(parent.func) == "len"
            if not item and not length:
                return False
    return True
