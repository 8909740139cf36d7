import ast

from aurora.engines.repair.scope import Scopes
from aurora.pycode.parse import parse

CODE = """
import os.path as path
LIMIT = 3
def outer(a, *rest, key=1, **more):
    local = 1
    def inner(b):
        return [x for x in b if x > a]
    for i in rest:
        pass
    return inner
"""


def test_names_come_nearest_scope_first() -> None:
    source = parse(CODE)
    inner = next(node for node in source.nodes(ast.ListComp))
    names = Scopes(source).names_at(inner.elt)
    assert names[:2] == ("x", "b")
    assert set(names[2:]) == {"a", "rest", "key", "more", "local", "inner", "i", "path", "LIMIT", "outer"}


def test_a_comprehension_variable_is_unknown_outside() -> None:
    source = parse(CODE)
    assert "x" not in Scopes(source).names_at(source.tree.body[1])


def test_what_nested_functions_and_classes_bind_is_theirs() -> None:
    source = parse(
        "def f():\n    hidden = 1\nclass C:\n    own = 1\ntry:\n    a = 1\nexcept ValueError as e:\n    pass\n"
    )
    assert Scopes(source).names_at(source.tree.body[0]) == ("f", "C", "a", "e")


def test_parameters_of_all_kinds_come_first() -> None:
    source = parse("def f(a, /, b, *c, d, **e): pass")
    assert Scopes(source).names_at(next(source.nodes(ast.Pass))) == ("a", "b", "d", "c", "e", "f")
