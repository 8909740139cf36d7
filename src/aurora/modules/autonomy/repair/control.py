"""Control flow: `break` and `continue` exchanged, `while` for `if`, `elif` for `if`, a bare return out of a loop."""

import ast
from collections.abc import Iterator

from aurora.contracts.operator import Example, Replacement, Sight, Site, operator


@operator(
    examples=[
        Example(Sight("for x in y:\n    «break»\n"), ["for x in y:\n    continue\n", "for x in y:\n    pass\n"]),
        Example(Sight("for x in y:\n    «continue»\n"), ["for x in y:\n    break\n", "for x in y:\n    pass\n"]),
        Example(Sight("«if x:\n    pass»\n"), ["while x:\n    pass\n"]),
        Example(Sight("«while x:\n    pass»\n"), ["if x:\n    pass\n"]),
        Example(
            Sight("if a:\n    pass\n«if x:\n    pass»\n"),
            ["if a:\n    pass\nwhile x:\n    pass\n", "if a:\n    pass\nelif x:\n    pass\n"],
        ),
        Example(Sight("if a:\n    pass\n«elif x:\n    pass»\n"), ["if a:\n    pass\nif x:\n    pass\n"]),
        Example(Sight("«x = 1»"), []),
    ],
    prior=0.08,
    tier=2,
)
def control(site: Site) -> Iterator[Replacement]:
    """The word changed in place."""
    node = site.node
    if not isinstance(node, ast.stmt):
        return
    start = site.source.span(node).start
    if isinstance(node, ast.Break):
        yield site.splice(start, start + 5, "continue")
        yield site.splice(start, start + 5, "pass", 0.5)
    elif isinstance(node, ast.Continue):
        yield site.splice(start, start + 8, "break")
        yield site.splice(start, start + 8, "pass", 0.5)
    elif isinstance(node, ast.While):
        yield site.splice(start, start + 5, "if")
    elif isinstance(node, ast.If):
        yield from _if(site, node, start)


def _if(site: Site, node: ast.If, start: int) -> Iterator[Replacement]:
    if site.source.text.startswith("elif", start):
        yield site.splice(start, start + 4, "if", 0.3)
        return
    if not node.orelse:
        yield site.splice(start, start + 2, "while", 0.5)
    above = site.source.parents[node]
    for block in (getattr(above, "body", []), getattr(above, "orelse", [])):
        before = block[block.index(node) - 1] if node in block and block.index(node) else None
        if isinstance(before, ast.If) and not before.orelse:
            yield site.splice(start, start + 2, "elif")
