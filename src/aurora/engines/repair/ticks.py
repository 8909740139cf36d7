"""Record which lines a test runs and the values its names have there, by calls inserted before each statement."""

import ast
import builtins
import sys
from types import CodeType, FunctionType, ModuleType
from typing import Any

from aurora.engines.repair.steps import HangError
from aurora.model.execution import Json
from aurora.pycode.trees import tree_of

_VISITS = 3  # environments kept a line and test
_KEPT = 12  # environments kept a line, over all tests
_SHOWN = 80  # characters of a value
_HIDDEN = (ModuleType, FunctionType, type)


class Ticks:
    """Compiles with ticks, and keeps what the ticks of the current test saw."""

    def __init__(self, limit: int | None = None) -> None:
        """`limit` is how often a line may run in one test before that counts as hanging."""
        self._limit = limit or 1 << 60
        self._table: list[tuple[str, int]] = []
        self._counts: dict[int, int] = {}
        self._values: dict[int, list[dict[str, list[str]]]] = {}
        self._kept: dict[int, int] = {}  # environments of all tests
        self._last = -1
        self._showing = False
        setattr(builtins, "__tick__", self._tick)  # noqa: B010 - the name that instrumented code calls

    def compile(self, text: str, path: str) -> CodeType:
        """Compile a module with a tick before each statement, lines as in the text."""
        tree = _Inserter(path, self._table).visit(tree_of(text, path))
        return compile(ast.fix_missing_locations(tree), path, "exec", dont_inherit=True)

    def restart(self) -> None:
        """Forget what was seen: another test begins."""
        self._counts, self._values, self._last, self._showing = {}, {}, -1, False

    def lines(self) -> list[Json]:
        """[path, line, visits] of each line that ran."""
        return [[*self._table[number], count] for number, count in self._counts.items()]

    def last(self) -> list[Json] | None:
        """[path, line] of the statement that ran last."""
        return [*self._table[self._last]] if self._last >= 0 else None

    def values(self) -> list[Json]:
        """[path, line, [environment, ...]], an environment being name -> [type, repr]."""
        return [[*self._table[number], seen] for number, seen in self._values.items()]  # type: ignore[list-item]

    def _tick(self, number: int) -> None:
        if self._showing:  # the project's own __repr__ runs
            return
        self._last = number
        count = self._counts.get(number, 0) + 1
        self._counts[number] = count
        if count > self._limit:
            raise HangError
        if count <= _VISITS and self._kept.get(number, 0) < _KEPT:
            self._kept[number] = self._kept.get(number, 0) + 1
            self._showing = True
            self._values.setdefault(number, []).append(_shown(sys._getframe(1).f_locals))
            self._showing = False


def _shown(names: dict[str, Any]) -> dict[str, list[str]]:
    return {
        name: [type(value).__name__, _text(value)]
        for name, value in names.items()
        if not name.startswith("__") and not isinstance(value, _HIDDEN)
    }


def _text(value: object) -> str:
    try:
        simple = isinstance(value, int | float | str | bytes | None)
        small = isinstance(value, list | tuple | set | dict | frozenset) and len(value) <= 20
        text = repr(value) if simple or small else ""
    except Exception:  # noqa: BLE001 - a value that cannot be shown, one that is half made among them
        return ""
    return text if len(text) <= _SHOWN else ""


class _Inserter(ast.NodeTransformer):
    def __init__(self, path: str, table: list[tuple[str, int]]) -> None:
        self._path, self._table = path, table

    def generic_visit(self, node: ast.AST) -> ast.AST:
        super().generic_visit(node)
        for name in ("body", "orelse", "finalbody"):
            block = getattr(node, name, None)
            if isinstance(block, list) and block and isinstance(block[0], ast.stmt):
                setattr(node, name, self._ticked(block))
        return node

    def _ticked(self, block: list[ast.stmt]) -> list[ast.stmt]:
        out: list[ast.stmt] = []
        for statement in block:
            if not _is_prologue(statement):
                out.append(self._call(statement))
            out.append(statement)
        return out

    def _call(self, statement: ast.stmt) -> ast.stmt:
        self._table.append((self._path, statement.lineno))
        call = ast.Call(ast.Name("__tick__", ast.Load()), [ast.Constant(len(self._table) - 1)], [])
        return ast.copy_location(ast.Expr(ast.copy_location(call, statement)), statement)


def _is_prologue(statement: ast.stmt) -> bool:
    future = isinstance(statement, ast.ImportFrom) and statement.module == "__future__"
    docstring = isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)
    return future or docstring
