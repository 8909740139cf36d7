"""Inverse semantics: from wanted values, the values from which one known step leads to them (witness functions).

After FlashFill and FlashMeta (Gulwani, 2011; Polozov and Gulwani, 2015), for numbers and lists as well as text: a step
may read a parameter or a constant, and is then solved for its other argument.
"""

import math
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import Any, TypeAlias

from aurora.engines.synthesis.bank import Entry
from aurora.engines.synthesis.closing import price
from aurora.engines.synthesis.operators import CHOICE, NOT, PLUS, POWER, TIMES, UNARY, Operator

_EXACT = 2**53  # up to here every whole number is a float
_DIGITS = 400  # of a whole number that is read from a text
_CONSTANTS = 4  # that a number is solved for


@dataclass(frozen=True, slots=True)
class Step:
    """An operator whose first argument is asked for, and whose others are given."""

    operator: Operator
    given: tuple[Entry, ...] = ()

    @property
    def cost(self) -> int:
        """What the step costs, with what it is given."""
        return self.operator.cost + sum(other.cost for other in self.given)

    def after(self, entry: Entry) -> Entry:
        """The step applied to a program."""
        flags = entry.flags
        for other in self.given:
            flags |= other.flags
        return Entry((), "any", entry.cost + self.cost, self.operator, (entry, *self.given), flags=flags)


Backward: TypeAlias = Iterator[tuple[list[Any], Step]]
"""Vectors of values with the step that leads from each to the wanted ones."""


@dataclass(frozen=True, slots=True)
class Known:
    """What a step may read besides what is asked for: the parameters, and numbers of the problem."""

    parameters: tuple[Entry, ...] = ()
    numbers: tuple[Entry, ...] = ()


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
    "chr": "character code ascii",
    "set": "set unique distinct",
}
"""What the steps tell of the words, by what their templates hold."""


def step(template: str, cost: int, strength: int = 12, given: tuple[Entry, ...] = ()) -> Step:
    """The step of a template whose hole 0 is asked for, and whose others are given."""
    words = " ".join(words for sign, words in _STEP_WORDS.items() if sign in template)
    patterns = ("any",) * (1 + len(given))
    return Step(Operator("step", patterns, _unchanged, template, strength, cost, words), given)


def last_steps(outputs: Sequence[int], moduli: Mapping[int, int]) -> Iterator[Operator]:
    """The steps to whole numbers that many values come from: the absolute value, remainders, quotients.

    `moduli` are numbers with what they cost.
    """
    if min(outputs) >= 0 and len(set(outputs)) > 1:
        yield Operator("abs", ("int",), abs, "abs({0})", cost=2, words="absolute distance difference between")
        for number, cost in moduli.items():
            words = "remainder modulo multiple divisible rest around past"
            if max(outputs) < number:
                yield Operator("rest", ("int",), partial(_rest, number), f"{{0:9}} % {number}", TIMES, 2 + cost, words)
                down = partial(_missing, number)
                yield Operator("missing", ("int",), down, f"-{{0:10}} % {number}", TIMES, 3 + cost, words)
    for number, cost in moduli.items():
        run, words = partial(_share, number), "divide quotient whole full"
        yield Operator("share", ("int",), run, f"{{0:9}} // {number}", TIMES, 2 + cost, words)


def _rest(number: int, value: int) -> int:
    return value % number


def _missing(number: int, value: int) -> int:
    return -value % number


def _share(number: int, value: int) -> int:
    return value // number


def _unchanged(value: Any) -> Any:
    return value


def before(values: list[Any], known: Known) -> Backward:
    """The vectors from which one step leads to these values."""
    kinds = set(map(type, values))
    for kind, backward in _BACKWARD.items():
        if kinds == {kind}:
            yield from backward(values)
    if kinds <= {list} or kinds <= {str}:
        yield from _around(values)
        yield from _cut(values, known.parameters)
    if kinds == {list}:
        yield from _repeated(values, known.parameters)
    if kinds == {int}:
        yield from _solved(values, known)
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
    cost = max(3, 1 + sum(price(value) for value in distinct if type(value) in (int, float)))
    for yes, no in (distinct, distinct[::-1]):
        made = step(f"{yes!r} if {{0:2}} else {no!r}", cost, CHOICE)
        yield [type(value) is type(yes) and value == yes for value in values], made


def _of_bool(values: list[Any]) -> Backward:
    yield [not value for value in values], step("not {0:4}", 1, NOT)
    yield [int(value) for value in values], step("bool({0})", 3)


def _of_int(values: list[Any]) -> Backward:
    for amount in (1, 2):
        yield [value - amount for value in values], step(f"{{0:8}} + {amount}", 1 + amount, PLUS)
        yield [value + amount for value in values], step(f"{{0:8}} - {amount}", 1 + amount, PLUS)
    yield [-value for value in values], step("-{0:10}", 2, UNARY)
    if all(abs(value) <= _EXACT for value in values):
        yield [value * 1.0 for value in values], step("{0}", 2)
    if all(value % 2 == 0 for value in values):
        yield [value // 2 for value in values], step("{0:9} * 2", 3, TIMES)
    if set(values) == {0, 1}:
        yield [bool(value) for value in values], step("int({0})", 2)


def _of_float(values: list[Any]) -> Backward:
    if all(value.is_integer() for value in values):
        yield [int(value) for value in values], step("float({0})", 1)


def _of_tuple(values: list[Any]) -> Backward:
    yield [list(value) for value in values], step("tuple({0})", 1)


def _of_set(values: list[Any]) -> Backward:
    try:
        yield [sorted(value) for value in values], step("set({0})", 2)
    except TypeError:
        return


def _of_list(values: list[Any]) -> Backward:
    yield [value[::-1] for value in values], step("{0:12}[::-1]", 2)
    yield [tuple(value) for value in values], step("list({0})", 2)


def _of_text(values: list[Any]) -> Backward:
    yield [list(value) for value in values], step('"".join({0})', 1)
    yield [value[::-1] for value in values], step("{0:12}[::-1]", 2)
    if any(" " in value for value in values):
        yield [value.split(" ") for value in values], step('" ".join({0})', 1)
    if all(len(value) < _DIGITS and value.lstrip("-").isdecimal() and str(int(value)) == value for value in values):
        yield [int(value) for value in values], step("str({0})", 2)
    if all(len(value) == 1 for value in values):
        yield [ord(value) for value in values], step("chr({0})", 2)


_BACKWARD: dict[type, Callable[[list[Any]], Backward]] = {
    bool: _of_bool,
    int: _of_int,
    float: _of_float,
    tuple: _of_tuple,
    set: _of_set,
    list: _of_list,
    str: _of_text,
}


def _around(values: list[Any]) -> Backward:
    """Values that begin or end with one constant."""
    head = values[0][: _shared(values)] if values else ""
    if head and _writable(head):
        yield [value[len(head) :] for value in values], step(f"{head!r} + {{0:9}}", 3, PLUS)
    tail = values[0][len(values[0]) - _shared([value[::-1] for value in values]) :] if values else ""
    if tail and _writable(tail):
        yield [value[: -len(tail)] for value in values], step(f"{{0:8}} + {tail!r}", 3, PLUS)


def _cut(values: list[Any], parameters: Sequence[Entry]) -> Backward:
    """Values that begin or end with a parameter, or are its beginning, its end or a part of it."""
    for given in parameters:
        pairs = list(zip(values, given.values, strict=True))
        if not all(type(wanted) is type(whole) for wanted, whole in pairs):
            continue
        if all(len(part) <= len(wanted) for wanted, part in pairs):
            if all(wanted[: len(part)] == part for wanted, part in pairs):
                yield [wanted[len(part) :] for wanted, part in pairs], step("{1:8} + {0:9}", 1, PLUS, (given,))
            if all(wanted[len(wanted) - len(part) :] == part for wanted, part in pairs):
                rest = [wanted[: len(wanted) - len(part)] for wanted, part in pairs]
                yield rest, step("{0:8} + {1:9}", 1, PLUS, (given,))
        yield from _taken(pairs, given)


def _repeated(values: list[Any], parameters: Sequence[Entry]) -> Backward:
    """Lists as long as a parameter that hold one value again and again, the first element of the parameter before it
    or not."""
    for given in parameters:
        pairs = list(zip(values, given.values, strict=True))
        if not all(type(whole) is list and len(whole) == len(wanted) for wanted, whole in pairs):
            continue
        if all(_alike(wanted) for wanted in values):
            yield [wanted[0] for wanted in values], step("[{0}] * len({1})", 1, TIMES, (given,))
        elif all(_alike(wanted[1:]) and wanted[0] == whole[0] for wanted, whole in pairs):
            rest = step("{1:12}[:1] + [{0}] * (len({1}) - 1)", 2, PLUS, (given,))
            yield [wanted[1] for wanted in values], rest


def _alike(items: list[Any]) -> bool:
    """Whether there are items, and all are of one type and equal."""
    return bool(items) and all(type(item) is type(items[0]) and item == items[0] for item in items)


def _taken(pairs: list[tuple[Any, Any]], given: Entry) -> Backward:
    if not all(len(wanted) <= len(whole) for wanted, whole in pairs) or all(wanted == whole for wanted, whole in pairs):
        return
    if all(whole[: len(wanted)] == wanted for wanted, whole in pairs):
        yield [len(wanted) for wanted, _ in pairs], step("{1:12}[:{0}]", 1, given=(given,))
    starts = [len(whole) - len(wanted) for wanted, whole in pairs]
    if all(whole[start:] == wanted for start, (wanted, whole) in zip(starts, pairs, strict=True)):
        yield starts, step("{1:12}[{0}:]", 1, given=(given,))


def _solved(values: list[Any], known: Known) -> Backward:
    """Whole numbers that are a sum, difference, product or power, solved for what is not given."""
    for given in (*known.parameters, *islice(known.numbers, _CONSTANTS)):
        pairs = list(zip(values, given.values, strict=True))
        if not all(type(part) is int for _, part in pairs) or not any(part for _, part in pairs):
            continue
        yield [wanted - part for wanted, part in pairs], step("{0:8} + {1:9}", 1, PLUS, (given,))
        yield [wanted + part for wanted, part in pairs], step("{0:8} - {1:9}", 1, PLUS, (given,))
        yield [part - wanted for wanted, part in pairs], step("{1:8} - {0:9}", 1, PLUS, (given,))
        if all(part and wanted % part == 0 for wanted, part in pairs):
            yield [wanted // part for wanted, part in pairs], step("{0:9} * {1:10}", 1, TIMES, (given,))
    if len(set(values)) > 1:
        yield from _powers(values)


def _powers(values: list[Any]) -> Backward:
    factor = math.gcd(*values)
    if factor > 2:  # twice is a step of its own
        yield [value // factor for value in values], step(f"{{0:9}} * {factor}", 2 + price(factor), TIMES)
    if min(values) >= 0 and all(math.isqrt(value) ** 2 == value for value in values):
        yield [math.isqrt(value) for value in values], step("{0:11} ** 2", 2, POWER)
    if max(values) <= 0 and all(math.isqrt(-value) ** 2 == -value for value in values):
        yield [math.isqrt(-value) for value in values], step("-{0:11} ** 2", 3, UNARY)


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
