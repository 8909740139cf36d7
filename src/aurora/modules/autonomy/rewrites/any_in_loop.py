"""Ask `any` whether there is one, not a loop that returns."""

import ast
from collections.abc import Iterator

from aurora.contracts.rewrite import Example, Replacement, Site, following, rewrite, together


@rewrite(
    kind="expression",
    examples=[
        Example(
            "def f(xs):\n    for x in xs:\n        if x > 1:\n            return True\n    return False\n",
            ["def f(xs):\n    return any(x > 1 for x in xs)\n"],
        ),
        Example(
            "def f(xs, y):\n    for x in xs:\n        if x == y:\n            return True\n    return False\n",
            ["def f(xs, y):\n    return any(x == y for x in xs)\n", "def f(xs, y):\n    return y in xs\n"],
        ),
        Example(
            "def f(xs):\n    for x in xs:\n        if x > 1:\n            return False\n    return True\n",
            ["def f(xs):\n    return not any(x > 1 for x in xs)\n"],
        ),
        Example("def f(xs):\n    for x in xs:\n        if x:\n            return 1\n    return False\n", []),
    ],
)
def any_in_loop(site: Site) -> Iterator[Replacement]:
    """A loop that returns True at the first item that satisfies a test, and False behind it, to `any` or `in`."""
    match site.node:
        case ast.For(
            body=[ast.If(test=test, body=[ast.Return(value=ast.Constant(value=bool(found)))], orelse=[])], orelse=[]
        ):
            last = following(site, site.node)
            match last:
                case ast.Return(value=ast.Constant(value=bool(none))) if none is not found:
                    target, items = site.of(site.node.target), site.of(site.node.iter)
                    word = "" if found else "not "
                    code = f"return {word}any({site.of(test)} for {target} in {items})"
                    yield from together(site.rewrite(site.node, code), site.drop(last))
                    match test:
                        case ast.Compare(left=ast.Name(id=left), ops=[ast.Eq()], comparators=[ast.Name() as right]):
                            if left == target and right.id != target:
                                told = f"return {site.of(right)} {word}in {items}"
                                yield from together(site.rewrite(site.node, told), site.drop(last))
