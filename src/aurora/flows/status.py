"""What there is and what is going on, each figure counted when it is asked for."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from aurora.flows.tools import Tools
from aurora.model.job import JobState
from aurora.registry.catalogue import catalogue

REPAIRS = ("fix", "repair")  # the kinds of jobs that repair


@dataclass(frozen=True, slots=True)
class Inventory:
    """How many there are of each; `modules` are parts, the others power units."""

    knowledge: int
    modes: int
    components: int
    modules: int

    @property
    def units(self) -> int:
        """How many power units."""
        return self.knowledge + self.modes + self.components


@dataclass(frozen=True, slots=True)
class Traffic:
    """Jobs of some kinds by what became of them, of all that are kept."""

    active: int
    queued: int
    completed: int
    failed: int


def inventory(tools: Tools) -> Inventory:
    """The catalogue's units by kind, and the modules that were discovered."""
    kinds = Counter(unit.kind for unit in catalogue())
    modules = sum(part.id.startswith("modules.") for part in tools.discover().parts)
    return Inventory(kinds["knowledge"], kinds["mode"], kinds["component"], modules)


def traffic(tools: Tools, kinds: Iterable[str] = REPAIRS) -> Traffic:
    """The jobs of these kinds in the database now; raises `StoreError`."""
    tally = tools.work().queue.tally()
    states: Counter[JobState] = Counter()
    for kind in kinds:
        states.update(tally.get(kind, {}))
    return Traffic(
        active=states[JobState.RUNNING],
        queued=states[JobState.QUEUED] + states[JobState.DELAYED],
        completed=states[JobState.DONE],
        failed=states[JobState.FAILED] + states[JobState.PARKED],
    )
