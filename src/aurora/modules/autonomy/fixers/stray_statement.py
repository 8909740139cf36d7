"""A statement beside a function that uses the function's own names belongs into it."""

import ast
from collections.abc import Iterator, Sequence

from aurora.contracts.fixer import Broken, Example, Fix, fixer
from aurora.modules.autonomy.syntax.lines import parsed
from aurora.pycode.dangling import Lack, dangling
from aurora.pycode.parse import Function, Source
from aurora.pycode.scopes import defined_names


@fixer(
    examples=[
        Example(
            Broken("class A:\n    def f(self, n):\n        self.n = n\n    self.m = [0] * n\n"),
            ["class A:\n    def f(self, n):\n        self.n = n\n        self.m = [0] * n\n"],
        ),
        Example(Broken("def f(n):\n    m = n\nprint(m)\n"), ["def f(n):\n    m = n\n    print(m)\n"]),
        Example(
            Broken("def f():\n    def g(i):\n        print(i)\n    h(i)\n    i = 2\n    g(i)\n"),
            ["def f():\n    def g(i):\n        print(i)\n        h(i)\n    i = 2\n    g(i)\n"],
        ),
        Example(Broken("def f(n):\n    m = n\nprint(1)\n"), []),
        Example(Broken("def f(n):\n    m = n\nm = 2\nprint(m)\n"), []),
    ]
)
def stray_statement(broken: Broken) -> Iterator[Fix]:
    """The text with the statements behind a function that need its names moved into it."""
    source = parsed(broken.text)
    if source is None:
        return
    lost = {each.node: each.name for each in dangling(source) if each.lack in (Lack.NAME, Lack.FLOW)}
    owners: list[ast.Module | ast.ClassDef | ast.FunctionDef]
    owners = [source.tree, *source.nodes(ast.ClassDef), *source.nodes(ast.FunctionDef)]
    for owner in owners if lost else []:
        for at, function in enumerate(owner.body[:-1]):
            if isinstance(function, Function):
                behind = _needy(owner.body[at + 1 :], {*defined_names(function)}, lost)
                if behind:
                    yield _moved(source, function, behind)
                    return


def _needy(
    statements: Sequence[ast.stmt], names: set[str], lost: dict[ast.Name | ast.Attribute, str]
) -> list[ast.stmt]:
    """The statements up to the last one before the next definition that needs one of the names."""
    found: list[ast.stmt] = []
    last = 0
    for statement in statements:
        if isinstance(statement, Function | ast.ClassDef):
            break
        found.append(statement)
        if any(node in lost and lost[node] in names for node in ast.walk(statement) if isinstance(node, ast.Name)):
            last = len(found)
    return found[:last]


def _moved(source: Source, function: Function, statements: Sequence[ast.stmt]) -> Fix:
    lines = source.text.split("\n")
    by = function.body[0].col_offset - statements[0].col_offset
    for number in range(statements[0].lineno - 1, statements[-1].end_lineno or 0):
        lines[number] = " " * by + lines[number] if lines[number].strip() else lines[number]
    return Fix("\n".join(lines), 0.3, f"These lines need the names of {function.name}.")
