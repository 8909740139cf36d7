"""Matching of regular-expression trees, intersection and complement included, in polynomial time.

Sets of positions are whole numbers, one bit a position; what a node matches from a position is computed once.
"""

from collections.abc import Iterator, Sequence

from aurora.modules.autonomy.regex.nodes import Both, Chain, Chars, Choice, Node, Not, Repeat, Text


class Subject:
    """A text that many expressions are matched against; parts they share are matched once."""

    def __init__(self, text: str):
        self.text = text
        self._all = (1 << (len(text) + 1)) - 1
        self._known: dict[tuple[int, int], int] = {}
        self._kept: dict[int, Node] = {}

    def matches(self, node: Node) -> bool:
        """Whether the node matches the whole text."""
        return bool(self._ends(node, 0) >> len(self.text) & 1)

    def _ends(self, node: Node, start: int) -> int:
        key = (id(node), start)
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._computed(node, start)
            self._kept[id(node)] = node
        return found

    def _computed(self, node: Node, start: int) -> int:
        match node:
            case Chars(members):
                return 1 << (start + 1) if self.text[start : start + 1] in members else 0
            case Text(text):
                return 1 << (start + len(text)) if self.text.startswith(text, start) else 0
            case Chain(parts):
                return self._after_all(parts, 1 << start)
            case Choice(options):
                return self._union(options, start)
            case Both(parts):
                return self._shared(parts, start)
            case Repeat():
                return self._repeated(node, start)
            case Not(item):
                return self._all >> start << start & ~self._ends(item, start)

    def _after(self, node: Node, starts: int) -> int:
        found = 0
        for start in _bits(starts):
            found |= self._ends(node, start)
        return found

    def _after_all(self, parts: Sequence[Node], starts: int) -> int:
        for part in parts:
            starts = self._after(part, starts)
            if not starts:
                break
        return starts

    def _union(self, options: Sequence[Node], start: int) -> int:
        found = 0
        for option in options:
            found |= self._ends(option, start)
        return found

    def _shared(self, parts: Sequence[Node], start: int) -> int:
        found = self._all
        for part in parts:
            found &= self._ends(part, start)
            if not found:
                break
        return found

    def _repeated(self, node: Repeat, start: int) -> int:
        reached, front = 0, 1 << start
        for count in range(max(node.low, len(self.text)) + 1):
            if count >= node.low:
                if not front & ~reached:
                    break
                reached |= front
            if count == node.high:
                break
            front = self._after(node.item, front)
            if not front:
                break
        return reached


def _bits(mask: int) -> Iterator[int]:
    while mask:
        low = mask & -mask
        yield low.bit_length() - 1
        mask ^= low


class Examples:
    """Texts that must match and texts that must not."""

    def __init__(self, positive: Sequence[str], negative: Sequence[str]):
        self.positive = tuple(positive)
        self.negative = tuple(negative)
        self._positive = [Subject(text) for text in positive]
        self._negative = [Subject(text) for text in negative]

    def hold(self, node: Node) -> bool:
        """Whether every example is judged right."""
        return all(subject.matches(node) for subject in self._positive) and not any(
            subject.matches(node) for subject in self._negative
        )

    def missed(self, node: Node) -> int:
        """How many examples are judged wrong."""
        return sum(not subject.matches(node) for subject in self._positive) + sum(
            subject.matches(node) for subject in self._negative
        )

    def accepted(self, node: Node) -> bool:
        """Whether every text that must match does."""
        return all(subject.matches(node) for subject in self._positive)
