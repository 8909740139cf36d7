"""A job within a job: its steps are kept in the journal of the whole, under its own name."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any

from aurora.contracts.jobs import Journal
from aurora.model.execution import Json
from aurora.model.progress import Progress


@dataclass(frozen=True, slots=True)
class Inner:
    """A `Journal` whose steps have a name before theirs."""

    whole: Journal
    name: str

    @property
    def id(self) -> str:
        """The job."""
        return self.whole.id

    @property
    def slot(self) -> int:
        """The slot of the job."""
        return self.whole.slot

    def step(self, name: str, work: Callable[[], Json]) -> Json:
        """See `Journal`."""
        return self.whole.step(f"{self.name}: {name}", work)

    def effect(self, name: str, work: Callable[[Any], Json]) -> Json:
        """See `Journal`."""
        return self.whole.effect(f"{self.name}: {name}", work)

    def watch(self, progress: Progress) -> None:
        """See `Journal`."""
        self.whole.watch(progress)

    def cpu(self) -> AbstractContextManager[None]:
        """See `Journal`."""
        return self.whole.cpu()
