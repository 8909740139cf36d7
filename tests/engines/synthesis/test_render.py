import ast

import pytest

from aurora.engines.synthesis.bank import Entry, leaf
from aurora.engines.synthesis.library import Library
from aurora.engines.synthesis.operators import operator
from aurora.engines.synthesis.render import components_of, docstring, expression, function, head, imports_of, written
from tests.engines.synthesis.problems import called, problem

ADD = operator("num num | {0:8} + {1:9} | 8 | 1 | add")
TIMES = operator("num num | {0:9} * {1:10} | 9 | 1 | times")
A, B = leaf("a", [1], 1, flags=1), leaf("b", [2], 1, flags=1)


def test_parentheses_are_kept_where_they_matter() -> None:
    total = Entry([3], "int", 3, ADD, (A, B))
    assert expression(Entry([6], "int", 5, TIMES, (total, B)))[0] == "(a + b) * b"
    assert expression(Entry([5], "int", 5, ADD, (total, B)))[0] == "a + b + b"


def test_there_is_no_docstring_without_words() -> None:
    assert docstring(problem("def f(a)")) == ""
    assert docstring(problem("def f(a)", prompt="  \n ")) == ""


@pytest.mark.parametrize(
    ("prompt", "text"),
    [
        ("Write a python function to add two numbers.", "Add two numbers."),
        ("write a function that adds", "Adds"),
        ("two\n  lines", "Two lines"),
        ('say """hi"""', "Say '''hi'''"),
        ("a \\n is a line", "A \\n is a line"),
        ('ends with "', "Ends with "),
    ],
)
def test_words_become_a_docstring_that_parses(prompt: str, text: str) -> None:
    code = written(problem("def f(a)", prompt=prompt), "return a")
    tree = ast.parse(code).body[0]
    assert isinstance(tree, ast.FunctionDef)
    assert ast.get_docstring(tree, clean=False) == text


def test_the_head_is_the_signature_as_given() -> None:
    assert head(problem("def f(a: int, b: str = 'x') -> list[int]", "assert f(1, 'y') == [1]")) == (
        "def f(a: int, b: str = 'x') -> list[int]:"
    )


def test_a_head_is_made_when_none_is_given() -> None:
    made = problem("", "assert g(1, 'y') == [1]")
    assert made.name == "g"
    assert head(made).startswith("def g(")
    assert len(made.parameters) == 2


def test_imports_are_those_that_the_text_uses() -> None:
    assert imports_of("return a + b") == set()
    assert imports_of("return 'math.pi'") == set()
    assert imports_of("return math.pi * Counter(a)['x']") == {"import math", "from collections import Counter"}


def test_a_program_is_a_function_that_runs() -> None:
    area = Entry([1.0], "float", 3, operator("num | math.pi * {0:10} | 9 | 2 | "), (A,))
    code = function(problem("def f(a: float) -> float", prompt="Circle."), area, {})
    assert code == 'import math\n\n\ndef f(a: float) -> float:\n    """Circle."""\n    return math.pi * a\n'


def test_a_component_is_written_before_the_function_that_calls_it(library: Library) -> None:
    name = "units.knowledge.strings.is_palindrome"
    parts = {part.id: part for part in library.components}
    entry = Entry([True], "bool", 4, library.operators[name], (leaf("line", ["abba"], 1, flags=1),))
    code = function(problem("def f(line)"), entry, parts)
    assert components_of(Entry([False], "bool", 5, library.operators[name], (entry,))) == (name,)
    assert called(code, "f('abba'), f('ab')") == (True, False)


def test_a_component_of_the_same_name_is_renamed(library: Library) -> None:
    parts = {part.id: part for part in library.components}
    name = "units.knowledge.strings.is_palindrome"
    entry = Entry([True], "bool", 4, library.operators[name], (leaf("line", ["abba"], 1, flags=1),))
    code = function(problem("def is_palindrome(line)"), entry, parts)
    assert called(code, "is_palindrome('abba'), is_palindrome('ab')") == (True, False)


def test_the_modules_that_an_expression_uses_are_imported_unless_a_parameter_has_the_name() -> None:
    assert imports_of("return statistics.fmean(xs)") == {"import statistics"}
    assert imports_of("return urllib.parse.quote(s)") == {"import urllib.parse"}
    assert imports_of("return string.upper()", ("string",)) == set()
