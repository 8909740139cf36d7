"""A dot for a comma: `text.split()` for `text, split()`, where `split` means nothing by itself."""

import ast
import itertools
from collections.abc import Iterator

from aurora.contracts.operator import Example, Replacement, Sight, Site, operator
from aurora.model.execution import Raised

_GONE = Raised("NameError", "name 'split' is not defined")


@operator(
    examples=[
        Example(Sight("words = «f(x)[0], split(' ')»\n", raised=_GONE), ["words = f(x)[0].split(' ')\n"]),
        Example(Sight("g(«x», split(' '))\n", raised=_GONE), ["g(x.split(' '))\n"]),
        Example(Sight("words = «x, split(' ')»\n"), []),
    ],
    prior=0.5,
)
def dotted(site: Site) -> Iterator[Replacement]:
    """The value before the comma becomes the object of the call behind it."""
    if site.raised is None or site.raised.type != "NameError":
        return
    said = site.raised.message
    row = site.node.elts if isinstance(site.node, ast.Tuple) else _arguments(site)
    for before, after in itertools.pairwise(row):
        gone = isinstance(after, ast.Call) and isinstance(after.func, ast.Name) and f"'{after.func.id}'" in said
        if gone and not isinstance(before, ast.Starred):
            yield site.splice(site.source.span(before).end, site.source.span(after).start, ".")


def _arguments(site: Site) -> list[ast.expr]:
    """An argument of a call and the one behind it."""
    call = site.parent
    if not isinstance(call, ast.Call) or site.node not in call.args:
        return []
    at = call.args.index(site.node)
    return call.args[at : at + 2]
