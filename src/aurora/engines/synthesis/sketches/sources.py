"""Sources: what loops go over, with its elements at every example."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import Any

from aurora.contracts.strategy import Problem
from aurora.engines.synthesis.bank import Entry
from aurora.engines.synthesis.bench import Work
from aurora.engines.synthesis.operators import Operator
from aurora.engines.synthesis.types import Type, is_sequence

_LONGEST = 400  # elements of one example
_ENOUGH = 4  # examples with short ranges that are looked at alone
_NAMES = {"int": "number", "float": "number", "str": "word", "bool": "flag"}


@dataclass(frozen=True, slots=True)
class Source:
    """A loop's iterable: its text, its elements at every example, and the names of the parts of an element."""

    text: str
    rows: tuple[tuple[Any, ...], ...]
    names: tuple[str, ...]
    cost: int
    entry: Entry

    @property
    def head(self) -> str:
        """What stands between `for` and `in`."""
        return ", ".join(self.names)

    def split(self, item: Any) -> tuple[Any, ...]:
        """The values of the names for an element."""
        return tuple(item) if len(self.names) > 1 else (item,)


_Make = Callable[[Any], Sequence[Any]]


def _numbered(entry: Entry) -> Iterator[Source]:
    """The elements of a sequence with their places."""
    names = names_of(entry)
    if len(names) == 1:
        rows = [list(enumerate(row)) for row in entry.values]
        operator = Operator("enumerate", ("any",), enumerate, "enumerate({0})", words="index position place alternate")
        numbered = Entry((), "any", 3, operator, (entry,), flags=entry.flags)
        yield from _source(f"enumerate({entry.text})", rows, ("index", *names), 3, numbered)


def _range(start: int, stop: int) -> range:
    """A range that is never longer than what a loop may go over, and one more."""
    return range(start, min(stop, start + _LONGEST + 1))


_OF_INT: tuple[tuple[str, str, int, str, _Make], ...] = (
    ("range(1, {} + 1)", "number", 2, "first numbers upto", lambda n: _range(1, n + 1)),
    ("range({})", "index", 2, "numbers below", lambda n: _range(0, n)),
    ("range(2, {} + 1)", "number", 3, "numbers", lambda n: _range(2, n + 1)),
    ("range(1, {})", "number", 3, "numbers below proper less", lambda n: _range(1, n)),
    ("map(int, str(abs({})))", "digit", 2, "digit digits", lambda n: list(map(int, str(abs(n))))),
    ("bin({})[2:]", "bit", 3, "bit bits binary", lambda n: bin(n)[2:]),
)
_OF_TEXT: tuple[tuple[str, str, int, str, _Make], ...] = (
    ("{}.split()", "word", 2, "word words sentence", lambda s: s.split()),
    ("{}.splitlines()", "line", 3, "line lines", lambda s: s.splitlines()),
)


def countable(problem: Problem) -> Problem:
    """The problem with the examples alone up to whose numbers a loop may count, when these are half of them and enough;
    what is found must keep all of them anyway."""
    short = [place for place, row in enumerate(problem.inputs) if not any(map(_long, row))]
    if len(short) == len(problem.inputs) or len(short) < max(_ENOUGH, len(problem.inputs) // 2):
        return problem
    inputs, outputs = (tuple(values[place] for place in short) for values in (problem.inputs, problem.outputs))
    return replace(problem, inputs=inputs, outputs=outputs)


def _long(value: Any) -> bool:
    return type(value) is int and value > _LONGEST


def sources(work: Work) -> list[Source]:
    """What a loop may go over, the cheapest first: parameters, ranges, digits, words, pairs of two lists."""
    found: list[Source] = []
    leaves = [entry for entry in work.space.bank.costing(1) if entry.flags and entry.operator is None]
    for entry in leaves:
        found += _over(entry)
    sequences = [entry for entry in leaves if is_sequence(entry.type)]
    if len(sequences) == 2:
        left, right = sequences
        names = ("left", "right")
        pairs = list(map(_zipped, left.values, right.values))
        found += _source(f"zip({left.text}, {right.text})", pairs, names, 3, _both(left, right, "pair both"))
    numbers = [entry for entry in leaves if entry.type == "int"]
    for entry, size in product(leaves, numbers):
        found += _chunks(entry, size)
    return sorted(found, key=lambda source: source.cost)


def _chunks(entry: Entry, size: Entry) -> Iterator[Source]:
    """The elements or words of a sequence, so many at a time."""
    if not is_sequence(entry.type) or min(size.values) < 1:
        return
    text = f"{entry.text}.split()" if entry.type == "str" else entry.text
    rows = []
    for value, width in zip(entry.values, size.values, strict=True):
        items = tuple(value.split()) if entry.type == "str" else tuple(value)
        rows.append([items[start : start + width] for start in range(0, len(items), width)])
    operator = Operator("chunks", ("any", "int"), zip, "chunks({0}, {1})", words="chunk group line each rest split")
    made = Entry((), "any", 4, operator, (entry, size), flags=entry.flags)
    whole = f"[{text}[start : start + {size.text}] for start in range(0, len({text}), {size.text})]"
    yield from _source(whole, rows, ("part",), 4, made)


def _zipped(left: Any, right: Any) -> list[Any]:
    return list(zip(left, right, strict=False))


def _both(left: Entry, right: Entry, words: str) -> Entry:
    operator = Operator("zip", ("any", "any"), zip, "zip({0}, {1})", words=words)
    return Entry((), "any", 2, operator, (left, right), flags=left.flags)


def _over(entry: Entry) -> Iterator[Source]:
    text = entry.text
    if is_sequence(entry.type):
        yield from _source(text, entry.values, names_of(entry), 1, entry)
        yield from _numbered(entry)
    if isinstance(entry.type, tuple) and entry.type[0] == "dict":
        items = [list(value.items()) for value in entry.values]
        yield from _source(f"{text}.items()", items, ("key", "value"), 2, entry)
    made = {"int": _OF_INT, "str": _OF_TEXT}.get(entry.type if isinstance(entry.type, str) else "", ())
    for template, name, cost, words, make in made:
        rows = [make(value) for value in entry.values]
        operator = Operator("source", ("any",), make, template, words=words)
        yield from _source(
            template.format(text), rows, (name,), cost, Entry((), "any", cost, operator, (entry,), flags=entry.flags)
        )


def _source(text: str, rows: Sequence[Any], names: tuple[str, ...], cost: int, entry: Entry) -> Iterator[Source]:
    if any(len(row) > _LONGEST for row in rows) or not any(len(row) for row in rows):
        return
    yield Source(text, tuple(tuple(row) for row in rows), names, cost, entry)


def names_of(entry: Entry) -> tuple[str, ...]:
    """Names for the elements of a sequence; one for each part of tuples of one length."""
    elements = [item for row in entry.values for item in row]
    sizes = {len(item) if type(item) is tuple else 0 for item in elements}
    size = sizes.pop() if len(sizes) == 1 else 0
    if 2 <= size <= 3:
        return tuple(f"{name}" for name in ("first", "second", "third")[:size])
    name = entry.text
    if name.endswith("s") and len(name) > 3 and not name.endswith("ss") and entry.type != "str":
        return (name[:-1],)
    element: Type = entry.type[1] if isinstance(entry.type, tuple) else "char"
    return ("char",) if element == "char" else (_NAMES.get(element, "item") if isinstance(element, str) else "item",)
