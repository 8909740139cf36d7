import ast
import re
import symtable

import pytest

from aurora.pycode.binding import NameKind, Scope, Scopes, _Binder, scopes_of
from aurora.pycode.nodes import Below
from tests.pycode.library import LIBRARY


def scopes(text: str) -> Scopes:
    return scopes_of(ast.parse(text))


def kinds(scope: Scope) -> dict[str, str]:
    return {name: uses[-1].kind.value for name, uses in scope.bindings.items() if uses[-1].kind}


def inner(text: str) -> Scope:
    """The scope of the first function, class, lambda or comprehension."""
    return scopes(text).all[1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("x = 1", {"x": "global"}),
        ("x: int", {"x": "global"}),
        ("x += y", {"x": "global"}),
        (
            "for x, (y, *z) in w: a = 1",
            {"x": "loop variable", "y": "loop variable", "z": "loop variable", "a": "global"},
        ),
        ("with a as x: pass", {"x": "global"}),
        ("try: pass\nexcept E as x: pass\nexcept F: pass", {"x": "global"}),
        ("import a.b, c as d\nfrom e import f as g, h", {"a": "import", "d": "import", "g": "import", "h": "import"}),
        ("def f(): x = 1", {"f": "function"}),
        ("async def f(): pass\nclass A: x = 1", {"f": "function", "A": "class"}),
        (
            "match a:\n case [x, *y] | {'k': z, **w}: pass\n case {'q': _}: pass\n case p: pass",
            dict.fromkeys("xyzwp", "global"),
        ),
        ("[y for x in w if (y := x)]", {"y": "global"}),
        ("def f():\n global x\n x = 1", {"f": "function", "x": "global"}),
        ("del x\nprint(y)", {}),
        ("x.a = y[0] = 1", {}),
    ],
)
def test_what_a_module_binds(text: str, expected: dict[str, str]) -> None:
    assert kinds(scopes(text).module) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("def f(a, /, b=x, *c, d, **e): g = 1", {**dict.fromkeys("abdce", "parameter"), "g": "local"}),
        ("lambda a: b", {"a": "parameter"}),
        ("class A:\n x = 1\n def f(self): y = 1", {"x": "class variable", "f": "function"}),
        ("{a: b for a, b in c}", {"a": "comprehension variable", "b": "comprehension variable"}),
        ("async def f():\n async for a in b: pass", {"a": "loop variable"}),
        (
            "def f():\n nonlocal_ = 1\n def g():\n  nonlocal nonlocal_\n  nonlocal_ = 2",
            {"nonlocal_": "local", "g": "function"},
        ),
    ],
)
def test_what_an_inner_scope_binds(text: str, expected: dict[str, str]) -> None:
    assert kinds(inner(text)) == expected


def owner_of(text: str, name: str) -> Scope | None:
    """The owner of the name where it is used in the innermost scope."""
    last = [scope for scope in scopes(text).all if any(use.name == name for use in scope.uses)][-1]
    return last.owner(name)


@pytest.mark.parametrize(
    ("text", "name", "owner"),
    [
        ("def f(): return x", "x", None),
        ("x = 1\ndef f(): return x", "x", "Module"),
        ("def f():\n x = 1\n return [x for y in z]", "x", "FunctionDef"),
        ("class A:\n x = 1\n def f(self): return x", "x", None),
        ("x = 1\nclass A:\n x = 2\n y = x", "x", "ClassDef"),
        ("x = 1\ndef f():\n x = 2\n def g():\n  global x\n  return x", "x", "Module"),
        ("def f():\n global x\n return x", "x", None),
        ("def f():\n x = 1\n def g():\n  nonlocal x\n  x = 2", "x", "FunctionDef"),
        ("class A:\n x = 1\n y = [z for z in x]", "x", "ClassDef"),
        ("class A:\n x = 1\n y = [x for z in w]", "x", None),
    ],
)
def test_a_name_belongs_to_the_scope_that_binds_it(text: str, name: str, owner: str | None) -> None:
    found = owner_of(text, name)
    assert (type(found.node).__name__ if found else None) == owner


def test_uses_come_in_order_of_evaluation() -> None:
    text = "a: b = c\nd = e\nf += g\ndef h(i: j = k) -> l: pass\nclass m(n): pass"
    assert [use.name for use in scopes(text).module.uses] == list("bcaedfgfkljhnm")


def test_star_imports_are_noted() -> None:
    assert scopes("from a import *").star_imports
    assert not scopes("from a import b").star_imports


def test_scopes_are_found_by_their_node_and_know_the_top() -> None:
    tree = ast.parse("def f():\n def g(): pass")
    found = scopes_of(tree)
    function = tree.body[0]
    assert isinstance(function, ast.FunctionDef)
    assert found.of(function) is found.all[1]
    assert found.all[2].top is found.module
    with pytest.raises(KeyError):
        found.of(ast.parse(""))


def test_type_parameters_of_later_pythons_are_bound() -> None:
    parameter = type("TypeVar", (ast.AST,), {})()
    parameter.name = "T"
    binder = _Binder(ast.parse(""), Below())
    binder.visit_TypeVar(parameter)
    assert list(binder.scope.bindings) == ["T"]
    assert binder.scope.bindings["T"][0].kind is NameKind.PARAMETER


def test_the_standard_library_is_bound_as_the_compiler_does() -> None:
    for text in LIBRARY:
        ours = sorted(sorted(scope.bindings) for scope in scopes(text).all if not isinstance(scope.node, ast.Module))
        assert ours == sorted(compiled(symtable.symtable(text, "m", "exec")))


def compiled(table: symtable.SymbolTable) -> list[list[str]]:
    """The names that the compiler finds bound in every inner scope."""
    found = []
    for child in table.get_children():
        symbols = [s for s in child.get_symbols() if not s.get_name().startswith(".")]
        found.append(
            sorted(
                unmangled(s.get_name())
                for s in symbols
                if s.is_local() and (s.is_assigned() or s.is_parameter() or s.is_imported())
            )
        )
        found += compiled(child)
    return found


def unmangled(name: str) -> str:
    return re.sub(r"^_[A-Z]\w*?(?=__\w*[a-z]$)", "", name)


def test_builtins_are_not_bound() -> None:
    assert owner_of("def f(): return len", "len") is None
