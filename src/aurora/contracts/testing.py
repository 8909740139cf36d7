"""The test writer: writes a pytest file for code that is there, and measures what the file notices."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from aurora.model.documentation import Shown
from aurora.model.progress import Watch, silent
from aurora.model.task import Budget


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to write tests for: a module of a project, all of it or one function or class."""

    files: Mapping[str, str]  # the project, by relative path
    path: str  # of the module
    out: str  # of the test file that is written
    only: str = ""
    aim: frozenset[int] = frozenset()  # lines that must be reached; empty: everything counts


@dataclass(frozen=True, slots=True)
class Written:
    """A test file and what was measured of it."""

    text: str = ""  # empty when nothing could be written
    tests: int = 0  # test functions
    cases: int = 0
    killed: int = 0  # mutants on which the file fails
    mutants: int = 0  # that were tried
    survivors: tuple[str, ...] = ()  # their changes; some do the same as the code, so that no test could notice
    reached: int = 0  # ways of decisions
    goals: int = 0
    missed: tuple[int, ...] = ()  # lines with a way that no input was found for
    runs: int = 0  # of the file on the code, each with another hash seed, all alike
    unstable: tuple[str, ...] = ()  # tests that were dropped since they did not pass each time
    notes: tuple[str, ...] = ()

    @property
    def score(self) -> float:
        """The share of the mutants that the file notices, 0 to 1."""
        return self.killed / self.mutants if self.mutants else 0.0


@dataclass(frozen=True, slots=True)
class Coverage:
    """What the tests of a project reach of its code, as coverage.py measured it."""

    reached: int  # lines and ways of decisions
    total: int
    missing: Mapping[str, frozenset[int]]  # by module: lines that are not reached, or not left each way
    passed: bool  # whether all tests passed
    tests: int = 0

    @property
    def share(self) -> float:
        """The reached share, 0 to 1."""
        return self.reached / self.total if self.total else 1.0


@dataclass(frozen=True, slots=True)
class Covered:
    """Tests that were added to reach a share of the code."""

    before: Coverage
    after: Coverage
    files: Mapping[str, str]  # the new test files; those that were there are as they were
    noticed_before: int = 0  # of `mutants`, changes of the lines that were not reached
    noticed_after: int = 0
    mutants: int = 0
    ended: str = ""  # "reached", "plateau", "the budget was spent", or why nothing was done
    unstable: tuple[str, ...] = ()


class Author(Protocol):
    """Writes tests of code; see `Wanted` and `Written`."""

    def write(self, wanted: Wanted, budget: Budget, watch: Watch = silent) -> Written:
        """The tests; never raises for what the code does, `UnparsableError` for what is no Python."""

    def cover(self, files: Mapping[str, str], target: float, budget: Budget, watch: Watch = silent) -> Covered:
        """New test files for a project, until this share (0 to 1) is reached or nothing more is."""

    def calls(self, wanted: Wanted, budget: Budget, watch: Watch = silent) -> tuple[Shown, ...]:
        """Calls of functions and methods, those that say most of them first, with what each did the same twice; none
        when the module cannot be imported. Never raises for what the code does."""
