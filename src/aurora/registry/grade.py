"""Levels are computed, never claimed: declared, proven, measured, useful."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum


class Level(IntEnum):
    """How much is known of a part or power unit; each level includes those below it."""

    DECLARED = 0  # it has a name
    PROVEN = 1  # its examples and laws pass
    MEASURED = 2  # a row in bench/ says what a flow does with and without it
    USEFUL = 3  # switching it off made a measured flow worse

    def __str__(self) -> str:
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Measurement:
    """A row of `bench/measurements.jsonl`: one figure of one flow, with a part and with it switched off.

    Higher figures are better.
    """

    id: str  # of a part, or of a folder of parts
    flow: str  # the command that was measured
    on: float
    off: float


def grade(id: str, *, parts: int, failures: int, measurements: Iterable[Measurement]) -> Level:
    """The level of the part or folder `id`, which has so many parts with so many failing examples and laws."""
    if not parts or failures:
        return Level.DECLARED
    own = [row for row in measurements if row.id == id]
    if any(row.off < row.on for row in own):
        return Level.USEFUL
    return Level.MEASURED if own else Level.PROVEN
