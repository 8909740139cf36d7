"""Another constant: a number one off, negated or ten times as large, True for False, a literal of the tests."""

import ast
from collections.abc import Iterator

from aurora.contracts.operator import Example, Replacement, Sight, Site, operator

_ODD = 1.0  # nats


@operator(
    examples=[
        Example(Sight("x = «1»"), ["x = 0", "x = 2", "x = -1"]),
        Example(
            Sight("x = «5»", literals=("7", "'a'")), ["x = 4", "x = 6", "x = 0", "x = 1", "x = -1", "x = -5", "x = 7"]
        ),
        Example(Sight("x = «60»"), ["x = 59", "x = 61", "x = 0", "x = 1", "x = -1", "x = -60", "x = 6", "x = 600"]),
        Example(Sight("x = «True»"), ["x = False"]),
        Example(
            Sight("x = a[:«1»]", names=("a", "k"), types={"a": "list", "k": "int"}),
            ["x = a[:0]", "x = a[:2]", "x = a[:-1]", "x = a[:k]"],
        ),
        Example(Sight("x = «'a'»", literals=("'b'", "3")), ["x = 'b'"]),
        Example(Sight("«x»"), []),
    ],
    prior=0.4,
)
def constant(site: Site) -> Iterator[Replacement]:
    """Neighbours of the constant first, then mined literals of its type."""
    node = site.node
    if not isinstance(node, ast.Constant) or isinstance(site.parent, ast.Expr | ast.JoinedStr):
        return
    tried = {repr(node.value)}
    for text, cost in (*_neighbours(node.value), *((text, 1.5) for text in site.literals)):
        if text not in tried and _alike(node.value, text):
            tried.add(text)
            yield from site.put(text, cost - (_ODD if _is_odd(site, node.value, text) else 0.0))
    for name in site.names:
        if type(node.value).__name__ in ("int", "str", "float") and site.types.get(name) == type(node.value).__name__:
            yield from site.put(name, 0.9)


def _is_odd(site: Site, value: object, other: str) -> bool:
    """Whether a text stands here alone in the file, and the other one at several places: a key that was misspelt."""
    if not isinstance(value, str):
        return False
    texts = [each.value for each in site.source.nodes(ast.Constant) if isinstance(each.value, str)]
    return texts.count(value) == 1 and sum(repr(text) == other for text in texts) > 1


def _neighbours(value: object) -> list[tuple[str, float]]:
    if isinstance(value, bool):
        return [(repr(not value), 0.0)]
    if isinstance(value, int):
        near = [(value - 1, 0.0), (value + 1, 0.0), (0, 1.0), (1, 0.8), (-1, 1.2), (-value, 1.0), (2, 1.8)]
        digits = [(value // 10, 1.5), (value * 10, 1.5)] if value >= 10 else []
        return [(repr(number), cost) for number, cost in (*near, *digits) if not (number == 2 and value > 2)]
    if isinstance(value, str):
        return []
    return [("0", 1.0), ("[]", 1.5), ("False", 1.0)] if value is None else []


def _alike(value: object, text: str) -> bool:
    if isinstance(value, str):
        return text[0] in "'\""
    return text[0] not in "'\"" or value is None
