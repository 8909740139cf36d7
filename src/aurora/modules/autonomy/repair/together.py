"""Two assignments of which the second needs the old value: `a, b = b, a + b` for `a = b` and `b = a + b`."""

import ast
from collections.abc import Iterator

from aurora.contracts.operator import Example, Replacement, Sight, Site, operator


@operator(
    examples=[
        Example(Sight("«a = b»\nb = a + b\n"), ["a, b = b, a + b\n"]),
        Example(Sight("«a += b»\nb = a\n"), ["a, b = a + b, a\n"]),
        Example(Sight("«a = b»\nc = b\n"), []),
    ],
    prior=0.2,
)
def together(site: Site) -> Iterator[Replacement]:
    """Both at once, where the second reads what the first has changed."""
    block = next((each for each in _blocks(site.parent) if site.node in each[:-1]), None)
    if block is None or not isinstance(site.node, ast.stmt):
        return
    other = block[block.index(site.node) + 1]
    one, two = _stored(site, site.node), _stored(site, other)
    if one is None or two is None or one[0] == two[0]:
        return
    if any(isinstance(each, ast.Name) and each.id == one[0] for each in ast.walk(_value(other))):
        start, end = site.source.span(site.node).start, site.source.span(other).end
        yield site.splice(start, end, f"{one[0]}, {two[0]} = {one[1]}, {two[1]}")


def _blocks(parent: ast.AST | None) -> Iterator[list[ast.stmt]]:
    found = (getattr(parent, name, None) for name in ("body", "orelse"))
    yield from (block for block in found if isinstance(block, list))


def _value(statement: ast.stmt) -> ast.expr:
    assert isinstance(statement, ast.Assign | ast.AugAssign)
    return statement.value


def _stored(site: Site, statement: ast.stmt) -> tuple[str, str] | None:
    """The variable and what it gets, as one expression."""
    match statement:
        case ast.Assign(targets=[ast.Name(id=name)], value=value) if not isinstance(value, ast.Tuple):
            return name, site.of(value)
        case ast.AugAssign(target=ast.Name(id=name), value=value):
            whole, span = site.of(statement), site.source.span(value)
            gap = whole[: span.start - site.source.span(statement).start]
            sign = gap.replace(name, "", 1).strip().removesuffix("=")
            return name, f"{name} {sign} {site.of(value)}"
    return None
