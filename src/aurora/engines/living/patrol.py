"""Goes round the living: asks one component at each step, lets those that are ill recover, tells what changed."""

from collections.abc import Callable, Mapping

from aurora.engines.living.coordinator import Coordinator, Seen


class Patrol:
    """For one thread. One that stays ill is tried again after 1, 2, 4, 8 ... rounds."""

    def __init__(
        self,
        coordinator: Coordinator,
        *,
        but: frozenset[str] = frozenset(),
        tell: Callable[[str, Seen, Seen], None] = lambda _unit, _before, _after: None,
        feed: Callable[[str, Mapping[str, float]], None] = lambda _unit, _figures: None,
    ) -> None:
        """`but` are not asked; `tell` hears of each whose health changed, how it was and is; `feed` gets figures."""
        self._coordinator, self._but, self._tell, self._feed = coordinator, but, tell, feed
        self._turn: list[str] = []
        self._rounds: dict[str, int] = {}  # that one has been ill

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
            self._rounds.pop(unit, None)
            self._feed(unit, self._coordinator.metrics(unit))
        else:
            self._rounds[unit] = rounds = self._rounds.get(unit, 0) + 1
            ill = self._coordinator.seen()[unit]
            if not before.down:
                self._tell(unit, before, ill)
                before = ill
            if rounds & (rounds - 1) == 0:
                self._coordinator.mend(unit)
        after = self._coordinator.seen()[unit]
        if before.down and not after.down:
            self._tell(unit, before, after)
