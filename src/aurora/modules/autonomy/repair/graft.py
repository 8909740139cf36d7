"""A statement of the same function, about another variable, put in at another place or in the place of another."""

import ast
from collections.abc import Iterator

from aurora.contracts.operator import Example, Replacement, Sight, Site, operator
from aurora.model.answer import Edit
from aurora.pycode.edit import apply

_SIMPLE = (ast.Assign, ast.AugAssign, ast.Expr, ast.Return)
_MOST = 16  # statements, each with one variable exchanged
_LONGEST = 80


@operator(
    examples=[
        Example(
            Sight("def f(a, b):\n    a = a + 1\n    «return a»\n", types={"a": "int", "b": "int"}),
            [
                "def f(a, b):\n    a = a + 1\n    b = b + 1\n    return a\n",
                "def f(a, b):\n    a = a + 1\n    b = b + 1\n",
            ],
        ),
        Example(Sight("def f(a, b):\n    a = a + 1\n    «return a»\n", types={"a": "int", "b": "str"}), []),
        Example(Sight("a = 1\n«b = a»\n", types={"a": "int", "b": "int"}), []),
    ],
    prior=0.02,
    tier=3,
)
def graft(site: Site) -> Iterator[Replacement]:
    """Other short simple statements of the function with a variable exchanged for one whose type was seen to be the
    same: before, after, instead."""
    node = site.node
    function = site.source.function(node)
    if not isinstance(node, ast.stmt) or isinstance(node, ast.FunctionDef | ast.ClassDef) or function is None:
        return
    for code in _donors(site, function, node):
        yield from site.insert(node, code, "before", 0.5)
        if not isinstance(node, ast.Return | ast.Break | ast.Continue):
            yield from site.insert(node, code, "after", 0.3)
        if isinstance(node, _SIMPLE):
            yield from site.rewrite(node, code, 0.5)


def _donors(site: Site, function: ast.AST, node: ast.stmt) -> list[str]:
    found = [each for each in ast.walk(function) if isinstance(each, _SIMPLE) and each is not node]
    near = sorted(found, key=lambda each: abs(each.lineno - getattr(node, "lineno", 0)))
    texts = dict.fromkeys(text for each in near for text in _exchanged(site, each))
    known = {site.of(each) for each in (*found, node)}  # what is there already is for other operators
    return [text for text in texts if len(text) < _LONGEST and "\n" not in text and text not in known][:_MOST]


def _exchanged(site: Site, donor: ast.stmt) -> Iterator[str]:
    start = site.source.span(donor).start
    uses = [each for each in ast.walk(donor) if isinstance(each, ast.Name)]
    for name in dict.fromkeys(use.id for use in uses):
        spans = sorted(site.source.span(use) for use in uses if use.id == name)
        for other, kind in site.types.items():
            if other != name and site.types.get(name) == kind:
                edits = [Edit("", span.start - start, span.end - start, other) for span in spans]
                yield apply(site.of(donor), edits)
