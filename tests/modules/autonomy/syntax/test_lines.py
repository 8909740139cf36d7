import ast

import pytest

from aurora.modules.autonomy.syntax.lines import parsed, replaced, with_import


def test_a_text_that_does_not_parse_has_no_tree() -> None:
    assert parsed("x = (\n") is None


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("x = 1\n", "import m\nx = 1\n"),
        ('"""Doc."""\nx = 1\n', '"""Doc."""\n\nimport m\nx = 1\n'),
        ("import a\n\nx = 1\n", "import a\nimport m\n\nx = 1\n"),
        ("import a", "import a\nimport m\n"),
        ("def f():\n    pass\n", "import m\n\n\ndef f():\n    pass\n"),
        (
            "#!/usr/bin/env python\n# -*- coding: utf-8 -*-\nx = 1\n",
            "#!/usr/bin/env python\n# -*- coding: utf-8 -*-\nimport m\nx = 1\n",
        ),
    ],
)
def test_an_import_goes_behind_the_imports(text: str, after: str) -> None:
    source = parsed(text)
    assert source is not None
    assert with_import(source, "import m") == after


def test_every_node_is_replaced() -> None:
    source = parsed("y = x + x\n")
    assert source is not None
    nodes = [node for node in source.nodes(ast.Name) if node.id == "x"]
    assert replaced(source, nodes, "width") == "y = width + width\n"
