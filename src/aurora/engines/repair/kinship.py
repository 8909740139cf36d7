"""How much the values of a patched program are still like the old ones."""

from collections.abc import Sequence
from difflib import SequenceMatcher

from aurora.engines.repair.belief import Result

_LIKENED = 16  # values that are compared letter by letter


def kinship(pairs: Sequence[tuple[Result, Result]]) -> float:
    """How much more like the old values the new ones are than like old ones of other inputs."""
    valued = [(was[2], now[2]) for was, now in pairs if now[0] == "value"][:_LIKENED]
    shifted = [(was, valued[at - len(valued) // 2][1]) for at, (was, _) in enumerate(valued)]
    total = sum(_likeness(*one) - _likeness(*other) for one, other in zip(valued, shifted, strict=True))
    return total / max(len(valued), 1)


def _likeness(one: str, two: str) -> float:
    return 1.0 if one == two else SequenceMatcher(None, one, two, autojunk=False).ratio()
