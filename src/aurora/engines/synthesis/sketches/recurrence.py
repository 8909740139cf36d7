"""Recurrences: a value from the values before it, with first values from the examples or near them.

One parameter counts: f(n) from f(n - 1), f(n - 2), f(n - 3) and n. Two count: f(n, k) from its neighbours in the row
before and in its own row, as in Pascal's triangle.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import product
from typing import Any, cast

from aurora.contracts.strategy import Problem, Workbench
from aurora.engines.synthesis.bank import Entry
from aurora.engines.synthesis.bench import Bench, Work
from aurora.engines.synthesis.growth import too_large
from aurora.engines.synthesis.sketches.holes import FAILURES, Captured, Hole, Holes
from aurora.engines.synthesis.sketches.results import Results, Written, by_level, price
from aurora.model.answer import Candidate

_STRATEGY = "modules.autonomy.synthesis.recurrence"
_FARTHEST, _LARGEST_TABLE = 2000, 60
_POINTS = (
    (1, 1, 0, 2),
    (2, 1, 1, 3),
    (3, 2, 1, 4),
    (5, 3, 2, 5),
    (8, 5, 3, 6),
    (7, 11, 4, 7),
    (2, 9, 6, 8),
    (4, 4, 4, 9),
)
_FIRST = (1, 0, 2)
_OF_ORDER = (3, 1, 2)  # what the number of earlier values costs: of one only, it is rather a loop
_LEVELS = range(3, 10)
_TABLES = range(3, 9)
_WORDS = "nth sequence series term ways recurrence recursive month year previous before number count how triangle"
_NAMES = ("previous", "earlier", "earliest")


@dataclass(frozen=True, slots=True)
class Counter:
    """The parameter that counts, and how far."""

    work: Work
    entry: Entry
    holes: Holes
    order: int
    known: dict[int, Any]  # outputs at small arguments, where they are the only parameter's

    @property
    def farthest(self) -> int:
        """The largest argument of the examples."""
        return int(max(self.entry.values))


def search(problem: Problem, bench: Workbench) -> Iterator[Candidate | None]:
    """Recurrences of order one to three, then tables over two parameters."""
    owner = cast("Bench", bench)
    if not problem.outputs or not all(type(output) is int for output in problem.outputs):
        return
    work = owner.work(problem)
    yield from work.space.fill(2)
    results = Results(work)
    leaves = [entry for entry in work.space.bank.costing(1) if entry.flags and not entry.operator]
    counters = [_counter(work, entry, order) for entry in leaves for order in (1, 2, 3) if _counts(entry)]
    tables = _tables(work, leaves)
    yield from by_level(owner, results, _STRATEGY, _LEVELS, partial(_level, counters, tables, results))


def _counts(entry: Entry) -> bool:
    return bool(entry.type == "int") and all(0 <= value <= _FARTHEST for value in entry.values)


def _level(
    counters: Sequence[Counter], tables: Sequence["Table"], results: Results, level: int
) -> Iterator[bool | None]:
    for counter in counters:
        yield from (False for _ in counter.holes.fill(level))
        for body in counter.holes.costing(level - counter.order + 1, lambda found: found == "int"):
            if all(body.reads(name) for name in (_NAMES[0], _NAMES[counter.order - 1])):
                yield _offer(counter, body, results)
    for table in tables if level in _TABLES else ():
        yield from (False for _ in table.holes.fill(level))
        for body in table.holes.costing(level, lambda found: found == "int"):
            if sum(body.reads(name) for name in _CELLS) > 1:
                yield _offer_table(table, body, results)


def _counter(work: Work, entry: Entry, order: int) -> Counter:
    names = (*_NAMES[:order], "number")
    columns = [*list(zip(*_POINTS, strict=True))[:order], [point[3] for point in _POINTS]]
    own = dict(zip(names, columns, strict=True))
    captured = Captured(tuple(one for one in Captured.of(work, (entry.text,)).entries if not one.operator))
    examples = [number % len(work.problem.inputs) for number in range(len(_POINTS))]
    alone = len(work.problem.parameters) == 1
    known = dict(zip(entry.values, work.problem.outputs, strict=True)) if alone else {}
    return Counter(work, entry, Holes(work, own, captured, examples, limit=2500), order, known)


def _offer(counter: Counter, body: Hole, results: Results) -> bool:
    """Try a body with first values at 0 or 1, as far as the examples do not say them; one example must take a step."""
    found = False
    for start in (0, 1):
        if counter.farthest < start + counter.order:
            continue
        choices = [[counter.known[start + i]] if start + i in counter.known else _FIRST for i in range(counter.order)]
        for firsts in product(*choices):
            values = _values(counter, body, start, firsts)
            if values is None:
                continue
            cost = price(counter.work, 3 + start, _WORDS) + body.cost + _OF_ORDER[counter.order - 1]
            write = partial(_written, counter, body, start, firsts)
            found |= results.offer(values, cost, (counter.entry, body.entry), _WORDS, write)
    return found


def _values(counter: Counter, body: Hole, start: int, firsts: Sequence[int]) -> list[int] | None:
    order, farthest = counter.order, counter.farthest
    outer = Captured(()).at(0)
    table = list(firsts)
    counter.work.space.bank.meter.spend(farthest)
    try:
        for number in range(start + order, farthest + 1):
            value = body.run(*table[: -order - 1 : -1], number, *outer)
            if too_large(value):
                return None
            table.append(value)
            if number in counter.known and counter.known[number] != value and order > 1 and number < start + order + 2:
                return None
        return [table[value - start] for value in counter.entry.values if value >= start]
    except FAILURES:
        return None


def _written(counter: Counter, body: Hole, start: int, firsts: Sequence[int]) -> Written:
    order = counter.order
    names = list(_NAMES[:order])
    olds = names[::-1]
    reads = body.reads("number")
    last = counter.entry.text
    bounds = f"{start + 1}, {last} + 1" if reads or start else f"{last}"
    if reads:
        bounds = f"{start + order}, {last} + {order}"
    elif start:
        bounds = f"{last} - 1"
    first = ", ".join(olds) + " = " + ", ".join(map(str, firsts))
    step = ", ".join(olds) + " = " + ", ".join([*olds[1:], body.text])
    return f"{first}\nfor {'number' if reads else '_'} in range({bounds}):\n    {step}", olds[0]


_CELLS = ("above", "before", "corner")
_CELL_POINTS = ((1, 1, 1, 2, 1), (3, 1, 2, 3, 2), (6, 4, 1, 4, 2), (10, 2, 5, 5, 3), (7, 7, 3, 6, 2), (4, 9, 8, 5, 4))
_BORDERS: tuple[tuple[str, str, str, Callable[[int, int], int | None]], ...] = (
    ("k == 0 or k == n", "1", "", lambda n, k: 1 if k in (0, n) else 0 if k > n else None),
    ("n == 0 and k == 0", "1", "n <= 0 or k <= 0", lambda n, k: 1 if n == k == 0 else 0 if n <= 0 or k <= 0 else None),
    ("n == 0 or k == 0", "1", "", lambda n, k: 1 if n == 0 or k == 0 else None),
    ("n == 1 or k == 1", "1", "", lambda n, k: 1 if n == 1 or k == 1 else 0 if n < 1 or k < 1 else None),
    ("n == 0 or k == 0", "0", "", lambda n, k: 0 if n == 0 or k == 0 else None),
    ("n <= 1 or k == 0", "int(k == 0)", "", lambda n, k: int(k == 0) if n <= 1 or k == 0 else None),
)


@dataclass(frozen=True, slots=True)
class Table:
    """Two parameters that count, and the holes over a cell."""

    work: Work
    row: Entry
    column: Entry
    holes: Holes


def _tables(work: Work, leaves: Sequence[Entry]) -> list[Table]:
    counting = [entry for entry in leaves if entry.type == "int" and min(entry.values) >= 0]
    if len(counting) != 2 or len(leaves) != 2 or max(map(max, (entry.values for entry in counting))) > _LARGEST_TABLE:
        return []
    own = dict(zip((*_CELLS, "n", "k"), zip(*_CELL_POINTS, strict=True), strict=True))
    examples = [number % len(work.problem.inputs) for number in range(len(_CELL_POINTS))]
    holes = Holes(work, own, Captured(()), examples, limit=1500)
    return [Table(work, row, column, holes) for row, column in (tuple(counting), tuple(counting[::-1]))]


def _offer_table(table: Table, body: Hole, results: Results) -> bool:
    found = False
    for condition, value, zero, border in _BORDERS:
        values = _cells(table, body, border)
        if values is not None:
            cost = price(table.work, 4, _WORDS) + body.cost
            write = partial(_written_table, table, body, (condition, value, zero))
            found |= results.offer(values, cost, (table.row, table.column, body.entry), _WORDS, write)
    return found


def _cells(table: Table, body: Hole, border: Callable[[int, int], int | None]) -> list[int] | None:
    made: dict[tuple[int, int], int] = {}
    wide = max(table.column.values)
    table.work.space.bank.meter.spend(wide * max(table.row.values))
    try:
        for n in range(max(table.row.values) + 1):
            for k in range(wide + 1):
                edge = border(n, k)
                if edge is None:
                    edge = body.run(made[n - 1, k], made[n, k - 1], made[n - 1, k - 1], n, k)
                    if too_large(edge):
                        return None
                made[n, k] = edge
    except FAILURES:
        return None
    return [made[pair] for pair in zip(table.row.values, table.column.values, strict=True)]


def _written_table(table: Table, body: Hole, border: tuple[str, str, str]) -> Written:
    condition, value, zero = border
    calls = {"above": "cell(n - 1, k)", "before": "cell(n, k - 1)", "corner": "cell(n - 1, k - 1)"}
    lines = ["@cache", "def cell(n, k):", f"    if {condition}:", f"        return {value}"]
    zero = zero or ("k > n" if condition == "k == 0 or k == n" else "n < 1 or k < 1" if "1 or" in condition else "")
    if zero:
        lines += [f"    if {zero}:", "        return 0"]
    lines += [f"    {name} = {call}" for name, call in calls.items() if body.reads(name)]
    lines += [f"    return {body.text}", ""]
    return "\n".join(lines), f"cell({table.row.text}, {table.column.text})"
