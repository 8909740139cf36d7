"""Code that was put out of action: statements in a comment, or in a string that stands by itself."""

import ast
import inspect
import textwrap
from collections.abc import Iterator

from aurora.contracts.operator import Example, Replacement, Sight, Site, operator
from aurora.pycode.trees import tree_of

_MOST = 40  # lines
_STRING = -2.5  # nats for code in a string: no test runs it, so nothing else points there, and few leave it on purpose


@operator(
    examples=[
        Example(
            Sight("def f(n):\n    «'''\n    for i in n:\n        print(i)\n    '''»\n    return n\n", statement=True),
            ["def f(n):\n    for i in n:\n        print(i)\n    return n\n"],
        ),
        Example(
            Sight("def f(n):\n    # n = n + 1\n    # print(n)\n    «return n»\n"),
            ["def f(n):\n    n = n + 1\n    print(n)\n    return n\n"],
        ),
        Example(Sight("def f(n):\n    «'''Twice n.'''»\n    return n\n", statement=True), []),
        Example(Sight("def f(n):\n    # twice n, if it is odd\n    «return n»\n"), []),
    ],
    prior=0.3,
)
def revive(site: Site) -> Iterator[Replacement]:
    """The statements of the string in its place; those of the comment lines right above a statement."""
    node = site.node
    if not isinstance(node, ast.stmt):
        return
    match node:
        case ast.Expr(value=ast.Constant(value=str() as text)):
            padded = " " * node.col_offset + text
            code = next((code for code in (inspect.cleandoc(text), _even(padded)) if _is_code(code)), "")
            if code:
                yield from site.rewrite(node, code, _STRING)
    comment = _above(site, node)
    code = _even("".join(line.lstrip()[1:] for line in comment))
    if _is_code(code):
        pad = site.source.lines.line(node.lineno)[: node.col_offset]
        end = site.source.lines.offset(node.lineno)
        yield site.splice(end - sum(map(len, comment)), end, textwrap.indent(f"{code}\n", pad))


def _above(site: Site, node: ast.stmt) -> list[str]:
    """The comment lines right above a statement."""
    first = node.lineno
    while first > 1 and node.lineno - first < _MOST and site.source.lines.line(first - 1).lstrip().startswith("#"):
        first -= 1
    lines = site.source.text[site.source.lines.offset(first) : site.source.lines.offset(node.lineno)]
    return lines.splitlines(keepends=True)


def _even(text: str) -> str:
    return textwrap.dedent(text).strip("\n")


def _is_code(text: str) -> bool:
    """Whether a text is statements that do something."""
    try:
        body = tree_of(text).body
    except (SyntaxError, ValueError, MemoryError, RecursionError):
        return False
    return any(isinstance(getattr(each, "value", None), ast.Call) for each in body) or not all(
        isinstance(each, ast.Expr | ast.AnnAssign) for each in body
    )
