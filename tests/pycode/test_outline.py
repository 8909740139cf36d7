import ast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aurora.pycode.outline import Broken, lost_definitions, outline
from aurora.pycode.parse import parse
from aurora.pycode.spans import Span
from tests.pycode.library import LIBRARY

BROKEN = """\
import os; from a import (b,
  c)
try: import x
except: pass
@dec(1,
     2)
class A(B:
    @property
    def f(self):
        return (1
    async def g(self)
        pass
    x = [1,
def h(): return {
def class(): pass
def
"""


def test_definitions_are_found_in_text_that_does_not_parse() -> None:
    found = outline(BROKEN)
    assert [(d.kind, d.path, d.line, d.last_line, d.decorators) for d in found.definitions] == [
        ("class", "A", 7, 13, ("dec(1,\n     2)",)),
        ("method", "A.f", 9, 10, ()),
        ("method", "A.g", 11, 12, ()),
        ("function", "h", 14, 14, ()),
        ("function", "class", 15, 15, ()),
    ]
    assert found.names == ("A", "f", "g", "h", "class")
    assert [(i.text, i.line) for i in found.imports] == [
        ("import os", 1),
        ("from a import (b,\n  c)", 1),
        ("import x", 3),
    ]
    assert found.broken


def test_definitions_inside_an_unterminated_string_are_found() -> None:
    text = 'def f():\n    """doc\n    def g():\n        """g"""\nclass A: pass\n'
    assert outline(text).names == ("f", "g", "A")
    assert outline(text.replace('"""doc', '"""doc"""')).names == ("f", "g", "A")


def test_lines_inside_a_closed_string_are_no_definitions() -> None:
    assert outline('x = """\ndef f():\n"""\n').names == ()


def test_broken_places_have_their_characters() -> None:
    assert outline("é = 1\nü = ?\n").broken == (Broken(Span(6, 11), 2, "ü = ?", missing=False),)
    assert outline("é\nclass A(B:\n  x\n").broken == (Broken(Span(11, 11), 2, ")", missing=True),)


def test_a_function_in_a_function_is_no_method() -> None:
    found = outline("class A:\n  if x:\n    def f(self):\n      def g(): pass\n").definitions
    assert [(d.kind, d.path) for d in found] == [("class", "A"), ("method", "A.f"), ("function", "A.f.g")]


def test_lost_definitions_are_counted_by_name() -> None:
    assert lost_definitions("def f(: x\ndef g(): y\nclass A: z\n", "def g(): y\n") == ("A", "f")
    assert lost_definitions("def f(): x\ndef f(): y\n", "def f(): y\n") == ("f",)
    assert lost_definitions("def f(): x\n", "class A:\n  def f(self): x\n") == ()


def test_the_standard_library_is_outlined_as_its_trees_say() -> None:
    for text in LIBRARY:
        tree, found = parse(text).tree, outline(text)
        nodes = [n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)]
        assert sorted((d.name, d.line, d.last_line, len(d.decorators)) for d in found.definitions) == sorted(
            (n.name, n.lineno, n.end_lineno, len(n.decorator_list)) for n in nodes
        )
        imports = [n for n in ast.walk(tree) if isinstance(n, ast.Import | ast.ImportFrom)]
        assert sorted(i.line for i in found.imports) == sorted(n.lineno for n in imports)
        assert found.broken == ()


@settings(max_examples=50, deadline=None)
@given(st.data())
def test_no_definition_is_lost_when_one_piece_of_punctuation_goes(data: st.DataObject) -> None:
    text = "def f(x, y):\n    return [x, (y + 1)]\n\nclass A:\n    def g(self):\n        return {1: f(2, 3)}\n"
    at = data.draw(st.sampled_from([i for i, char in enumerate(text) if char in "()[]{},:+"]))
    assert lost_definitions(text, text[:at] + " " + text[at + 1 :]) == ()


@pytest.mark.parametrize("text", ["", "\ufeff", "\0", "'\ud800", "(" * 300, "\t\n \\"])
def test_any_text_has_an_outline(text: str) -> None:
    assert outline(text).definitions == ()
