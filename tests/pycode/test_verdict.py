import sys

import pytest

from aurora.pycode.verdict import SyntaxNote, fault_of, judge, parse_tree
from tests.pycode.library import LIBRARY


@pytest.mark.parametrize(
    ("text", "kind", "message", "line", "pointed_at"),
    [
        ("x = (1", "SyntaxError", "'(' was never closed", 1, ""),
        ("a\n  b\n", "IndentationError", "unexpected indent", 2, ""),
        ("if x:\n    y\n  z\n", "IndentationError", "unindent does not match any outer indentation level", 3, ""),
        ("if 1:\n\tx\n        y\n", "TabError", "inconsistent use of tabs and spaces in indentation", 3, ""),
        ("é = return", "SyntaxError", "invalid syntax", 1, "return"),
        ('"é"; return 1', "SyntaxError", "'return' outside function", 1, "return 1"),
        ("return 1", "SyntaxError", "'return' outside function", 1, "return 1"),
        ("\ufeffx = \n1 = 2", "SyntaxError", "invalid syntax", 1, ""),
        ("x = 'ab\0'", "SyntaxError", "source code cannot contain null bytes", 1, "\0"),
        ("x\n'\ud800'", "UnicodeEncodeError", "source code cannot contain lone surrogates", 2, "\ud800"),
    ],
)
def test_a_fault_says_what_and_where(text: str, kind: str, message: str, line: int, pointed_at: str) -> None:
    fault = judge(text).fault
    assert fault is not None
    assert (fault.kind, fault.message, fault.line) == (kind, message, line)
    assert text[fault.start : fault.end] == pointed_at


def test_the_column_counts_characters_after_a_byte_order_mark() -> None:
    fault = judge("\ufeffé = $").fault
    assert fault is not None
    assert (fault.column, fault.start) == (4, 5)


@pytest.mark.parametrize("text", ["-" * 100_000 + "1", "1+" * 100_000 + "1"])
def test_code_that_is_nested_too_deeply_is_a_fault(text: str) -> None:
    fault = judge(text).fault
    assert fault is not None
    assert fault.kind in ("MemoryError", "RecursionError")
    assert (fault.start, fault.end) == (0, len(text))


def test_warnings_are_returned_and_not_shown() -> None:
    verdict = judge("x = '\\d'\n1 is 1\n")
    kind = "SyntaxWarning" if sys.version_info >= (3, 12) else "DeprecationWarning"
    assert verdict.ok
    assert verdict.notes[0] == SyntaxNote("invalid escape sequence '\\d'", kind, 1)
    assert [(note.kind, note.line) for note in verdict.notes[1:]] == [("SyntaxWarning", 2)]


@pytest.mark.parametrize("text", ["", "x = 1", "\ufeffx = 1", "# coding: latin-1\nx = 'é'", "x = 1\r\ny = 2\r"])
def test_python_compiles(text: str) -> None:
    assert judge(text).ok


def test_the_future_of_this_module_is_not_inherited() -> None:
    assert judge("def f(x: (yield)): pass").fault is not None


def test_an_error_without_a_place_points_at_the_first_line() -> None:
    fault = fault_of(SyntaxError("odd"), "x\ny")
    assert (fault.line, fault.start, fault.end) == (1, 0, 0)


def test_trees_are_parsed_without_a_byte_order_mark_and_without_warnings() -> None:
    assert len(parse_tree("\ufeffx = '\\d'").body) == 1


def test_the_standard_library_compiles() -> None:
    assert all(judge(text).ok for text in LIBRARY)
