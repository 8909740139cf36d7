"""Rewrites: their laws, and what they build proposals with."""

import ast
from collections.abc import Iterator

import pytest

from aurora.contracts.rewrite import (
    Example,
    Replacement,
    Site,
    following,
    imported,
    names_in,
    previous,
    proposed,
    rewrite,
    together,
)
from aurora.model.answer import Edit
from aurora.model.errors import UnparsableError
from aurora.pycode.edit import apply
from aurora.pycode.parse import parse


@pytest.mark.parametrize(("text", "law"), [("(", "every proposal compiles"), ("x", "every proposal changes something")])
def test_a_proposal_that_breaks_a_law_is_found(text: str, law: str) -> None:
    @rewrite(examples=[Example("x", [text])], kind="expression")
    def bad(site: Site) -> Iterator[Replacement]:
        if isinstance(site.node, ast.Name):
            yield Replacement((Edit("", 0, 1, text),))

    assert [law in failure for failure in bad.failures()] == [True]


def test_what_is_no_python_has_no_proposals() -> None:
    with pytest.raises(UnparsableError):
        proposed(lambda _site: iter(()), "def f(:\n")


def test_neighbours_in_a_block() -> None:
    source = parse("a = 1\nif a:\n    b = 1\n    c = 2\n")
    (_, test) = source.tree.body
    assert isinstance(test, ast.If)
    first, second = test.body
    site = Site(source, second)
    assert (previous(site, second), following(site, first)) == (first, second)
    assert (previous(site, first), following(site, second)) == (None, None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            '"""doc"""\nfrom __future__ import annotations\nx = 1\n',
            '"""doc"""\nfrom __future__ import annotations\nM\nx = 1\n',
        ),
        ("@d\ndef f(): pass\n", "M\n\n\n@d\ndef f(): pass\n"),
        ("import heapq\nx = 1\n", "import heapq\nx = 1\n"),
    ],
)
def test_an_import_is_put_behind_docstring_and_future(text: str, expected: str) -> None:
    site = Site(parse(text), parse(text).tree)
    (made,) = imported(site, "import heapq")
    assert apply(text, made.edits) == expected.replace("M", "import heapq")


def test_changes_are_made_together_or_not_at_all() -> None:
    one, other = Replacement((Edit("", 0, 1, "a"),)), Replacement((Edit("", 2, 3, "b"),))
    assert [made.edits for made in together(iter([one]), iter([other]))] == [(*one.edits, *other.edits)]
    assert list(together(iter([one]), iter([]))) == []


def test_names_are_read_or_written() -> None:
    tree = ast.parse("a = b + a.c")
    assert names_in(tree) == {"a", "b"}
    assert names_in(tree, ast.Store) == {"a"}
