"""Look up again and again in a set that is made once, not in a list.

Each look-up in a list goes over its items; with a set the whole grows with the sum of the lengths, not the product.
"""

import ast
from collections.abc import Iterator

from aurora.contracts.rewrite import Example, Replacement, Site, names_in, rewrite
from aurora.model.answer import Edit


@rewrite(
    kind="algorithm",
    examples=[
        Example(
            "def f(xs, ys):\n    return [x for x in xs if x in ys]\n",
            ["def f(xs, ys):\n    members = set(ys)\n    return [x for x in xs if x in members]\n"],
        ),
        Example(
            "def f(xs, ys):\n    n = 0\n    for x in xs:\n        if x not in ys:\n            n += 1\n    return n\n",
            [
                (
                    "def f(xs, ys):\n    n = 0\n    members = set(ys)\n    for x in xs:\n"
                    "        if x not in members:\n            n += 1\n    return n\n"
                )
            ],
        ),
        Example("def f(xs, ys):\n    for x in xs:\n        if x not in ys:\n            ys.append(x)\n", []),
        Example("def f(x, ys):\n    return x in ys\n", []),
    ],
)
def set_of_members(site: Site) -> Iterator[Replacement]:
    """`x in ys` inside a loop that leaves `ys` alone to a look-up in a set that is made before the loop."""
    match site.node:
        case ast.Compare(
            left=ast.expr() as asked, ops=[ast.In() | ast.NotIn()], comparators=[ast.Name(id=name) as items]
        ):
            loop = _outermost(site, name)
            if loop is None or "members" in names_in(site.source.tree) or name in names_in(asked):
                return
            uses = [each for each in ast.walk(loop) if isinstance(each, ast.Name) and each.id == name]
            looked = [each for each in uses if _looks(site, each)]
            statement = site.source.statement(loop)
            if statement is None or len(looked) != len(uses) or items not in looked:
                return
            spans = [site.source.span(each) for each in looked]
            edits = [Edit("", span.start, span.end, "members") for span in spans]
            for made in site.insert(statement, f"members = set({name})", "before"):
                yield Replacement((*made.edits, *edits))


_LOOPS = (ast.For, ast.While, ast.ListComp, ast.SetComp, ast.GeneratorExp, ast.DictComp)


def _outermost(site: Site, name: str) -> ast.AST | None:
    """The outermost loop around the node, inside of its function, that does not give the name a value."""
    found = None
    for each in site.source.ancestors(site.node):
        if isinstance(each, ast.FunctionDef | ast.Lambda):
            break
        if isinstance(each, _LOOPS):
            if name in names_in(each, ast.Store):
                break
            found = each
    return found


def _looks(site: Site, node: ast.Name) -> bool:
    parent = site.source.parents.get(node)
    return (
        isinstance(parent, ast.Compare)
        and parent.comparators == [node]
        and isinstance(parent.ops[0], ast.In | ast.NotIn)
    )
