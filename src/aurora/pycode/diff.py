"""Compare two texts by their trees and by their tokens."""

import ast
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from aurora.pycode.layout import logical_lines
from aurora.pycode.names import distance
from aurora.pycode.parse import SHARED, Source, parse
from aurora.pycode.spans import Span
from aurora.pycode.tokens import tokenize
from aurora.pycode.verdict import parse_tree


@dataclass(frozen=True, slots=True)
class Change:
    """One difference between two trees; `before` and `after` are spans in the two texts."""

    kind: str  # "update", "insert" or "delete"
    node: str  # the class of the changed node
    detail: str  # "op: Add -> Sub" for an update inside a node, else the text of what came and went
    before: Span | None
    after: Span | None


def same_tree(a: str, b: str) -> bool:
    """Whether two texts differ in layout and comments only; False when one does not parse, unless they are equal."""
    if a == b:
        return True
    try:
        return ast.dump(parse_tree(a)) == ast.dump(parse_tree(b))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False


def token_distance(a: str, b: str) -> int:
    """How many tokens must be inserted, deleted, replaced or swapped with a neighbour to make `b` out of `a`.

    Comments and spaces do not count; a change of indentation counts once for a whole block. Works on any text.
    """
    old, new = _significant(a), _significant(b)
    limit = 8
    while (found := distance(old, new, limit)) > limit:
        limit *= 4
    return found


def changes(before: str, after: str) -> tuple[Change, ...]:
    """The differences between two modules: equal subtrees are matched from the top down, then lists are aligned.

    A simplification of GumTree (Falleri et al. 2014) without moves: a moved subtree is a deletion and an insertion.
    Raises UnparsableError.
    """
    old, new = parse(before), parse(after)
    numbers: dict[ast.AST, int] = {}
    shapes: dict[Hashable, int] = {}
    for tree in (old.tree, new.tree):
        _number(tree, numbers, shapes)
    return tuple(_Comparison(old, new, numbers).nodes(old.tree, new.tree))


@dataclass(frozen=True, slots=True)
class _Comparison:
    old: Source
    new: Source
    numbers: dict[ast.AST, int]  # the same for equal subtrees

    def nodes(self, a: ast.AST, b: ast.AST) -> Iterator[Change]:
        """The changes between two nodes of one class."""
        if self.numbers[a] == self.numbers[b]:
            return
        labels = []
        for name, x in ast.iter_fields(a):
            y = getattr(b, name)
            olds, news = _children(x), _children(y)
            if olds or news:
                yield from self.lists(olds, news)
            elif _label(x) != _label(y):
                labels.append(f"{name}: {_label(x)} -> {_label(y)}")
        if labels:
            yield self.update(a, b, ", ".join(labels))

    def lists(self, olds: Sequence[ast.AST], news: Sequence[ast.AST]) -> Iterator[Change]:
        """The changes between two lists of nodes, in the order of the old one."""
        a, b = ([self.numbers[node] for node in nodes] for nodes in (olds, news))
        for tag, i1, i2, j1, j2 in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
            if tag != "equal":
                yield from self.block(olds[i1:i2], news[j1:j2])

    def block(self, olds: Sequence[ast.AST], news: Sequence[ast.AST]) -> Iterator[Change]:
        """The changes between two runs of nodes without an equal one: the most similar ones become pairs, in order."""
        i = j = 0
        for at, to in [*self.pairs(olds, news), (len(olds), len(news))]:
            if len(olds[i:at]) == len(news[j:to]) == 1:
                yield self.update(olds[i], news[j], f"{self.old.segment(olds[i])} -> {self.new.segment(news[j])}")
            else:
                yield from (self.only("delete", self.old, node) for node in olds[i:at])
                yield from (self.only("insert", self.new, node) for node in news[j:to])
            if at < len(olds):
                yield from self.nodes(olds[at], news[to])
            i, j = at + 1, to + 1

    def pairs(self, olds: Sequence[ast.AST], news: Sequence[ast.AST]) -> list[tuple[int, int]]:
        """The places (in olds, in news) of nodes of one class: the heaviest common subsequence by similarity."""
        parts = [[self.parts(node) for node in nodes] for nodes in (olds, news)]
        best: list[list[tuple[float, tuple[tuple[int, int], ...]]]] = [[(0.0, ())] * (len(news) + 1)]
        for i, a in enumerate(olds):
            row = [best[i][0]]
            for j, b in enumerate(news):
                options = [best[i][j + 1], row[j]]
                if type(a) is type(b):
                    weight, chosen = best[i][j]
                    options.append((weight + _dice(parts[0][i], parts[1][j]), (*chosen, (i, j))))
                row.append(max(options, key=lambda option: option[0]))
            best.append(row)
        return list(best[-1][-1][1])

    def parts(self, node: ast.AST) -> Counter[int]:
        """The subtrees of a node, counted by equality."""
        return Counter(self.numbers[child] for child in ast.walk(node))

    def update(self, a: ast.AST, b: ast.AST, detail: str) -> Change:
        """A node that became another."""
        return Change("update", type(a).__name__, detail, self.old.span(a), self.new.span(b))

    def only(self, kind: str, source: Source, node: ast.AST) -> Change:
        """A node that is in one of the texts."""
        span = source.span(node)
        before, after = (span, None) if source is self.old else (None, span)
        return Change(kind, type(node).__name__, span.of(source.text), before, after)


def _number(node: ast.AST, numbers: dict[ast.AST, int], shapes: dict[Hashable, int]) -> int:
    """Number every subtree, equal ones alike."""
    shape: list[Hashable] = [type(node).__name__]
    for _, value in ast.iter_fields(node):
        items = value if isinstance(value, list) else [value]
        numbered = (_number(item, numbers, shapes) if isinstance(item, ast.AST) else repr(item) for item in items)
        shape.append(tuple(numbered))
    numbers[node] = shapes.setdefault(tuple(shape), len(shapes))
    return numbers[node]


def _children(value: object) -> list[ast.AST]:
    """The nodes of a field that have a place in the text."""
    items = value if isinstance(value, list) else [value]
    return [item for item in items if isinstance(item, ast.AST) and not isinstance(item, SHARED)]


def _label(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(_label(item) for item in value)
    return type(value).__name__ if isinstance(value, ast.AST) else repr(value)


def _dice(a: Counter[int], b: Counter[int]) -> float:
    """How much two bags share, from 0.1 (one class, nothing else) to 1.1."""
    return 0.1 + 2 * (a & b).total() / (a.total() + b.total())


def _significant(text: str) -> tuple[str, ...]:
    """The tokens that mean something, with marks for line ends and changes of indentation."""
    found: list[str] = []
    widths = [0]
    for line in logical_lines(tokenize(text)):
        if not line.code:
            continue
        while line.width < widths[-1]:
            widths.pop()
            found.append("<dedent>")
        if line.width > widths[-1]:
            widths.append(line.width)
            found.append("<indent>")
        found += [*(token.text for token in line.code), "<newline>"]
    return tuple(found)
