"""Which of the candidates that pass is the repair: they are compared on inputs that no test has."""

import ast
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from aurora.engines.repair.belief import SURE, Behaviour, Belief, Grounds, Result
from aurora.engines.repair.clock import Clock
from aurora.engines.repair.comparison import COMPARABLE, Comparison, concerned
from aurora.engines.repair.evidence import Evidence, name_of
from aurora.engines.repair.fuzz import emptied, variants
from aurora.engines.repair.invariants import Invariants
from aurora.engines.repair.laboratory import Laboratory
from aurora.engines.repair.plenty import Plenty
from aurora.engines.repair.progress import count_defects
from aurora.engines.repair.state import Candidate
from aurora.engines.repair.steps import HangError
from aurora.engines.repair.touched import touched
from aurora.engines.repair.traits import Known, behaviours
from aurora.model.answer import Edit, Pin
from aurora.model.verdict import Check
from aurora.pycode.trees import expression_of

_INPUTS = 48
_WATCHED = 12  # behaviours of which it is watched what runs
_LEAST = 0.3  # seconds for each question, when there are no more
_DEFECT = 4.0  # nats against each place that is certainly wrong
_COPIED = 1.5  # nats against an edit that is exactly what a test passes or wants
_COMMON = {"0", "1", "-1", "2"}  # literals that say nothing of where they come from
_LIKELY = 2.5  # nats that a trusted patch may cost
_ASSERTED = 2  # different assertions that trust takes
_FEWEST = 8  # generated inputs that trust takes
_PINNED = 3  # calls for a regression test
_LITERAL = frozenset({"int", "str", "bool", "list", "tuple", "dict", "set", "NoneType"})
NONE = "Of the patches that pass, none is likely enough."
_SURE = 0.9  # share of belief that the best behaviour has to have


@dataclass(frozen=True, slots=True)
class Choice:
    """The candidates that passed, best first, and what was found out about the best."""

    ranked: tuple[Candidate, ...] = ()
    trusted: bool = False  # independent checks agree on the first
    checks: tuple[Check, ...] = ()
    reasons: tuple[str, ...] = ()
    pins: tuple[Pin, ...] = ()
    doubted: Candidate | None = None  # the likeliest that passes, where nothing is ranked because of doubt
    doubt: float = SURE  # nats against the first


def choose(
    plausible: Sequence[Candidate],
    laboratory: Laboratory,
    evidence: Evidence,
    original: Mapping[str, str],
    clock: Clock,
    belief: Belief,
    seed: int = 0,
    truth: Sequence[Edit] | None = None,
    *,
    last: bool = True,
    plenty: Plenty | None = None,
) -> Choice:
    """Rank the plausible candidates; with a reference (`truth` makes it) only those that behave like it are left.

    Candidates of one behaviour vouch for it together. Too much doubt chooses nothing, before the `last` time less.
    """
    prices = _prices(plausible, evidence)
    ordered = sorted(plausible, key=lambda candidate: prices[id(candidate)])
    if not ordered:
        return Choice()
    calls = variants(evidence.assertions, seed, _INPUTS)
    batch: list[Sequence[Edit]] = [() if truth is None else truth, *(each.edits(original) for each in ordered)]
    rows = laboratory.values(batch, calls, max(clock.left, _LEAST)) if calls else [None] * len(batch)
    if truth is not None and calls:
        return _like_reference(ordered, rows)
    calls, seen, evidence = concerned(calls, rows, evidence)
    laws = Invariants(seen.counted(evidence).assertions, evidence.promised, seen.given)
    ranked = _believed(behaviours(ordered, seen, Known(laws, original, prices, plenty or Plenty())), belief)
    if not ranked:
        return Choice()
    calls = _ended(calls, ranked, ordered, rows[1:])
    ranked = _believed(_watched(ranked, laboratory, calls, original, clock), belief)
    best, passing = ranked[0], len(plausible) / max(laboratory.tried, len(plausible))
    grounds = _grounds(ranked, seen.counted(evidence, best.results or None), passing)
    doubt = belief.check(grounds, last=last and not clock.cut)
    if not doubt.passed:
        return Choice(reasons=(NONE,), doubted=best.members[0])
    falls = _falls(best, original, laboratory, evidence, clock)
    return replace(_choice(ranked, seen, prices, evidence, (doubt, falls)), doubt=belief.doubt(grounds))


def _grounds(ranked: Sequence[Behaviour], evidence: Evidence, passing: float) -> Grounds:
    best = ranked[0]
    disbelief, length = -math.log(max(best.share, 1e-9)), best.members[0].length
    return Grounds(best.traits, disbelief, evidence.said, evidence.wanted, passing, length, consent(ranked, best))


def _falls(
    best: Behaviour, original: Mapping[str, str], laboratory: Laboratory, evidence: Evidence, clock: Clock
) -> str:
    """Why the patched program is not known to give values when one argument of a test is made empty; empty if it is.

    What a function that the patch leaves as it was raised before as well is not held against the patch.
    """
    empty, first = emptied(evidence.assertions), best.members[0]
    calls = [*empty, *((path, was) for (path, _), was in empty.items())]
    batch: list[Sequence[Edit]] = [(), first.edits(original)]
    old, new = laboratory.values(batch, calls, max(clock.left, _LEAST)) if calls else ([], [])
    if old is None or new is None:
        return "There was no time to run it on an empty argument."
    changed = touched(original, [first.texts()])
    for (_, call), before, after, asked in zip(empty, old, new, new[len(empty) :], strict=False):
        own = name_of(call) in changed or before != after
        if own and after[0] != "value" and asked[0] == "value":
            return f"It {_said(after)} on {call}, which no test asks."
    return ""


def _ended(
    calls: Sequence[tuple[str, str]],
    ranked: Sequence[Behaviour],
    ordered: Sequence[Candidate],
    rows: Sequence[Sequence[Result] | None],
) -> list[tuple[str, str]]:
    """The calls on which none that is watched hangs: to watch the others would take far longer than all else."""
    first = {id(each.members[0]) for each in ranked[:_WATCHED]}
    known = [row for each, row in zip(ordered, rows, strict=True) if row and id(each) in first]
    return [call for at, call in enumerate(calls) if not any(row[at][1] == HangError.__name__ for row in known)]


def consent(ranked: Sequence[Behaviour], best: Behaviour) -> float:
    """The share of generated inputs on which the best behaviour agrees with one that is drawn by belief."""
    return sum(each.share * agreement(best, each) for each in ranked)


def agreement(one: Behaviour, two: Behaviour) -> float:
    """The share of generated inputs on which two behaviours are the same."""
    if one is two or not one.results:
        return float(one is two)
    return sum(a == b for a, b in zip(one.results, two.results, strict=True)) / len(one.results)


def _watched(
    ranked: Sequence[Behaviour],
    laboratory: Laboratory,
    calls: Sequence[tuple[str, str]],
    original: Mapping[str, str],
    clock: Clock,
) -> list[Behaviour]:
    """The behaviours with what runs of the likeliest of them; the others are taken for the mean of these."""
    first = [each.members[0] for each in ranked[:_WATCHED]]
    functions = touched(original, [each.texts() for each in first])
    batch = [each.edits(original) for each in first]
    turned = laboratory.turns(batch, calls, functions, max(clock.left, _LEAST)) if calls else [None] * len(first)
    known = [each for each in turned if each is not None]
    never = sum(each.never for each in known) / max(len(known), 1)
    alike = sum(each.alike for each in known) / max(len(known), 1)
    told = [(float(each.never), float(each.alike)) if each else (never, alike) for each in turned]
    told += [(never, alike)] * (len(ranked) - len(first))
    return [
        replace(each, traits=replace(each.traits, never=one, alike=two))
        for each, (one, two) in zip(ranked, told, strict=True)
    ]


def _believed(found: Sequence[Behaviour], belief: Belief) -> list[Behaviour]:
    shares = belief.shares(found) if found else []
    ranked = [replace(each, share=share) for each, share in zip(found, shares, strict=True)]
    return sorted(ranked, key=lambda each: -each.share)


def _like_reference(ordered: Sequence[Candidate], rows: Sequence[list[Result] | None]) -> Choice:
    right = [candidate for candidate, row in zip(ordered, rows[1:], strict=True) if row and agree(rows[0], row)]
    return Choice(tuple(right), *same_as(rows[0] or (), "the reference")) if right else Choice()


def same_as(truth: Sequence[Result], whose: str) -> tuple[bool, tuple[Check, ...], tuple[str, ...]]:
    """Whether to trust a program that gives these results of another version: it takes enough that are values."""
    count = sum(result[0] == "value" for result in truth)
    if count < COMPARABLE:
        return False, (), (f"There were {count} generated inputs with a value of {whose}: too few to compare on.",)
    text = f"same results as {whose} on {count} generated inputs"
    return True, (Check("agreement", text, passed=True),), (f"The patch gives the {text}.",)


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
    tree = expression_of(call).body
    for argument in tree.args if isinstance(tree, ast.Call) else ():
        if isinstance(argument, ast.Constant):
            yield ast.unparse(argument)


def _copies(candidate: Candidate, wanted: set[str]) -> bool:
    """Whether an edit puts in exactly what a test passes or wants to see."""
    return any(edit.text in wanted for edit in candidate.replacement.edits)


def _is_plain(candidate: Candidate, price: float) -> bool:
    """Whether the patch is one likely edit; only such a patch can be trusted on few tests."""
    return candidate.length == 1 and not candidate.drafted and price <= _LIKELY


def _choice(
    ranked: Sequence[Behaviour],
    seen: Comparison,
    prices: Mapping[int, float],
    evidence: Evidence,
    found: tuple[Check, str],
) -> Choice:
    """`found`: the doubt in the best behaviour, and on what empty argument it raises."""
    doubt, falls = found
    best, first = ranked[0], ranked[0].members[0]
    everyone = (first, *(other.members[0] for other in ranked[1:]), *best.members[1:])
    if not seen.tells:
        return Choice(everyone, checks=(doubt,), reasons=("Too few generated inputs could be run to compare on.",))
    sure = (
        _bears(evidence, seen, best.results)
        and not best.traits.broken
        and best.traits.idle <= 0
        and best.traits.kept < 1  # else no generated input reaches what the patch changes
        and not falls
        and best.share >= _SURE
        and len(seen.calls) >= _FEWEST
        and _is_plain(first, prices[id(first)])
    )
    count = sum(len(each.members) for each in ranked)
    rivals = f"{len(ranked)} behaviours among {count} passing patches"
    reasons = [f"{rivals} on {len(seen.calls)} generated inputs; the chosen one holds {best.share:.0%} of the belief."]
    checks = (Check("agreement", f"{len(seen.calls)} generated inputs", sure, rivals), doubt)
    reasons += [falls] if falls else []
    if len(ranked) > 1:
        other = ranked[1].results
        at = next(at for at, result in enumerate(best.results) if result != other[at])
        one, two = _said(best.results[at]), _said(other[at])
        reasons.append(f"The next best patch differs on {seen.calls[at][1]}: {one} here, {two} there.")
    return Choice(everyone, sure, checks, tuple(reasons), _pins(best.results, seen.before, seen.calls))


def _bears(evidence: Evidence, seen: Comparison, results: Sequence[Result]) -> bool:
    """Whether enough is asserted, and more than truths that hold of too many values of each function that changes."""
    counted = seen.counted(evidence, results).assertions
    blind = {name_of(each.whole) for each in evidence.assertions} - {name_of(each.whole) for each in counted}
    return len({each.call for each in counted}) >= _ASSERTED and not seen.changed(results) & blind


def _pins(
    after: Sequence[Result], before: Sequence[Result] | None, calls: Sequence[tuple[str, str]]
) -> tuple[Pin, ...]:
    """The shortest calls whose literal result the patch changed."""
    changed = [
        Pin(path, call, now[2])
        for (path, call), was, now in zip(calls, before or (), after, strict=before is not None)
        if now[0] == "value" and was != now and now[1] in _LITERAL and _is_literal(now[2]) and ":=" not in call
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
