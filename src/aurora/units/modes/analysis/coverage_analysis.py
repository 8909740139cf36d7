"""Coverage Analysis: what each test reaches, line and branch, and which small changes of the code the tests notice.

The tests run in the sandbox under coverage.py. Then mutants of the code are run against the tests that reach them; the
mutation score is the share that a test notices, and each killed mutant names its killer.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from aurora.contracts.mode import Trial, World, mode
from aurora.contracts.prepared import PreparedObserver, prepared
from aurora.model.coverage import Coverage, Fate, FileCoverage, Mutant, TestCoverage
from aurora.model.finding import Finding, Severity, Sources
from aurora.model.mode import Result, described
from aurora.model.verdict import Check
from aurora.registry.declare import Example


@dataclass(frozen=True, slots=True)
class Tested:
    """A project with its tests."""

    files: Sources = field(metadata=described("the texts of the project, its tests among them: path -> content"))
    asked: tuple[str, ...] = field(default=(), metadata=described("the files to look at; all but the tests if empty"))
    mutants: int = field(default=100, metadata=described("the most small changes to try; 0 for coverage alone"))


@dataclass(frozen=True, slots=True)
class Report:
    """Shares from 0 to 1, None where nothing was measured, and what they are made of."""

    lines: float | None
    branches: float | None
    mutation_score: float | None
    coverage: Coverage


_FILES = {"a.py": "def f(x):\n    return x + 1\n", "test_a.py": "def test_f(): ...\n"}
_ROWS = (TestCoverage("test_a.py::test_f", True, 2, 0),)
_KILLED = Mutant("a.py", 2, 14, "`+` to `-`", Fate.KILLED, "test_a.py::test_f")
_LIVES = Mutant("a.py", 2, 16, "`1` to `2`", Fate.SURVIVED)
_SEEN = Coverage((FileCoverage("a.py", 2, (), 0, ()),), _ROWS, (_KILLED, _LIVES))
_BROKEN = Coverage(trouble="Tests could not be collected: test_a.py: NameError")


@mode(
    "M12",
    takes=Tested,
    seconds=120,
    examples=[
        Example(
            Trial(Tested(_FILES), prepared(observe=PreparedObserver(_SEEN))),
            Result(
                Report(1.0, 1.0, 0.5, _SEEN),
                (
                    Check("tests", "1 of 1 pass", True),
                    Check("mutants", "1 killed, each by a named test; 1 survived", True),
                ),
                (Finding("a.py", 2, 16, "surviving-mutant", "No test notices `1` to `2`.", Severity.NOTE),),
            ),
        ),
        Example(
            Trial(Tested(_FILES), prepared(observe=PreparedObserver(_BROKEN))),
            Result(Report(None, None, None, _BROKEN), (Check("tests", _BROKEN.trouble, False),), done=False),
        ),
        Example(
            Trial(Tested({"a.py": ""}), prepared()),
            Result(
                Report(None, None, None, Coverage(trouble="There are no tests.")),
                (Check("tests", "There are no tests.", False),),
                done=False,
            ),
        ),
    ],
)
def coverage_analysis(given: Tested, world: World) -> Result[Report]:
    """Coverage per file and test, the mutation score, and findings for what no test reaches or notices."""
    tests = [path for path in given.files if _is_test(path)]
    asked = given.asked or tuple(path for path in given.files if path.endswith(".py") and not _is_test(path))
    seen = Coverage(trouble="There are no tests.")
    if tests:
        limit = given.mutants
        seen = world.observe.coverage(given.files, asked, tests, world.budget, mutants=limit, watch=world.watch)
    report = Report(seen.lines, seen.branches, seen.score, seen)
    if seen.trouble:
        return Result(report, (Check("tests", seen.trouble, False),), done=False)
    return Result(report, tuple(_evidence(seen)), tuple(sorted(_findings(seen))))


def _is_test(path: str) -> bool:
    last = path.rpartition("/")[2]
    return last.endswith(".py") and (last.startswith("test_") or last.endswith("_test.py"))


def _evidence(seen: Coverage) -> Iterator[Check]:
    passed = sum(each.passed for each in seen.tests)
    failing = ", ".join(each.test for each in seen.tests if not each.passed)
    detail = f"These fail: {failing}." if failing else ""
    yield Check("tests", f"{passed} of {len(seen.tests)} pass", passed == len(seen.tests), detail)
    counts = {fate: sum(each.fate is fate for each in seen.mutants) for fate in Fate}
    named = all(each.killer for each in seen.mutants if each.fate is Fate.KILLED)
    rest = [f"{count} {fate}" for fate, count in counts.items() if count and fate is not Fate.KILLED]
    if seen.mutants:
        words = "; ".join([f"{counts[Fate.KILLED]} killed, each by a named test", *rest])
        yield Check("mutants", words, named)


def _findings(seen: Coverage) -> Iterator[Finding]:
    for file in seen.files:
        for line in file.missing:
            yield Finding(file.path, line, 1, "unreached-line", "No test reaches this line.", Severity.NOTE)
        for start, end in file.missing_branches:
            where = f"to line {end}" if end > 0 else "out of the code"
            if start not in file.missing:
                message = f"No test takes the branch {where}."
                yield Finding(file.path, start, 1, "untaken-branch", message, Severity.NOTE)
    for each in seen.mutants:
        if each.fate is Fate.SURVIVED:
            message = f"No test notices {each.change}."
            yield Finding(each.path, each.line, each.column, "surviving-mutant", message, Severity.NOTE)
