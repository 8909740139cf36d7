"""A circular import: the import moves into the functions that use it, or behind TYPE_CHECKING for annotations only."""

import ast
import itertools
from collections.abc import Iterator

from aurora.contracts.fixer import Broken, Example, Fix, fixer
from aurora.model.execution import Raised
from aurora.modules.autonomy.syntax.lines import parsed
from aurora.pycode.parse import Function, Source

_SIGNS = ("partially initialized module", "circular import")
_RAISED = Raised(
    "ImportError", "cannot import name 'g' from partially initialized module 'b' (most likely due to a circular import)"
)


@fixer(
    examples=[
        Example(
            Broken("from b import g\n\n\ndef f(x):\n    return g(x)\n", "a.py", _RAISED, {"b.py": "import a\n"}),
            ["def f(x):\n    from b import g\n\n    return g(x)\n"],
        ),
        Example(
            Broken("from b import g\n\n\ndef f(x: g) -> int:\n    return x\n", "a.py", _RAISED, {"b.py": "import a\n"}),
            [
                (
                    "from __future__ import annotations\n\nfrom typing import TYPE_CHECKING\n\nif TYPE_CHECKING:\n"
                    "    from b import g\n\n\ndef f(x: g) -> int:\n    return x\n"
                )
            ],
        ),
        Example(Broken("from b import g\n\nx = g(1)\n", "a.py", _RAISED, {"b.py": "import a\n"}), []),
        Example(Broken("from b import g\n\n\ndef f(x):\n    return g(x)\n"), []),
    ]
)
def circular_import(broken: Broken) -> Iterator[Fix]:
    """For each import at the top from a module of the project: the text without it there."""
    source = parsed(broken.text)
    if source is None or broken.raised is None or not any(sign in broken.raised.message for sign in _SIGNS):
        return
    roots = {path.removesuffix(".py").partition("/")[0] for path in broken.files}
    for statement in source.tree.body:
        if isinstance(statement, ast.ImportFrom) and (
            statement.level or (statement.module or "").partition(".")[0] in roots
        ):
            names = {alias.asname or alias.name for alias in statement.names}
            uses = [node for node in source.nodes(ast.Name) if node.id in names]
            users = {source.function(use): use for use in uses if not _annotates(source, use)}
            if None not in users and users:
                yield Fix(
                    _local(source, statement, [user for user in users if user]),
                    0.5,
                    "The import can wait until the call.",
                )
            elif uses and not users:
                yield Fix(_typing(source, statement), 0.6, "Only annotations use this import.")


def _annotates(source: Source, use: ast.Name) -> bool:
    """Whether a name stands in an annotation of a function."""
    path = [use, *source.ancestors(use)]
    for node, above in itertools.pairwise(path):
        if isinstance(above, ast.arg) or (isinstance(above, Function) and above.returns is node):
            return True
    return False


def _local(source: Source, statement: ast.stmt, users: list[Function]) -> str:
    lines = source.text.split("\n")
    line = source.segment(statement)
    for function in sorted(users, key=lambda function: -function.lineno):
        first = function.body[1 if ast.get_docstring(function) is not None and len(function.body) > 1 else 0]
        lines[first.lineno - 1 : first.lineno - 1] = [" " * first.col_offset + line, ""]
    del lines[statement.lineno - 1 : statement.end_lineno]
    return "\n".join(lines).lstrip("\n")


def _typing(source: Source, statement: ast.stmt) -> str:
    span = source.span(statement)
    new = f"from typing import TYPE_CHECKING\n\nif TYPE_CHECKING:\n    {source.segment(statement)}"
    text = source.text[: span.start] + new + source.text[span.end :]
    future = "from __future__ import annotations\n\n"
    return text if future.strip() in text else _behind_docstring(source, text, future)


def _behind_docstring(source: Source, text: str, line: str) -> str:
    if ast.get_docstring(source.tree) is None:
        return line + text
    end = source.text.find("\n", source.span(source.tree.body[0]).end) + 1
    return f"{text[:end]}\n{line}{text[end:].lstrip()}"
