import ast
import random

import pytest

from aurora.pycode.edit import apply
from aurora.pycode.normalise import canonical
from aurora.pycode.parse import Source, parse
from aurora.pycode.rename import rename
from aurora.pycode.scopes import defined_names
from tests.pycode.library import SMALL


def function(source: Source) -> ast.FunctionDef:
    return next(node for node in source.nodes(ast.FunctionDef) if node.name == "f")


def renamed(text: str, **names: str) -> str:
    source = parse(text)
    return apply(text, rename(source, function(source), names))


@pytest.mark.parametrize(
    ("text", "names", "message"),
    [
        ("def f(a): return b", {"b": "c"}, "b is not bound in this scope"),
        ("def f(a): return b", {"a": "b"}, "the name b is taken"),
        ("def f(a, b): return b", {"a": "b"}, "the name b is taken"),
        ("def f(a, b): return b", {"a": "c", "b": "c"}, "the name c is taken"),
        ("def f(a):\n return [a for c in a]", {"a": "c"}, "the name c is taken"),
        ("def f(a): return len(a)", {"a": "len"}, "the name len is taken"),
        ("def f(a): pass", {"a": "class"}, "'class' is not a name"),
        ("def f(a): pass", {"a": "1"}, "'1' is not a name"),
        ("def f():\n import a.b\n a", {"a": "c"}, "a cannot be renamed in 'a.b'"),
    ],
)
def test_what_cannot_be_renamed_is_refused(text: str, names: dict[str, str], message: str) -> None:
    source = parse(text)
    with pytest.raises(ValueError, match=message):
        rename(source, function(source), names)


@pytest.mark.parametrize(
    ("text", "names", "expected"),
    [
        ("def f(a, b=a):\n  # a\n  return a + x.a", {"a": "n"}, "def f(n, b=a):\n  # a\n  return n + x.a"),
        ("def f(a, b): return a - b", {"a": "b", "b": "a"}, "def f(b, a): return b - a"),
        ("def f(a: a): a += f'{a} {a!r}'", {"a": "n"}, "def f(n: a): n += f'{n} {n!r}'"),
        (
            "def f():\n  import a\n  from b import c as d\n  a, d",
            {"a": "x", "d": "y"},
            "def f():\n  import a as x\n  from b import c as y\n  x, y",
        ),
        ("def f():\n  try: pass\n  except e as e: e", {"e": "x"}, "def f():\n  try: pass\n  except x as x: x"),
        (
            "def f(m):\n  match m:\n    case [a, *b] | {'b': a, **b} | (1 as a): a",
            {"a": "x", "b": "y"},
            "def f(m):\n  match m:\n    case [x, *y] | {'b': x, **y} | (1 as x): x",
        ),
        (
            "def f(a):\n  def g(b):\n    nonlocal a\n    a = lambda a: a\n  class h: a = a\n",
            {"a": "x", "g": "y", "h": "z"},
            "def f(x):\n  def y(b):\n    nonlocal x\n    x = lambda a: a\n  class z: a = a\n",
        ),
        ("def f(a):\n  def g(a): return a\n  return [a for b in a for a in a]", {"b": "c"}, None),
    ],
)
def test_renaming(text: str, names: dict[str, str], expected: str | None) -> None:
    if expected is None:
        with pytest.raises(ValueError, match="is not bound"):
            renamed(text, **names)
    else:
        assert renamed(text, **names) == expected


def test_edits_carry_the_path_and_come_in_order() -> None:
    source = parse("def f(a): return a, a")
    edits = rename(source, function(source), {"a": "b"}, "m.py")
    assert [(edit.path, edit.start) for edit in edits] == [("m.py", 6), ("m.py", 17), ("m.py", 20)]


def test_renaming_locals_of_the_standard_library_changes_no_meaning() -> None:
    choose = random.Random(3)
    for text in SMALL:
        source = parse(text)
        functions = [node for node in source.nodes(ast.FunctionDef) if defined_names(node)]
        for node in choose.sample(functions, min(2, len(functions))):
            name = choose.choice(defined_names(node))
            after = apply(text, rename(source, node, {name: "brand_new"}))
            assert canonical(after) == canonical(text)
