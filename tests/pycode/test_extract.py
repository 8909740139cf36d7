import ast

import pytest

from aurora.pycode.extract import Extraction, extract
from aurora.pycode.parse import parse

MODULE = '''"""Shapes."""

from __future__ import annotations

import math
import os
import render

# how much
#   is enough
LIMIT = 10
SIDES: dict[str, int] = {}  # by name


def area(shape):
    return render.size(shape)


@render.hook
class Hooked:
    pass


# of all
class Shape:
    """A shape."""

    def far(self, x):  # x may be negative
        return math.hypot(x, LIMIT)


def last(shapes):
    return shapes[-1]
'''


def split(text: str, *names: str) -> Extraction | None:
    source = parse(text)
    staying = [node for node in source.tree.body if isinstance(node, ast.Import) and node.names[0].name == "render"]
    return extract(source, names, "base", staying)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (MODULE, "area"),
        (MODULE, "Hooked"),
        (MODULE, "math"),
        (MODULE, "missing"),
        ("x = 1\nx = 2\n", "x"),
        ("x = 1\n\n\ndef f():\n    global x\n    x = 2\n", "x"),
        ("x = 1; y = 2\n", "x"),
        ("x, y = 1, 2\n", "x"),
        ("if True:\n    x = 1\n", "x"),
        ("def f():\n    return __name__\n", "f"),
        ("try:\n    import json\nexcept ImportError:\n    json = None\n\n\ndef f():\n    return json\n", "f"),
    ],
)
def test_what_cannot_stand_alone_stays(text: str, name: str) -> None:
    assert split(text, name) is None


def test_a_definition_moves_with_what_it_needs_and_its_comments() -> None:
    found = split(MODULE, "Shape")
    assert found is not None
    assert found.names == ("LIMIT", "Shape")
    assert found.moved == (
        "\nfrom __future__ import annotations\nimport math\n\n# how much\n#   is enough\nLIMIT = 10\n\n\n"
        '# of all\nclass Shape:\n    """A shape."""\n\n    def far(self, x):  # x may be negative\n'
        "        return math.hypot(x, LIMIT)\n"
    )
    assert found.left == (
        '"""Shapes."""\n\nfrom __future__ import annotations\n\nimport math\nimport os\n'
        "from base import LIMIT, Shape\nimport render\n\nSIDES: dict[str, int] = {}  # by name\n\n\n"
        "def area(shape):\n    return render.size(shape)\n\n\n@render.hook\nclass Hooked:\n    pass\n\n\n"
        "def last(shapes):\n    return shapes[-1]\n"
    )


def test_the_last_definition_leaves_no_blank_lines_and_line_ends_are_kept() -> None:
    found = split("import render\r\n\r\n\r\ndef f():\r\n    return 1\r\n", "f")
    assert found is not None
    assert found.left == "from base import f\r\nimport render\r\n"
    assert found.moved == "\r\n\r\ndef f():\r\n    return 1\r\n"
