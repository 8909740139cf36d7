"""Pieces: a text or list that is what each element gives, one after the other.

What an element gives is deduced: the output is cut into one piece for each element, equal elements giving equal pieces.
Programs over one element that give these pieces are then searched for by themselves, also those that decide.
"""

import math
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import islice
from typing import Any, cast

from aurora.contracts.strategy import Problem, Workbench
from aurora.engines.synthesis.bank import Entry
from aurora.engines.synthesis.bench import Bench, Work
from aurora.engines.synthesis.cases import decisions
from aurora.engines.synthesis.operators import CHOICE, PLUS
from aurora.engines.synthesis.render import expression
from aurora.engines.synthesis.sketches.holes import Captured, Holes
from aurora.engines.synthesis.sketches.results import Results, Written, price
from aurora.engines.synthesis.sketches.sources import Source, sources
from aurora.model.answer import Candidate

_STRATEGY = "modules.autonomy.synthesis.join_pieces"
_LEVELS = range(1, 10)
_LONGEST_PIECE = 24
_TOLD, _DECISIONS = 3, 4  # elements from which on cases are looked for, and how many decisions are taken
_WORK = 4000  # cuts tried for one source
_SOURCES = 12  # that are looked at, cheapest first
_WORDS = "each every letter character word write replace double repeat join separated translate convert"
_JOINTS = ("", " ", "\n", ", ", ",", "-", "; ")

Pieces = dict[Any, Any]


def search(problem: Problem, bench: Workbench) -> Iterator[Candidate | None]:
    """For every source whose elements can have given the outputs: programs over one element."""
    owner = cast("Bench", bench)
    kinds = {type(output) for output in problem.outputs}
    if kinds not in ({str}, {list}):
        return
    work = owner.work(problem)
    yield from work.space.fill(1)
    results = Results(work)
    for source in (one for one in sources(work)[:_SOURCES] if len(one.names) == 1):
        for joint in _JOINTS if kinds == {str} else ([],):
            wanted = deduced(source.rows, problem.outputs, joint)
            yield None
            if wanted:
                yield from _solved(owner, work, source, joint, wanted, results)


def deduced(rows: Sequence[Sequence[Any]], outputs: Sequence[Any], joint: Any) -> Pieces | None:
    """What each element must give, when the outputs can be cut that way; None when they cannot, or by far too many."""
    if max(map(len, rows)) < 2 or not all(_writable(item) for row in rows for item in row):
        return None
    order = sorted(range(len(rows)), key=lambda number: len(rows[number]))
    for pieces in _cut(rows, outputs, joint, order, {}, [_WORK]):
        changed = any(piece != item for item, piece in pieces.items())
        return pieces if changed and len(pieces) > 1 else None
    return None


def _writable(item: Any) -> bool:
    return isinstance(item, str | int | float | tuple) and not isinstance(item, bool)


def _cut(
    rows: Sequence[Sequence[Any]],
    outputs: Sequence[Any],
    joint: Any,
    order: list[int],
    known: Pieces,
    budget: list[int],
) -> Iterator[Pieces]:
    if not order:
        yield known
        return
    number, rest = order[0], order[1:]
    for pieces in _row(list(rows[number]), outputs[number], joint, known, budget):
        yield from _cut(rows, outputs, joint, rest, pieces, budget)


def _row(items: list[Any], output: Any, joint: Any, known: Pieces, budget: list[int]) -> Iterator[Pieces]:
    budget[0] -= 1
    if budget[0] < 0:
        return
    if not items:
        if not output:
            yield known
        return
    item, rest = items[0], items[1:]
    for size in _widths(item, output, joint, known, last=not rest):
        after = output[size:]
        if rest and joint:
            after = after[len(joint) :]
        yield from _row(rest, after, joint, {**known, item: output[:size]}, budget)


def _widths(item: Any, output: Any, joint: Any, known: Pieces, *, last: bool) -> Iterator[int]:
    """How long the piece of an element may be at the beginning of an output."""
    if item in known:
        piece = known[item]
        if output[: len(piece)] == piece and (last or not joint or output[len(piece) :][: len(joint)] == joint):
            yield len(piece)
    elif last:
        yield len(output)
    elif joint:
        place = output.find(joint)
        if place >= 0:
            yield place
    else:
        yield from sorted(range(min(len(output), _LONGEST_PIECE) + 1), key=partial(_strangeness, item, output))


def _strangeness(item: Any, output: Any, size: int) -> tuple[int, int]:
    """How little a piece looks like its element: what is foreign in it, and whether more of the element follows."""
    own = list(item.lower()) if isinstance(item, str) else [item]
    foreign = sum((part.lower() if isinstance(part, str) else part) not in own for part in output[:size])
    following = size < len(output) and output[size] in own
    return foreign + following + (size == 0), size


def _solved(
    owner: Bench, work: Work, source: Source, joint: Any, wanted: Pieces, results: Results
) -> Iterator[Candidate | None]:
    items = list(wanted)
    captured = Captured(())
    own = dict(zip(source.names, zip(*map(source.split, items), strict=True), strict=True))
    holes = Holes(work, own, captured, [0] * len(items), limit=20_000)
    targets = [*_variants(list(wanted.values()))]
    for level in _LEVELS:
        for _ in holes.fill(level):
            yield None
        found = False
        for values, tail in targets:
            for body in _bodies(holes, values, level):
                found = True
                cost = price(work, 2, _WORDS) + source.cost + body.cost + _place(joint) // 3 + bool(tail)
                write = partial(_written, source, joint, body, tail)
                results.offer(work.problem.outputs, cost, (source.entry, body), _WORDS, write)
                results.forget()
            yield None
        results.release(math.inf)
        yield from owner.harvest(work.problem, _STRATEGY)
        if found:
            return


def _variants(values: list[Any]) -> Iterator[tuple[list[Any], str]]:
    """What the pieces are, and what they are before an end that all of them have."""
    yield values, ""
    if isinstance(values[0], str):
        tails = (values[0][start:] for start in range(len(values[0]) + 1))
        tail = next(tail for tail in tails if all(value.endswith(tail) for value in values))
        if tail:
            yield [value[: -len(tail)] for value in values], tail


def _bodies(holes: Holes, values: list[Any], level: int) -> Iterator[Entry]:
    yield from (entry for entry in holes.space.bank.costing(level) if list(entry.values) == values)
    if len(values) > _TOLD:
        yield from islice(filter(None, decisions(holes.space.bank, values, level + 4)), _DECISIONS)


def _place(joint: Any) -> int:
    return _JOINTS.index(joint) if isinstance(joint, str) else 0


def _written(source: Source, joint: Any, body: Entry, tail: str) -> Written:
    text, strength = expression(body)
    if tail:
        text = f"({text}) + {tail!r}" if strength < PLUS else f"{text} + {tail!r}"
    if isinstance(joint, str):
        return "", f"{joint!r}.join({text} for {source.head} in {source.text})"
    pieces = f"({text})" if strength <= CHOICE else text
    return "", f"[piece for {source.head} in {source.text} for piece in {pieces}]"
