"""Find a pair with a set of what was seen, not by comparing each with each.

One pass with a look-up for each item, in place of a pass for each item.
"""

import ast
from collections.abc import Iterator

from aurora.contracts.rewrite import Example, Replacement, Site, following, names_in, rewrite, together

_LOOP = "def f(xs{}):\n    for i in range(len(xs)):\n        for j in range(i + 1, len(xs)):\n"
_SEEN = "def f(xs{}):\n    seen = set()\n    for each in xs:\n        if {} in seen:\n            return True\n"


@rewrite(
    kind="algorithm",
    examples=[
        Example(
            _LOOP.format("") + "            if xs[i] == xs[j]:\n                return True\n    return False\n",
            [_SEEN.format("", "each") + "        seen.add(each)\n    return False\n"],
        ),
        Example(
            _LOOP.format(", goal")
            + "            if xs[i] + xs[j] == goal:\n                return True\n    return False\n",
            [_SEEN.format(", goal", "goal - each") + "        seen.add(each)\n    return False\n"],
        ),
        Example(
            _LOOP.format("") + "            if xs[i] > xs[j]:\n                return True\n    return False\n", []
        ),
    ],
)
def seen_before(site: Site) -> Iterator[Replacement]:
    """Two nested loops over pairs that look for equals, or for a sum, to one loop with a set."""
    match site.node:
        case ast.For(
            target=ast.Name(id=first),
            iter=outer,
            body=[
                ast.For(
                    target=ast.Name(id=second),
                    iter=inner,
                    body=[ast.If(test=ast.Compare(ops=[ast.Eq()]) as test, body=[ast.Return(value=answer)], orelse=[])],
                    orelse=[],
                )
            ],
            orelse=[],
        ):
            name = site.of(outer).removeprefix("range(len(").removesuffix("))")
            pairs = site.of(outer) == f"range(len({name}))" and site.of(inner) == f"range({first} + 1, len({name}))"
            wanted = _wanted(site, test, name, first, second) if pairs and name.isidentifier() else ""
            used = {"seen", "each"} & names_in(site.source.tree)
            if wanted and not used and isinstance(answer, ast.Constant) and following(site, site.node):
                code = (
                    f"seen = set()\nfor each in {name}:\n    if {wanted} in seen:\n        return {site.of(answer)}\n"
                    "    seen.add(each)"
                )
                yield from together(site.rewrite(site.node, code))


def _wanted(site: Site, test: ast.Compare, name: str, first: str, second: str) -> str:
    """What has to be among the seen, for the item `each`."""
    items = {f"{name}[{first}]", f"{name}[{second}]"}
    left, right = test.left, test.comparators[0]
    if {site.of(left), site.of(right)} == items:
        return "each"
    for total, goal in ((left, right), (right, left)):
        match total:
            case ast.BinOp(left=a, op=ast.Add(), right=b) if {site.of(a), site.of(b)} == items:
                if not {first, second, name} & names_in(goal) and isinstance(goal, ast.Name | ast.Constant):
                    return f"{site.of(goal)} - each"
    return ""
