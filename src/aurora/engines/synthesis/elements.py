"""Elements: what must happen to each element of a list is deduced from the outputs, and searched for by itself.

An output as long as a list is a map over it: the wanted value at each element is known. An output that is a subsequence
of a list is a filter: whether each element is kept is known. See Feser et al., "Synthesizing data structure
transformations from input-output examples" (2015).
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, cast

from aurora.contracts.strategy import Problem, Workbench
from aurora.engines.synthesis.bank import Entry
from aurora.engines.synthesis.bench import Bench, Work
from aurora.engines.synthesis.binders import BINDERS, SCAN, Binder, Scope
from aurora.engines.synthesis.bounds import Bounds
from aurora.engines.synthesis.cases import decisions
from aurora.engines.synthesis.constants import shown_price
from aurora.engines.synthesis.goals import Goals, Hit
from aurora.engines.synthesis.lambdas import Child
from aurora.engines.synthesis.operators import Operator
from aurora.engines.synthesis.segments import segmented
from aurora.engines.synthesis.types import is_sequence
from aurora.model.answer import Candidate
from aurora.pycode.literals import type_key

_STRATEGY = "modules.autonomy.synthesis.map_elements"
_MAP, _FILTER = BINDERS[0], BINDERS[1]
_SOURCE_COST, _SOURCES = 5, 8  # of the lists that are looked at, and how many of them
_CUT = 4  # of them whose elements became pieces: nearly every list can be seen so
_ENTRIES = 60_000
_POINTS = 600
_WRITTEN = 2  # different values at most, to be taken for constants
_USUAL = 2  # cost of a number that the elements may be divided by at last
_SHOWN = 2  # cost of a constant that the outputs show
_LATE_COST, _LATE = 9, 6  # of lists that are looked at because a scan of them may begin as the outputs do; how many
_REVERSED = Operator("step", ("any",), lambda items: items[::-1], "{0:12}[::-1]", cost=2, words="reverse backwards")
_SORT = Operator("step", ("any",), sorted, "sorted({0})", cost=1, words="sort sorted order alphabetical ascending")
_TOTAL = Binder(1, "sum({1:2} for ITEM in {0})", lambda _row, made: sum(made), "any", words="sum total add all whole")
_GROUPS = Binder(
    2,
    "{group: [ITEM for ITEM in {0} if {1:6} == group] for group in dict.fromkeys({1} for ITEM in {0})}",
    lambda row, made: {key: [item for item, other in zip(row, made, strict=True) if other == key] for key in made},
    "any",
    key=True,
    words="group by collect",
)
_FLAT = Binder(
    2, "[piece for ITEM in {0} for piece in {1:1}]", lambda _row, made: [item for part in made for item in part], "any"
)
_LEVELS = range(1, 14)
_DEDUCED = (list, tuple, str, dict, int, float)


@dataclass(slots=True)
class Context:
    """One list with what is wanted at its elements."""

    child: Child
    binder: Binder
    goals: "Goals | Totals"
    wanted: list[Any]
    steps: tuple[Operator, ...] = ()  # after the binder
    taken: int = 0
    bounds: Bounds | None = None


@dataclass(slots=True)
class Totals:
    """The programs over an element whose values add up to the wanted numbers."""

    child: Child
    outputs: Sequence[Any]
    hits: list[Hit] = field(default_factory=list)

    def notice(self, entry: Entry, _key: int) -> None:
        """Look whether the values of an entry add up."""
        if entry.type in ("int", "float"):
            pairs = zip(self.child.spans, self.outputs, strict=True)
            if all(sum(entry.values[start:stop]) == wanted for (start, stop), wanted in pairs):
                self.hits.append(Hit(entry, entry.cost))


def search(problem: Problem, bench: Workbench) -> Iterator[Candidate | None]:
    """Search the elements of the cheapest lists that fit the outputs, deeper and deeper."""
    owner = cast("Bench", bench)
    outputs = problem.outputs
    if not outputs or not all(type(output) in _DEDUCED for output in outputs):
        return
    work = owner.work(problem)
    contexts: list[Context] = []
    cut: list[Context] = []
    looked, most = _SOURCE_COST, _SOURCES
    for level in _LEVELS:
        if level <= _SOURCE_COST:
            yield from work.space.fill(level)
            contexts += islice(_contexts(work, level, cut), max(0, _SOURCES - len(contexts)))
            most = len(contexts) + _LATE
        while looked < min(work.space.filled, _LATE_COST):
            looked += 1
            contexts += islice(_late(work, looked), max(0, most - len(contexts)))
        for context in contexts:
            for _ in context.child.fill(level):
                yield None
                yield from _collect(owner, work, context, level)
            yield from _collect(owner, work, context, level, decide=True)
            yield None


def _contexts(work: Work, cost: int, cut: list[Context]) -> Iterator[Context]:
    for found in list(work.space.bank.by_type):
        if is_sequence(found):
            for source in work.space.bank.of(found, cost):
                if source.flags and 0 < sum(map(len, source.values)) <= _POINTS:
                    yield from _fitting(work, source, cut)


def _fitting(work: Work, source: Entry, cut: list[Context]) -> Iterator[Context]:
    outputs = work.problem.outputs
    kinds = set(map(type, outputs))
    if kinds <= {int, float}:
        yield _totalled(work, source)
    elif kinds == {dict}:
        keys = [grouped(list(row), output) for row, output in zip(source.values, outputs, strict=True)]
        if all(row is not None for row in keys):
            yield _context(work, source, _GROUPS, [key for row in keys if row is not None for key in row])
    elif [len(row) for row in source.values] == [len(output) for output in outputs]:
        wanted = [item for output in outputs for item in output]
        yield _context(work, source, _MAP, wanted, constants=telling(source.values, outputs))
        yield from _scan(work, source)
    else:
        yield from _filters(work, source)
        if len(cut) < _CUT:
            cut += (pieces := list(_pieces(work, source)))
            yield from pieces


def _totalled(work: Work, source: Entry) -> Context:
    child = Child(work.space, source, _ENTRIES)
    totals = Totals(child, work.problem.outputs)
    child.space.bank.notice = totals.notice
    return Context(child, _TOTAL, totals, [])


def _pieces(work: Work, source: Entry) -> Iterator[Context]:
    """A list or text of whose elements each became a piece of the output."""
    rows, outputs = [list(row) for row in source.values], work.problem.outputs
    cut = [output if isinstance(output, str) else list(output) for output in outputs]
    pieces = segmented(rows, cut, work.space.bank.meter)
    if pieces is not None and any(len(piece) != 1 for piece in pieces):
        items = [item for row in rows for item in row]
        unlike = {type_key(item): (item, piece) for item, piece in zip(items, pieces, strict=True) if item != piece}
        shown = [(value, _SHOWN) for pair in unlike.values() for value in pair] if len(unlike) <= _WRITTEN else []
        binder = _MAP if isinstance(outputs[0], str) else _FLAT
        yield _context(work, source, binder, pieces, constants=shown)


def _filters(work: Work, source: Entry) -> Iterator[Context]:
    """The list, or one part of all its tuples, of which the outputs keep some; as they come, or sorted."""
    outputs = [list(output) for output in work.problem.outputs]
    parts = Scope.over(source, 1).parts
    for place in (None, *range(parts)):
        rows = [list(row) if place is None else [item[place] for item in row] for row in source.values]
        for steps in ((), (_SORT,)):
            if steps and outputs != list(map(_sorted, outputs)):
                break
            labels = [kept(row, output, ordered=not steps) for row, output in zip(rows, outputs, strict=True)]
            flat = [label for row in labels if row is not None for label in row]
            if all(row is not None for row in labels) and any(flat) and not all(flat):
                yield _context(work, source, _FILTER if place is None else _part(place), flat, steps=steps)
                return


def _part(place: int) -> Binder:
    def run(row: list[Any], made: list[Any]) -> list[Any]:
        return [item[place] for item, wanted in zip(row, made, strict=True) if wanted]

    return Binder(2, f"[ITEM[{place}] for ITEM in {{0}} if {{1:2}}]", run, "bool", words=_FILTER.words)


def _sorted(items: list[Any]) -> list[Any]:
    try:
        return sorted(items)
    except TypeError:  # items that have no order
        return []


def _late(work: Work, cost: int) -> Iterator[Context]:
    """The scans of dearer lists that are as long as the outputs and begin as they do."""
    outputs = work.problem.outputs
    if set(map(type, outputs)) == {list}:
        for found in list(work.space.bank.by_type):
            if isinstance(found, tuple) and found[0] == "list":
                for source in work.space.bank.of(found, cost):
                    pairs = zip(source.values, outputs, strict=True)
                    if source.flags and all(len(row) == len(output) for row, output in pairs):
                        yield from _scan(work, source)


def _scan(work: Work, source: Entry) -> Iterator[Context]:
    """A list whose first element is kept, and every other made from it and the output before it; or in reverse."""
    forward = [list(output) for output in work.problem.outputs]
    for outputs, steps in ((forward, ()), ([output[::-1] for output in forward], (_REVERSED,))):
        wanted = [item for output in outputs for item in output[1:]]
        begins = all(not output or output[0] == row[0] for output, row in zip(outputs, source.values, strict=True))
        if begins and wanted:
            yield _context(work, source, SCAN, wanted, [output[:-1] for output in outputs], steps)


def _context(
    work: Work,
    source: Entry,
    binder: Binder,
    wanted: list[Any],
    totals: list[list[Any]] | None = None,
    steps: tuple[Operator, ...] = (),
    constants: Sequence[tuple[Any, int]] = (),
) -> Context:
    child = Child(work.space, source, _ENTRIES, totals, constants)
    untold = not work.problem.task.prompt
    moduli = {number: cost for number, cost in work.goals.moduli.items() if untold and cost <= _USUAL}
    goals = Goals(wanted, moduli=moduli, depth=1, whole=False, closings=untold)
    goals.attach(child.space.bank)
    return Context(
        child, binder, goals, wanted, steps, bounds=Bounds(child, wanted) if binder in (_MAP, SCAN) else None
    )


def telling(rows: Sequence[Sequence[Any]], outputs: Sequence[Sequence[Any]]) -> list[tuple[Any, int]]:
    """The constants, with costs, that a map shows which changes few elements: what it writes, and at which one place.

    What only one of the lists shows costs what its size says.
    """
    changed = [
        (number, place, new)
        for number, (row, output) in enumerate(zip(rows, outputs, strict=True))
        for place, (old, new) in enumerate(zip(row, output, strict=True))
        if type(old) is not type(new) or old != new
    ]
    written = {type_key(new): new for _, _, new in changed if isinstance(new, int | float | str)}
    times = Counter(key for key, _ in {(type_key(new), number) for number, _, new in changed})
    values = [(new, max(_SHOWN, shown_price(new, times[key]))) for key, new in written.items()]
    places = list({place for _, place, _ in changed})
    return [*(values if len(values) <= _WRITTEN else ()), *((place, _SHOWN) for place in places if len(places) == 1)]


def kept(row: Sequence[Any], output: Sequence[Any], *, ordered: bool = True) -> list[bool] | None:
    """Which elements of a row make the output, the first that fit; None when it is no subsequence.

    When the order does not count, the output may hold them in any order.
    """
    labels: list[bool] = []
    left = list(output)
    for item in row:
        near = left[:1] if ordered else left
        place = next((i for i, other in enumerate(near) if type(item) is type(other) and item == other), None)
        labels.append(place is not None)
        if place is not None:
            del left[place]
    return None if left else labels


def grouped(row: Sequence[Any], output: dict[Any, Any]) -> list[Any] | None:
    """The key under which each element of a row stands in the output; None when that is no grouping of the row."""
    keys = []
    made: dict[Any, list[Any]] = {}
    for item in row:
        homes = [key for key, group in output.items() if type(group) is list and item in group]
        if len(homes) != 1:
            return None
        keys.append(homes[0])
        made.setdefault(homes[0], []).append(item)
    return keys if made == output else None


def _collect(owner: Bench, work: Work, context: Context, level: int, *, decide: bool = False) -> Iterator[Candidate]:
    bodies = [hit.entry for hit in context.goals.hits[context.taken :]]
    context.taken = len(context.goals.hits)
    if context.bounds:
        bodies += context.bounds.bodies()
    if (
        decide
        and context.binder in (_MAP, _FLAT, SCAN)
        and not context.goals.hits
        and len(context.wanted) > 2 * len(work.problem.outputs)
    ):
        bodies += filter(None, decisions(context.child.space.bank, context.wanted, level))
    for body in bodies[:10]:
        entry = _listed(context, body, work.problem.outputs[0])
        work.goals.hits.append(Hit(entry, entry.cost))
    if bodies:
        yield from owner.harvest(work.problem, _STRATEGY)


def _listed(context: Context, body: Entry, shown: Any) -> Entry:
    source, scope = context.child.source, context.child.scope
    cost = source.cost + body.cost + context.binder.cost
    operator = context.binder.operator(scope, body)
    made = Entry((), "any", cost, operator, (source, body), flags=source.flags)
    for step in context.steps:
        made = Entry((), "any", made.cost + step.cost, step, (made,), flags=made.flags)
    if not isinstance(shown, tuple | str):
        return made
    template = "tuple({0})" if isinstance(shown, tuple) else '"".join({0})'
    return Entry((), "any", made.cost + 1, Operator("step", ("any",), tuple, template), (made,), flags=made.flags)
