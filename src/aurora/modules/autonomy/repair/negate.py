"""The opposite of a condition."""

import ast
from collections.abc import Iterator

from aurora.contracts.operator import Example, Replacement, Sight, Site, operator


@operator(
    examples=[
        Example(Sight("if «x»:\n    pass"), ["if not x:\n    pass"]),
        Example(Sight("while «f(x)»:\n    pass"), ["while not f(x):\n    pass"]),
        Example(Sight("return «any(x)»"), ["return not any(x)"]),
        Example(Sight("y = «x»"), []),
        Example(Sight("if «x < y»:\n    pass"), []),
        Example(Sight("y = «-x»"), []),
        Example(Sight("y = f(«x»)", types={"x": "int"}), ["y = f(-x)"]),
    ],
    prior=0.15,
)
def negate(site: Site) -> Iterator[Replacement]:
    """`not` before a condition that is not a comparison; minus before a number."""
    node, parent = site.node, site.parent
    if not isinstance(node, ast.expr) or isinstance(node, ast.UnaryOp | ast.Compare):
        return
    if _tests(parent, node) or (isinstance(parent, ast.Return) and isinstance(node, ast.Call | ast.BoolOp)):
        yield from site.put(f"not {site.text}" if not isinstance(node, ast.BoolOp) else f"not ({site.text})")
    elif isinstance(node, ast.Name) and site.types.get(node.id) in ("int", "float") and isinstance(node.ctx, ast.Load):
        yield from site.put(f"-{site.text}", 0.0 if isinstance(parent, ast.keyword) else 0.5)


def _tests(parent: ast.AST | None, node: ast.expr) -> bool:
    return getattr(parent, "test", None) is node or node in getattr(parent, "ifs", ())
