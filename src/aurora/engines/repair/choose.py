"""Which of the candidates that pass is the repair: they are compared on inputs that no test has."""

import ast
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from aurora.engines.repair.clock import Clock
from aurora.engines.repair.evidence import Evidence
from aurora.engines.repair.fuzz import variants
from aurora.engines.repair.invariants import Invariants
from aurora.engines.repair.laboratory import Laboratory
from aurora.engines.repair.progress import count_defects
from aurora.engines.repair.state import Candidate
from aurora.model.answer import Edit, Pin
from aurora.model.verdict import Check

_INPUTS = 48
_KEPT = 3.0  # nats for keeping all behaviour of the old program where it raised nothing
_RAISES = 5.0  # nats against raising on every input on which a rival does not
_DEFECT = 4.0  # nats against each place that is certainly wrong
_COPIED = 1.5  # nats against an edit that is exactly what a test passes or wants
_COMMON = {"0", "1", "-1", "2"}  # literals that say nothing of where they come from
_LIKELY = 2.5  # nats that a trusted patch may cost
_BROKEN = 3.0  # nats against breaking, on every input, what holds of all outputs that the tests want
_SAID = 2.0  # nats for each doubling of the constants and calls of the tests
LITTLE = 8  # constants and calls that speak neither for nor against a patch
_BREAKS = 0.1  # share of results that may break it in a trusted patch
MOST_DOUBT = 1.5  # nats above which nothing is answered; see bench/repair_doubt.py
_ASSERTED = 2  # different assertions that trust takes
_FEWEST = 8  # generated inputs that trust takes
_PINNED = 3  # calls for a regression test
_LITERAL = frozenset({"int", "str", "bool", "list", "tuple", "dict", "set", "NoneType"})
_NONE = "Of the patches that pass, none is likely enough."
_SURE = 0.9  # share of belief that the best behaviour has to have

Result = tuple[str, str, str]  # (status, type, repr)


@dataclass(frozen=True, slots=True)
class Grounds:
    """What speaks against the best patch, and how much the tests say for it."""

    price: float  # nats: how unlikely the edit is by itself
    disbelief: float  # nats: how much of the belief other behaviours hold
    broken: float  # share of results that break what holds of all wanted outputs
    said: int  # constants and calls in the tests: how much they say

    @property
    def doubt(self) -> float:
        """All of it in nats; right patches have little."""
        return self.price + self.disbelief + _BROKEN * self.broken - _SAID * math.log2((1 + self.said) / LITTLE)

    def check(self, most: float) -> Check:
        """As evidence for people and for `bench/repair_doubt.py`."""
        figures = f"price {self.price:.3f}, disbelief {self.disbelief:.3f}, broken {self.broken:.3f}"
        text = f"doubt {self.doubt:.1f} of at most {most:.1f}"
        return Check("doubt", text, self.doubt <= most, f"{figures}, said {self.said}")


@dataclass(frozen=True, slots=True)
class Choice:
    """The candidates that passed, best first, and what was found out about the best."""

    ranked: tuple[Candidate, ...] = ()
    trusted: bool = False  # independent checks agree on the first
    checks: tuple[Check, ...] = ()
    reasons: tuple[str, ...] = ()
    pins: tuple[Pin, ...] = ()


@dataclass(slots=True)
class _Group:
    """Candidates that behave alike on all generated inputs."""

    results: tuple[Result, ...]
    members: list[Candidate] = field(default_factory=list)
    belief: float = 0.0
    broken: float = 0.0  # share of the results that break an invariant of the tests


def choose(
    plausible: Sequence[Candidate],
    laboratory: Laboratory,
    evidence: Evidence,
    original: Mapping[str, str],
    clock: Clock,
    seed: int = 0,
    truth: Sequence[Edit] | None = None,
    most: float = MOST_DOUBT,
) -> Choice:
    """Rank the plausible candidates; with a reference (`truth` makes it) only those that behave like it are left.

    Candidates of one behaviour share their prior; a behaviour gains by agreeing with the old program where that
    raised nothing, and loses by raising where a rival does not, and by breaking what holds of all wanted outputs.
    Nothing is chosen when there is more than `most` doubt.
    """
    prices = _prices(plausible, evidence)
    ordered = sorted(plausible, key=lambda candidate: prices[id(candidate)])
    calls = variants(evidence.assertions, seed, _INPUTS)
    if not ordered:
        return Choice()
    said = evidence.said
    if not calls:
        return _unlike(ordered, prices, said, most, "No further inputs could be generated to compare with.")
    batch: list[Sequence[Edit]] = [() if truth is None else truth, *(each.edits(original) for each in ordered)]
    rows = laboratory.values(batch, calls, max(clock.left * 0.6, 0.3))
    if truth is not None:
        return _like_reference(ordered, rows, len(calls))
    usable = _usable(rows[1:])
    if len(usable) < 4:
        return _unlike(ordered, prices, said, most, "Too few generated inputs could be run.")
    groups = _groups(ordered, rows[1:], usable)
    told = [calls[index] for index in usable]
    before = [rows[0][index] for index in usable] if rows[0] else None
    _doubt(groups, Invariants(evidence.assertions), [call for _, call in told])
    _weigh(groups, before, prices)
    groups.sort(key=lambda group: -group.belief)
    enough = len({assertion.call for assertion in evidence.assertions}) >= _ASSERTED
    choice = _choice(groups, [call for _, call in told], prices, (said, most), enough=enough)
    return replace(choice, pins=_pins(groups[0].results, before, told))


def _unlike(ordered: Sequence[Candidate], prices: Mapping[int, float], said: int, most: float, why: str) -> Choice:
    """The choice among candidates of which only the prices are known: each may behave in its own way."""
    first = prices[id(ordered[0])]
    rivals = math.log(sum(math.exp(first - prices[id(each)]) for each in ordered))
    check = Grounds(first, rivals, 0.0, said).check(most)
    return Choice(tuple(ordered), checks=(check,), reasons=(why,)) if check.passed else Choice(reasons=(why, _NONE))


def _like_reference(ordered: Sequence[Candidate], rows: Sequence[list[Result] | None], count: int) -> Choice:
    right = [candidate for candidate, row in zip(ordered, rows[1:], strict=True) if row and agree(rows[0], row)]
    text = f"same results as the reference on {count} generated inputs"
    return Choice(
        tuple(right), bool(right), (Check("agreement", text, bool(right)),), (f"The patch gives the {text}.",)
    )


def agree(truth: Sequence[Result] | None, found: Sequence[Result]) -> bool:
    """Whether a candidate gives the values that the reference gives, wherever that gives one."""
    return truth is not None and all(want == got for want, got in zip(truth, found, strict=True) if want[0] == "value")


def _prices(candidates: Sequence[Candidate], evidence: Evidence) -> dict[int, float]:
    """What each candidate (by its identity) costs with what is wrong with it besides."""
    wanted = {assertion.expected for assertion in evidence.assertions}
    wanted |= {text for assertion in evidence.assertions for text in _arguments(assertion.call)} - _COMMON
    return {
        id(each): each.cost + _DEFECT * count_defects(each.texts()) + _COPIED * _copies(each, wanted)
        for each in candidates
    }


def _arguments(call: str) -> Iterator[str]:
    """The plain literals that are passed as they are."""
    tree = ast.parse(call, mode="eval").body
    for argument in tree.args if isinstance(tree, ast.Call) else ():
        if isinstance(argument, ast.Constant):
            yield ast.unparse(argument)


def _copies(candidate: Candidate, wanted: set[str]) -> bool:
    """Whether an edit puts in exactly what a test passes or wants to see."""
    return any(edit.text in wanted for edit in candidate.replacement.edits)


def _is_plain(candidate: Candidate, price: float) -> bool:
    """Whether the patch is one likely edit; only such a patch can be trusted on few tests."""
    return not candidate.state.steps and ", then " not in candidate.operator and price <= _LIKELY


def _usable(rows: Sequence[list[Result] | None]) -> list[int]:
    """The inputs on which at least one candidate gives a value."""
    given = [row for row in rows if row]
    return [at for at in range(len(given[0])) if any(row[at][0] == "value" for row in given)] if given else []


def _groups(ordered: Sequence[Candidate], rows: Sequence[list[Result] | None], usable: list[int]) -> list[_Group]:
    groups: dict[tuple[Result, ...], _Group] = {}
    for candidate, row in zip(ordered, rows, strict=True):
        if row:
            results = tuple(row[index] for index in usable)
            groups.setdefault(results, _Group(results)).members.append(candidate)
    return list(groups.values())


def _doubt(groups: Sequence[_Group], invariants: Invariants, calls: Sequence[str]) -> None:
    """How often each behaviour breaks what holds of all wanted outputs."""
    for group in groups:
        shown = [(call, result[2]) for call, result in zip(calls, group.results, strict=True) if result[0] == "value"]
        group.broken = sum(invariants.broken(*each) for each in shown) / max(len(shown), 1)


def _weigh(groups: list[_Group], before: Sequence[Result] | None, prices: Mapping[int, float]) -> None:
    count = len(groups[0].results)
    fewest = min(_raising(group.results) for group in groups)
    for group in groups:
        group.belief = math.log(sum(math.exp(-prices[id(member)]) for member in group.members))
        group.belief -= _RAISES * (_raising(group.results) - fewest) / count + _BROKEN * group.broken
        if before is not None:
            valued = [(was, now) for was, now in zip(before, group.results, strict=True) if was[0] == "value"]
            if valued:
                group.belief += _KEPT * sum(was == now for was, now in valued) / len(valued)
    top = max(group.belief for group in groups)
    total = sum(math.exp(group.belief - top) for group in groups)
    for group in groups:
        group.belief = math.exp(group.belief - top) / total


def _raising(results: Sequence[Result]) -> int:
    return sum(result[0] != "value" for result in results)


def _choice(
    groups: list[_Group], calls: list[str], prices: Mapping[int, float], bounds: tuple[int, float], *, enough: bool
) -> Choice:
    """`bounds`: how much the tests say, and the most doubt."""
    said, most = bounds
    best = groups[0]
    ranked = [best.members[0], *(group.members[0] for group in groups[1:]), *best.members[1:]]
    first = best.members[0]
    grounds = Grounds(prices[id(first)], -math.log(max(best.belief, 1e-9)), best.broken, said).check(most)
    if not grounds.passed:
        return Choice(reasons=(_NONE,))
    sure = (
        enough
        and not best.broken
        and best.belief >= _SURE
        and len(calls) >= _FEWEST
        and _is_plain(first, prices[id(first)])
    )
    rivals = f"{len(groups)} behaviours among {sum(len(group.members) for group in groups)} passing patches"
    reasons = [f"{rivals} on {len(calls)} generated inputs; the chosen one holds {best.belief:.0%} of the belief."]
    checks = [Check("agreement", f"{len(calls)} generated inputs", sure, rivals), grounds]
    if len(groups) > 1:
        at = next(at for at in range(len(calls)) if best.results[at] != groups[1].results[at])
        one, two = _said(best.results[at]), _said(groups[1].results[at])
        reasons.append(f"The next best patch differs on {calls[at]}: {one} here, {two} there.")
    return Choice(tuple(ranked), sure, tuple(checks), tuple(reasons))


def _pins(
    after: Sequence[Result], before: Sequence[Result] | None, calls: Sequence[tuple[str, str]]
) -> tuple[Pin, ...]:
    """The shortest calls whose literal result the patch changed."""
    changed = [
        Pin(path, call, now[2])
        for (path, call), was, now in zip(calls, before or (), after, strict=before is not None)
        if now[0] == "value" and was != now and now[1] in _LITERAL and _is_literal(now[2])
    ]
    return tuple(sorted(changed, key=lambda pin: len(pin.call) + len(pin.value))[:_PINNED])


def _is_literal(text: str) -> bool:
    try:
        ast.literal_eval(text)
    except (ValueError, SyntaxError):
        return False
    return True


def _said(result: Result) -> str:
    return result[2] if result[0] == "value" else f"raises {result[1]}"
