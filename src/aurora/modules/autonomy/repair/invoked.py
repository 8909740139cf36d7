"""A method that was meant to be called: `self.area()` for `self.area`."""

import ast
import builtins
from collections.abc import Iterator

from aurora.contracts.operator import Example, Replacement, Sight, Site, operator

_PLAIN = {"lower", "upper", "strip", "split", "items", "keys", "values", "copy", "pop", "sort", "reverse", "popleft"}
_BOX = "class Box:\n    def area(self):\n        return 1\n\n    def show(self):\n        return {}\n"


@operator(
    examples=[
        Example(Sight(_BOX.format("«self.area»")), [_BOX.format("self.area()")]),
        Example(Sight(_BOX.format("«self.area»()")), []),
        Example(Sight("x = «s.lower»\n"), ["x = s.lower()\n"]),
        Example(Sight("x = «s.size»\n"), []),
        Example(Sight("x = sorted(y, key=«str.lower»)\n"), []),
        Example(Sight("x = sorted(y, key=«s.lower»)\n"), []),
        Example(Sight("x = list(map(«str.strip», y))\n"), []),
        Example(Sight("x = f(«s.lower»)\n"), ["x = f(s.lower())\n"]),
    ],
    prior=0.4,
)
def invoked(site: Site) -> Iterator[Replacement]:
    """Methods of the file, and those of the usual types that need no argument."""
    node = site.node
    if not isinstance(node, ast.Attribute) or not isinstance(node.ctx, ast.Load):
        return
    if isinstance(site.parent, ast.Call) and (site.parent.func is node or site.parent.keywords):
        return
    if _is_handed_on(site, node):
        return
    methods = {
        each.name
        for each in site.source.nodes(ast.FunctionDef)
        if isinstance(site.source.parents[each], ast.ClassDef) and len(each.args.args) == 1 and not each.decorator_list
    }
    if node.attr in methods | _PLAIN and not isinstance(site.parent, ast.Attribute):
        yield from site.put(f"{site.text}()")


def _is_handed_on(site: Site, node: ast.Attribute) -> bool:
    """Whether the method itself is meant: that of a type, or one for a parameter that takes a function."""
    match site.parent:
        case ast.keyword(arg="key"):
            return True
        case ast.Call(func=ast.Name(id="map" | "filter"), args=[first, *_]) if first is node:
            return True
    return isinstance(node.value, ast.Name) and isinstance(getattr(builtins, node.value.id, None), type)
