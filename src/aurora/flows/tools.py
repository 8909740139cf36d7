"""What the flows work with, joined once by `aurora.app`."""

import math
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field, replace
from typing import Any, Generic, Protocol, TypeVar

from aurora.contracts.engine import Judge, Mend, Observe, Optimize, Search
from aurora.contracts.installer import Installer
from aurora.contracts.learner import Learner
from aurora.contracts.linter import Linter
from aurora.contracts.press import Press
from aurora.contracts.resolver import Resolver
from aurora.contracts.rollback import Rollback
from aurora.contracts.sandbox import Sandbox
from aurora.contracts.store import Store
from aurora.contracts.testing import Author
from aurora.flows.office import Door, closed_door
from aurora.model.errors import BadInputError
from aurora.model.finding import Finding, Sources
from aurora.model.settings import Settings
from aurora.model.task import Budget
from aurora.registry.discover import Registry


class Closable(Protocol):
    """What can be closed."""

    def close(self) -> None:
        """Release what is held."""


class KeptLinter(Linter, Closable, Protocol):
    """A linter that is kept running between questions."""

    def ahead(self, sources: Sources) -> AbstractContextManager[Callable[[], tuple[Finding, ...]]]:
        """Ask now: it works while the caller does something else, then calls for the findings."""


@dataclass(frozen=True, slots=True)
class Begun:
    """A linter that was asked about some texts before it is called."""

    linter: Linter
    sources: Sources
    found: Callable[[], tuple[Finding, ...]]

    def findings(self, sources: Sources) -> tuple[Finding, ...]:
        """What was found; other texts are asked about after that."""
        found = self.found()
        return found if sources == self.sources else self.linter.findings(sources)


T = TypeVar("T", bound=Closable)
P = TypeVar("P")


class Later(Generic[T]):
    """Something that is made when it is first asked for, once, and closed only if it was made."""

    def __init__(self, make: Callable[[], T]) -> None:
        self._make, self._lock = make, threading.Lock()
        self._made: list[T] = []

    def __call__(self) -> T:
        """The thing; raises what making it raises."""
        with self._lock:
            if not self._made:
                self._made.append(self._make())
            return self._made[0]

    def close(self) -> None:
        """Close it when it was made."""
        with self._lock:
            while self._made:
                self._made.pop().close()


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
    observe: Observe
    optimize: Optimize
    tester: Author
    rollback: Rollback
    learner: Learner
    resolver: Resolver
    press: Press
    installer: Installer
    linter: Linter
    types: Linter
    imports: Linter
    discover: Callable[[], Registry]
    modes: Callable[[], Registry]  # the execution modes alone, which are there much sooner
    cores: int
    store: Later[Store]
    open_store: Callable[[str], Store]  # another one, by its URL
    work: Door = field(default_factory=closed_door)  # to the jobs
    kept_linter: KeptLinter | None = None  # starts when it is first asked
    living: Callable[[str], Any] | None = None  # what a component of this process owns, by its id; None: none live here

    @property
    def jobs(self) -> int:
        """How many searches may run at one time."""
        return self.settings.jobs or self.cores

    def part(self, unit: str, make: Callable[[], P]) -> P:
        """What the component `unit` of this process owns, started when it was idle; made here where none live.

        Raises `PartError` for one that cannot be started.
        """
        if self.living is None:
            return make()
        owned: P = self.living(unit)
        return owned

    def staying(self) -> "Tools":
        """These tools for a process that answers many requests: with the linter that is kept running."""
        return replace(self, linter=self.kept_linter) if self.kept_linter else self

    @contextmanager
    def linting(self, sources: Sources) -> Iterator[Linter]:
        """The linter; one that is kept running is at work on these texts already."""
        if self.kept_linter is None or self.linter is not self.kept_linter:
            yield self.linter
            return
        with self.kept_linter.ahead(sources) as found:
            yield Begun(self.linter, sources, found)

    def budget(self, seconds: float | None = None) -> Budget:
        """The budget of one search: `seconds`, or what the settings say; raises `BadInputError` for none that ends."""
        seconds = seconds or self.settings.budget
        if not 0 < seconds < math.inf:
            raise BadInputError(
                f"{seconds:g} seconds are no budget.", where="budget", next_step="Give some, such as 60."
            )
        return Budget(seconds, self.settings.memory_mb, self.settings.seed)

    def close(self) -> None:
        """End every process that was started."""
        self.search.close()
        self.mend.close()
        self.sandbox.close()
        self.work.close()
        self.store.close()
        if self.kept_linter:
            self.kept_linter.close()
