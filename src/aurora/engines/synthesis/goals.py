"""Goals: the wanted outputs, and what would do as well because one known step leads from it to them."""

import math
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any, TypeAlias

from aurora.engines.synthesis.bank import Bank, Entry, key_of
from aurora.engines.synthesis.operators import CHOICE, NOT, PLUS, TIMES, UNARY, Operator

Steps: TypeAlias = tuple[Operator, ...]
Backward: TypeAlias = Iterator[tuple[list[Any], Operator]]

_MOST_DECIMALS = 8
_EXACT = 2**53  # up to here every whole number is a float
_LARGEST = 10**300  # not far below the largest float
_DIGITS = 400  # of a whole number that is read from a text


@dataclass(frozen=True, slots=True)
class Hit:
    """A program that gives the wanted outputs on all examples."""

    entry: Entry
    cost: int


@dataclass(slots=True)
class Goals:
    """The fingerprints of the wanted vector and of those one or two steps before it (meeting in the middle)."""

    outputs: Sequence[Any]
    inputs: Sequence[tuple[str, Sequence[Any]]] = ()  # parameters with their values
    depth: int = 2
    whole: bool = True  # also found part by part, and near to numbers
    moduli: Sequence[int] = ()  # numbers that an answer may be a remainder of or a quotient by
    hits: list[Hit] = field(default_factory=list)
    _steps: dict[int, tuple[Steps, int]] = field(default_factory=dict)
    _parts: dict[int, list[int]] = field(default_factory=dict)
    _found_parts: dict[int, Entry] = field(default_factory=dict)
    _decimals: int | None = None
    _last: list[Operator] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._add(list(self.outputs), (), 0, self.depth)
        if not self.whole:
            return
        numeric = all(type(value) in (int, float) for value in self.outputs)
        if numeric and any(type(value) is float for value in self.outputs):
            self._decimals = max(_decimals(value) for value in self.outputs)
        if set(map(type, self.outputs)) == {int}:
            self._last = list(_last_steps(self.outputs, self.moduli))
        for place, column in enumerate(_columns(self.outputs)):
            key = key_of(column)
            if key is not None:
                self._parts.setdefault(key, []).append(place)

    def attach(self, bank: Bank) -> None:
        """Be told of every entry of a bank."""
        bank.notice = self.notice
        bank.repeated = self._direct
        bank.wanted.update(key for key, (steps, _) in self._steps.items() if not steps)

    def notice(self, entry: Entry, key: int) -> None:
        """Look whether an entry is a goal."""
        self._direct(entry, key)
        if key in self._parts:
            self._part(entry, key)
        if self._decimals is not None and entry.type in ("float", "int"):
            self._near(entry)
        if self._last and entry.type == "int" and entry.flags:
            self._finish(entry)

    def _direct(self, entry: Entry, key: int) -> None:
        found = self._steps.get(key)
        if found:
            steps, extra = found
            self.hits.append(Hit(_after(entry, steps), entry.cost + extra))

    def _part(self, entry: Entry, key: int) -> None:
        for place in self._parts[key]:
            self._found_parts.setdefault(place, entry)
        size = len(_columns(self.outputs))
        if len(self._found_parts) == size:
            chosen = tuple(self._found_parts[place] for place in range(size))
            holes = ", ".join(f"{{{place}}}" for place in range(size))
            text = f"[{holes}]" if type(self.outputs[0]) is list else f"({holes},)" if size == 1 else f"({holes})"
            cost = 1 + sum(part.cost for part in chosen)
            whole = Operator("parts", ("any",) * size, tuple, text, cost=1)
            self.hits.append(Hit(Entry(self.outputs, "any", cost, whole, chosen), cost))

    def _near(self, entry: Entry) -> None:
        value, first = entry.values[0], self.outputs[0]
        if not first - 1 < value < first + 1 or any(abs(other) > _LARGEST for other in entry.values):
            return
        pairs = list(zip(entry.values, self.outputs, strict=True))
        if all(math.isclose(value, wanted, rel_tol=1e-6, abs_tol=1e-9) for value, wanted in pairs):
            self.hits.append(Hit(entry, entry.cost))
        places = self._decimals or 0
        if places <= _MOST_DECIMALS and all(round(value, places) == wanted for value, wanted in pairs):
            self.hits.append(Hit(_after(entry, (_unary(f"round({{0}}, {places})", 3),)), entry.cost + 3))

    def _finish(self, entry: Entry) -> None:
        """Look whether one step that cannot be undone leads from an entry to the outputs."""
        first, wanted = entry.values[0], self.outputs
        for step in self._last:
            if step.run(first) == wanted[0] and list(map(step.run, entry.values)) == list(wanted):
                self.hits.append(Hit(_after(entry, (step,)), entry.cost + step.cost))

    def _add(self, values: list[Any], steps: Steps, cost: int, depth: int) -> None:
        key = key_of(values)
        if key is None or (key in self._steps and self._steps[key][1] <= cost):
            return
        self._steps[key] = (steps, cost)
        if depth:
            for before, step in _before(values, self.inputs):
                self._add(before, (step, *steps), cost + step.cost, depth - 1)


_STEP_WORDS: Mapping[str, str] = {
    "+": "add plus increase increment append",
    "-": "subtract minus decrease decrement",
    "*": "double twice multiply",
    "not": "not no never",
    "round": "round decimals",
    "[::-1]": "reverse backwards",
    "tuple": "tuple",
    "join": "join concatenate",
    "str": "string text convert",
    "set": "set unique distinct",
}
"""What the steps tell of the words, by what their templates hold."""


def _unary(template: str, cost: int, strength: int = 12) -> Operator:
    words = " ".join(words for sign, words in _STEP_WORDS.items() if sign in template)
    return Operator("step", ("any",), _unchanged, template, strength, cost, words)


def _last_steps(outputs: Sequence[int], moduli: Sequence[int]) -> Iterator[Operator]:
    """The steps to whole numbers that many values come from: the absolute value, remainders, quotients."""
    if min(outputs) >= 0 and len(set(outputs)) > 1:
        yield Operator("abs", ("int",), abs, "abs({0})", cost=2, words="absolute distance difference between")
        for number in moduli:
            words = "remainder modulo multiple divisible rest around past"
            if max(outputs) < number:
                yield Operator("rest", ("int",), partial(_rest, number), f"{{0:9}} % {number}", TIMES, 3, words)
                down = partial(_missing, number)
                yield Operator("missing", ("int",), down, f"-{{0:10}} % {number}", TIMES, 4, words)
    for number in moduli:
        run, words = partial(_share, number), "divide quotient whole full"
        yield Operator("share", ("int",), run, f"{{0:9}} // {number}", TIMES, 3, words)


def _rest(number: int, value: int) -> int:
    return value % number


def _missing(number: int, value: int) -> int:
    return -value % number


def _share(number: int, value: int) -> int:
    return value // number


def _unchanged(value: Any) -> Any:
    return value


def _after(entry: Entry, steps: Steps) -> Entry:
    for step in steps:
        entry = Entry((), "any", entry.cost + step.cost, step, (entry,), flags=entry.flags)
    return entry


def _columns(outputs: Sequence[Any]) -> list[list[Any]]:
    """The wanted vector of each place, when all outputs are lists or tuples of one small length."""
    sizes = {len(output) if type(output) in (list, tuple) else 0 for output in outputs}
    if len(sizes) != 1 or not 1 <= (size := sizes.pop()) <= 10:
        return []
    return [[output[place] for output in outputs] for place in range(size)]


def _decimals(value: float) -> int:
    text = repr(value)
    return 99 if "e" in text else len(text.partition(".")[2])


def _before(values: list[Any], inputs: Sequence[tuple[str, Sequence[Any]]]) -> Backward:
    """The vectors from which one step leads to these values."""
    kinds = set(map(type, values))
    for kind, backward in _BACKWARD.items():
        if kinds == {kind}:
            yield from backward(values)
    if kinds <= {list} or kinds <= {str}:
        yield from _around(values, inputs)
    yield from _chosen(values)


def _chosen(values: list[Any]) -> Backward:
    """Two constants told apart by a condition."""
    distinct = [value for place, value in enumerate(values) if value not in values[:place]]
    if len(distinct) != 2 or not all(value is None or type(value) in (str, int, bool, float) for value in distinct):
        return
    if set(map(type, distinct)) == {bool} or not all(map(_writable, distinct)):
        return
    if any(type(value) in (int, float) and values.count(value) == 1 for value in distinct):
        return
    for yes, no in (distinct, distinct[::-1]):
        step = _unary(f"{yes!r} if {{0:2}} else {no!r}", 3, CHOICE)
        yield [type(value) is type(yes) and value == yes for value in values], step


def _of_bool(values: list[Any]) -> Backward:
    yield [not value for value in values], _unary("not {0:4}", 1, NOT)
    yield [int(value) for value in values], _unary("bool({0})", 3)


def _of_int(values: list[Any]) -> Backward:
    for amount in (1, 2):
        yield [value - amount for value in values], _unary(f"{{0:8}} + {amount}", 2, PLUS)
        yield [value + amount for value in values], _unary(f"{{0:8}} - {amount}", 2, PLUS)
    yield [-value for value in values], _unary("-{0:10}", 2, UNARY)
    if all(abs(value) <= _EXACT for value in values):
        yield [value * 1.0 for value in values], _unary("{0}", 1)
    if all(value % 2 == 0 for value in values):
        yield [value // 2 for value in values], _unary("{0:9} * 2", 2, TIMES)
    if set(values) == {0, 1}:
        yield [bool(value) for value in values], _unary("int({0})", 2)


def _of_float(values: list[Any]) -> Backward:
    if all(value.is_integer() for value in values):
        yield [int(value) for value in values], _unary("float({0})", 1)


def _of_tuple(values: list[Any]) -> Backward:
    yield [list(value) for value in values], _unary("tuple({0})", 1)


def _of_set(values: list[Any]) -> Backward:
    try:
        yield [sorted(value) for value in values], _unary("set({0})", 2)
    except TypeError:
        return


def _of_list(values: list[Any]) -> Backward:
    yield [value[::-1] for value in values], _unary("{0:12}[::-1]", 2)
    yield [tuple(value) for value in values], _unary("list({0})", 2)


def _of_text(values: list[Any]) -> Backward:
    yield [list(value) for value in values], _unary('"".join({0})', 1)
    yield [value[::-1] for value in values], _unary("{0:12}[::-1]", 2)
    if any(" " in value for value in values):
        yield [value.split(" ") for value in values], _unary('" ".join({0})', 1)
    if all(len(value) < _DIGITS and value.lstrip("-").isdecimal() and str(int(value)) == value for value in values):
        yield [int(value) for value in values], _unary("str({0})", 2)


_BACKWARD: dict[type, Callable[[list[Any]], Backward]] = {
    bool: _of_bool,
    int: _of_int,
    float: _of_float,
    tuple: _of_tuple,
    set: _of_set,
    list: _of_list,
    str: _of_text,
}


def _around(values: list[Any], inputs: Sequence[tuple[str, Sequence[Any]]]) -> Backward:
    """Values that begin or end with one constant, or with a parameter."""
    head = values[0][: _shared(values)] if values else ""
    if head and _writable(head):
        yield [value[len(head) :] for value in values], _unary(f"{head!r} + {{0:9}}", 3, PLUS)
    tail = values[0][len(values[0]) - _shared([value[::-1] for value in values]) :] if values else ""
    if tail and _writable(tail):
        yield [value[: -len(tail)] for value in values], _unary(f"{{0:8}} + {tail!r}", 3, PLUS)
    for name, given in inputs:
        pairs = list(zip(values, given, strict=True))
        if not all(type(wanted) is type(part) and len(part) <= len(wanted) for wanted, part in pairs):
            continue
        if all(wanted[: len(part)] == part for wanted, part in pairs):
            yield [wanted[len(part) :] for wanted, part in pairs], _unary(f"{name} + {{0:9}}", 2, PLUS)
        if all(wanted[len(wanted) - len(part) :] == part for wanted, part in pairs):
            yield [wanted[: len(wanted) - len(part)] for wanted, part in pairs], _unary(f"{{0:8}} + {name}", 2, PLUS)


def _writable(value: Any) -> bool:
    """Whether a constant may stand in a template, where a brace and a digit begin a hole."""
    return not re.search(r"\{\d", repr(value))


def _shared(values: list[Any]) -> int:
    """How long the common beginning of all values is."""
    size = 0
    for items in zip(*values, strict=False):
        if any(type(item) is not type(items[0]) or item != items[0] for item in items):
            break
        size += 1
    return size
