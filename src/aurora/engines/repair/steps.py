"""Loops that count: a candidate that goes round too often is stopped long before its time is up (guest side)."""

import ast
import builtins
from collections.abc import Iterator, Sequence
from types import CodeType

from aurora.pycode.trees import tree_of

_LOOPS = (ast.While, ast.For, ast.AsyncFor)


class HangError(BaseException):
    """A test used up its time or its steps; not an Exception, so that few candidates swallow it."""


class Steps:
    """The rounds that the loops of the current test may still make, all together; None for as many as they like."""

    def __init__(self) -> None:
        self.limit: int | None = None
        self._left = 0
        setattr(builtins, "__step__", self.step)  # noqa: B010 - the name that instrumented code calls

    def restart(self) -> None:
        """Another test begins."""
        self._left = self.limit or 1 << 60

    def step(self) -> None:
        """One more; raises `HangError` when none was left."""
        self._left -= 1
        if self._left < 0:
            raise HangError

    def compile(self, text: str, path: str, flags: int = 0, imports: Sequence[ast.stmt] = ()) -> CodeType:
        """Compile a module with a step in each round of each loop, after its `imports`; lines as in the text."""
        tree = tree_of(text, path)
        tree.body[:0] = imports
        for loop in list(_loops(tree.body)):
            call = ast.Call(ast.Name("__step__", ast.Load()), [], [])
            step = ast.copy_location(ast.Expr(call), loop.body[0])
            loop.body.insert(0, ast.fix_missing_locations(step))
        code: CodeType = compile(tree, path, "exec", flags, dont_inherit=True)
        return code


def _loops(body: list[ast.stmt]) -> Iterator[ast.While | ast.For | ast.AsyncFor]:
    for node in body:
        if isinstance(node, _LOOPS):
            yield node
        for name in ("body", "orelse", "finalbody"):
            yield from _loops(getattr(node, name, []))
        for branch in (*getattr(node, "handlers", ()), *getattr(node, "cases", ())):
            yield from _loops(branch.body)
