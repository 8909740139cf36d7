"""A conversion or a plain function around an expression: `int(x)`, `list(x)`, `[x]`, `abs(x)`, `x.copy()`."""

import ast
from collections.abc import Iterator

from aurora.contracts.operator import Example, Replacement, Sight, Site, operator
from aurora.model.execution import Raised

_BY_TYPE = {
    "int": ("abs({})", "str({})", "[{}]", "range({})", "({},)"),
    "float": ("int({})", "abs({})", "round({})"),
    "str": ("int({})", "list({})", "len({})", "sorted({})", "set({})", "[{}]", "{}.lower()", "{}.split()"),
    "list": ("len({})", "sorted({})", "set({})", "tuple({})", "sum({})", "max({})", "min({})", "[{}]", "list({})"),
    "tuple": ("list({})", "[{}]", "len({})", "sorted({})"),
    "set": ("len({})", "sorted({})", "list({})"),
    "dict": ("len({})", "{}.items()", "{}.values()", "sorted({})"),
}
_GIVES = {name: name for name in _BY_TYPE} | {"len": "int", "round": "int", "sum": "int", "sorted": "list"}
"""What calls of these give, as far as their names say."""
_ANY = ("len({})", "[{}]", "list({})", "str({})", "int({})", "sorted({})", "set({})")
_HASH = Raised("TypeError", "unhashable type: 'list'")


@operator(
    examples=[
        Example(Sight("y = «x»", types={"x": "set"}), ["y = len(x)", "y = sorted(x)", "y = list(x)"]),
        Example(Sight("«d[k]» = 1", raised=_HASH), []),
        Example(Sight("y += «k»", types={"k": "float"}), ["y += int(k)", "y += abs(k)", "y += round(k)"]),
        Example(
            Sight("y = d.get(«k.v»)", raised=_HASH),
            [
                f"y = d.get({new.format('k.v')})"
                for new in ("len({})", "[{}]", "list({})", "str({})", "int({})", "sorted({})", "set({})")
            ],
        ),
        Example(
            Sight("y = «int(x)»"),
            ["y = abs(int(x))", "y = str(int(x))", "y = [int(x)]", "y = range(int(x))", "y = (int(x),)"],
        ),
        Example(Sight("y = «1»"), []),
    ],
    prior=0.12,
    tier=2,
)
def wrap(site: Site) -> Iterator[Replacement]:
    """What suits the type that was seen; after a TypeError, the usual conversions around any expression."""
    node = site.node
    if not isinstance(node, ast.expr) or isinstance(getattr(node, "ctx", None), ast.Store | ast.Del):
        return
    parent = site.parent
    through = isinstance(parent, ast.For | ast.comprehension) and parent.iter is node
    if through and isinstance(node, ast.Attribute | ast.Subscript):
        yield from site.put(f"{site.text}.values()")
        yield from site.put(f"{site.text}.items()")
    if isinstance(parent, ast.Attribute | ast.Expr) or (isinstance(parent, ast.Call) and parent.func is node):
        return
    kind = _kind(site, node)
    if kind:
        templates = _BY_TYPE.get(kind, ())
    elif isinstance(node, ast.Constant | ast.List | ast.Tuple | ast.Compare | ast.BoolOp):
        return
    else:
        templates = _ANY
    angry = site.raised is not None and site.raised.type in ("TypeError", "AttributeError", "ValueError")
    for rank, template in enumerate(templates):
        lossy = 1.0 if template.startswith(("set", "str")) else 0.0
        yield from site.put(
            template.format(site.text), lossy + 0.2 * rank + (0.0 if angry else 1.0) + (0.0 if kind else 0.4)
        )


def _kind(site: Site, node: ast.expr) -> str:
    """The type that a name was seen to have, or that a call of a plain function gives; empty where that is open."""
    match node:
        case ast.Name(id=name):
            return site.types.get(name, "")
        case ast.Call(func=ast.Name(id=name)):
            return _GIVES.get(name, "")
    return ""
