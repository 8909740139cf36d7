"""What a function returns: another name, the object for the None of its method, a return that is missing."""

import ast
from collections.abc import Iterator

from aurora.contracts.operator import Example, Replacement, Sight, Site, operator

_IN_PLACE = ("sort", "reverse", "append", "extend", "insert", "remove", "add", "update", "discard", "clear")
_PLAIN = ("True", "False", "None", "0", "-1", "[]", "''")


@operator(
    examples=[
        Example(Sight("def f(x):\n    «return x.sort()»\n"), ["def f(x):\n    x.sort()\n    return x\n"]),
        Example(
            Sight("def f(x):\n    y = x\n    «y += 1»\n", names=("x", "y")),
            ["def f(x):\n    y = x\n    y += 1\n    return y\n", "def f(x):\n    y = x\n    y += 1\n    return x\n"],
        ),
        Example(
            Sight("def f(x):\n    «return»\n", names=("x",)),
            ["def f(x):\n    return x\n", *(f"def f(x):\n    return {new}\n" for new in _PLAIN)],
        ),
        Example(
            Sight("def f(x):\n    «return True»\n", names=()),
            [f"def f(x):\n    return {new}\n" for new in ("False", "None", "0", "-1", "[]", "''")],
        ),
        Example(
            Sight("def f(x):\n    «g(x)»\n", statement=True),
            ["def f(x):\n    return g(x)\n", "def f(x):\n    return x\n"],
        ),
        Example(Sight("def f(x):\n    «x + 1»\n", statement=True), ["def f(x):\n    return x + 1\n"]),
        Example(
            Sight("def f(x):\n    r = []\n    r.append(1)\n    «f(x)»\n    return r\n", statement=True),
            [
                f"def f(x):\n    r = []\n    r.append(1)\n    {code}\n    return r\n"
                for code in ("return f(x)", "r.extend(f(x))", "r.append(f(x))", "return x")
            ],
        ),
        Example(Sight("«x = 1»\n"), []),
    ],
    prior=0.2,
)
def answer(site: Site) -> Iterator[Replacement]:
    """Returns repaired in place, and a return at the end of a function that has none there."""
    node = site.node
    if isinstance(node, ast.Return):
        yield from _changed(site, node)
    elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
        yield from _kept(site, node, node.value)
    elif isinstance(node, ast.Expr) and not isinstance(
        node.value, ast.Constant | ast.Yield | ast.YieldFrom | ast.Await
    ):
        yield from site.rewrite(node, f"return {site.text}", -0.5)
    elif isinstance(node, ast.stmt):
        function = site.source.function(node)
        if function is not None and function.body[-1] is node and not isinstance(node, ast.Raise):
            locals_ = [name for name in _stored(function) if name in site.names]
            for rank, name in enumerate([*locals_, *(n for n in site.names if n not in locals_)][:6]):
                yield from site.insert(node, f"return {name}", "after", 0.3 * rank)


def _changed(site: Site, node: ast.Return) -> Iterator[Replacement]:
    value = node.value
    if isinstance(value, ast.Call) and isinstance(value.func, ast.Attribute) and value.func.attr in _IN_PLACE:
        yield from site.rewrite(node, f"{site.of(value)}\nreturn {site.of(value.func.value)}", -1.0)
    elif value is None:
        for rank, name in enumerate((*site.names[:8], *_PLAIN)):
            yield from site.rewrite(node, f"return {name}", 0.2 * rank)
    else:
        text = site.of(value)
        for new in _PLAIN:
            if new != text:
                yield from site.rewrite(node, f"return {new}", 1.0 if _is_plain(value) else 2.0)


def _kept(site: Site, node: ast.Expr, call: ast.Call) -> Iterator[Replacement]:
    """What a call gives, where it was dropped."""
    yield from site.rewrite(node, f"return {site.text}", 0.5)
    for name in _growing(site, call):
        yield from site.rewrite(node, f"{name}.extend({site.text})", 0.5)
        yield from site.rewrite(node, f"{name}.append({site.text})", 0.7)
    for argument in call.args:
        yield from site.rewrite(node, f"return {site.of(argument)}", 0.5)


def _growing(site: Site, call: ast.Call) -> list[str]:
    """The lists of the function that grow, for a call of the function itself whose value is dropped."""
    function = site.source.function(call)
    if not isinstance(function, ast.FunctionDef) or getattr(call.func, "id", "") != function.name:
        return []
    heads = [each.func for each in ast.walk(function) if isinstance(each, ast.Call)]
    owners = [head.value for head in heads if isinstance(head, ast.Attribute) and head.attr in ("append", "extend")]
    return list(dict.fromkeys(owner.id for owner in owners if isinstance(owner, ast.Name)))


def _is_plain(value: ast.expr) -> bool:
    return isinstance(value, ast.Constant | ast.List | ast.UnaryOp)


def _stored(function: ast.AST) -> list[str]:
    names = [node for node in ast.walk(function) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)]
    return list(dict.fromkeys(node.id for node in sorted(names, key=lambda node: (node.lineno, node.col_offset))))
