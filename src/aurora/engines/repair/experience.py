"""What earlier repairs taught: operators and fixers that held are tried sooner, those that were taken back later."""

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import wraps
from pathlib import Path

from aurora.contracts.fixer import Broken, Fix, Fixer
from aurora.engines.repair.ground import FixerPart
from aurora.engines.repair.propose import RepairPart

SHIPPED = Path(__file__).with_name("prior.json")
"""Part -> bias, learned from the repairs of the development data by `bench/repair_quality.py prior`."""
_NATS = 1.0  # that a full bias moves a proposal


def shipped() -> dict[str, float]:
    """What Aurora comes with, before it has learned anything here."""
    found: dict[str, float] = json.loads(SHIPPED.read_text(encoding="utf-8"))
    return found


def leaning(parts: Sequence[RepairPart], bias: Mapping[str, float]) -> tuple[RepairPart, ...]:
    """The operators, each e times likelier for a bias of 1 and e times less likely for one of -1."""
    return tuple(
        replace(part, facts={**part.facts, "prior": _number(part.facts["prior"]) * math.exp(_NATS * bias[part.id])})
        if part.id in bias
        else part
        for part in parts
    )


def experienced(parts: Sequence[FixerPart], bias: Mapping[str, float]) -> tuple[FixerPart, ...]:
    """The static fixers, whose proposals cost a nat less for a bias of 1 and a nat more for one of -1."""
    return tuple(
        replace(part, run=_shifted(part.run, -_NATS * bias[part.id])) if part.id in bias else part for part in parts
    )


def _shifted(run: Fixer, nats: float) -> Fixer:
    @wraps(run)
    def shifted(broken: Broken) -> Iterator[Fix]:
        for fix in run(broken):
            yield replace(fix, cost=max(0.0, fix.cost + nats))

    return shifted


def _number(value: object) -> float:
    assert isinstance(value, float | int)
    return float(value)
