"""Another condition altogether, made of what is at hand there: `len(done) < k`, `x not in seen`, `a[1] > b[1]`."""

import ast
from collections.abc import Iterator
from itertools import combinations

from aurora.contracts.operator import Example, Replacement, Sight, Site, operator

_SIZED = {"list", "str", "tuple", "dict", "set", "deque"}
_ITEMS = {"tuple", "list"}
_OPERATORS = ("<", ">", "<=", ">=", "==", "!=")
_MOST = 6  # names that are looked at


@operator(
    examples=[
        Example(
            Sight("while «n > k»:\n    pass\n", names=("k", "a"), types={"k": "int", "a": "list"}),
            [
                "while a:\n    pass\n",
                "while not a:\n    pass\n",
                "while k in a:\n    pass\n",
                "while k not in a:\n    pass\n",
                *(f"while len(a) {sign} k:\n    pass\n" for sign in _OPERATORS),
            ],
        ),
        Example(
            Sight("if «b»:\n    pass\n", names=("a", "b"), types={"a": "int", "b": "int"}),
            [f"if b {sign} a:\n    pass\n" for sign in _OPERATORS],
        ),
        Example(Sight("y = «a»", names=("a",), types={"a": "int"}), []),
    ],
    prior=0.05,
    tier=2,
)
def predicate(site: Site) -> Iterator[Replacement]:
    """Emptiness, membership and comparisons of the names whose types were seen, those of the old condition first."""
    node, parent = site.node, site.parent
    loose = isinstance(parent, ast.comprehension) and node in parent.ifs
    if not isinstance(node, ast.expr) or not (getattr(parent, "test", None) is node or loose):
        return
    used = {each.id for each in ast.walk(node) if isinstance(each, ast.Name)}
    names = [name for name in site.names if name in site.types]
    names = sorted(names, key=lambda name: name not in used)[:_MOST]
    old = site.text
    for text, cost in _conditions({name: site.types[name] for name in names}):
        if text != old:
            strange = sum(name not in used for name in names if name in text.replace("(", " ").split())
            yield from site.put(text, cost + 0.3 * strange)


def _conditions(types: dict[str, str]) -> Iterator[tuple[str, float]]:
    sized = [name for name in types if types[name] in _SIZED]
    yield from ((text, 0.5) for name in sized for text in (name, f"not {name}"))
    pairs = [(item, owner) for item in types for owner in sized if item != owner]
    yield from ((f"{item} {word} {owner}", 0.3) for item, owner in pairs for word in ("in", "not in"))
    alike = [(one, two) for one, two in combinations(types, 2) if types[one] == types[two]]
    yield from ((f"{one} {sign} {two}", 0.3) for one, two in alike for sign in _OPERATORS)
    rows = [(one, two, at) for one, two in alike if types[one] in _ITEMS for at in (0, 1)]
    yield from ((f"{one}[{at}] {sign} {two}[{at}]", 0.6) for one, two, at in rows for sign in ("<", ">"))
    lengths = [f"len({name})" for name in sized]
    whole = [name for name in types if types[name] == "int"]
    sizes = [*((size, number) for size in lengths for number in whole), *combinations(lengths, 2)]
    yield from ((f"{left} {sign} {right}", 0.5) for left, right in sizes for sign in _OPERATORS)
