"""The same part of both sides of a comparison: `a[1] > b[1]` or `len(a) > len(b)` for `a > b`."""

import ast
from collections.abc import Iterator

from aurora.contracts.operator import Example, Replacement, Sight, Site, operator
from aurora.model.answer import Edit

_PARTS = {
    "tuple": ("{}[1]", "{}[0]", "{}[-1]", "len({})"),
    "list": ("{}[1]", "{}[0]", "{}[-1]", "len({})", "sorted({})", "set({})"),
    "str": ("{}.lower()", "len({})", "int({})", "sorted({})"),
    "int": ("abs({})", "str({})"),
    "float": ("abs({})", "round({})", "int({})"),
}
_PLAIN = (ast.Name, ast.Subscript, ast.Attribute)


@operator(
    examples=[
        Example(
            Sight("if «a > b»:\n    pass\n", types={"a": "tuple", "b": "tuple"}),
            [f"if {part.format('a')} > {part.format('b')}:\n    pass\n" for part in _PARTS["tuple"]],
        ),
        Example(
            Sight("if «a[0] > b[1]»:\n    pass\n"),
            ["if a > b:\n    pass\n", *(f"if a[{at}] > b[{at}]:\n    pass\n" for at in (0, 1))],
        ),
        Example(Sight("if «a > 1»:\n    pass\n", types={"a": "int"}), []),
    ],
    prior=0.12,
    tier=2,
)
def likewise(site: Site) -> Iterator[Replacement]:
    """One part taken of both sides, or both without theirs."""
    match site.node:
        case ast.Compare(left=ast.Subscript() as left, comparators=[ast.Subscript() as right]):
            yield _both(site, left, right, site.of(left.value), site.of(right.value), 0.5)
            for at in ("0", "1"):
                if not site.of(left.slice) == at == site.of(right.slice):
                    yield _both(site, left, right, f"{site.of(left.value)}[{at}]", f"{site.of(right.value)}[{at}]", 0.3)
        case ast.Compare(left=left, comparators=[right]) if isinstance(left, _PLAIN) and isinstance(right, _PLAIN):
            kind = site.types.get(site.of(left)) or site.types.get(site.of(right), "")
            for rank, part in enumerate(_PARTS.get(kind, ())):
                yield _both(site, left, right, part.format(site.of(left)), part.format(site.of(right)), 0.2 * rank)


def _both(site: Site, left: ast.expr, right: ast.expr, one: str, two: str, cost: float) -> Replacement:
    spans = (site.source.span(left), site.source.span(right))
    return Replacement(
        tuple(Edit("", span.start, span.end, text) for span, text in zip(spans, (one, two), strict=True)), cost
    )
