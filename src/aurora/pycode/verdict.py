"""What `compile()` says of a text: it is Python, or where and why it is not."""

import ast
import threading
import warnings
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from aurora.pycode.spans import BOM, Lines, lines_of
from aurora.pycode.trees import tree_of

_ONE_AT_A_TIME = threading.Lock()  # warning filters are process-wide


@dataclass(frozen=True, slots=True)
class SyntaxFault:
    """Why a text is not Python; `start` and `end` are character offsets of what the compiler points at."""

    message: str
    kind: str  # the exception's class: SyntaxError, IndentationError, TabError, RecursionError, ...
    line: int  # from 1
    column: int  # from 0, in characters
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class SyntaxNote:
    """A warning of the compiler, such as an invalid escape sequence."""

    message: str
    kind: str
    line: int


@dataclass(frozen=True, slots=True)
class Compilation:
    """The compiler's verdict."""

    fault: SyntaxFault | None = None
    notes: tuple[SyntaxNote, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether the text compiles."""
        return self.fault is None


@contextmanager
def hushed() -> Iterator[list[warnings.WarningMessage]]:
    """Collect the compiler's warnings instead of showing them; safe between threads that all use this."""
    with _ONE_AT_A_TIME, warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        yield caught


def judge(text: str) -> Compilation:
    """Compile a module without running it.

    Null bytes, lone surrogates and code nested too deeply are faults like any other; nothing is raised or warned.
    """
    unusable = _unusable(text)
    if unusable:
        return Compilation(unusable)
    with hushed() as caught:
        fault = _fault(text)
    return Compilation(fault, _notes(caught))


def judge_parsed(text: str, tree: ast.Module, notes: tuple[SyntaxNote, ...]) -> Compilation:
    """The same of a text with what `parse_noted` made of it, in half the time: it is not parsed again."""
    try:
        with hushed() as caught:
            compile(tree, "<text>", "exec", dont_inherit=True)
    except (SyntaxError, ValueError, MemoryError, RecursionError):
        return judge(text)
    return Compilation(None, tuple(dict.fromkeys((*notes, *_notes(caught)))))


def parse_tree(text: str) -> ast.Module:
    """`ast.parse` without warnings and with a byte order mark allowed; raises what `ast.parse` raises."""
    return parse_noted(text)[0]


def parse_noted(text: str) -> tuple[ast.Module, tuple[SyntaxNote, ...]]:
    """The same with the warnings of the parser."""
    with hushed() as caught:
        return tree_of(text), _notes(caught)


def fault_of(error: SyntaxError, text: str) -> SyntaxFault:
    """The fault behind a SyntaxError that came from compiling `text`."""
    lines = lines_of(text)
    line = min(max(error.lineno or 1, 1), len(lines))
    place = lines.byte_offset if _counts_bytes(lines, line) else lines.offset
    stop = lines.span(line).end
    start = min(place(line, (error.offset or 1) - 1), stop)
    end = start
    if error.end_lineno and error.end_offset and error.end_offset > 0:
        end = max(place(error.end_lineno, error.end_offset - 1), start)
    return SyntaxFault(error.msg, type(error).__name__, line, start - lines.offset(line), start, end)


def _notes(caught: Iterable[warnings.WarningMessage]) -> tuple[SyntaxNote, ...]:
    notes = (SyntaxNote(str(note.message), note.category.__name__, note.lineno) for note in caught)
    return tuple(dict.fromkeys(notes))


def _unusable(text: str) -> SyntaxFault | None:
    at = text.find("\0")
    if at >= 0:
        return _fault_at(text, at, "source code cannot contain null bytes", "SyntaxError")
    try:
        text.encode()
    except UnicodeEncodeError as error:
        return _fault_at(text, error.start, "source code cannot contain lone surrogates", "UnicodeEncodeError")
    return None


def _fault_at(text: str, offset: int, message: str, kind: str) -> SyntaxFault:
    line, column = lines_of(text).position(offset)
    return SyntaxFault(message, kind, line, column, offset, offset + 1)


def _fault(text: str) -> SyntaxFault | None:
    try:
        compile(text.removeprefix(BOM), "<text>", "exec", dont_inherit=True)
    except SyntaxError as error:
        return fault_of(error, text)
    except (MemoryError, RecursionError) as error:
        return SyntaxFault("the code is nested too deeply to compile", type(error).__name__, 1, 0, 0, len(text))
    return None


def _counts_bytes(lines: Lines, line: int) -> bool:
    """The parser counts characters, the stages after it (`return` outside of a function) count bytes."""
    if lines.line(line).isascii():
        return False
    try:
        tree_of(lines.text.removeprefix(BOM))
    except SyntaxError:
        return False
    return True
