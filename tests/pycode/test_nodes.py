"""Ways through a tree: as the standard library goes, but for operators and contexts."""

import ast
from pathlib import Path

import pytest

from aurora.pycode.nodes import Below, blocks, children, parents_of, statements, walk
from aurora.pycode.parse import SHARED

SOURCES = sorted(Path(__file__).parents[2].glob("src/aurora/pycode/**/*.py"))
ODD = """
@a(b)
async def f(x: int, /, *y, z=1, **w) -> str:
    global g
    async with a as b, c:
        pass
    async for i in j:
        break
    else:
        await k
    match x:
        case None | {"a": 1, **rest}:
            return f"{x!r:>{w}}"
        case C(a, b=[*_, 2]) if x:
            yield
    try:
        raise E from None
    except* V as e:
        del a[1:2], b
    finally:
        assert not {**a, 1: 2}, lambda q=1: (yield)
class A(B, metaclass=M):
    x: int = {i async for i in j if i}
"""


@pytest.mark.parametrize("text", ["", "x", ODD, *(path.read_text("utf-8") for path in SOURCES)])
def test_the_ways_are_those_of_the_standard_library(text: str) -> None:
    tree = ast.parse(text)
    plain = [node for node in ast.walk(tree) if not isinstance(node, SHARED)]
    assert walk(tree) == plain
    for node in plain:
        assert children(node) == [each for each in ast.iter_child_nodes(node) if not isinstance(each, SHARED)]
    assert parents_of(tree) == {child: node for node in plain for child in children(node)}
    lines = (ast.stmt, ast.ExceptHandler, ast.match_case, ast.mod)
    assert [*statements(tree)] == [node for node in plain if isinstance(node, lines)]


def test_blocks_come_in_the_order_of_children() -> None:
    (tried,) = ast.parse("try:\n    a\nexcept E:\n    b\nelse:\n    c\nfinally:\n    d\n").body
    assert blocks(tried) == children(tried)
    (held,) = ast.parse("with a as b:\n    c\n").body
    assert [type(each) for each in blocks(held)] == [ast.Expr]


def test_what_is_below_is_worked_out_once() -> None:
    tree = ast.parse(ODD)
    below = Below()
    assert all(below[node] == children(node) for node in walk(tree))
    assert below[tree] is below[tree]
