"""Go over the items, not over their places."""

import ast
from collections.abc import Iterator

from aurora.contracts.rewrite import Example, Replacement, Site, names_in, rewrite
from aurora.model.answer import Edit


@rewrite(
    kind="expression",
    examples=[
        Example(
            "def f(xs):\n    for i in range(len(xs)):\n        print(xs[i])\n",
            ["def f(xs):\n    for each in xs:\n        print(each)\n"],
        ),
        Example(
            "def f(xs):\n    for i in range(len(xs)):\n        print(i, xs[i])\n",
            ["def f(xs):\n    for i, each in enumerate(xs):\n        print(i, each)\n"],
        ),
        Example("def f(xs):\n    for i in range(len(xs)):\n        xs[i] = 0\n", []),
        Example("def f(xs):\n    for i in range(len(xs)):\n        print(xs[i])\n        xs.pop()\n", []),
    ],
)
def loop_over_items(site: Site) -> Iterator[Replacement]:
    """`for i in range(len(xs))` with `xs[i]` to a loop over the items, with `enumerate` where `i` is used besides."""
    match site.node:
        case ast.For(
            target=ast.Name(id=place),
            iter=ast.Call(
                func=ast.Name(id="range"), args=[ast.Call(func=ast.Name(id="len"), args=[ast.Name(id=name) as items])]
            ) as numbers,
        ):
            inside = [each for statement in site.node.body for each in ast.walk(statement)]
            reads = [each for each in inside if _reads(each, name, place)]
            uses = sum(isinstance(each, ast.Name) and each.id == name for each in inside)
            if not reads or uses != len(reads) or "each" in names_in(site.source.tree) or _gives(inside, place):
                return
            alone = sum(isinstance(each, ast.Name) and each.id == place for each in inside) == len(reads)
            source = site.source
            edits = [Edit("", source.span(each).start, source.span(each).end, "each") for each in reads]
            head, tail = source.span(site.node.target), source.span(numbers)
            words = f"each in {site.of(items)}" if alone else f"{place}, each in enumerate({site.of(items)})"
            yield Replacement((Edit("", head.start, tail.end, words), *edits))


def _reads(node: ast.AST, name: str, place: str) -> bool:
    match node:
        case ast.Subscript(value=ast.Name(id=items), slice=ast.Name(id=index), ctx=ast.Load()):
            return items == name and index == place
    return False


def _gives(inside: list[ast.AST], place: str) -> bool:
    return any(isinstance(each, ast.Name) and each.id == place and isinstance(each.ctx, ast.Store) for each in inside)
