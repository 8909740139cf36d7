"""A function that was to call itself: `total(child)` for `child`, its other parameters passed on."""

import ast
from collections.abc import Iterator

from aurora.contracts.operator import Example, Replacement, Sight, Site, operator

_FLAT = "def flat(xs):\n    for x in xs:\n        out.extend({})\n"


@operator(
    examples=[
        Example(Sight(_FLAT.format("«x»"), types={"x": "list", "xs": "list"}), [_FLAT.format("flat(x)")]),
        Example(
            Sight("class T:\n    def deep(self, node, k):\n        return 1 + «node.left»\n"),
            ["class T:\n    def deep(self, node, k):\n        return 1 + self.deep(node.left, k)\n"],
        ),
        Example(Sight(_FLAT.format("«xs»"), types={"xs": "list"}), []),
        Example(Sight(_FLAT.format("«x»"), types={"x": "int", "xs": "list"}), []),
    ],
    prior=0.08,
    tier=2,
)
def recur(site: Site) -> Iterator[Replacement]:
    """A part of the first parameter, where it is passed on, added or returned."""
    node, function = site.node, site.source.function(site.node)
    if not isinstance(function, ast.FunctionDef) or not isinstance(node, ast.Name | ast.Attribute | ast.Subscript):
        return
    given = [each.arg for each in function.args.args]
    method = bool(given) and given[0] in ("self", "cls")
    names = given[method:]
    if not names or not _is_passed(site, node) or not isinstance(node.ctx, ast.Load) or site.text in given:
        return
    kinds = site.types.get(site.text), site.types.get(names[0])
    if isinstance(node, ast.Name) and (kinds[0] is None or kinds[0] != kinds[1]):
        return
    head = f"{given[0]}.{function.name}" if method else function.name
    yield from site.put(f"{head}({', '.join([site.text, *names[1:]])})")


def _is_passed(site: Site, node: ast.expr) -> bool:
    match site.parent:
        case ast.Call(args=args):
            return node in args
        case ast.BinOp() | ast.Return() | ast.AugAssign() | ast.List():
            return True
    return False
