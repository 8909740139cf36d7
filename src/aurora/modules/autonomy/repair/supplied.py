"""An argument that was forgotten: each variable where a call asks for one, the other end of `pop` and `popitem`."""

import ast
from collections.abc import Iterator

from aurora.contracts.operator import Example, Replacement, Sight, Site, operator
from aurora.model.execution import Raised

_ENDS = {"pop": ("0", 0.0), "popitem": ("last=False", -0.5)}
_MOST = 8
_ASKS = Raised("TypeError", "f() missing 1 required positional argument: 'b'")


@operator(
    examples=[
        Example(Sight("«f(a)»", names=("a", "b"), raised=_ASKS), ["f(a, b)", "f(b, a)", "f(a, a)"]),
        Example(Sight("«f()»", names=("a",), raised=_ASKS), ["f(a)"]),
        Example(Sight("«f(a)»", names=("a", "b")), []),
        Example(Sight("x = «q.pop()»"), ["x = q.pop(0)"]),
        Example(Sight("«q.popitem()»\n"), ["q.popitem(last=False)\n"]),
    ],
    prior=0.15,
)
def supplied(site: Site) -> Iterator[Replacement]:
    """The variable of the name that is asked for first, then the others, at the end and before."""
    node = site.node
    if not isinstance(node, ast.Call) or node.keywords:
        return
    if isinstance(node.func, ast.Attribute) and node.func.attr in _ENDS and not node.args:
        text, cost = _ENDS[node.func.attr]
        yield from _given(site, node, [text], cost)
    raised = site.raised
    if raised is None or raised.type != "TypeError" or "required positional argument" not in raised.message:
        return
    wanted = raised.message.rpartition(": '")[2].removesuffix("'")
    given = [site.of(argument) for argument in node.args]
    names = sorted(site.names[:_MOST], key=lambda name: (name != wanted, name in given))
    for rank, name in enumerate(names):
        yield from _given(site, node, [*given, name], 0.2 * rank - 1.0 * (name == wanted))
        for at in range(len(given)):
            if name not in given:
                yield from _given(site, node, [*given[:at], name, *given[at:]], 0.2 * rank + 0.3)


def _given(site: Site, node: ast.Call, arguments: list[str], cost: float) -> Iterator[Replacement]:
    start, end = site.source.span(node.func).end, site.source.span(node).end
    if site.source.text[start : start + 1] == "(":
        yield site.splice(start, end, f"({', '.join(arguments)})", cost)
