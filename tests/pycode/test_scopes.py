import ast

import pytest

from aurora.model.errors import UnparsableError
from aurora.pycode.binding import NameKind, scopes_of
from aurora.pycode.parse import parse
from aurora.pycode.scopes import attributes_of, defined_names, free_names, ignored_parameters, unresolved, visible
from tests.pycode.library import LIBRARY


def seen(text: str) -> dict[str, str]:
    """The names, other than builtins, that are visible at the name `here`."""
    source = parse(text)
    at = next(node for node in source.nodes(ast.Name) if node.id == "here")
    return {name: kind.value for name, kind in visible(source, at).items() if kind is not NameKind.BUILTIN}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("here", {}),
        ("x = here", {}),
        ("x = 1\nhere\ny = 2", {"x": "global"}),
        ("x = here + 1; y = x", {}),
        ("for x in here: y", {}),
        ("for x in y: here", {"x": "loop variable"}),
        ("if (x := 1) and here: pass", {"x": "global"}),
        ("import a\ndef f(b, c=1):\n d = 1\n here\n e = 2\ng = 1", {
            "b": "parameter", "c": "parameter", "d": "local", "a": "import", "f": "function", "g": "global"}),
        ("def f(a=here): pass", {}),
        ("def f(a):\n def g(): here\n b = 1", {"a": "parameter", "g": "function", "b": "local", "f": "function"}),
        ("def f(a):\n b = lambda c: here\n d = 1", {
            "c": "parameter", "a": "parameter", "b": "local", "d": "local", "f": "function"}),
        ("lambda c=here: c", {}),
        ("x = [here for a in b]\ny = 1", {"a": "comprehension variable"}),
        ("x = [a for a in here]", {}),
        ("x = [a for a in b for c in here]", {"a": "comprehension variable", "c": "comprehension variable"}),
        ("class A:\n x = 1\n here\n y = 2", {"x": "class variable"}),
        ("class A:\n x = 1\n def f(self): here\n", {"self": "parameter", "A": "class"}),
        ("x = 1\ndef x(): pass\nhere", {"x": "function"}),
        ("x = 1\ndef f(x): here", {"x": "parameter", "f": "function"}),
    ],
)  # fmt: skip
def test_visible_names(text: str, expected: dict[str, str]) -> None:
    assert seen(text) == expected


def test_builtins_are_visible_unless_hidden() -> None:
    source = parse("def f(len): return len")
    at = next(source.nodes(ast.Return))
    found = visible(source, at, scopes_of(source.tree))
    assert found["len"] is NameKind.PARAMETER
    assert found["print"] is NameKind.BUILTIN
    assert visible(source, source.tree.body[0])["len"] is NameKind.BUILTIN


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("", set()),
        ("x = y", {"y"}),
        ("x = x + 1", {"x"}),
        ("x += y", {"x", "y"}),
        ("x = 1\nx += 1", set()),
        ("print(x)\nx = 1", {"x"}),
        ("for i in a: b(i)", {"a", "b"}),
        ("def f(): return later\nlater = 1", set()),
        ("[x for x in y]", {"y"}),
        ("def f(a=b): return a + c", {"b", "c"}),
        ("global x", set()),
    ],
)
def test_free_names(code: str, names: set[str]) -> None:
    assert free_names(code) == names


def test_free_names_of_broken_code_are_refused() -> None:
    with pytest.raises(UnparsableError):
        free_names("x = (")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("print(lenn('x'), __name__, __file__)", ["lenn"]),
        ("def f():\n  return missing\nclass A(Missing): x = __qualname__", ["missing", "Missing"]),
        ("class A:\n  x = 1\n  def f(self): return x, __class__", ["x"]),
        ("def f():\n  global later\n  later = 1\nprint(later)", []),
        ("from a import *\nprint(x)", []),
        ("from .near import x\nfrom .far.off import y\nfrom ..up import z\ndel near, far, up", ["up"]),
        ("print(x)\nx = 1", []),
        ("f'{missing!r}'", ["missing"]),
        ("def f(): return g()\ndef g(): return undefined", ["undefined"]),
    ],
)
def test_unresolved_names(text: str, names: list[str]) -> None:
    found = unresolved(parse(text))
    assert [name.name for name in found] == names
    assert [name.span.of(text) for name in found] == names


def test_the_standard_library_has_no_unresolved_names() -> None:
    allowed = {"WindowsError", "FMT_XML", "FMT_BINARY"}  # of other systems, or put into globals() at run time
    assert {name.name for text in LIBRARY for name in unresolved(parse(text))} <= allowed


def test_attributes_of_a_variable() -> None:
    tree = ast.parse("x.b.c\nx.a = 1\ny.z\nx[0].q\ndel x.b")
    assert attributes_of(tree, "x") == ("a", "b")


def test_names_defined_by_a_function() -> None:
    function = ast.parse("def f(a, *b):\n for c in a: d = 1\n def e(): g = 1\n global h\n h = 1").body[0]
    assert isinstance(function, ast.FunctionDef)
    assert defined_names(function) == ("a", "b", "c", "d", "e")


@pytest.mark.parametrize(
    ("code", "ignored"),
    [
        ("def f(a, b):\n    return a", ("b",)),
        ("def f(a, /, b, *c, d, **e):\n    return [d for x in c]", ("a", "b", "e")),
        ("def f(a):\n    def g():\n        return a\n    return g()", ()),
        ("def f(a):\n    a = 1\n    return 2", ("a",)),
        ("def g(a):\n    return 1", ()),
    ],
)
def test_parameters_that_are_never_read_are_told(code: str, ignored: tuple[str, ...]) -> None:
    assert ignored_parameters(code, "f") == ignored
