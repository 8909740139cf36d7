"""Integration Engine: calls of what lies outside, each behind a breaker that opens when it fails again and again.

Drill: the outside fails; the breaker opens and calls it no more until one trial succeeds.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from aurora.contracts.living import House, Living
from aurora.engines.living.drill import component
from aurora.engines.living.owned import Care, Owned

_FAILURES = 3  # one after the other, after which the breaker opens


@dataclass(slots=True)
class Breaker:
    """One outside thing: how it is called, how often it failed in a row, how often it was spared."""

    call: Callable[[], str]
    failures: int = 0
    calls: int = 0
    spared: int = 0

    @property
    def open(self) -> bool:
        """Whether it is not called any more."""
        return self.failures >= _FAILURES

    def ask(self, *, trial: bool = False) -> str:
        """Its answer, empty when it gave none; an open breaker asks only for a `trial`."""
        if self.open and not trial:
            self.spared += 1
            return ""
        self.calls += 1
        try:
            answer = self.call()
        except OSError:
            self.failures += 1
            return ""
        self.failures = 0
        return answer


@dataclass(slots=True)
class Outside:
    """A mailbox of another program, and its breaker."""

    mailbox: Path
    breaker: Breaker = field(init=False)

    def __post_init__(self) -> None:
        self.put()
        self.breaker = Breaker(lambda: self.mailbox.read_text("utf-8"))

    def put(self) -> None:
        """Let the other program write."""
        self.mailbox.write_text("ready", "utf-8")


@component("C10")
def integration_engine(house: House) -> Living:
    """A file that another program would write, in the folder of the house."""
    return Owned(Care(lambda: Outside(house.folder / "mailbox"), _wrong, _fail, _figures, mend=_tried))


def _wrong(it: Outside) -> str:
    answer = it.breaker.ask()
    if it.breaker.open:
        return f"the breaker is open after {it.breaker.failures} failures; {it.breaker.spared} calls were spared"
    return "" if answer == "ready" else "no answer"


def _fail(it: Outside) -> str:
    it.mailbox.unlink()
    for _ in range(_FAILURES + 2):
        it.breaker.ask()
    return "the outside failed again and again"


def _tried(it: Outside) -> Outside:
    it.put()
    it.breaker.ask(trial=True)
    return it


def _figures(it: Outside) -> dict[str, float]:
    return {"calls": it.breaker.calls, "spared": it.breaker.spared, "failures": it.breaker.failures}
