"""Prepared answers of the world, in which the examples of execution modes are run."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from typing import Any

from aurora.contracts.mode import World
from aurora.contracts.sandbox import Session
from aurora.model.coverage import Coverage
from aurora.model.errors import PartError
from aurora.model.execution import Json, Limits, Outcome, Program, Protection
from aurora.model.finding import Finding, Sources
from aurora.model.hot import Profile
from aurora.model.optimization import Optimization
from aurora.model.progress import Watch, silent
from aurora.model.task import Budget


class PreparedSandbox:
    """A sandbox that runs nothing: it gives the outcomes in their order."""

    def __init__(self, *outcomes: Outcome) -> None:
        self._outcomes = iter(outcomes)

    def protections(self) -> tuple[Protection, ...]:
        """None: nothing is run."""
        return ()

    def run(self, program: Program) -> Outcome:
        """The next outcome; raises `PartError` when there is none."""
        for outcome in self._outcomes:
            return outcome
        raise PartError(f"no outcome is prepared for {program.command or program.source!r}.")

    def run_all(self, programs: Iterable[Program]) -> Iterator[Outcome]:
        """The next outcomes."""
        return map(self.run, programs)

    def start(
        self, entry: str, payload: Json, *, limits: Limits, files: Mapping[str, str | bytes] | None = None
    ) -> Session:
        """No guest can be prepared: raises `PartError`."""
        del payload, limits, files
        raise PartError(f"no guest is prepared for {entry}.")

    def close(self) -> None:
        """There is nothing to end."""


class PreparedLinter:
    """A linter with prepared findings."""

    def __init__(self, *prepared: Finding) -> None:
        self._prepared = prepared

    def findings(self, sources: Sources) -> tuple[Finding, ...]:
        """The prepared findings whose file is among the sources."""
        return tuple(sorted(finding for finding in self._prepared if finding.path in sources))


class PreparedObserver:
    """An observer with prepared answers."""

    def __init__(self, coverage: Coverage | None = None, profile: Profile | None = None) -> None:
        self._coverage, self._profile = coverage or Coverage(), profile or Profile()

    def coverage(
        self,
        files: Mapping[str, str],
        asked: Sequence[str],
        tests: Sequence[str],
        budget: Budget,
        *,
        mutants: int = 200,
        watch: Watch = silent,
    ) -> Coverage:
        """The prepared coverage."""
        del files, asked, tests, budget, mutants, watch
        return self._coverage

    def profile(self, files: Mapping[str, str], asked: Sequence[str], call: str, budget: Budget) -> Profile:
        """The prepared profile."""
        del files, asked, call, budget
        return self._profile


class PreparedOptimizer:
    """An optimizer with prepared answers: by the kind that is asked for."""

    def __init__(self, proposals: tuple[tuple[str, int], ...] = (), **answers: Optimization) -> None:
        self._proposals, self._answers = proposals, answers

    def optimize(
        self,
        files: Mapping[str, str],
        path: str,
        budget: Budget,
        *,
        function: str = "",
        kind: str = "",
        tests: Sequence[str] = (),
        calls: Sequence[str] = (),
        watch: Watch = silent,
    ) -> Optimization:
        """The answer that was prepared for the kind ("every" for all kinds); nothing changed when none was."""
        del files, path, budget, function, tests, calls, watch
        return self._answers.get(kind or "every", Optimization())

    def proposals(self, text: str) -> tuple[tuple[str, int], ...]:
        """The prepared proposals."""
        del text
        return self._proposals


class _Absent:
    """What an example has not prepared."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __getattr__(self, attribute: str) -> Any:
        raise PartError(f"the example prepared no {self._name} that can be asked for `{attribute}`.")


def prepared(**parts: object) -> Callable[[], World]:
    """Makes worlds that have these parts; asking for one that was not prepared is a `PartError`.

    A callable makes its part anew for each world, as a sandbox with prepared outcomes needs it.
    """

    def world() -> World:
        given: dict[str, Any] = {field.name: _Absent(field.name) for field in fields(World) if field.name != "read"}
        given |= {"budget": Budget(), "watch": silent}
        return World(**given | {name: part() if callable(part) else part for name, part in parts.items()})

    return world
