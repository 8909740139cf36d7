"""A statement of the same function put in at another place, or in the place of another."""

import ast
from collections.abc import Iterator

from aurora.contracts.operator import Example, Replacement, Sight, Site, operator

_MOST = 12


@operator(
    examples=[
        Example(
            Sight("def f():\n    «a = 1»\n    b = 2\n"),
            [
                "def f():\n    b = 2\n    a = 1\n    b = 2\n",
                "def f():\n    a = 1\n    b = 2\n    b = 2\n",
                "def f():\n    b = 2\n    b = 2\n",
            ],
        ),
        Example(Sight("«a = 1»\n"), []),
    ],
    prior=0.03,
    tier=3,
)
def donate(site: Site) -> Iterator[Replacement]:
    """Every other short simple statement of the function: before, after, instead."""
    node = site.node
    function = site.source.function(node)
    if not isinstance(node, ast.stmt) or isinstance(node, ast.FunctionDef | ast.ClassDef) or function is None:
        return
    for donor in _donors(site, function, node):
        yield from site.insert(node, donor, "before", 0.5)
        if not isinstance(node, ast.Return | ast.Break | ast.Continue):
            yield from site.insert(node, donor, "after", 0.3)
        if isinstance(node, ast.Assign | ast.AugAssign | ast.Expr | ast.Return | ast.Pass | ast.Break | ast.Continue):
            yield from site.rewrite(node, donor, 0.5)


def _related(site: Site, function: ast.AST) -> Iterator[str]:
    """Calls about the object itself in other methods of its class, where all names in them are known here."""
    home = site.source.parents.get(function)
    for method in home.body if isinstance(home, ast.ClassDef) else ():
        for each in ast.walk(method) if method is not function else ():
            names = {name.id for name in ast.walk(each) if isinstance(name, ast.Name)}
            called = isinstance(each, ast.Expr) and isinstance(each.value, ast.Call)
            if called and names <= {*site.names} and site.of(each).startswith("self."):
                yield site.of(each)


def _donors(site: Site, function: ast.AST, node: ast.stmt) -> list[str]:
    simple = (ast.Assign, ast.AugAssign, ast.Expr, ast.Return, ast.Break, ast.Continue)
    found = [each for each in ast.walk(function) if isinstance(each, simple) and each is not node]
    texts = dict.fromkeys(site.of(each) for each in sorted(found, key=lambda each: each.lineno))
    texts |= dict.fromkeys(_related(site, function))
    texts.pop(site.of(node), None)
    return [text for text in texts if len(text) < 80 and "\n" not in text][:_MOST]
