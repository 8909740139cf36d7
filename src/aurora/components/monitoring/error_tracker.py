"""Error Tracker: groups errors by where and how they were raised, and tells which group floods.

Drill: one error is raised again and again; the group is named, and resolved.
"""

import hashlib
import traceback
from collections import Counter
from dataclasses import dataclass, field

from aurora.contracts.living import House, Living
from aurora.engines.living.drill import component
from aurora.engines.living.owned import Care, Owned

_FLOOD = 50  # errors of one group that nobody resolved


@dataclass(slots=True)
class Groups:
    """Open errors by fingerprint, with an example of each."""

    open: Counter[str] = field(default_factory=Counter)
    examples: dict[str, str] = field(default_factory=dict)
    total: int = 0

    def take(self, error: BaseException) -> str:
        """Count an error; returns its fingerprint: its class, and the file and function of each frame, no values."""
        frames = [(frame.filename, frame.name) for frame in traceback.extract_tb(error.__traceback__)]
        print_ = hashlib.sha256(repr((type(error).__qualname__, frames)).encode()).hexdigest()[:12]
        self.open[print_] += 1
        self.examples[print_] = f"{type(error).__name__}: {error}"
        self.total += 1
        return print_

    def resolve(self) -> "Groups":
        """Close the groups that flood."""
        for print_ in [each for each, count in self.open.items() if count >= _FLOOD]:
            del self.open[print_]
        return self


@component("C27")
def error_tracker(house: House) -> Living:
    """Groups of its own, or those of what the server logs."""
    care = Care(Groups, _wrong, _flood, lambda it: {"open": len(it.open), "errors": it.total}, mend=Groups.resolve)
    return Owned(care, house.loan)


def _raised(text: str) -> Exception:
    try:
        int(text)
    except ValueError as error:
        return error
    raise AssertionError(text)


def _wrong(groups: Groups) -> str:
    scratch = Groups()
    prints = {scratch.take(_raised("one")), scratch.take(_raised("two"))}
    if len(prints) != 1:
        return "two errors of one place are two groups"
    print_, count = max(tuple(groups.open.items()), key=lambda each: each[1], default=("", 0))
    return f"{groups.examples[print_]} was raised {count} times" if count >= _FLOOD else ""


def _flood(groups: Groups) -> str:
    for number in range(2 * _FLOOD):
        groups.take(_raised(f"number {number}"))
    return f"one place raised {2 * _FLOOD} errors"
