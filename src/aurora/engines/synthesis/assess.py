"""How well a program fits a task besides its examples: words told, parameters used."""

import zlib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from aurora.contracts.strategy import Problem
from aurora.engines.synthesis.bank import Entry
from aurora.engines.synthesis.types import Type, vector_type
from aurora.engines.synthesis.words import Index, stem

_UNTOLD = 9.0  # bits that a program pays which tells nothing of the words
_UNUSED = 4.0  # for each parameter that it does not read
_SIZE = 0.25  # for one that it does not read and that is the length of another

_TYPE_WORDS: Mapping[str, str] = {
    "list": "list array element items collection sequence numbers",
    "tuple": "tuple tuples element record",
    "record": "tuple tuples element record",
    "dict": "dictionary dict map key value",
    "set": "set element",
    "str": "string text",
    "int": "number integer value n",
    "float": "number float value decimal",
    "bool": "check whether true false",
}


class Assessor:
    """Prices programs for one problem."""

    def __init__(self, problem: Problem, index: Index) -> None:
        self._problem, self._index = problem, index
        columns = [list(column) for column in zip(*problem.inputs, strict=True)]
        self._typed = set(_type_stems([vector_type(column) for column in (*columns, list(problem.outputs))]))
        self._idle = dict(zip(problem.parameters, (_idle(column, columns) for column in columns), strict=False))
        self.best = 0.0 if problem.task.prompt else 1.0  # coverage of the best program so far

    def coverage(self, entry: Entry) -> float:
        """The share of the words that the program tells, 0 to 1; 1 when there are no words."""
        if not self._problem.task.prompt:
            return 1.0
        return self._index.coverage(self._problem.words, {*self._typed, *self._told(entry)})

    def price(self, entry: Entry) -> float:
        """What the program pays besides its own cost."""
        read = {item.text for item in entry.walk() if item.operator is None}
        ignored = (name for name in self._problem.parameters if name not in read)
        return _UNTOLD * (1 - self.coverage(entry)) + self.idle(ignored)

    def idle(self, ignored: Iterable[str]) -> float:
        """What a program pays for the parameters that it does not read."""
        return sum(self._idle.get(name, 0.0) for name in ignored)

    def confirm(self, entry: Entry) -> None:
        """A program that passes: its coverage counts."""
        self.best = max(self.best, self.coverage(entry))

    def silence(self, components: tuple[str, ...]) -> float:
        """What a program of these components pays for words that they do not tell."""
        if not self._problem.task.prompt:
            return 0.0
        told = {word for name in components for word in self._index.told_by(name)}
        return _UNTOLD * (1 - self._index.coverage(self._problem.words, {*self._typed, *told}))

    def _told(self, entry: Entry) -> Iterator[str]:
        for item in entry.walk():
            if item.operator is None:
                continue
            if item.operator.component:
                yield from self._index.told_by(item.operator.component)
            else:
                yield from map(stem, item.operator.words.split())


def information(values: Iterable[object]) -> int:
    """About how many bits different values tell, by what deflate makes of their texts; 8 at least."""
    text = "".join(sorted({repr(value) for value in values}))
    return 8 * max(1, len(zlib.compress(text.encode())) - len(zlib.compress(b"")))


def _type_stems(types: list[Type]) -> Iterator[str]:
    for found in types:
        head = found[0] if isinstance(found, tuple) else found
        yield from map(stem, _TYPE_WORDS.get(head, "").split())
        if isinstance(found, tuple):
            yield from _type_stems(list(found[1:]))


def _idle(column: list[Any], columns: list[list[Any]]) -> float:
    """The price of not reading a parameter: little for one that is the length of another."""
    for other in columns:
        if all(hasattr(value, "__len__") for value in other) and [len(value) for value in other] == column:
            return _SIZE
    return _UNUSED
