"""Count all items at once, not each by going over all of them."""

import ast
from collections.abc import Iterator

from aurora.contracts.rewrite import Example, Replacement, Site, imported, names_in, rewrite, together


@rewrite(
    kind="algorithm",
    examples=[
        Example(
            "def f(xs):\n    return [x for x in xs if xs.count(x) > 1]\n",
            [
                (
                    "from collections import Counter\n\n\ndef f(xs):\n    counts = Counter(xs)\n"
                    "    return [x for x in xs if counts[x] > 1]\n"
                )
            ],
        ),
        Example("def f(xs, y):\n    return xs.count(y)\n", []),
        Example("def f(xs):\n    for x in xs:\n        xs.append(xs.count(x))\n", []),
    ],
)
def counted_once(site: Site) -> Iterator[Replacement]:
    """`xs.count(x)` inside a loop that leaves `xs` alone to a `Counter` that is made before the loop."""
    match site.node:
        case ast.Call(func=ast.Attribute(value=ast.Name(id=name), attr="count"), args=[item], keywords=[]):
            loops = [each for each in site.source.ancestors(site.node) if isinstance(each, _LOOPS)]
            statement = site.source.statement(loops[-1]) if loops else None
            if statement is None or "counts" in names_in(site.source.tree) or not _left_alone(site, loops[-1], name):
                return
            yield from together(
                imported(site, "from collections import Counter"),
                site.insert(statement, f"counts = Counter({name})", "before"),
                site.put(f"counts[{site.of(item)}]"),
            )


_LOOPS = (ast.For, ast.While, ast.ListComp, ast.SetComp, ast.GeneratorExp, ast.DictComp)


def _left_alone(site: Site, loop: ast.AST, name: str) -> bool:
    """Whether the loop only counts in the list and goes over it."""
    for each in ast.walk(loop):
        if isinstance(each, ast.Name) and each.id == name:
            parent = site.source.parents.get(each)
            counts = isinstance(parent, ast.Attribute) and parent.attr == "count"
            goes = isinstance(parent, ast.comprehension | ast.For) and parent.iter is each
            if not counts and not goes and not (isinstance(parent, ast.Call) and ast.unparse(parent.func) in _READERS):
                return False
    return True


_READERS = frozenset({"set", "len", "sorted", "list", "enumerate"})
