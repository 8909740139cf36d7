"""Remember what a recursive function answered, so that each question is answered once.

A recursion that asks itself the same twice grows exponentially; with a table it grows with the number of questions.
Michie, "Memo functions and machine learning", Nature 218 (1968). The table is not bounded.
"""

import ast
from collections.abc import Iterator

from aurora.contracts.rewrite import Example, Replacement, Site, imported, names_in, rewrite, together


@rewrite(
    kind="algorithm",
    examples=[
        Example(
            "def fib(n):\n    return n if n < 2 else fib(n - 1) + fib(n - 2)\n",
            [
                (
                    "import functools\n\n\n@functools.cache\ndef fib(n):\n"
                    "    return n if n < 2 else fib(n - 1) + fib(n - 2)\n"
                )
            ],
        ),
        Example("def down(n):\n    return 0 if n == 0 else down(n - 1)\n", []),
        Example("def walk(n, out):\n    out.append(n)\n    walk(n - 1, out)\n    walk(n - 2, out)\n", []),
        Example("def f(n):\n    print(n)\n    return f(n - 1) + f(n - 2)\n", []),
    ],
)
def remembered_calls(site: Site) -> Iterator[Replacement]:
    """`functools.cache` on a function that calls itself twice or more and does nothing but compute."""
    if not isinstance(site.node, ast.FunctionDef) or site.node.decorator_list or site.node not in site.source.tree.body:
        return
    inside = [each for statement in site.node.body for each in ast.walk(statement)]
    calls = [each for each in inside if isinstance(each, ast.Call)]
    own = [each for each in calls if isinstance(each.func, ast.Name) and each.func.id == site.node.name]
    pure = all(isinstance(each.func, ast.Name) and each.func.id in _PURE | {site.node.name} for each in calls)
    written = any(
        isinstance(each, ast.Subscript | ast.Attribute) and not isinstance(each.ctx, ast.Load) for each in inside
    )
    shared = any(isinstance(each, ast.Global | ast.Nonlocal | ast.Yield | ast.YieldFrom | ast.List) for each in inside)
    outer = names_in(site.node, ast.Load) - names_in(site.node, ast.Store) - {each.arg for each in site.node.args.args}
    if len(own) < 2 or not pure or written or shared or not outer <= _PURE | {site.node.name}:
        return
    start = site.source.span(site.node).start
    yield from together(imported(site, "import functools"), iter([site.splice(start, start, "@functools.cache\n")]))


_PURE = frozenset({"min", "max", "abs", "len", "sum", "int", "str", "tuple", "range", "divmod", "pow", "ord", "chr"})
