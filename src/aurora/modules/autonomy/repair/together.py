"""Two assignments of which the second needs the old value: `a, b = b, a + b` for `a = b` and `b = a + b`."""

import ast
from collections.abc import Iterator
from contextlib import suppress

from aurora.contracts.operator import Example, Replacement, Sight, Site, operator
from aurora.pycode.edit import apply
from aurora.pycode.expressions import replace_expression
from aurora.pycode.parse import parse
from aurora.pycode.statements import block_of


@operator(
    examples=[
        Example(Sight("«a = b»\nb = a + b\n"), ["a, b = b, a + b\n"]),
        Example(Sight("«a += b»\nb = a\n"), ["a, b = a + b, a\n"]),
        Example(Sight("«a *= b + c»\nb = a\n"), ["a, b = a * (b + c), a\n"]),
        Example(Sight("«a -= (b - c)»\nb = a\n"), ["a, b = a - (b - c), a\n"]),
        Example(
            Sight("try:\n    f()\nfinally:\n    «a = b»\n    b = a\n"),
            ["try:\n    f()\nfinally:\n    a, b = b, a\n"],
        ),
        Example(
            Sight("try:\n    f()\nexcept E:\n    «a = b»\n    b = a\n"),
            ["try:\n    f()\nexcept E:\n    a, b = b, a\n"],
        ),
        Example(Sight("«a = b»\nc = b\n"), []),
    ],
    prior=0.2,
)
def together(site: Site) -> Iterator[Replacement]:
    """Both at once, where the second reads what the first has changed."""
    if not isinstance(site.node, ast.Assign | ast.AugAssign):
        return
    block = block_of(site.source, site.node)
    other = ([*block, site.node])[block.index(site.node) + 1]
    one, two = _stored(site, site.node), _stored(site, other)
    if one is None or two is None or one[0] == two[0]:
        return
    if any(isinstance(each, ast.Name) and each.id == one[0] for each in ast.walk(_value(other))):
        start, end = site.source.span(site.node).start, site.source.span(other).end
        yield site.splice(start, end, f"{one[0]}, {two[0]} = {one[1]}, {two[1]}")


def _value(statement: ast.stmt) -> ast.expr:
    assert isinstance(statement, ast.Assign | ast.AugAssign)
    return statement.value


def _stored(site: Site, statement: ast.stmt) -> tuple[str, str] | None:
    """The variable and what it gets, as one expression."""
    match statement:
        case ast.Assign(targets=[ast.Name(id=name)], value=value) if not isinstance(value, ast.Tuple):
            return name, site.of(value)
        case ast.AugAssign(target=ast.Name(id=name) as target, value=value):
            gap = site.source.text[site.source.span(target).end : site.source.span(value).start]
            plan = parse(f"{name} {gap.partition('=')[0].strip()} x")
            right = next(each.right for each in plan.nodes(ast.BinOp))
            with suppress(ValueError):
                return name, apply(plan.text, [replace_expression(plan, right, site.of(value))])
    return None
