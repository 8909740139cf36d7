"""The table of examples: a header of the parameters and `out`, and a row of Python literals for each example."""

import ast
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from aurora.adapters.specs.source import Line
from aurora.model.errors import ContradictionError

_PIPE = re.compile(r"(?<!\\)\|")
_RULE = re.compile(r":?-+:?")


@dataclass(frozen=True, slots=True)
class Row:
    """One example: the arguments in the order of the parameters, and the wanted answer."""

    line: Line
    arguments: tuple[Any, ...]
    out: Any

    def call(self, name: str) -> str:
        """The example as a call: "f(1, 'a')"."""
        return f"{name}({', '.join(repr(argument) for argument in self.arguments)})"


def read_rows(heading: Line, lines: Sequence[Line], name: str, parameters: Sequence[str]) -> list[Row]:
    """The examples of the function `name`; raises `SpecError` for a bad table, `ContradictionError` for two rows with
    the same arguments and different answers."""
    wanted = [*parameters, "out"]
    columns = " | ".join(wanted)
    table = [line for line in lines if line.text.strip()]
    for line in table:
        if "|" not in line.text:
            line.refuse("this line of the examples is not a row of a table.", f"a row like '| {columns} |'")
    if len(table) < 3:
        heading.refuse(f"{name!r} has no example.", f"a table | {columns} | with at least one row of literals")
    header, rule, *rows = table
    if _cells(header) != wanted:
        header.refuse("the header of the table does not match the signature.", f"the columns | {columns} |")
    if not all(_RULE.fullmatch(cell) for cell in _cells(rule)):
        rule.refuse("the header is not followed by a rule.", "a line like '|---|---|'")
    examples = [_row(line, wanted) for line in rows]
    _check_contradictions(name, examples)
    return examples


def _cells(line: Line) -> list[str]:
    text = line.text.strip().removeprefix("|")
    if text.endswith("|") and not text.endswith("\\|"):
        text = text[:-1]
    return [cell.replace("\\|", "|").strip() for cell in _PIPE.split(text)]


def _row(line: Line, columns: list[str]) -> Row:
    cells = _cells(line)
    if len(cells) != len(columns):
        line.refuse(
            f"the row has {len(cells)} cells and the header {len(columns)}.",
            f"one cell each for {', '.join(columns)} (write a pipe inside a text as \\|)",
        )
    *arguments, out = (_literal(line, cell, column) for cell, column in zip(cells, columns, strict=True))
    return Row(line, tuple(arguments), out)


def _literal(line: Line, cell: str, column: str) -> Any:
    bare = cell[1:-1].strip() if len(cell) > 1 and cell[0] == cell[-1] == "`" else cell
    try:
        return ast.literal_eval(bare)
    except (ValueError, SyntaxError, RecursionError, MemoryError):
        line.refuse(
            f"the cell {cell!r} in column {column!r} is not a Python literal.", "something like 3, 'text' or [1, 2]"
        )


def _check_contradictions(name: str, rows: list[Row]) -> None:
    seen: dict[str, Row] = {}
    for row in rows:
        first = seen.setdefault(repr(row.arguments), row)
        if first.out != row.out:
            raise ContradictionError(_place(name, first), _place(name, row))


def _place(name: str, row: Row) -> str:
    return f"{row.call(name)} == {row.out!r} ({row.line.path}:{row.line.number})"
