"""What tests reach and notice."""

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum


class Fate(StrEnum):
    """What became of a mutant."""

    KILLED = "killed"  # a test failed
    TIMEOUT = "timeout"  # a test did not end in its time
    SURVIVED = "survived"  # every test that reaches the line passed
    UNREACHED = "unreached"  # no test reaches the line
    UNTRIED = "untried"  # the budget was spent


@dataclass(frozen=True, slots=True)
class Mutant:
    """One small change of a file, and the test that noticed it; lines and columns count from 1."""

    path: str
    line: int
    column: int
    change: str  # "`<` to `<=`"
    fate: Fate
    killer: str = ""


@dataclass(frozen=True, slots=True)
class FileCoverage:
    """What the tests reach of one file; a branch is (line it leaves, line it leads to, negative: out of the code)."""

    path: str
    statements: int
    missing: tuple[int, ...]
    branches: int
    missing_branches: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class TestCoverage:
    """What one test reaches by itself."""

    test: str
    passed: bool
    lines: int
    branches: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """What the tests of a project reach and notice.

    Ratios are 1 where there is nothing to reach, and None where nothing could be measured.
    """

    files: tuple[FileCoverage, ...] = ()
    tests: tuple[TestCoverage, ...] = ()
    mutants: tuple[Mutant, ...] = ()
    trouble: str = ""  # why nothing could be measured

    @property
    def lines(self) -> float | None:
        """The share of the statements that is reached."""
        missing = sum(len(each.missing) for each in self.files)
        return None if self.trouble else _share(missing, sum(each.statements for each in self.files))

    @property
    def branches(self) -> float | None:
        """The share of the branches that is taken."""
        missing = sum(len(each.missing_branches) for each in self.files)
        return None if self.trouble else _share(missing, sum(each.branches for each in self.files))

    @property
    def score(self) -> float | None:
        """The share of the mutants that is noticed, of those that were tried or that no test reaches.

        None when not one was tried of those that tests reach.
        """
        fates = Counter(each.fate for each in self.mutants)
        noticed = fates[Fate.KILLED] + fates[Fate.TIMEOUT]
        judged = fates.total() - fates[Fate.UNTRIED]
        if not judged or (fates[Fate.UNTRIED] and judged == fates[Fate.UNREACHED]):
            return None
        return noticed / judged


def _share(missing: int, total: int) -> float:
    return 1 - missing / total if total else 1.0
