"""Build a list with a comprehension, not by appending in a loop.

A comprehension looks up no method and calls nothing for each item.
"""

import ast
from collections.abc import Iterator

from aurora.contracts.rewrite import Example, Replacement, Site, names_in, previous, rewrite, together


@rewrite(
    kind="expression",
    examples=[
        Example(
            "def f(xs):\n    out = []\n    for x in xs:\n        if x:\n            out.append(-x)\n    return out\n",
            ["def f(xs):\n    out = [-x for x in xs if x]\n    return out\n"],
        ),
        Example(
            "def f(xs):\n    out = []\n    for x in xs:\n        out.append(x)\n    return out\n",
            ["def f(xs):\n    out = [x for x in xs]\n    return out\n"],
        ),
        Example("def f(xs):\n    out = []\n    for x in xs:\n        out.append(len(out))\n    return out\n", []),
    ],
)
def list_comprehension(site: Site) -> Iterator[Replacement]:
    """`out = []` and a loop of `out.append(e)` to a comprehension, with the condition if there is one."""
    if not isinstance(site.node, ast.For) or site.node.orelse or len(site.node.body) != 1:
        return
    inner, test = site.node.body[0], ""
    if isinstance(inner, ast.If) and not inner.orelse and len(inner.body) == 1:
        test, inner = f" if {site.of(inner.test)}", inner.body[0]
    match inner, previous(site, site.node):
        case (
            ast.Expr(
                value=ast.Call(func=ast.Attribute(value=ast.Name(id=name), attr="append"), args=[item], keywords=[])
            ),
            ast.Assign(targets=[ast.Name(id=other)], value=ast.List(elts=[])) as start,
        ) if name == other and not isinstance(item, ast.Starred):
            uses = [each for each in ast.walk(site.node) if isinstance(each, ast.Name) and each.id == name]
            kept = names_in(site.node.target) & _read_later(site)
            if len(uses) == 1 and not kept:
                loop = f"for {site.of(site.node.target)} in {site.of(site.node.iter)}{test}"
                code = f"{name} = [{site.of(item)} {loop}]"
                yield from together(site.drop(start), site.rewrite(site.node, code))


def _read_later(site: Site) -> set[str]:
    """The names that are read behind the loop, where its variable would be gone."""
    function = site.source.function(site.node)
    end = getattr(site.node, "end_lineno", 0)
    around = function or site.source.tree
    return {
        each.id
        for each in ast.walk(around)
        if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Load) and each.lineno > end
    }
