import ast
import random
from typing import Literal

import pytest

from aurora.pycode.edit import apply
from aurora.pycode.parse import Source, parse
from aurora.pycode.statements import (
    block_of,
    delete_statement,
    indent_of,
    indent_unit,
    insert_statement,
    reindent,
    replace_statement,
)
from tests.pycode.library import SMALL


def statement(source: Source, segment: str) -> ast.stmt:
    return next(node for node in source.nodes(ast.stmt) if source.whole(node).of(source.text) == segment)


def inserted(text: str, anchor: str, code: str, where: Literal["before", "after"]) -> str:
    source = parse(text)
    return apply(text, [insert_statement(source, statement(source, anchor), code, where)])


def replaced(text: str, old: str, code: str) -> str:
    source = parse(text)
    return apply(text, [replace_statement(source, statement(source, old), code)])


def deleted(text: str, old: str) -> str:
    source = parse(text)
    return apply(text, [delete_statement(source, statement(source, old))])


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("x = 1\n", "    "),
        ("if x:\n  y\n", "  "),
        ("if x:\n\tif y:\n\t\tz\n", "\t"),
        ("x = (1,\n   2)\nif x:\n  y = '''\n     '''\n", "  "),
        ("# a\n   # b\nif x:\n    y\n", "    "),
    ],
)
def test_the_indent_unit_is_the_usual_step(text: str, unit: str) -> None:
    assert indent_unit(text) == unit


def test_reindenting_leaves_strings_and_blank_lines() -> None:
    code = "  if x:\n\n    y = '''a\n  b'''\n  # c\n"
    assert reindent(code, "\t", "\r\n") == "\tif x:\r\n\r\n\t  y = '''a\n  b'''\r\n\t# c"
    assert reindent("# only", " ") == " # only"


@pytest.mark.parametrize(
    ("text", "anchor", "code", "where", "expected"),
    [
        ("a  # c\nb\n", "a", "x", "after", "a  # c\nx\nb\n"),
        ("# c\na\nb\n", "b", "x\ny", "before", "# c\na\nx\ny\nb\n"),
        ("a", "a", "x", "after", "a\nx"),
        ("\ufeffa", "a", "x", "before", "\ufeffx\na"),
        ("if a:\r\n\tb\r\n", "b", "if x:\n    y", "before", "if a:\r\n\tif x:\r\n\t    y\r\n\tb\r\n"),
        ("@d\ndef f():\n  a\n", "@d\ndef f():\n  a", "x", "before", "x\n@d\ndef f():\n  a\n"),
        ("@d\ndef f():\n  a\n", "@d\ndef f():\n  a", "x", "after", "@d\ndef f():\n  a\nx\n"),
        ("a; b  # c\n", "b", "x", "before", "a\nx\nb  # c\n"),
        ("a; b;  # c\n", "b", "x", "after", "a\nb\nx  # c\n"),
        ("if a: b; c\nd", "b", "x", "after", "if a:\n    b\n    x\n    c\nd"),
        ("if a: b  # c\n", "b", "x", "before", "if a:\n    x\n    b  # c\n"),
        ("try:\n  a\nexcept E: b\n", "b", "x", "before", "try:\n  a\nexcept E:\n  x\n  b\n"),
        ("match a:\n  case 1: b\n", "b", "x", "after", "match a:\n  case 1:\n    b\n    x\n"),
        ("a; \\\n  b\n", "b", "x", "after", "a\nb\nx\n"),
        ("if a: \\\n  b\n", "b", "x", "after", "if a:\n    b\n    x\n"),
        (
            "if a:\n  b\nelif c:\n  d\nelse: e\n",
            "elif c:\n  d\nelse: e",
            "x",
            "before",
            "if a:\n  b\nelse:\n  x\n  if c:\n    d\n  else: e\n",
        ),
        ("if a:\n  b\nelif c:\n  d\n", "elif c:\n  d", "x", "after", "if a:\n  b\nelse:\n  if c:\n    d\n  x\n"),
        ("# a \\\nb\n", "b", "x", "before", "# a \\\nx\nb\n"),
    ],
)
def test_insertion(text: str, anchor: str, code: str, where: Literal["before", "after"], expected: str) -> None:
    assert inserted(text, anchor, code, where) == expected


@pytest.mark.parametrize(
    ("text", "old", "code", "expected"),
    [
        ("a\nb  # c\n", "b", "x", "a\nx  # c\n"),
        ("if a:\n  b\n", "b", "if x:\n    y\nz", "if a:\n  if x:\n      y\n  z\n"),
        ("a; b; c\n", "b", "x", "a; x; c\n"),
        ("a; b; c\n", "b", "if x:\n  y", "a\nif x:\n  y\nc\n"),
        ("if a: b\n", "b", "x = 1", "if a: x = 1\n"),
        ("if a: b\n", "b", "if x: y", "if a:\n    if x: y\n"),
        ("@d\ndef f(): a\n", "@d\ndef f(): a", "x", "x\n"),
        ("if a:\n  b\nelif c:\n  d  # e\n", "elif c:\n  d", "x", "if a:\n  b\nelse:\n  x  # e\n"),
    ],
)
def test_replacement(text: str, old: str, code: str, expected: str) -> None:
    assert replaced(text, old, code) == expected


@pytest.mark.parametrize(
    ("text", "old", "expected"),
    [
        ("a\nb  # c\nc\n", "b", "a\nc\n"),
        ("a\nb", "b", "a\n"),
        ("a", "a", ""),
        ("if a:\n  b  # c\n", "b", "if a:\n  pass  # c\n"),
        ("if a: b\n", "b", "if a: pass\n"),
        ("if a:\n  b\nelse:\n  c\n", "c", "if a:\n  b\nelse:\n  pass\n"),
        ("a; b; c\n", "a", "b; c\n"),
        ("a; b; c\n", "b", "a; c\n"),
        ("a; b; c\n", "c", "a; b\n"),
        ("a = (1,\n  2)\nb\n", "a = (1,\n  2)", "b\n"),
        ("if a:\n  b\nelif c:\n  d\nelse:\n  e\nf", "elif c:\n  d\nelse:\n  e", "if a:\n  b\nf"),
        ("a\n\n@d\nclass A:\n  b\n", "@d\nclass A:\n  b", "a\n\n"),
    ],
)
def test_deletion(text: str, old: str, expected: str) -> None:
    assert deleted(text, old) == expected


def test_the_block_and_the_indent_of_a_statement() -> None:
    source = parse("if a:\n  b\n  c\nelse: d\n")
    assert [source.segment(item) for item in block_of(source, statement(source, "c"))] == ["b", "c"]
    assert indent_of(source, statement(source, "c")) == "  "
    assert indent_of(source, statement(source, "d")) == "  "


def tree_with(
    text: str, place: int, change: Literal["before", "after", "replace", "delete"], code: str, *, elif_: bool
) -> str:
    """The dump of the tree of `text` after a change at the statement that is `place` in the order of `ast.walk`."""
    tree = ast.parse(text)
    node = list(ast.walk(tree))[place]
    for owner in ast.walk(tree):
        for _, block in ast.iter_fields(owner):
            if isinstance(block, list) and node in block:
                at = block.index(node)
                new: list[ast.AST] = [] if change == "delete" else [*ast.parse(code).body]
                kept = [node] if change in ("before", "after") else []
                block[at : at + 1] = new + kept if change == "before" else kept + new
                if not block and not isinstance(owner, ast.Module) and not elif_:
                    block.append(ast.Pass())
    return ast.dump(tree)


@pytest.mark.parametrize("change", ["before", "after", "replace", "delete"])
def test_a_changed_statement_gives_the_tree_with_that_change(
    change: Literal["before", "after", "replace", "delete"],
) -> None:
    choose = random.Random(1)
    for text in SMALL:
        source = parse(text)
        places = {node: i for i, node in enumerate(ast.walk(source.tree))}
        for node in choose.sample(list(source.nodes(ast.stmt)), 5):
            code = choose.choice(["x = 1", "if a:\n  b = '''\n'''\n  c", "def f():\n    pass\ny"])
            if change in ("before", "after"):
                edit = insert_statement(source, node, code, "before" if change == "before" else "after")
            else:
                edit = replace_statement(source, node, code) if change == "replace" else delete_statement(source, node)
            elif_ = source.segment(node).startswith("elif")
            assert ast.dump(ast.parse(apply(text, [edit]))) == tree_with(text, places[node], change, code, elif_=elif_)
