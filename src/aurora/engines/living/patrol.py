"""Goes round the living: asks one component at each step, lets those that are ill recover, tells what changed."""

from collections.abc import Callable, Mapping
from typing import Protocol

from aurora.engines.living.coordinator import Coordinator, Seen


class Physician(Protocol):
    """Decides when one that is ill is mended."""

    def ill(self, name: str, why: str) -> bool:
        """Whether it is to be mended now; `after` is then told how it is."""

    def after(self, name: str, wrong: str) -> None:
        """How one is that was mended, or was asked and is well."""


class Doubling:
    """One that stays ill is tried again after 1, 2, 4, 8 ... rounds."""

    def __init__(self) -> None:
        self._rounds: dict[str, int] = {}  # that one has been ill

    def ill(self, name: str, why: str) -> bool:
        """See `Physician`."""
        del why
        self._rounds[name] = rounds = self._rounds.get(name, 0) + 1
        return rounds & (rounds - 1) == 0

    def after(self, name: str, wrong: str) -> None:
        """See `Physician`."""
        if not wrong:
            self._rounds.pop(name, None)


class Patrol:
    """For one thread."""

    def __init__(
        self,
        coordinator: Coordinator,
        *,
        but: frozenset[str] = frozenset(),
        tell: Callable[[str, Seen, Seen], None] = lambda _unit, _before, _after: None,
        feed: Callable[[str, Mapping[str, float]], None] = lambda _unit, _figures: None,
        physician: Physician | None = None,
    ) -> None:
        """`but` are not asked; `tell` hears of each whose health changed, how it was and is; `feed` gets figures; the
        `physician` decides, by `Doubling` unless there is another."""
        self._coordinator, self._but, self._tell, self._feed = coordinator, but, tell, feed
        self._physician = physician or Doubling()
        self._turn: list[str] = []

    def step(self) -> None:
        """Ask the one whose turn it is; nobody when nothing was started."""
        if not self._turn:
            kept = (*self._coordinator.living, *self._coordinator.failed)
            self._turn = [unit for unit in kept if unit not in self._but]
        if self._turn:
            self._visit(self._turn.pop(0))

    def _visit(self, unit: str) -> None:
        before = self._coordinator.seen()[unit]
        if self._coordinator.ask(unit).ok:
            self._physician.after(unit, "")
            self._feed(unit, self._coordinator.metrics(unit))
        else:
            ill = self._coordinator.seen()[unit]
            if not before.down:
                self._tell(unit, before, ill)
                before = ill
            if self._physician.ill(unit, ill.wrong):
                self._physician.after(unit, self._coordinator.mend(unit).wrong)
        after = self._coordinator.seen()[unit]
        if before.down and not after.down:
            self._tell(unit, before, after)
