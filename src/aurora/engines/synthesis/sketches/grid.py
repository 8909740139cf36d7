"""Tables over two sequences or over a matrix: every cell from its neighbours above, before and at the corner.

The recurrences of alignment (Needleman and Wunsch 1970; Wagner and Fischer 1974) and of paths over a board, with a
choice for borders, for equal and for unequal elements.
"""

import math
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import product
from typing import Any, cast

from aurora.contracts.strategy import Problem, Workbench
from aurora.engines.synthesis.bank import Entry
from aurora.engines.synthesis.bench import Bench, Work
from aurora.engines.synthesis.operators import evaluate
from aurora.engines.synthesis.sketches.holes import FAILURES
from aurora.engines.synthesis.sketches.results import Results, Written, price
from aurora.engines.synthesis.types import is_sequence
from aurora.model.answer import Candidate

_STRATEGY = "modules.autonomy.synthesis.fill_table"
_CELLS = 2500  # of one example
_ALIGN = "subsequence common longest shortest edit distance two texts both sequence turn into align ways shared"
_PATH = "path grid matrix board field way right down corner cell minimum maximum least cost move top bottom square"

# One choice of a hole: its text, its price, and what it computes.
_Cell = tuple[str, int, Callable[..., Any]]


def _cells(variables: str, *choices: tuple[str, int]) -> tuple[_Cell, ...]:
    return tuple((text, cost, evaluate(f"lambda {variables}: {text}")) for text, cost in choices)


_NEAR = "above, before, corner"
_EQUAL = _cells(
    _NEAR, ("corner + 1", 1), ("corner", 1), ("corner + above", 2), ("corner + before", 2), ("above + before", 2),
    ("above + before + 1", 3),
)  # fmt: skip
_UNEQUAL = _cells(
    _NEAR, ("max(above, before)", 1), ("1 + min(above, before, corner)", 1), ("1 + min(above, before)", 1), ("0", 1),
    ("above", 2), ("above + before - corner", 3), ("max(above, before, corner)", 2), ("1 + corner", 2),
)  # fmt: skip
_BORDERS = _cells("i, j", ("0", 1), ("i + j", 1), ("int(j == 0)", 2), ("1", 2))
_ANSWERS = _cells("table", ("table[-1][-1]", 0), ("max(map(max, table))", 1), ("sum(map(sum, table))", 2))
_STEPS: tuple[tuple[str, int, str], ...] = (
    ("min", 1, "least minimum cheapest smallest lowest shortest"),
    ("max", 1, "largest maximum greatest most highest best"),
    ("sum", 2, "ways number count paths many"),
)
_VALUES = _cells(
    "value, best", ("value + best", 1), ("value * best", 3), ("0 if value else best", 2), ("best if value else 0", 2),
    ("max(value, best)", 2), ("1 + best if value else 0", 2),
)  # fmt: skip
_CHOOSERS: dict[str, Callable[..., Any]] = {"min": min, "max": max, "sum": sum}


def search(problem: Problem, bench: Workbench) -> Iterator[Candidate | None]:
    """Alignments of two sequences, paths over a matrix."""
    owner = cast("Bench", bench)
    if not problem.inputs or not all(type(output) in (int, float, bool) for output in problem.outputs):
        return
    work = owner.work(problem)
    yield from work.space.fill(1)
    leaves = [entry for entry in work.space.bank.costing(1) if entry.flags and not entry.operator]
    results = Results(work)
    pairs = [entry for entry in leaves if is_sequence(entry.type)]
    boards = [entry for entry in pairs if isinstance(entry.type, tuple) and is_sequence(entry.type[1])]
    for _ in _all(work, pairs, [board for board in boards if board.type[1] != "str"], results):
        yield None
    results.release(math.inf)
    yield from owner.harvest(problem, _STRATEGY)


def _all(work: Work, pairs: list[Entry], boards: list[Entry], results: Results) -> Iterator[bool]:
    if len(pairs) == 2:
        for first, second in (tuple(pairs), tuple(pairs[::-1])):
            for cells in product(_BORDERS, _EQUAL, _UNEQUAL):
                yield _aligned(work, first, second, cells, results)
    for board in boards:
        for step, cell, corner in product(_STEPS, _VALUES, (False, True)):
            yield _walked(work, board, step, cell, corner, results)


def _aligned(work: Work, first: Entry, second: Entry, cells: Sequence[_Cell], results: Results) -> bool:
    border, equal, unequal = (cell[2] for cell in cells)
    try:
        tables = [_align(a, b, border, equal, unequal) for a, b in zip(first.values, second.values, strict=True)]
    except FAILURES:
        return False
    work.space.bank.meter.spend(sum(map(len, first.values)) * sum(map(len, second.values)))
    found = False
    for text, extra, answer in _ANSWERS:
        cost = price(work, 4, _ALIGN) + sum(cell[1] for cell in cells) + extra
        write = partial(_written_alignment, first.text, second.text, cells, text)
        found |= results.offer(list(map(answer, tables)), cost, (first, second), _ALIGN, write)
    return found


def _align(
    first: Any, second: Any, border: Callable[..., int], equal: Callable[..., int], unequal: Callable[..., int]
) -> list[list[int]]:
    if len(first) * len(second) > _CELLS:
        raise ValueError
    table = [[border(i, j) for j in range(len(second) + 1)] for i in range(len(first) + 1)]
    for i, left in enumerate(first, 1):
        for j, right in enumerate(second, 1):
            cell = equal if left == right else unequal
            table[i][j] = cell(table[i - 1][j], table[i][j - 1], table[i - 1][j - 1])
    return table


def _written_alignment(first: str, second: str, cells: Sequence[_Cell], answer: str) -> Written:
    border, equal, unequal = (cell[0] for cell in cells)
    lines = [
        f"table = [[{border} for j in range(len({second}) + 1)] for i in range(len({first}) + 1)]",
        f"for i, left in enumerate({first}, 1):",
        f"    for j, right in enumerate({second}, 1):",
        "        above, before, corner = table[i - 1][j], table[i][j - 1], table[i - 1][j - 1]",
        f"        table[i][j] = {equal} if left == right else {unequal}",
    ]
    return "\n".join(lines), answer


def _walked(work: Work, board: Entry, step: tuple[str, int, str], cell: _Cell, corner: bool, results: Results) -> bool:
    choose = _CHOOSERS[step[0]]
    try:
        tables = [_walk(rows, choose, cell, corner) for rows in board.values]
    except FAILURES:
        return False
    work.space.bank.meter.spend(sum(map(len, board.values)) ** 2)
    found = False
    for text, extra, answer in _ANSWERS[:2]:
        words = f"{_PATH} {step[2]}"
        cost = price(work, 4, words) + price(work, 2, step[2]) + step[1] + cell[1] + extra + corner
        write = partial(_written_walk, board.text, step[0], cell[0], corner, text)
        found |= results.offer(list(map(answer, tables)), cost, (board,), words, write)
    return found


def _walk(rows: Any, choose: Callable[..., Any], cell: _Cell, corner: bool) -> list[list[Any]]:
    if not rows or len(rows) * len(rows[0]) > _CELLS:
        raise ValueError
    start = 1 if "value +" not in cell[0] else 0
    table: list[list[Any]] = []
    for i, row in enumerate(rows):
        table.append([])
        for j, value in enumerate(row):
            near = [table[i - 1][j]] if i else []
            near += [table[i][j - 1]] if j else []
            near += [table[i - 1][j - 1]] if corner and i and j else []
            table[i].append(cell[2](value, choose(near) if near else start))
    return table


def _written_walk(board: str, choose: str, cell: str, corner: bool, answer: str) -> Written:
    lines = [
        "table = []",
        f"for i, row in enumerate({board}):",
        "    table.append([])",
        "    for j, value in enumerate(row):",
        "        near = [table[i - 1][j]] if i else []",
        "        near += [table[i][j - 1]] if j else []",
        *(["        near += [table[i - 1][j - 1]] if i and j else []"] if corner else []),
        f"        best = {choose}(near) if near else {1 if 'value +' not in cell else 0}",
        f"        table[i].append({cell})",
    ]
    return "\n".join(lines), answer
