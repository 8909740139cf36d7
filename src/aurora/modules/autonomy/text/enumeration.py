"""Bottom-up enumeration of texts, numbers and truths, cheapest first, with observational equivalence.

The operations are those of SyGuS strings (concat, replace, substr, at, indexof, len, prefixof, suffixof, contains,
conversion, plus, minus) as Python writes them, and the plain methods of `str`.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any

from aurora.modules.autonomy.text.expressions import Bank, Expr, Kind, lifted


@dataclass(frozen=True, slots=True)
class Operation:
    """A template with the kinds it takes and gives; `tight` as in `Expr`."""

    template: str
    takes: tuple[Kind, ...]
    gives: Kind
    cost: float
    function: Callable[..., Any]
    tight: bool = True


def _index(text: str, part: str) -> int:
    return text.index(part)


def _item(values: Any, place: int) -> Any:
    if place < 0:
        raise IndexError(place)
    return values[place]


def _from(text: str, place: int) -> str:
    return text[_positive(place) :]


def _positive(place: int) -> int:
    if place < 0:
        raise IndexError(place)
    return place


def _split(text: str, mark: str) -> list[str]:
    return text.split(mark)


_OPERATIONS: tuple[tuple[str, str, Kind, float, Callable[..., Any], bool], ...] = (
    ("len({})", "str", "int", 1.5, len, True),
    ("len({})", "list", "int", 1.5, len, True),
    ("{}.lower()", "str", "str", 2.0, str.lower, True),
    ("{}.upper()", "str", "str", 2.0, str.upper, True),
    ("{}.strip()", "str", "str", 2.0, str.strip, True),
    ("{}[::-1]", "str", "str", 2.5, lambda s: s[::-1], True),
    ("int({})", "str", "int", 2.0, int, True),
    ("str({})", "int", "str", 2.0, str, True),
    ("{}.split()", "str", "list", 2.0, str.split, True),
    ("list({})", "str", "list", 3.0, list, True),
    ("set({})", "str", "list", 3.0, lambda s: sorted(set(s)), True),
    ("re.findall(r'\\d+', {})", "str", "list", 3.0, re.compile(r"\d+").findall, True),
    ("re.findall(r'\\d', {})", "str", "list", 3.5, re.compile(r"\d").findall, True),
    ("re.findall(r'[A-Z]', {})", "str", "list", 6.0, re.compile(r"[A-Z]").findall, True),
    ("re.findall(r'[a-z]', {})", "str", "list", 6.0, re.compile(r"[a-z]").findall, True),
    ("re.findall(r'[aeiouAEIOU]', {})", "str", "list", 5.0, re.compile(r"[aeiouAEIOU]").findall, True),
    ("re.findall(r'[A-Za-z]', {})", "str", "list", 6.0, re.compile(r"[A-Za-z]").findall, True),
    ("re.findall(r'[^\\w\\s]', {})", "str", "list", 4.5, re.compile(r"[^\w\s]").findall, True),
    ("sum(map(int, {}))", "list", "int", 3.0, lambda words: sum(map(int, words)), True),
    ("max(map(len, {}))", "list", "int", 4.0, lambda words: max(map(len, words)), True),
    ("max(map(int, {}))", "list", "int", 4.0, lambda words: max(map(int, words)), True),
    ("max({}, key=len)", "list", "str", 3.5, lambda words: max(words, key=len), True),
    ("min({}, key=len)", "list", "str", 3.5, lambda words: min(words, key=len), True),
    ("''.join({})", "list", "str", 2.5, "".join, True),
    ("' '.join({})", "list", "str", 2.5, " ".join, True),
    ("{}.isdigit()", "str", "bool", 2.5, str.isdigit, True),
    ("{}.isalpha()", "str", "bool", 2.5, str.isalpha, True),
    ("{}.isupper()", "str", "bool", 2.5, str.isupper, True),
    ("{}.islower()", "str", "bool", 2.5, str.islower, True),
    ("not {}", "bool", "bool", 1.5, lambda held: not held, False),
    ("{} + {}", "str str", "str", 1.5, str.__add__, False),
    ("{}.replace({}, '')", "str str", "str", 3.0, lambda s, a: s.replace(a, ""), True),
    ("{}.index({})", "str str", "int", 2.0, _index, True),
    ("{}.find({})", "str str", "int", 2.4, str.find, True),
    ("{}.count({})", "str str", "int", 2.0, str.count, True),
    ("{}.startswith({})", "str str", "bool", 2.0, str.startswith, True),
    ("{}.endswith({})", "str str", "bool", 2.0, str.endswith, True),
    ("{1} in {0}", "str str", "bool", 2.0, str.__contains__, False),
    ("{} == {}", "str str", "bool", 1.6, str.__eq__, False),
    ("{}.split({})", "str str", "list", 2.5, _split, True),
    ("{}[{}]", "str int", "str", 2.0, _item, True),
    ("{}[{}:]", "str int", "str", 2.0, _from, True),
    ("{}[:{}]", "str int", "str", 2.0, lambda s, n: s[: _positive(n)], True),
    ("{}[{}]", "list int", "str", 2.0, _item, True),
    ("{}[-1]", "list", "str", 2.2, lambda words: words[-1], True),
    ("{} * {}", "str int", "str", 2.5, lambda s, n: s * min(n, 99), False),
    ("{} + {}", "int int", "int", 1.5, int.__add__, False),
    ("{} - {}", "int int", "int", 1.5, int.__sub__, False),
    ("{} * {}", "int int", "int", 2.5, int.__mul__, False),
    ("{} % {}", "int int", "int", 3.0, int.__mod__, False),
    ("{} // {}", "int int", "int", 3.0, int.__floordiv__, False),
    ("{} < {}", "int int", "bool", 2.0, int.__lt__, False),
    ("{} == {}", "int int", "bool", 2.0, int.__eq__, False),
    ("{} and {}", "bool bool", "bool", 2.0, lambda a, b: a and b, False),
    ("{} or {}", "bool bool", "bool", 2.0, lambda a, b: a or b, False),
    ("{}.replace({}, {})", "str str str", "str", 2.5, str.replace, True),
    ("{}[{}:{}]", "str int int", "str", 2.0, lambda s, a, b: s[_positive(a) : _positive(b)], True),
)


def _operation(row: tuple[str, str, Kind, float, Callable[..., Any], bool]) -> Operation:
    kinds: dict[str, Kind] = {"str": "str", "int": "int", "bool": "bool", "list": "list"}
    return Operation(row[0], tuple(kinds[name] for name in row[1].split()), *row[2:])


OPERATIONS: tuple[Operation, ...] = tuple(_operation(row) for row in _OPERATIONS)

STEP = 1.0
MAX_COST = 30


def enumerated(bank: Bank, leaves: Sequence[tuple[Kind, Expr]], limit: int) -> Iterator[Expr | None]:
    """Fill the bank level by level of cost (one bit a level), yielding None as a breath, until `limit` expressions of
    any kind are known or every cost up to MAX_COST was done."""
    levels: dict[Kind, list[list[Expr]]] = {
        "str": [[] for _ in range(MAX_COST + 1)],
        "int": [[] for _ in range(MAX_COST + 1)],
        "bool": [[] for _ in range(MAX_COST + 1)],
        "list": [[] for _ in range(MAX_COST + 1)],
    }
    for kind, leaf in leaves:
        bank.offer(kind, leaf)
        levels[kind][min(int(leaf.cost), MAX_COST)].append(leaf)
    known = tried = 0
    for level in range(2, MAX_COST + 1):
        for operation in OPERATIONS:
            for arguments in _arguments(operation, levels, level):
                tried += 1
                if tried % 400 == 0:
                    yield None
                expr = _applied(operation, arguments)
                if bank.offer(operation.gives, expr):
                    known += 1
                    levels[operation.gives][level].append(expr)
                if known >= limit:
                    return


def _applied(operation: Operation, arguments: Sequence[Expr]) -> Expr:
    outer = operation.template
    bare = "({})" in outer or ", {})" in outer
    code = outer.format(*(a.code if bare and len(arguments) == 1 else a.operand for a in arguments))
    cost = operation.cost + sum(argument.cost for argument in arguments)
    values = lifted(operation.function, *(argument.values for argument in arguments))
    return Expr(code, cost, values, operation.tight)


def _arguments(operation: Operation, levels: dict[Kind, list[list[Expr]]], level: int) -> Iterator[tuple[Expr, ...]]:
    swappable = operation.gives == "int" and operation.template in ("{} + {}", "{} * {}")
    for costs in _partitions(level - round(operation.cost), len(operation.takes)):
        pools = [levels[kind][cost] for kind, cost in zip(operation.takes, costs, strict=True)]
        if swappable:
            pools[0] = [expr for expr in pools[0] if not expr.code.isdigit()]  # "n + 1", not "1 + n"
        yield from product(*pools)


def _partitions(total: int, parts: int) -> Iterator[tuple[int, ...]]:
    if parts == 1:
        if total >= 1:
            yield (total,)
        return
    for first in range(1, total - parts + 2):
        for rest in _partitions(total - first, parts - 1):
            yield (first, *rest)
