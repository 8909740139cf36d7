"""`and` for `or`, and a condition without one of its parts."""

import ast
from collections.abc import Iterator

from aurora.contracts.operator import Example, Replacement, Sight, Site, operator


@operator(
    examples=[
        Example(Sight("«a and b»"), ["a or b", "b", "a"]),
        Example(Sight("x = «a or b or c»"), ["x = a and b and c", "x = b or c", "x = a or c", "x = a or b"]),
        Example(Sight("«a + b»"), []),
    ],
    prior=0.3,
)
def boolean(site: Site) -> Iterator[Replacement]:
    """The other connective, then the condition with each part left out."""
    node = site.node
    if not isinstance(node, ast.BoolOp):
        return
    parts = [site.of(value) for value in node.values]
    word, other = (" and ", " or ") if isinstance(node.op, ast.And) else (" or ", " and ")
    yield from site.put(other.join(parts), -0.3)
    for index in range(len(parts)):
        yield from site.put(word.join(parts[:index] + parts[index + 1 :]), 0.7)
