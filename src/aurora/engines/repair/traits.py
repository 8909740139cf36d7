"""What is seen of the candidates that behave alike."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from aurora.engines.repair.belief import FAR, Behaviour, Result, Traits
from aurora.engines.repair.comparison import Comparison
from aurora.engines.repair.idle import count_idle
from aurora.engines.repair.invariants import Invariants
from aurora.engines.repair.kinship import kinship
from aurora.engines.repair.neutral import count_neutral
from aurora.engines.repair.plenty import Plenty
from aurora.engines.repair.state import Candidate

_FEWEST = 8  # values of which it is noticed that all are the same


@dataclass(frozen=True, slots=True)
class Known:
    """What there is to hold against a candidate."""

    invariants: Invariants  # what holds of all wanted outputs
    original: Mapping[str, str]  # the target files
    prices: Mapping[int, float]  # of each candidate, by its identity
    plenty: Plenty = field(default_factory=Plenty)


def behaviours(ordered: Sequence[Candidate], seen: Comparison, known: Known) -> list[Behaviour]:
    """The candidates by what they do, those without idle operations first; each alone where nothing was compared."""
    groups: dict[object, list[Candidate]] = {}
    for candidate, row in zip(ordered, seen.rows, strict=True):
        if row is not None or not seen.tells:
            groups.setdefault(row if seen.tells else id(candidate), []).append(candidate)
    found: list[Behaviour] = []
    for key, alike in groups.items():
        members = sorted(alike, key=lambda each: count_neutral(each.texts()))
        results = key if isinstance(key, tuple) else ()
        found.append(Behaviour(tuple(members), results, _traits(members, results, seen, known)))
    return found


def _traits(members: Sequence[Candidate], results: tuple[Result, ...], seen: Comparison, known: Known) -> Traits:
    edits = [known.prices[id(each)] for each in members if not each.drafted]
    told = Traits(
        -math.log(sum(math.exp(-each) for each in edits)) if edits else FAR,
        min((known.prices[id(each)] for each in members if each.drafted), default=FAR),
        plenty=known.plenty.price(members[0]),
        idle=float(max(-2, min(2, count_idle(members[0].texts()) - count_idle(known.original)))),
    )
    if not results:
        return told
    pairs = [(was, now) for was, now in zip(seen.before or (), results, strict=False) if was[0] == "value"]
    same = sum(was == now for was, now in pairs)
    values = [(call, now[2]) for (_, call), now in zip(seen.calls, results, strict=True) if now[0] == "value"]
    return replace(
        told,
        kept=same / len(results),
        changed=(len(pairs) - same) / len(results),
        like=kinship(pairs),
        raises=1 - len(values) / len(results),
        broken=sum(known.invariants.broken(*each) for each in values) / max(len(values), 1),
        flat=float(len(values) >= _FEWEST and len({value for _, value in values}) == 1),
        spread=len({value for _, value in values}) / max(len(values), 1),
    )
