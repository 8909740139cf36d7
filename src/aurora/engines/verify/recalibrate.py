"""Sets the confidence right by answers of which it came out later whether they were right: Platt's scaling (1999).

Two numbers are fitted, how much the log odds of the model are stretched and shifted, drawn to leaving them as they are:
a few outcomes cannot teach more than that. Nothing is drawn by chance.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from aurora.engines.verify.evidence import Evidence
from aurora.engines.verify.model import NAMES, Model

_HELD = 10.0  # of the pull towards the model as it is
_LEAST_SLOPE = 0.1
_ROUNDS = 25


@dataclass(frozen=True, slots=True)
class Outcome:
    """An answer with what was measured of it, and whether it was right."""

    evidence: Evidence
    strategy: str
    right: bool


def evidence_of(figures: Mapping[str, float]) -> Evidence | None:
    """The evidence that was kept; None when none was, or other figures than are measured now."""
    return Evidence(**figures) if figures.keys() == set(NAMES) else None


def recalibrated(model: Model, outcomes: Sequence[Outcome]) -> Model:
    """The model with its log odds stretched and shifted as the outcomes say."""
    told = [(model.odds(each.evidence, each.strategy), each.right) for each in outcomes]
    slope, shift = 1.0, 0.0
    for _ in range(_ROUNDS):
        gain, lift = _HELD * (1.0 - slope), -_HELD * shift
        a, b, c = _HELD, 0.0, _HELD
        for odds, right in told:
            guess = 1 / (1 + math.exp(-max(-30.0, min(30.0, slope * odds + shift))))
            bend = guess * (1 - guess)
            gain, lift = gain + (right - guess) * odds, lift + right - guess
            a, b, c = a + bend * odds * odds, b + bend * odds, c + bend
        area = a * c - b * b
        slope, shift = slope + (c * gain - b * lift) / area, shift + (a * lift - b * gain) / area
    return model.scaled(max(_LEAST_SLOPE, slope), shift)


def held(model: Model, each: Outcome) -> float:
    """How well a model foretells an outcome, 0 to 1: one less the Brier score."""
    return 1.0 - (model.confidence(each.evidence, each.strategy) - each.right) ** 2


def overclaims(model: Model, each: Outcome) -> bool:
    """Whether a model would have called a wrong answer one to be sure of."""
    return not each.right and model.confidence(each.evidence, each.strategy) >= model.verified_at
