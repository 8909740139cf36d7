"""Character spans of a text, and its lines as Python counts them."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate

_LINE_END = re.compile(r"\r\n|\r|\n")
BOM = "\ufeff"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """The characters from `start` up to, not including, `end`."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters themselves."""
        return text[self.start : self.end]

    def covers(self, other: "Span") -> bool:
        """Whether `other` lies within this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Lines:
    r"""Where the lines of a text begin; only `\n`, `\r\n` and `\r` end a line, as in Python's own tokeniser.

    Lines count from 1, columns from 0 in characters. A byte order mark belongs to no line: line 1 begins after it.
    """

    text: str
    starts: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.starts)

    def offset(self, line: int, column: int = 0) -> int:
        """The character offset of a place; places outside of the text are moved to its nearest end."""
        if line > len(self.starts):
            return len(self.text)
        return min(self.starts[max(line, 1) - 1] + max(column, 0), len(self.text))

    def byte_offset(self, line: int, column: int) -> int:
        """The character offset of a place whose column counts UTF-8 bytes, as in `ast`."""
        if self.text.isascii():
            return self.offset(line, column)
        head = self.line(line).encode("utf-8", "surrogatepass")[: max(column, 0)]
        return self.offset(line, len(head.decode("utf-8", "ignore")))

    def position(self, offset: int) -> tuple[int, int]:
        """(line, column) of a character offset."""
        line = max(bisect_right(self.starts, offset), 1)
        return line, max(offset - self.starts[line - 1], 0)

    def span(self, line: int) -> Span:
        """The characters of one line, its end included."""
        return Span(self.offset(line), self.offset(line + 1))

    def line(self, line: int) -> str:
        """One line, its end included; empty when there is no such line."""
        return self.span(line).of(self.text)


def lines_of(text: str) -> Lines:
    """The lines of a text; a text that ends with a line end has an empty last line."""
    first = len(BOM) if text.startswith(BOM) else 0
    if "\r" not in text:
        lengths = [len(line) + 1 for line in text.split("\n")[:-1]]
        lengths[:1] = [length - first for length in lengths[:1]]
        return Lines(text, tuple(accumulate(lengths, initial=first)))
    return Lines(text, (first, *(found.end() for found in _LINE_END.finditer(text))))


def newline_of(text: str) -> str:
    r"""The line end that the text uses first; `\n` when it has none."""
    found = _LINE_END.search(text)
    return found.group() if found else "\n"
