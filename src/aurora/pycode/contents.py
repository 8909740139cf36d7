"""What a text that parses defines and imports, by its tree; `outline` tells it of any text, and takes longer."""

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from aurora.pycode.nodes import blocks
from aurora.pycode.parse import Function
from aurora.pycode.spans import lines_of


@dataclass(frozen=True, slots=True)
class Symbol:
    """A function, method or class; lines count from 1, `last_line` is included, decorators are not."""

    kind: str  # "function", "method" or "class"
    path: str  # "Outer.method"
    line: int
    last_line: int


def symbols(tree: ast.Module) -> Iterator[Symbol]:
    """All of them, in the order of the text."""
    return _symbols(tree.body, "", "function")


def imports(text: str, statements: Iterable[ast.AST]) -> tuple[str, ...]:
    """The import statements among all of a text, as they are written, in the order of the text, each once."""
    found = [each for each in statements if isinstance(each, ast.Import | ast.ImportFrom)]
    if not found:
        return ()
    lines = lines_of(text)
    found.sort(key=lambda each: (each.lineno, each.col_offset))
    starts = (lines.byte_offset(each.lineno, each.col_offset) for each in found)
    ends = (lines.byte_offset(each.end_lineno or 1, each.end_col_offset or 0) for each in found)
    return tuple(dict.fromkeys(text[start:end] for start, end in zip(starts, ends, strict=True)))


def _symbols(inside: Iterable[ast.AST], prefix: str, function: str) -> Iterator[Symbol]:
    """`function` is what a function among these is called."""
    for child in inside:
        if isinstance(child, Function | ast.ClassDef):
            path, method = f"{prefix}{child.name}", isinstance(child, ast.ClassDef)
            kind = "class" if method else function
            yield Symbol(kind, path, child.lineno, child.end_lineno or child.lineno)
            yield from _symbols(child.body, f"{path}.", "method" if method else "function")
        elif deeper := blocks(child):
            yield from _symbols(deeper, prefix, function)
