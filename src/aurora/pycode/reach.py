"""Statements that control never reaches."""

import ast
from collections.abc import Iterator

from aurora.pycode.parse import Source

_ENDS = (ast.Return, ast.Raise, ast.Break, ast.Continue)


def unreachable(source: Source) -> Iterator[tuple[ast.AST, list[ast.stmt]]]:
    """(owner, the statements behind a return, raise, break or continue) of each such list of statements.

    A lone yield behind a return is no oversight: it makes the function a generator.
    """
    for owner in ast.walk(source.tree):
        for field in ("body", "orelse", "finalbody"):
            body = getattr(owner, field, None)
            behind = _behind(body) if isinstance(body, list) else []
            if behind and not any(isinstance(each, ast.Yield | ast.YieldFrom) for each in ast.walk(behind[0])):
                yield owner, behind


def _behind(body: list[ast.stmt]) -> list[ast.stmt]:
    return body[next((at for at, each in enumerate(body) if isinstance(each, _ENDS)), len(body)) + 1 :]
