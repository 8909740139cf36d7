"""An annotation that cannot be evaluated: another type that is known here, or none."""

import ast
from collections.abc import Iterator

from aurora.contracts.operator import Example, Replacement, Sight, Site, operator
from aurora.model.execution import Raised

_VECTOR = Raised("NameError", "name 'Vector' is not defined")


@operator(
    examples=[
        Example(
            Sight("def f(«x: Vector[int]»): pass", names=("List",), raised=_VECTOR),
            ["def f(x: List[int]): pass", "def f(x: list[int]): pass", "def f(x): pass"],
        ),
        Example(
            Sight("def f(«x: Vector»): pass", names=(), raised=_VECTOR), ["def f(x: list): pass", "def f(x): pass"]
        ),
        Example(Sight("def f(«x: int»): pass"), []),
        Example(
            Sight("«def f(x) -> Vector:\n    pass»", raised=_VECTOR),
            ["def f(x) -> list:\n    pass", "def f(x):\n    pass"],
        ),
    ],
    prior=0.6,
)
def annotation(site: Site) -> Iterator[Replacement]:
    """The generic list types first when it is subscripted, then no annotation."""
    node, raised = site.node, site.raised
    if raised is None or raised.type not in ("NameError", "TypeError", "AttributeError"):
        return
    note = getattr(node, "annotation", None) if isinstance(node, ast.arg) else getattr(node, "returns", None)
    if not isinstance(note, ast.expr):
        return
    missing = [name for name in ast.walk(note) if isinstance(name, ast.Name) and f"'{name.id}'" in raised.message]
    known = [*(["List"] if "List" in site.names else []), "list"]
    if missing:
        for rank, new in enumerate(known):
            edits = [edit for name in missing for found in site.swap(name, new) for edit in found.edits]
            yield Replacement(tuple(edits), 0.5 * rank)
    if isinstance(node, ast.arg):
        start = site.source.span(node).start + len(node.arg)
    else:
        start = site.source.text.rindex("->", 0, site.source.span(note).start)
        start = len(site.source.text[:start].rstrip())
    yield site.splice(start, site.source.span(note).end, "", 0.5)
