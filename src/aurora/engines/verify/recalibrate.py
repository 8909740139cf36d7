"""Sets the confidence right by answers of which it came out later whether they were right: Platt's scaling (1999).

Two numbers are fitted, how much the log odds of the model are stretched and shifted, drawn to leaving them as they are:
a few outcomes cannot teach more than that. Nothing is drawn by chance.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from aurora.engines.verify.evidence import Evidence
from aurora.engines.verify.model import NAMES, Model
from aurora.model.logistic import fit_logistic

_HELD = 10.0  # of the pull towards the model as it is
_LEAST_SLOPE = 0.1


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
    slope, shift = fit_logistic(
        [(odds, 1.0) for odds, _ in told], [right for _, right in told], (1.0, 0.0), (_HELD,) * 2
    )
    return model.scaled(max(_LEAST_SLOPE, slope), shift)


def held(model: Model, each: Outcome) -> float:
    """How well a model foretells an outcome, 0 to 1: one less the Brier score."""
    return 1.0 - (model.confidence(each.evidence, each.strategy) - each.right) ** 2


def overclaims(model: Model, each: Outcome) -> bool:
    """Whether a model would have called a wrong answer one to be sure of."""
    return not each.right and model.confidence(each.evidence, each.strategy) >= model.verified_at
