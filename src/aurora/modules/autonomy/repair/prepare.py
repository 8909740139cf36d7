"""A parameter brought into shape before it is used: `n = abs(n)`, `text = text.lower()`, `xs = sorted(xs)`."""

import ast
from collections.abc import Iterator

from aurora.contracts.operator import Example, Replacement, Sight, Site, operator

_FORMS = {
    "int": ("abs({})",),
    "float": ("abs({})",),
    "str": ("{}.lower()", "{}.strip()", "{}.split()"),
    "list": ("{}[:]", "{}[::-1]", "sorted({})"),
    "dict": ("{}.copy()",),
    "set": ("sorted({})", "{}.copy()"),
    "tuple": ("list({})", "sorted({})"),
}


@operator(
    examples=[
        Example(
            Sight("def f(n):\n    «m = 0»\n    return m + n\n", types={"n": "int"}),
            ["def f(n):\n    n = abs(n)\n    m = 0\n    return m + n\n"],
        ),
        Example(Sight("def f(n):\n    m = 0\n    «return m + n»\n", types={"n": "int"}), []),
    ],
    prior=0.06,
    tier=2,
)
def prepare(site: Site) -> Iterator[Replacement]:
    """Before the first statement of the function, for the types that were seen."""
    node, function = site.node, site.source.function(site.node)
    if not isinstance(function, ast.FunctionDef) or not isinstance(node, ast.stmt):
        return
    body = [each for each in function.body if not _is_text(each)]
    if not body or node is not body[0]:
        return
    for name in (each.arg for each in function.args.args):
        for rank, form in enumerate(_FORMS.get(site.types.get(name, ""), ())):
            yield from site.insert(node, f"{name} = {form.format(name)}", "before", 0.3 * rank)


def _is_text(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)
