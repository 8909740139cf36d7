"""How much is proposed: an operator, or a place, that has many answers is right with each of them the less."""

import math
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TypeAlias

from aurora.engines.repair.state import Candidate

_USUAL = 0.5  # what the proposals of one operator for one program weigh together, about
_Place: TypeAlias = tuple[str, int]


@dataclass(slots=True)
class Plenty:
    """The weight of what was proposed for the original: a proposal of cost c weighs e to the minus c."""

    _made: dict[str, float] = field(default_factory=dict)  # by operator
    _placed: dict[_Place, float] = field(default_factory=dict)  # by line

    def note(self, proposals: Iterable[Candidate]) -> None:
        """More proposals for the original."""
        for each in proposals:
            weight, place = math.exp(-each.cost), _place(each)
            self._made[each.operator] = self._made.get(each.operator, 0.0) + weight
            self._placed[place] = self._placed.get(place, 0.0) + weight

    def price(self, candidate: Candidate) -> float:
        """Nats against a candidate for what else its operators and its place have to offer; 0 where that is little."""
        names = ", then ".join((*candidate.state.steps, candidate.operator)).split(", then ")
        nats = sum(math.log(self._made[name] / _USUAL) for name in names if name in self._made)
        place, usual = _place(candidate), sum(self._placed.values()) / max(len(self._placed), 1)
        if place in self._placed and names[-1] in self._made:
            nats += math.log(self._placed[place] / usual)
        return max(0.0, nats)


def _place(candidate: Candidate) -> _Place:
    return candidate.fault.path, candidate.fault.line
