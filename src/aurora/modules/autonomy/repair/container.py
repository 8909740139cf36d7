"""Another kind of container: `[]` for `()`, `{}` or `set()` for `[]`, `''` for `[]`."""

import ast
from collections.abc import Iterator

from aurora.contracts.operator import Example, Replacement, Sight, Site, operator

_EMPTY = ("[]", "{}", "set()", "''", "()", "0")
_MADE = {"list": "[]", "dict": "{}", "set": "set()", "tuple": "()", "str": "''"}
_NAMES = 4  # of which an empty list may have been meant to hold one
_PAIRS = {ast.List: "[]", ast.Tuple: "()", ast.Set: "{}"}


@operator(
    examples=[
        Example(
            Sight("return «[]»", names=("a",), types={"a": "int"}),
            ["return {}", "return set()", "return ''", "return ()", "return 0", "return [a]"],
        ),
        Example(Sight("x = «()»"), ["x = []", "x = {}", "x = set()", "x = ''", "x = 0"]),
        Example(Sight("x = «set()»"), ["x = []", "x = {}", "x = ''", "x = ()", "x = 0"]),
        Example(Sight("x = «[a, b]»"), ["x = (a, b)", "x = {a, b}"]),
        Example(Sight("return «(a,)»"), ["return [a]", "return {a}"]),
        Example(Sight("x = «a, b»"), ["x = [a, b]", "x = {a, b}"]),
        Example(Sight("«a, b» = x"), []),
        Example(Sight("x = «set(y)»"), []),
    ],
    prior=0.2,
)
def container(site: Site) -> Iterator[Replacement]:
    """The same items, none or some, in each other kind."""
    node = site.node
    if isinstance(node, ast.List | ast.Tuple | ast.Set) and node.elts:
        if not isinstance(getattr(node, "ctx", None), ast.Store | ast.Del) and not _is_slice(site, node):
            yield from _filled(site, node)
        return
    text = _empty(node)
    for rank, other in enumerate(_EMPTY if text else ()):
        if other != text:
            yield from site.put(other, 0.2 * rank)
    if text == "[]":
        for rank, name in enumerate([name for name in site.names if name in site.types][:_NAMES]):
            yield from site.put(f"[{name}]", 0.8 + 0.2 * rank)


def _filled(site: Site, node: ast.List | ast.Tuple | ast.Set) -> Iterator[Replacement]:
    items = ", ".join(site.of(item) for item in node.elts)
    for kind, pair in _PAIRS.items():
        if not isinstance(node, kind):
            comma = "," * (kind is ast.Tuple and len(node.elts) == 1)
            yield from site.put(f"{pair[0]}{items}{comma}{pair[1]}")


def _is_slice(site: Site, node: ast.expr) -> bool:
    """Whether it is the index of a subscript, as in `x[a, b]`."""
    return isinstance(site.parent, ast.Subscript) and site.parent.slice is node


def _empty(node: ast.AST) -> str:
    """The shortest text of an empty container; nothing for anything else."""
    match node:
        case ast.List(elts=[]):
            return "[]"
        case ast.Tuple(elts=[]):
            return "()"
        case ast.Dict(keys=[]):
            return "{}"
        case ast.Constant(value=""):
            return "''"
        case ast.Call(func=ast.Name(id=name), args=[], keywords=[]):
            return _MADE.get(name, "")
    return ""
