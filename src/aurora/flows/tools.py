"""What the flows work with, joined once by `aurora.app`."""

from collections.abc import Callable
from dataclasses import dataclass, field

from aurora.contracts.engine import Judge, Mend, Search
from aurora.contracts.linter import Linter
from aurora.contracts.sandbox import Sandbox
from aurora.flows.office import Door, closed_door
from aurora.model.settings import Settings
from aurora.model.task import Budget
from aurora.registry.discover import Registry


@dataclass(frozen=True, slots=True)
class Tools:
    """The living parts of one Aurora process; processes start when they are first used."""

    settings: Settings
    version: str
    commit: str
    sandbox: Sandbox
    search: Search
    judge: Judge
    mend: Mend
    linter: Linter
    discover: Callable[[], Registry]
    cores: int
    work: Door = field(default_factory=closed_door)  # to the jobs

    @property
    def jobs(self) -> int:
        """How many searches may run at one time."""
        return self.settings.jobs or self.cores

    def budget(self, seconds: float | None = None) -> Budget:
        """The budget of one search: `seconds`, or what the settings say."""
        return Budget(seconds or self.settings.budget, self.settings.memory_mb, self.settings.seed)

    def close(self) -> None:
        """End every process that was started."""
        self.search.close()
        self.mend.close()
        self.sandbox.close()
        self.work.close()
