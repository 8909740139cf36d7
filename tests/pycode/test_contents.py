"""What the tree tells is what the tolerant outline tells."""

import ast
from pathlib import Path

import pytest

from aurora.pycode.contents import Symbol, imports, symbols
from aurora.pycode.nodes import statements
from aurora.pycode.outline import outline

SOURCES = sorted(Path(__file__).parents[2].glob("src/aurora/flows/**/*.py"))
ODD = """import a, b; from c import (
    d,
)
if a:
    class Outer:
        @deco
        async def method(self):
            def inner(): return 1
            return inner

        if b:
            def other(self): pass
    import a, b
é = 1; import f
"""


@pytest.mark.parametrize("text", ["", "x = 1\n", ODD, *(path.read_text("utf-8") for path in SOURCES)])
def test_tree_and_outline_agree(text: str) -> None:
    tree, seen = ast.parse(text), outline(text)
    assert [*symbols(tree)] == [Symbol(each.kind, each.path, each.line, each.last_line) for each in seen.definitions]
    assert imports(text, statements(tree)) == tuple(dict.fromkeys(each.text for each in seen.imports))


def test_methods_are_functions_directly_in_a_class() -> None:
    assert [(each.kind, each.path) for each in symbols(ast.parse(ODD))] == [
        ("class", "Outer"),
        ("method", "Outer.method"),
        ("function", "Outer.method.inner"),
        ("method", "Outer.other"),
    ]
    assert imports(ODD, statements(ast.parse(ODD))) == ("import a, b", "from c import (\n    d,\n)", "import f")
