"""The rest of a function under a head of its own: the two are one again."""

import ast
from collections.abc import Iterator

from aurora.contracts.operator import Example, Replacement, Sight, Site, operator
from aurora.model.execution import Raised
from aurora.pycode.statements import block_of, indent_of, reindent

_GONE = Raised("NameError", "name 'm' is not defined")


@operator(
    examples=[
        Example(
            Sight(
                "class A:\n    def f(self, n):\n        m = n * 2\n\n    def run(self):\n        return «m»\n",
                raised=_GONE,
            ),
            ["class A:\n    def f(self, n):\n        m = n * 2\n        return m\n"],
        ),
        Example(Sight("def f(n):\n    m = n * 2\n\n\ndef g():\n    return «m»\n"), []),
        Example(Sight("def f(n):\n    return n * 2\n\n\ndef g():\n    return «m»\n", raised=_GONE), []),
        Example(Sight("def f(n):\n    m = n * 2\n    return m\n\n\ndef g():\n    return «m»\n", raised=_GONE), []),
    ],
    prior=0.5,
)
def rejoin(site: Site) -> Iterator[Replacement]:
    """For a name that only the function right before it has, and which goes on to its end: the head between goes."""
    node, raised = site.node, site.raised
    if not isinstance(node, ast.Name) or raised is None or f"name '{node.id}' is not defined" != raised.message:
        return
    function = site.source.function(node)
    before = _before(site, function) if isinstance(function, ast.FunctionDef) else None
    if function is None or before is None or not _has(before, node.id):
        return
    if isinstance(before.body[-1], ast.Return | ast.Raise) or function.body[0].lineno == function.lineno:
        return
    start, first = site.source.span(before).end, site.source.lines.offset(function.body[0].lineno)
    end = site.source.span(function).end
    body = reindent(site.source.text[first:end], indent_of(site.source, before.body[-1]))
    yield site.splice(start, end, "\n" + body.rstrip("\n"))


def _before(site: Site, function: ast.FunctionDef) -> ast.FunctionDef | None:
    try:
        block = block_of(site.source, function)
    except ValueError:
        return None
    at = next(index for index, item in enumerate(block) if item is function)
    before = block[at - 1] if at else None
    return before if isinstance(before, ast.FunctionDef) and not function.decorator_list else None


def _has(function: ast.FunctionDef, name: str) -> bool:
    return any(
        (isinstance(each, ast.Name) and each.id == name and isinstance(each.ctx, ast.Store))
        or (isinstance(each, ast.arg) and each.arg == name)
        for each in ast.walk(function)
    )
