"""A name that means nothing becomes one that does.

Candidates are the names that are visible there, attributes of self, words that other languages have for something. Near
spelling, a common word, a variable that nobody reads, the same tokens around it elsewhere in the file (Hindle 2012) and
the way it is used speak for a candidate.
"""

import ast
from collections.abc import Collection, Iterator, Sequence

from aurora.contracts.fixer import Broken, Example, Fix, fixer
from aurora.modules.autonomy.syntax.context import Context
from aurora.modules.autonomy.syntax.lines import parsed, replaced
from aurora.modules.autonomy.syntax.vocabulary import FOREIGN_NAMES, spelling
from aurora.pycode.binding import NameKind
from aurora.pycode.dangling import Dangling, Lack, class_members, dangling
from aurora.pycode.parse import Source
from aurora.pycode.scopes import visible

_MOST = 8
_KNOWN = frozenset({"True", "False", "None", "float", "int", "self"})


@fixer(
    examples=[
        Example(
            Broken("def f(width):\n    return widht * 2\n"),
            ["def f(width):\n    return width * 2\n", "def f(width):\n    return f * 2\n"],
        ),
        Example(Broken("n = parseInt('3')\n"), ["n = int('3')\n"]),
        Example(
            Broken("class A:\n    size = 1\n\n    def f(self):\n        return size\n"),
            [
                "class A:\n    size = 1\n\n    def f(self):\n        return self.size\n",
                "class A:\n    size = 1\n\n    def f(self):\n        return A\n",
            ],
        ),
        Example(Broken("def f(width):\n    return width\n"), []),
        Example(Broken("x = (\n"), []),
    ]
)
def undefined_name(broken: Broken) -> Iterator[Fix]:
    """The text with the first name that means nothing replaced wherever it means nothing."""
    source = parsed(broken.text)
    found = [each for each in dangling(source) if each.lack in (Lack.NAME, Lack.VALUE, Lack.FLOW)] if source else []
    if source is None or not found:
        return
    nodes: list[ast.AST] = [each.node for each in found if each.name == found[0].name]
    if found[0].lack is Lack.VALUE:
        nodes += _stores(source, found[0])
    best: dict[str, float] = {}
    for name, cost in _candidates(source, found[0], nodes):
        best[name] = min(cost, best.get(name, cost))
    for name, cost in sorted(best.items(), key=lambda item: item[1])[:_MOST]:
        yield Fix(replaced(source, nodes, name), cost, f"{found[0].name} means nothing here; {name} does.")


def _candidates(source: Source, lost: Dangling, nodes: Sequence[ast.AST]) -> Iterator[tuple[str, float]]:
    names = visible(source, lost.node)
    yield from _foreign(source, lost, names)
    method = source.function(lost.node)
    if method is not None and method.args.args and method.args.args[0].arg == "self":
        for name in class_members(source):
            away = spelling(lost.name, name)
            if away is not None:
                yield f"self.{name}", 0.4 + away
    context = Context(source)
    starts = {source.span(node).start for node in nodes}
    for name, kind in names.items():
        if name not in (lost.name, "self", "cls") and not name.startswith("__"):
            known = _cost(context, lost, name, kind, starts)
            if known is not None:
                yield name, known


def _foreign(source: Source, lost: Dangling, names: Collection[str]) -> Iterator[tuple[str, float]]:
    above = source.parents.get(source.parents.get(lost.node, lost.node))
    for rank, word in enumerate(FOREIGN_NAMES.get(lost.name, ())):
        if word.partition("(")[0] in {*names, *_KNOWN}:
            index = word == "int" and rank > 0 and isinstance(above, ast.Subscript)
            yield word, 0.1 if index else 0.2 + 0.4 * rank


def _cost(context: Context, lost: Dangling, name: str, kind: NameKind, starts: set[int]) -> float | None:
    """What it costs to mean this visible name."""
    kinds = context.uses.get(lost.name, frozenset())
    away = spelling(lost.name, name)
    if kind in (NameKind.BUILTIN, NameKind.IMPORT):
        return 0.6 + away + (0.0 if "called" in kinds else 1.5) if away is not None else None
    callable_ = kind in (NameKind.FUNCTION, NameKind.CLASS)
    cost = 2.4 if away is None else min(0.3 + away, 2.4)
    cost -= min(0.25 * context.likeness(starts, name), 1.25)
    if context.reads[name] == 0 and kind is not NameKind.LOOP:
        cost -= 0.5
    if callable_ != ("called" in kinds):
        cost += 1.5
    known = context.uses.get(name, frozenset())
    whole = {"subscripted", "iterated", "attribute"}
    if ("number" in kinds and known & whole) or (kinds & whole and "number" in known and not known & whole):
        cost += 1.0
    if lost.lack is Lack.VALUE and kind is NameKind.LOOP:
        cost += 1.0
    return max(cost, 0.1)


def _stores(source: Source, lost: Dangling) -> list[ast.AST]:
    function = source.function(lost.node)
    around: ast.AST = function or source.tree
    return [
        node
        for node in ast.walk(around)
        if isinstance(node, ast.Name) and node.id == lost.name and isinstance(node.ctx, ast.Store)
    ]
