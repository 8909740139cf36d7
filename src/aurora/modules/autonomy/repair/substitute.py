"""A value in the place of a call or name that does not exist: a literal of the tests, the arguments, a variable."""

import ast
from collections.abc import Iterator

from aurora.contracts.operator import Example, Replacement, Sight, Site, operator
from aurora.model.execution import Raised

_UNREAD = 1.0  # nats: what is given arguments depends on them
_GONE = Raised("AttributeError", "'A' object has no attribute 'label'")

_ROW = Raised("NameError", "name 'row' is not defined")


@operator(
    examples=[
        Example(Sight("x = «self.label()»", names=("n",), literals=("'Even'",), raised=_GONE), ["x = 'Even'", "x = n"]),
        Example(
            Sight(
                "x = i % «k»",
                names=("i",),
                literals=("5", "'a'"),
                raised=Raised("NameError", "name 'k' is not defined"),
            ),
            ["x = i % 5", "x = i % 'a'"],
        ),
        Example(Sight("x = «row(a, 1)»", raised=_ROW), ["x = a", "x = [a, 1]"]),
        Example(Sight("x = «self.label()»", literals=("'Even'",)), []),
    ],
    prior=0.2,
)
def substitute(site: Site) -> Iterator[Replacement]:
    """Literals in the order in which they were found, those that resemble the missing name first; then variables."""
    node = site.node
    word = _missing_word(site, node)
    if (
        not word
        or isinstance(site.parent, ast.Expr)
        or (isinstance(site.parent, ast.Call) and site.parent.func is node)
    ):
        return
    unread = _UNREAD if isinstance(node, ast.Call) and node.args else 0.0
    alike = sorted(site.literals, key=lambda text: word.lower() not in text.lower())
    for rank, text in enumerate(alike):
        yield from site.put(text, unread + 0.1 * rank - (0.8 if word.lower() in text.lower() else 0.0))
    if isinstance(node, ast.Call):
        given = [site.of(argument) for argument in node.args]
        for rank, text in enumerate([given[0], f"[{', '.join(given)}]"] if given else []):
            yield from site.put(text, 0.6 + 0.3 * rank)
        for rank, name in enumerate(name for name in site.names if name in site.types or not site.types):
            yield from site.put(name, 0.5 + 0.15 * rank)


def _missing_word(site: Site, node: ast.AST) -> str:
    """The name that does not exist, when the node is that name or a call of it."""
    raised = site.raised
    if raised is None or raised.type not in ("NameError", "AttributeError"):
        return ""
    head = node.func if isinstance(node, ast.Call) else node
    word = head.id if isinstance(head, ast.Name) else head.attr if isinstance(head, ast.Attribute) else ""
    return word if f"'{word}'" in raised.message else ""
