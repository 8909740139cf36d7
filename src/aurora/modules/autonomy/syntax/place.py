"""The place of a syntax error: its tokens, its rows, and where an edit near it may be made."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from aurora.contracts.fixer import Fix
from aurora.pycode.layout import Row, rows
from aurora.pycode.tokens import Kind, Token, tokenize
from aurora.pycode.verdict import SyntaxFault, judge

BLOCK_WORDS = frozenset(
    {"if", "elif", "else", "for", "while", "def", "class", "try", "except", "finally", "with", "async"}
)
OPERANDS = frozenset({Kind.NAME, Kind.NUMBER, Kind.STRING})


@dataclass(frozen=True)
class Place:
    """A text that does not compile, with the compiler's fault."""

    text: str
    fault: SyntaxFault

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """All tokens that are code."""
        return tuple(token for token in tokenize(self.text) if token.code)

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """All physical lines."""
        return rows(self.text)

    @property
    def row(self) -> Row:
        """The line of the fault."""
        return self.rows[min(self.fault.line, len(self.rows)) - 1]

    @property
    def row_and_before(self) -> tuple[Row, ...]:
        """The line of the fault and the one before it, those that begin inside a string left out."""
        return tuple(row for row in self.rows[max(self.fault.line - 2, 0) : self.fault.line] if not row.in_string)

    def near(self, before: int = 1, after: int = 0) -> tuple[Token, ...]:
        """The code tokens of the fault's line and of so many lines with code before and after it."""
        lines = sorted({token.line for token in self.tokens})
        at = sum(line < self.fault.line for line in lines)
        wanted = set(lines[max(at - before, 0) : at + 1 + after])
        return tuple(token for token in self.tokens if token.line in wanted)

    def distance(self, offset: int) -> float:
        """A small cost for being far from the fault: 0 at it, growing by lines and a little by characters."""
        away = min(abs(offset - self.fault.start), abs(offset - self.fault.end))
        lines = self.text.count("\n", min(offset, self.fault.start), max(offset, self.fault.start))
        return 0.4 * lines + min(away, 40) * 0.02

    def change(self, start: int, end: int, new: str, cost: float, why: str) -> Fix:
        """Replace characters; the cost grows with the distance from the fault."""
        return Fix(self.text[:start] + new + self.text[end:], cost + self.distance(start), why)

    def before(self, row: int) -> Row | None:
        """The last line with code before a line."""
        found = [each for each in self.rows[: row - 1] if each.first is not None and not each.in_string]
        return found[-1] if found else None


@lru_cache(maxsize=4)
def place_of(text: str) -> Place | None:
    """Where a text does not compile; None when it does."""
    fault = judge(text).fault
    return Place(text, fault) if fault is not None else None


def line_tokens(place: Place, line: int) -> tuple[Token, ...]:
    """The code tokens that begin on a line."""
    return tuple(token for token in place.tokens if token.line == line)


def lines_near(place: Place, before: int = 1, after: int = 0) -> Iterator[tuple[Token, ...]]:
    """The lines near the fault, the fault's own first, each as its code tokens."""
    tokens = place.near(before, after)
    lines = sorted({token.line for token in tokens}, key=lambda line: abs(line - place.fault.line))
    return (tuple(token for token in tokens if token.line == line) for line in lines)


def rewritten(place: Place, table: Sequence[tuple[str, str]], rows: Sequence[Row]) -> Iterator[tuple[str, str, str]]:
    """The text with one pattern of a table put right in one of these lines: (text, pattern, its replacement)."""
    for row in rows:
        line = place.text[row.span.start : row.span.end].rstrip("\r\n")
        for pattern, new in table:
            changed = re.sub(pattern, new, line)
            if changed != line:
                text = place.text
                yield text[: row.span.start] + changed + text[row.span.start + len(line) :], pattern, new
