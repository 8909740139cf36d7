"""A default that is made once and shared by all calls: `def f(xs=[])` becomes `xs=None`, made anew in each call."""

import ast
from collections.abc import Iterator

from aurora.contracts.operator import Example, Replacement, Sight, Site, operator
from aurora.model.answer import Edit

_MAKERS = frozenset({"list", "dict", "set", "defaultdict", "deque", "Counter", "OrderedDict", "bytearray"})


@operator(
    examples=[
        Example(
            Sight("«def f(x, to=[]):\n    to.append(x)\n    return to»\n"),
            ["def f(x, to=None):\n    if to is None:\n        to = []\n    to.append(x)\n    return to\n"],
        ),
        Example(
            Sight("«def f(a={}):\n    a[1] = 2»\n"),
            ["def f(a=None):\n    if a is None:\n        a = {}\n    a[1] = 2\n"],
        ),
        Example(Sight("«def f(a=(), b=None):\n    return a»\n"), []),
    ],
    prior=0.6,
)
def mutable_default(site: Site) -> Iterator[Replacement]:
    """Each mutable default as None, with the value made at the top of the body."""
    node = site.node
    if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
        return
    arguments = node.args
    plain = [*arguments.posonlyargs, *arguments.args]
    pairs = list(zip(plain[len(plain) - len(arguments.defaults) :], arguments.defaults, strict=True))
    pairs += [(arg, value) for arg, value in zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True) if value]
    for arg, value in pairs:
        if _mutable(value):
            yield from _moved(site, node, arg.arg, value)


def _moved(
    site: Site, node: ast.FunctionDef | ast.AsyncFunctionDef, name: str, value: ast.expr
) -> Iterator[Replacement]:
    documented = ast.get_docstring(node) is not None and len(node.body) > 1
    first = node.body[1 if documented else 0]
    span = site.source.span(value)
    code = f"if {name} is None:\n    {name} = {site.of(value)}"
    for made in site.insert(first, code, "before"):
        yield Replacement((Edit("", span.start, span.end, "None"), *made.edits))


def _mutable(value: ast.expr) -> bool:
    if isinstance(value, ast.Call):
        return isinstance(value.func, ast.Name) and value.func.id in _MAKERS
    return isinstance(value, ast.List | ast.Dict | ast.Set | ast.ListComp | ast.DictComp | ast.SetComp)
