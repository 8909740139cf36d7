"""`self.x` that the class does not have: a builtin or a function without `self.`, or a misspelt attribute."""

import ast
from collections.abc import Iterator

from aurora.contracts.fixer import Broken, Example, Fix, fixer
from aurora.modules.autonomy.syntax.lines import parsed, replaced
from aurora.pycode.dangling import Dangling, Lack, class_members, dangling
from aurora.pycode.names import distance, nearest, split_words
from aurora.pycode.parse import Source
from aurora.pycode.scopes import visible


@fixer(
    examples=[
        Example(
            Broken("class A:\n    def f(self, x, y):\n        return self.min(x, y)\n"),
            ["class A:\n    def f(self, x, y):\n        return min(x, y)\n"],
        ),
        Example(
            Broken("class A:\n    size = 0\n\n    def f(self):\n        return self.szie\n"),
            ["class A:\n    size = 0\n\n    def f(self):\n        return self.size\n"],
        ),
        Example(
            Broken("class A:\n    def f(self, x):\n        self.check()\n        return x\n"),
            ["class A:\n    def f(self, x):\n        return x\n"],
        ),
        Example(Broken("class A(B):\n    def f(self, x, y):\n        return self.min(x, y)\n"), []),
    ]
)
def undefined_attribute(broken: Broken) -> Iterator[Fix]:
    """The text with the first attribute of self that nobody sets put right wherever it is read."""
    source = parsed(broken.text)
    found = [each for each in dangling(source) if each.lack is Lack.ATTRIBUTE] if source else []
    if source is None or not found:
        return
    lost = found[0]
    same = [each.node for each in found if each.name == lost.name]
    own = lost.node.value.id if isinstance(lost.node, ast.Attribute) and isinstance(lost.node.value, ast.Name) else ""
    why = f"The class has no {lost.name}."
    if lost.name in visible(source, lost.node):
        yield Fix(replaced(source, same, lost.name), 0.3, why)
    for name in _like(source, lost):
        yield Fix(replaced(source, same, f"{own}.{name}"), 0.5 + 0.3 * min(distance(lost.name, name), 4), why)
    yield from _dropped(source, lost, why)


def _like(source: Source, lost: Dangling) -> list[str]:
    members = [name for name in class_members(source) if not name.startswith("__")]
    words = set(split_words(lost.name))
    inside = [name for name in sorted(members) if set(split_words(name)) < words or set(split_words(name)) > words]
    return list(dict.fromkeys([*nearest(lost.name, members), *inside]))[:4]


def _dropped(source: Source, lost: Dangling, why: str) -> Iterator[Fix]:
    """A statement that only calls what is not there has no other effect than to raise."""
    call = source.parents.get(lost.node)
    statement = source.parents.get(call) if isinstance(call, ast.Call) and not call.args else None
    if isinstance(statement, ast.Expr) and len(getattr(source.parents[statement], "body", [])) > 1:
        span = source.span(statement)
        start = source.text.rfind("\n", 0, span.start) + 1
        end = source.text.find("\n", span.end) + 1 or len(source.text)
        if source.text[start : span.start].isspace() and not source.text[span.end : end].strip():
            yield Fix(source.text[:start] + source.text[end:], 1.5, why)
