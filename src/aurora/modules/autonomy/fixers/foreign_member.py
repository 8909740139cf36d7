"""Methods that other languages give their lists and strings: `push`, `add`, `length`, `toLowerCase`, `charAt`."""

import ast
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from aurora.contracts.fixer import Broken, Example, Fix, fixer
from aurora.modules.autonomy.syntax.lines import parsed
from aurora.pycode.binding import scopes_of
from aurora.pycode.dangling import Dangling, Lack, certain_type, dangling
from aurora.pycode.names import nearest
from aurora.pycode.parse import Source

_CALLS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "push": ("append", "add"),
        "push_back": ("append",),
        "add": ("append",),
        "append": ("add",),
        "pop_back": ("pop",),
        "shift": ("pop",),
        "indexOf": ("index", "find"),
        "concat": ("extend",),
        "addAll": ("extend", "update"),
        "contains": ("__contains__",),
        "containsKey": ("__contains__",),
        "has": ("__contains__",),
        "has_key": ("__contains__",),
        "iteritems": ("items",),
        "itervalues": ("values",),
        "iterkeys": ("keys",),
        "entries": ("items",),
        "toLowerCase": ("lower",),
        "toUpperCase": ("upper",),
        "trim": ("strip",),
        "startsWith": ("startswith",),
        "endsWith": ("endswith",),
        "slice": (),
    }
)
_LENGTHS = frozenset({"length", "size", "Length", "count", "Count", "len"})


@fixer(
    examples=[
        Example(Broken("x = []\nx.push(1)\n"), ["x = []\nx.append(1)\n"]),
        Example(Broken("x = [1]\nn = x.length\n"), ["x = [1]\nn = len(x)\n"]),
        Example(Broken("x = [1]\nn = x.size()\n"), ["x = [1]\nn = len(x)\n"]),
        Example(Broken("x = [1]\nx.apend(2)\n"), ["x = [1]\nx.append(2)\n"]),
        Example(Broken("def f(x):\n    x.push(1)\n"), []),
        Example(Broken("x = []\nx.append(1)\n"), []),
    ]
)
def foreign_member(broken: Broken) -> Iterator[Fix]:
    """The first attribute that its receiver's built-in type does not have, as Python calls it."""
    source = parsed(broken.text)
    found = [each for each in dangling(source) if each.lack is Lack.MEMBER] if source else []
    if source is None or not found:
        return
    lost = found[0]
    node, kind = lost.node, _kind(source, lost)
    if not isinstance(node, ast.Attribute) or kind is None:
        return
    why = f"A {kind.__name__} has no {lost.name}."
    span = source.span(node)
    if lost.name in _LENGTHS:
        call = source.parents.get(node)
        whole = source.span(call) if isinstance(call, ast.Call) and call.func is node and not call.args else span
        yield _put(source, whole.start, whole.end, f"len({source.segment(node.value)})", 0.3, why)
    known = [name for name in _CALLS.get(lost.name, ()) if hasattr(kind, name)]
    for rank, name in enumerate(dict.fromkeys([*known, *nearest(lost.name, dir(kind))[:2]])):
        yield _put(source, span.end - len(lost.name), span.end, name, 0.3 + 0.5 * rank, why)


def _kind(source: Source, lost: Dangling) -> type | None:
    scopes = scopes_of(source.tree)
    value = lost.node.value if isinstance(lost.node, ast.Attribute) else None
    for scope in scopes.all:
        for use in scope.uses:
            owner = scope.owner(use.name) if use.node is value else None
            if owner is not None:
                return certain_type(owner, use.name, source)
    return None


def _put(source: Source, start: int, end: int, new: str, cost: float, why: str) -> Fix:
    return Fix(source.text[:start] + new + source.text[end:], cost, why)
