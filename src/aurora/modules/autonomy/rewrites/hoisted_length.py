"""Ask for a length once before a loop, where it cannot change."""

import ast
from collections.abc import Iterator

from aurora.contracts.rewrite import Example, Replacement, Site, names_in, rewrite
from aurora.model.answer import Edit


@rewrite(
    kind="expression",
    examples=[
        Example(
            "def f(xs, s):\n    for x in xs:\n        print(x % len(s))\n",
            ["def f(xs, s):\n    length = len(s)\n    for x in xs:\n        print(x % length)\n"],
        ),
        Example("def f(xs, s):\n    for x in xs:\n        s.append(len(s))\n", []),
        Example("def f(xs, s):\n    for x in xs:\n        s = s + [len(s)]\n", []),
    ],
)
def hoisted_length(site: Site) -> Iterator[Replacement]:
    """`len(s)` in a loop that only reads `s` to a variable before the loop."""
    if not isinstance(site.node, ast.For | ast.While) or "length" in names_in(site.source.tree):
        return
    inside = [each for each in ast.walk(site.node) if each is not site.node]
    calls: dict[str, list[ast.Call]] = {}
    for each in inside:
        match each:
            case ast.Call(func=ast.Name(id="len"), args=[ast.Name(id=name)], keywords=[]):
                calls.setdefault(name, []).append(each)
    for name, found in calls.items():
        if _only_read(site, inside, name):
            spans = [site.source.span(each) for each in found]
            edits = [Edit("", span.start, span.end, "length") for span in spans]
            for made in site.insert(site.node, f"length = len({name})", "before"):
                yield Replacement((*made.edits, *edits))


def _only_read(site: Site, inside: list[ast.AST], name: str) -> bool:
    """Whether the name is only asked for its length and its items, so that it cannot change."""
    for each in inside:
        if isinstance(each, ast.Name) and each.id == name:
            parent = site.source.parents.get(each)
            length = isinstance(parent, ast.Call) and ast.unparse(parent.func) == "len"
            item = isinstance(parent, ast.Subscript) and parent.value is each and isinstance(parent.ctx, ast.Load)
            if not length and not item:
                return False
    return True
