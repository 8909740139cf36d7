"""Choice: pairs, windows, stretches, subsets and orders of a sequence, of which some are wanted.

All of one kind are listed; a condition and a measure over one of them are found by enumeration, and the answer is how
many hold, whether any or all do, the best measure, or the one that is best (nested scans, sliding windows, exhaustive
search).
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain, combinations, islice, pairwise, permutations
from typing import Any, cast

from aurora.contracts.strategy import Problem, Workbench
from aurora.engines.synthesis.bank import Entry
from aurora.engines.synthesis.bench import Bench, Work
from aurora.engines.synthesis.render import expression
from aurora.engines.synthesis.sketches.holes import FAILURES, Captured, Hole, Holes
from aurora.engines.synthesis.sketches.results import Results, Written, by_level, price
from aurora.engines.synthesis.types import is_sequence
from aurora.model.answer import Candidate

_STRATEGY = "modules.autonomy.synthesis.choose_among"
_MOST = 700  # choices of one example
_POINTS = 48
_LEVELS = range(1, 9)
_MEASURES = 5  # the dearest measure under a condition
_UNREAD = 2  # for each part of a choice that nothing reads
_Rows = list[tuple[tuple[Any, ...], ...]]


@dataclass(frozen=True, slots=True)
class Kind:
    """A way of choosing: its text over `{}`, the names of a choice's parts, its words, and the choices themselves."""

    text: str
    names: tuple[str, ...]
    cost: int
    words: str
    make: Callable[[Any], Any]


def _stretches(row: Any) -> Iterator[Any]:
    return (row[i:j] for i in range(len(row)) for j in range(i + 1, len(row) + 1))


def _subsets(row: Any) -> Iterator[Any]:
    return chain.from_iterable(combinations(row, size) for size in range(len(row) + 1))


_KINDS: tuple[Kind, ...] = (
    Kind("zip({0}, {0}[1:])", ("left", "right"), 1, "adjacent consecutive neighbour next previous before after one",
         pairwise),
    Kind("zip({0}, {0}[::-1])", ("left", "right"), 2, "ends mirror opposite symmetric reverse palindrome",
         lambda row: zip(row, row[::-1], strict=True)),
    Kind("combinations({0}, 2)", ("left", "right"), 1, "pair pairs two both", lambda row: combinations(row, 2)),
    Kind("[{0}[i:j] for i in range(len({0})) for j in range(i + 1, len({0}) + 1)]", ("part",), 1,
         "subarray substring consecutive contiguous stretch sublist section run substrings", _stretches),
    Kind("[part for size in range(len({0}) + 1) for part in combinations({0}, size)]", ("part",), 1,
         "some subset subsets subsequence choose selection at most once any combination combinations", _subsets),
    Kind("combinations({0}, 3)", ("first", "second", "third"), 2, "triple triples triplet triplets three",
         lambda row: combinations(row, 3)),
    Kind("zip({0}, {0}[1:], {0}[2:])", ("before", "item", "after"), 2, "neighbours peak valley local both sides",
         lambda row: zip(row, row[1:], row[2:], strict=False)),
    Kind("permutations({0})", ("order",), 3, "order orders arrange permutation permutations rearrange",
         permutations),
)  # fmt: skip


def _windows(size: Entry) -> Kind:
    text = expression(size)[0]
    made = f"[{{0}}[i : i + {text}] for i in range(len({{0}}) - {text} + 1)]"
    return Kind(made, ("part",), 1, "window windows consecutive successive row stretch", lambda row: row)


@dataclass(frozen=True, slots=True)
class Choice:
    """One kind of choice from one sequence, with the holes over what is chosen."""

    work: Work
    kind: Kind
    entry: Entry
    rows: _Rows
    holes: Holes
    outer: tuple[tuple[Any, ...], ...]
    base: int

    @property
    def loop(self) -> str:
        """What stands between `for` and the condition."""
        return f"{', '.join(self.kind.names)} in {self.kind.text.format(self.entry.text)}"

    def values(self, hole: Hole) -> list[list[Any]] | None:
        """What an expression gives for every choice of every example; None when it fails."""
        self.work.space.bank.meter.spend(sum(map(len, self.rows)))
        try:
            return [
                [hole.run(*choice, *outer) for choice in row] for row, outer in zip(self.rows, self.outer, strict=True)
            ]
        except FAILURES:
            return None


def search(problem: Problem, bench: Workbench) -> Iterator[Candidate | None]:
    """Conditions and measures, cheapest first, over all choices."""
    owner = cast("Bench", bench)
    if not problem.inputs:
        return
    work = owner.work(problem)
    yield from work.space.fill(2)
    choices = sorted(_choices(work), key=lambda choice: choice.base)
    results = Results(work)
    if choices:
        yield from by_level(owner, results, _STRATEGY, _LEVELS, partial(_level, choices, results))


def _level(choices: Sequence[Choice], results: Results, level: int) -> Iterator[bool]:
    for choice in choices:
        if choice.base + level <= _LEVELS.stop + 3:
            yield from _looked(choice, level, results)


def _choices(work: Work) -> Iterator[Choice]:
    leaves = [entry for entry in work.space.bank.costing(1) if entry.flags and not entry.operator]
    for entry in leaves:
        if not is_sequence(entry.type):
            continue
        for kind in _KINDS:
            made = _made(work, kind, entry, list(map(kind.make, entry.values)))
            if made:
                yield made
        for size in _sizes(work):
            rows = [
                [row[i : i + width] for i in range(len(row) - width + 1)] if width > 0 else []
                for row, width in zip(entry.values, size.values, strict=True)
            ]
            made = _made(work, _windows(size), entry, rows)
            if made:
                yield made


def _sizes(work: Work) -> list[Entry]:
    """Widths of windows: whole parameters, and constants of at least two."""
    ints = [entry for entry in work.space.bank.upto(2) if entry.type == "int" and not entry.operator]
    return [entry for entry in ints if entry.flags or 2 <= entry.values[0] <= 9][:3]


def _made(work: Work, kind: Kind, entry: Entry, listed: Sequence[Any]) -> Choice | None:
    rows: _Rows = []
    for choices in listed:
        row = [_parted(kind, choice) for choice in islice(choices, _MOST + 1)]
        if len(row) > _MOST:
            return None
        rows.append(tuple(row))
    points = [(number, choice) for number, row in enumerate(rows) for choice in row]
    points = points[:: max(1, len(points) // _POINTS)]
    if len(points) < 2:
        return None
    captured = Captured.of(work, without=())
    own = dict(zip(kind.names, zip(*(choice for _, choice in points), strict=True), strict=True))
    holes = Holes(work, own, captured, [number for number, _ in points], limit=1500)
    outer = tuple(tuple(captured.at(number)) for number in range(len(rows)))
    return Choice(work, kind, entry, rows, holes, outer, price(work, 2 + kind.cost, kind.words))


def _parted(kind: Kind, choice: Any) -> tuple[Any, ...]:
    """The values of the names of a choice."""
    if len(kind.names) > 1:
        return tuple(choice)
    return (list(choice),) if isinstance(choice, tuple) else (choice,)


def _looked(choice: Choice, level: int, results: Results) -> Iterator[bool]:
    yield from (False for _ in choice.holes.fill(level))
    for condition in choice.holes.costing(level, lambda found: found == "bool"):
        held = choice.values(condition) if any(map(condition.reads, choice.kind.names)) else None
        if held is not None:
            yield _judged(choice, condition, held, results)
    for measure in choice.holes.costing(level, lambda found: found in ("int", "float")):
        measured = choice.values(measure) if any(map(measure.reads, choice.kind.names)) else None
        if measured is not None:
            yield _measured(choice, measure, measured, results)


def _offer(
    choice: Choice, values: Sequence[Any], holes: Sequence[Hole], extra: int, words: str, text: str, results: Results
) -> bool:
    unread = sum(not any(hole.reads(name) for hole in holes) for name in choice.kind.names)
    cost = choice.base + sum(hole.cost for hole in holes) + extra + price(choice.work, 2, words) + _UNREAD * unread
    parts = (choice.entry, *(hole.entry for hole in holes))
    return results.offer(values, cost, parts, f"{choice.kind.words} {words}", partial(_plain, text))


def _plain(text: str) -> Written:
    return "", text


def _judged(choice: Choice, condition: Hole, held: list[list[bool]], results: Results) -> bool:
    """The answers of a condition: how many, whether any or all, which, and the best measure where it holds."""
    loop, text = choice.loop, condition.text
    found = False
    for name, words, answer, form in _JUDGEMENTS:
        values = [answer(row) for row in held]
        found |= _offer(choice, values, (condition,), 0, words, f"{name}({text} for {loop})" + form, results)
    kept = [
        [item for item, one in zip(row, flags, strict=True) if one]
        for row, flags in zip(choice.rows, held, strict=True)
    ]
    if len(choice.kind.names) == 1 and any(kept):
        found |= _best(choice, condition, [[item for (item,) in row] for row in kept], results)
    return found


_JUDGEMENTS: tuple[tuple[str, str, Callable[[list[bool]], Any], str], ...] = (
    ("sum", "count many number often times", sum, ""),
    ("any", "any some exist can there whether possible", any, ""),
    ("all", "all every each whether", all, ""),
)
_FINISHES: tuple[tuple[str, str, str, Callable[[list[Any]], Any]], ...] = (
    ("max((len({part}) for {loop}), default=0)", "longest length most maximum", "sized", lambda r: max(map(len, r))),
    ("min((len({part}) for {loop}), default=0)", "shortest length fewest minimum least", "sized",
     lambda r: min(map(len, r))),
    ("max((sum({part}) for {loop}), default=0)", "largest maximum total sum most greatest heaviest", "added",
     lambda r: max(map(sum, r))),
    ("min((sum({part}) for {loop}), default=0)", "smallest minimum total sum least", "added",
     lambda r: min(map(sum, r))),
    ("max([{part} for {loop}], key=len, default=[])", "longest", "item", lambda r: max(r, key=len)),
    ("min([{part} for {loop}], key=len, default=[])", "shortest", "item", lambda r: min(r, key=len)),
    ("[{part} for {loop}]", "all list every find which", "items", list),
    ("next(({part} for {loop}), [])", "first find", "item", lambda r: r[0]),
)  # fmt: skip


def _best(choice: Choice, condition: Hole, kept: list[list[Any]], results: Results) -> bool:
    found = False
    part = choice.kind.names[0]
    loop = f"{choice.loop} if {condition.text}"
    for form, words, kind, answer in _FINISHES:
        empty: Any = 0 if kind in ("sized", "added") else []
        try:
            values = [answer(row) if row else empty for row in kept]
        except TypeError:
            continue
        shown = f"list({part})" if kind in ("item", "items") and "combinations" in loop else part
        found |= _offer(choice, values, (condition,), 1, words, form.format(part=shown, loop=loop), results)
    return found


_MEASURED: tuple[tuple[str, str, Callable[[list[Any]], Any]], ...] = (
    ("max", "maximum largest most best greatest longest", max),
    ("min", "minimum smallest least", min),
    ("sum", "sum total add", sum),
)


def _measured(choice: Choice, measure: Hole, measured: list[list[Any]], results: Results) -> bool:
    """The answers of a measure: the best, their sum, all of them."""
    loop, found = choice.loop, False
    for name, words, answer in _MEASURED:
        if name != "sum" and not all(measured):
            continue
        values = [answer(row) for row in measured]
        found |= _offer(choice, values, (measure,), 0, words, f"{name}({measure.text} for {loop})", results)
    words = "each every list all"
    return found | _offer(choice, measured, (measure,), 0, words, f"[{measure.text} for {loop}]", results)
