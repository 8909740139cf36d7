"""A condition made stronger or weaker by a second one: a guard against None and emptiness, or one used nearby."""

import ast
from collections.abc import Iterator

from aurora.contracts.operator import Example, Replacement, Sight, Site, operator

_MOST = 10


@operator(
    examples=[
        Example(
            Sight("if «a»:\n    pass\nif b:\n    pass\n"),
            [
                "if a and b:\n    pass\nif b:\n    pass\n",
                "if a or b:\n    pass\nif b:\n    pass\n",
                "if b:\n    pass\nif b:\n    pass\n",
            ],
        ),
        Example(
            Sight("while «x[i] > 0»:\n    pass\n", names=("x", "i"), types={"i": "int", "x": "list"}),
            ["while i < len(x) and x[i] > 0:\n    pass\n", "while x and x[i] > 0:\n    pass\n"],
        ),
        Example(Sight("y = «a»"), []),
    ],
    prior=0.1,
    tier=2,
)
def condition(site: Site) -> Iterator[Replacement]:
    """`and` and `or` with each other condition of the function; guards for the subscripts in it."""
    node, parent = site.node, site.parent
    if not isinstance(node, ast.expr) or getattr(parent, "test", None) is not node:
        return
    text = f"({site.text})" if isinstance(node, ast.BoolOp | ast.IfExp | ast.Lambda) else site.text
    for guard in dict.fromkeys(_guards(site, node)):
        yield from site.put(f"{guard} and {text}")
    for donor in _donors(site, node):
        yield from site.put(f"{text} and {donor}", 0.8)
        yield from site.put(f"{text} or {donor}", 0.8)
        yield from site.put(donor, 1.2)


def _guards(site: Site, node: ast.expr) -> Iterator[str]:
    for inside in ast.walk(node):
        if isinstance(inside, ast.Subscript) and isinstance(inside.value, ast.Name):
            if isinstance(inside.slice, ast.Name | ast.BinOp):
                yield f"{site.of(inside.slice)} < len({inside.value.id})"
            yield inside.value.id
        elif isinstance(inside, ast.Attribute) and isinstance(inside.value, ast.Name) and inside.value.id != "self":
            yield inside.value.id


def _donors(site: Site, node: ast.expr) -> list[str]:
    home = site.source.function(node) or site.source.tree
    found: dict[str, None] = {}
    for above in ast.walk(home):
        if isinstance(above, ast.If | ast.While | ast.IfExp) and above.test is not node:
            for part in above.test.values if isinstance(above.test, ast.BoolOp) else [above.test]:
                found[site.of(part)] = None
    found.pop(site.text, None)
    return list(found)[:_MOST]
