import ast

import pytest

from aurora.model.errors import UnparsableError
from aurora.pycode.diff import same_tree
from aurora.pycode.format import document, pretty
from tests.pycode.library import SMALL


def test_broken_code_is_refused() -> None:
    with pytest.raises(UnparsableError):
        pretty("def f(:")


@pytest.mark.parametrize(
    ("code", "printed"),
    [
        ("", "\n"),
        ("x=1;y='a'", 'x = 1\ny = "a"\n'),
        ("x = 'say \"a\"' + 'it\\'s' + \"it's\"", 'x = \'say "a"\' + "it\'s" + "it\'s"\n'),
        ("'doc'\nx = 1", '"""doc"""\n\nx = 1\n'),
        ("import a\nimport b\nx", "import a\nimport b\n\nx\n"),
        ("x\ndef f(): pass\nclass A: pass\ny", "x\n\n\ndef f():\n    pass\n\n\nclass A:\n    pass\n\n\ny\n"),
        ("f((x for x in y))", "f(x for x in y)\n"),
        ("f((x for x in y), z)", "f((x for x in y), z)\n"),
        ("def f():\n  '''a\n  b'''", 'def f():\n    """a\n  b"""\n'),
    ],
)
def test_printing(code: str, printed: str) -> None:
    assert pretty(code) == printed


@pytest.mark.parametrize(
    ("code", "printed"),
    [
        ("foo(aaaaa, bbbbb)", "foo(\n    aaaaa, bbbbb\n)\n"),
        ("f(aaaaaaaaaa, bbbbbbbbbb)", "f(\n    aaaaaaaaaa,\n    bbbbbbbbbb\n)\n"),
        ("x = aaaaaaaa and bbbbbb", "x = (\n    aaaaaaaa\n    and bbbbbb\n)\n"),
        ("def f(aaaa, bbbb) -> c: pass", "def f(\n    aaaa, bbbb\n) -> c:\n    pass\n"),
        ("f(x for x in y if z)", "f(\n    x\n    for x in y\n    if z\n)\n"),
        ("if a:\n  return_(bbbbbbb)", "if a:\n    return_(\n        bbbbbbb\n    )\n"),
        ("f(aaaaaaaa, g(bbbb, ccccc))", "f(\n    aaaaaaaa,\n    g(\n        bbbb,\n        ccccc\n    )\n)\n"),
        ("x = lambda a: a and bbbbbbbbb", "x = lambda a: a and bbbbbbbbb\n"),
        ("aaaaaaaaaaaa.bbbbbbbbbbb()", "aaaaaaaaaaaa.bbbbbbbbbbb()\n"),
        ("x = y = aaaaaaaaaaaaaaaaaa", "x = y = aaaaaaaaaaaaaaaaaa\n"),
    ],
)
def test_long_lines_are_broken_where_that_is_simple(code: str, printed: str) -> None:
    assert pretty(code, width=16) == printed
    assert same_tree(printed, code)


def test_the_standard_library_keeps_its_trees_and_short_lines() -> None:
    for text in SMALL:
        printed = pretty(text)
        assert same_tree(printed, text)
        assert pretty(printed) == printed


def test_a_function_that_is_not_there_cannot_be_documented() -> None:
    with pytest.raises(ValueError, match="there is no function g"):
        document("def f(): pass", "Doc.", "g")


@pytest.mark.parametrize(
    ("code", "docstring", "name", "expected"),
    [
        ("def f(): pass", "Do it.", "", 'def f():\n    """Do it."""\n    pass\n'),
        (
            "def f():\n  'old'\n  pass",
            " New.\n\nMore.\n",
            "f",
            'def f():\n    """New.\n\n    More.\n    """\n    pass\n',
        ),
        (
            "x\nasync def g(): pass\ndef f(): pass",
            "F.",
            "f",
            'x\n\nasync def g():\n    pass\n\ndef f():\n    """F."""\n    pass\n',
        ),
    ],
)
def test_docstrings(code: str, docstring: str, name: str, expected: str) -> None:
    documented = document(code, docstring, name)
    assert documented == expected
    function = next(n for n in ast.walk(ast.parse(documented)) if isinstance(n, ast.FunctionDef) and n.name == "f")
    assert ast.get_docstring(function) == "\n".join(docstring.strip().splitlines())


@pytest.mark.parametrize(
    ("code", "printed"),
    [
        ("x = '\\\\d+'\n", 'x = r"\\d+"\n'),
        ('x = "\\\\w\'s"\n', 'x = r"\\w\'s"\n'),
        ("x = '\\n'\n", "x = '\\n'\n"),
        ("x = 'a\\\\'\n", "x = 'a\\\\'\n"),
        ("x = b'\\\\d'\n", "x = b'\\\\d'\n"),
    ],
)
def test_a_string_is_raw_where_that_saves_all_backslashes(code: str, printed: str) -> None:
    assert pretty(code) == printed
