"""Insert, replace and delete statements in a text; comments, layout and the indentation of the place are kept."""

import ast
import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Literal

from aurora.model.answer import Edit
from aurora.pycode.layout import rows
from aurora.pycode.parse import Source
from aurora.pycode.spans import newline_of
from aurora.pycode.tokens import Kind, tokenize

_SEMICOLON = re.compile(r"[ \t\f]*;(?:[ \t\f]|\\(?:\r\n|\r|\n))*")
_BLANK = " \t\f\ufeff"


def indent_unit(text: str) -> str:
    """One level of indentation as the text has it: the most frequent step inwards; four spaces when it has none."""
    indents = [row.indent for row in rows(text) if row.first and not (row.depth or row.in_string or row.continued)]
    steps = Counter(
        inner[len(outer) :] for outer, inner in pairwise(indents) if inner.startswith(outer) and inner != outer
    )
    return steps.most_common(1)[0][0] if steps else "    "


def reindent(code: str, indent: str, newline: str = "\n") -> str:
    """Move a block of code to another indentation; lines inside strings and blank lines stay as they are."""
    code = code.strip("\r\n")
    old = next((row.indent for row in rows(code) if row.first), "")
    pieces = []
    for row in rows(code):
        line = row.span.of(code)
        body = line.rstrip("\r\n")
        if row.in_string:
            pieces.append(line)
        elif body.strip():
            pieces.append(indent + body.removeprefix(old) + line[len(body) :])
        else:
            pieces.append(line[len(body) :])
    moved = "".join(pieces)
    return "".join(newline if token.kind is Kind.NEWLINE else token.text for token in tokenize(moved))


def insert_statement(
    source: Source, anchor: ast.stmt, code: str, where: Literal["before", "after"], path: str = ""
) -> Edit:
    """The edit that puts `code` (whole statements, at any indentation) before or after a statement.

    An `elif` becomes an `if` below `else:`, so that there is a block to put it in.
    """
    if _is_elif(source, anchor):
        text = indent_of(source, anchor) + source.segment(anchor).removeprefix("el")
        return _below_else(source, anchor, [code, text] if where == "before" else [text, code], path)
    row = _row(source, anchor)
    if len(row) > 1 or _inline(source, row[0]):
        at = row.index(anchor) + (where == "after")
        texts = [source.whole(statement).of(source.text) for statement in row]
        return _spread(source, row, [*texts[:at], code, *texts[at:]], path)
    newline = newline_of(source.text)
    block = reindent(code, indent_of(source, anchor), newline)
    span = source.whole(anchor)
    if where == "before":
        at = _line_start(source, span.start)
        return Edit(path, at, at, block + newline)
    at = _line_end(source, span.end)
    return Edit(path, at, at, newline + block)


def replace_statement(source: Source, statement: ast.stmt, code: str, path: str = "") -> Edit:
    """The edit that puts `code` (whole statements) in the place of a statement; the comments around it stay."""
    if _is_elif(source, statement):
        return _below_else(source, statement, [code], path)
    row = _row(source, statement)
    crowded = len(row) > 1 or _inline(source, row[0])
    if crowded and not _simple(code):
        texts = [code if other is statement else source.whole(other).of(source.text) for other in row]
        return _spread(source, row, texts, path)
    span = source.whole(statement)
    block = reindent(code, indent_of(source, statement), newline_of(source.text))
    return Edit(path, span.start, span.end, block.lstrip(_BLANK))


def delete_statement(source: Source, statement: ast.stmt, path: str = "") -> Edit:
    """The edit that removes a statement, its line and the comment behind it; `pass` stays where a block needs one."""
    span, row = source.whole(statement), _row(source, statement)
    needed = not isinstance(source.parents[statement], ast.Module) and not _is_elif(source, statement)
    if needed and len(block_of(source, statement)) == 1:
        return Edit(path, span.start, span.end, "pass")
    at = row.index(statement)
    if at + 1 < len(row):
        return Edit(path, span.start, source.whole(row[at + 1]).start, "")
    if at:
        return Edit(path, source.whole(row[at - 1]).end, span.end, "")
    start, end = _line_start(source, span.start), _line_end(source, span.end)
    return Edit(path, start, source.lines.span(source.lines.position(end)[0]).end, "")


def block_of(source: Source, statement: ast.stmt) -> list[ast.stmt]:
    """The list of statements that a statement stands in."""
    fields = (value for _, value in ast.iter_fields(source.parents[statement]) if isinstance(value, list))
    return next(value for value in fields if any(item is statement for item in value))


def indent_of(source: Source, statement: ast.stmt) -> str:
    """The indentation of a statement; for one behind a colon, what it would have on a line of its own."""
    first = _row(source, statement)[0]
    start = source.whole(first).start
    if not _inline(source, first):
        return source.text[_line_start(source, start) : start]
    parent = source.parents[statement]
    header = source.span(parent.pattern if isinstance(parent, ast.match_case) else parent).start
    line = source.text[_line_start(source, header) : start]
    return line[: len(line) - len(line.lstrip(_BLANK))] + indent_unit(source.text)


def _spread(source: Source, row: Sequence[ast.stmt], texts: Sequence[str], path: str) -> Edit:
    """Give every statement of a crowded line a line of its own."""
    newline, indent = newline_of(source.text), indent_of(source, row[0])
    block = newline.join(reindent(text, indent, newline) for text in texts)
    start, end = source.whole(row[0]).start, source.whole(row[-1]).end
    semicolon = re.match(r"[ \t\f]*;", source.text[end:])
    end += semicolon.end() if semicolon else 0
    if not _inline(source, row[0]):
        return Edit(path, start, end, block.removeprefix(indent))
    start = len(source.text[:start].rstrip(_BLANK + "\\\r\n"))
    return Edit(path, start, end, newline + block)


def _is_elif(source: Source, statement: ast.stmt) -> bool:
    return isinstance(statement, ast.If) and source.segment(statement).startswith("elif")


def _below_else(source: Source, statement: ast.stmt, texts: Sequence[str], path: str) -> Edit:
    """Put a block below `else:` in the place of an `elif`."""
    newline, span = newline_of(source.text), source.span(statement)
    indent = indent_of(source, statement) + indent_unit(source.text)
    block = [reindent(text, indent, newline) for text in texts]
    return Edit(path, span.start, span.end, newline.join(["else:", *block]))


def _row(source: Source, statement: ast.stmt) -> list[ast.stmt]:
    """The statements of the block that are joined with this one by semicolons."""
    block = block_of(source, statement)
    at = next(i for i, item in enumerate(block) if item is statement)
    first, last = at, at
    while first and _joined(source, block[first - 1], block[first]):
        first -= 1
    while last + 1 < len(block) and _joined(source, block[last], block[last + 1]):
        last += 1
    return block[first : last + 1]


def _joined(source: Source, left: ast.stmt, right: ast.stmt) -> bool:
    gap = source.text[source.span(left).end : source.whole(right).start]
    return _SEMICOLON.fullmatch(gap) is not None


def _inline(source: Source, statement: ast.stmt) -> bool:
    """Whether the statement begins behind something else on its line (the colon of its block)."""
    start = source.whole(statement).start
    return bool(source.text[_line_start(source, start) : start].strip(_BLANK))


def _simple(code: str) -> bool:
    """Whether the code is one line that may stand behind a colon or a semicolon."""
    return ":" not in code and not re.search(r"[\r\n#]", code.strip())


def _line_start(source: Source, offset: int) -> int:
    line = source.lines.position(offset)[0]
    while _continues(source.lines.line(line - 1)):
        line -= 1
    return source.lines.offset(line)


def _continues(line: str) -> bool:
    return line.rstrip("\r\n").endswith("\\") and "#" not in line


def _line_end(source: Source, offset: int) -> int:
    line = source.lines.span(source.lines.position(offset)[0])
    return line.start + len(line.of(source.text).rstrip("\r\n"))
