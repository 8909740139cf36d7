"""A fixed value in the place of a variable: `f(0)` or `f(-1)` for `f(x)`, a literal that the tests mention."""

import ast
from collections.abc import Iterator

from aurora.contracts.operator import Example, Replacement, Sight, Site, operator

_USUAL = {"int": ("0", "1", "-1"), "str": ("''",), "bool": ("True", "False"), "list": ("[]",)}


@operator(
    examples=[
        Example(
            Sight("f(«x»)", types={"x": "int"}, literals=("7", "-1", "'a'")),
            ["f(0)", "f(1)", "f(-1)", "f(7)"],
        ),
        Example(Sight("f(«x»)", types={"x": "str"}, literals=("7", "'a'")), ["f('')", "f('a')"]),
        Example(Sight("«f»(x)", types={"f": "int"}), []),
        Example(Sight("«x» = 1", types={"x": "int"}), []),
        Example(Sight("f(«x»)"), []),
    ],
    prior=0.1,
    tier=2,
)
def fixed(site: Site) -> Iterator[Replacement]:
    """The usual values of the type that was seen here, then mined literals of that type."""
    node, parent = site.node, site.parent
    if not isinstance(node, ast.Name) or not isinstance(node.ctx, ast.Load) or isinstance(parent, ast.Attribute):
        return
    if isinstance(parent, ast.Call) and parent.func is node:
        return
    if isinstance(parent, ast.For | ast.comprehension):
        return  # a loop over nothing, or over the same things for every input, was never meant
    kind = site.types.get(node.id, "")
    mined = [text for text in site.literals if type(ast.literal_eval(text)).__name__ == kind]
    for rank, text in enumerate(dict.fromkeys((*_USUAL.get(kind, ()), *mined))):
        yield from site.put(text, 0.2 * min(rank, 8))
