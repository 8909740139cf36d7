"""The test writer: explore, choose, write, run it again and again, measure by mutants."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any, cast

from aurora.contracts.sandbox import Sandbox
from aurora.contracts.testing import Covered, Wanted, Written
from aurora.engines.testing.branches import wanted as all_goals
from aurora.engines.testing.cases import Case
from aurora.engines.testing.choose import Held, Recorded, chosen_cases, chosen_laws
from aurora.engines.testing.cover import cover
from aurora.engines.testing.properties import Law, laws
from aurora.engines.testing.render import render
from aurora.engines.testing.shown import shown_calls
from aurora.engines.testing.targets import Target, targets
from aurora.model.documentation import Shown
from aurora.model.errors import UnparsableError
from aurora.model.execution import Json, Limits, Program
from aurora.model.progress import Progress, Watch, silent
from aurora.model.purse import Purse
from aurora.model.task import Budget
from aurora.pycode.asserts import read_asserts
from aurora.pycode.imports import module_name
from aurora.pycode.mutants import Mutant, placed_mutants

_ENTRY = "aurora.engines.testing.guest:serve"
_MUTANTS = 40
_RUNS = 5
_LAST = 0.25  # of the budget that the mutants have at least, however long the rest took
_AGAIN = """import os, sys
os.environ.update(PYTHONHASHSEED=sys.argv[1], PYTEST_DISABLE_PLUGIN_AUTOLOAD="1")
os.environ["PYTHONPATH"] = os.pathsep.join(sys.argv[3:])
words = "-B -m pytest -q --tb=no -rfE -p no:cacheprovider --rootdir=.".split()
os.execv(sys.executable, [sys.executable, *words, sys.argv[2]])
"""


@dataclass(frozen=True, slots=True)
class _Subject:
    """A module to write tests for: what of it is called, what it is imported as, and its mutants."""

    wanted: Wanted
    found: Mapping[str, Target]
    name: str
    roots: tuple[str, ...]
    mutants: Sequence[Mutant]
    budget: Budget
    purse: Purse

    @property
    def text(self) -> str:
        return self.wanted.files[self.wanted.path]

    def order(self, do: str, seconds: float) -> dict[str, Json]:
        """What the guest is told of it whatever it is to do."""
        return {
            "do": do, "module": self.name, "path": self.wanted.path, "text": self.text, "roots": list(self.roots),
            "mutants": [each.text for each in self.mutants], "seconds": seconds, "memory_mb": self.budget.memory_mb,
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Explored:
    """What the guest found."""

    recorded: tuple[Recorded, ...]
    held: tuple[Held, ...]
    rows: Mapping[str, list[list[str]]]
    imports: Mapping[str, str]
    reached: frozenset[tuple[int, bool]]
    places: Mapping[int, tuple[int, str]]


class SuiteAuthor:
    """Writes tests; see `contracts/testing.py`. May be used from several threads."""

    def __init__(self, sandbox: Sandbox) -> None:
        self._sandbox = sandbox

    def write(self, wanted: Wanted, budget: Budget, watch: Watch = silent) -> Written:
        """The tests of a module; see `Author`."""
        text = wanted.files[wanted.path]
        try:
            found = {each.name: each for each in targets(text, wanted.only)}
        except SyntaxError as error:
            raise UnparsableError(error.msg, error.lineno or 0, wanted.path) from None
        name, roots = module_of(wanted.path)
        if not found or not name:
            why = "there is nothing public to call" if name else "its path is no module's name"
            return Written(notes=(f"{wanted.path}: {why}.",))
        lines = sorted({line for each in found.values() for line in each.lines})
        mutants = placed_mutants(text, _MUTANTS, range(lines[0], lines[-1] + 1) if wanted.only else None)
        watch(Progress("explore"))
        subject = _Subject(wanted, found, name, roots, mutants, budget, Purse(budget))
        explored = self._explored(subject)
        if isinstance(explored, str):
            return Written(notes=(f"{wanted.path}: {explored}.",))
        return self._written(subject, explored, watch)

    def cover(self, files: Mapping[str, str], target: float, budget: Budget, watch: Watch = silent) -> Covered:
        """Tests until so much is reached; see `Author`."""
        return cover(self._sandbox, self.write, files, target, budget, watch)

    def calls(self, wanted: Wanted, budget: Budget, watch: Watch = silent) -> tuple[Shown, ...]:
        """Calls that show what functions do; see `Author`."""
        try:
            found = {each.name: each for each in targets(wanted.files[wanted.path], wanted.only)}
        except SyntaxError:
            return ()
        name, roots = module_of(wanted.path)
        if not found or not name:
            return ()
        watch(Progress("explore", note=wanted.path))
        explored = self._explored(_Subject(wanted, found, name, roots, (), budget, Purse(budget)))
        return () if isinstance(explored, str) else shown_calls(found, explored.recorded)

    def _explored(self, subject: _Subject) -> "_Explored | str":
        wanted, found, budget = subject.wanted, subject.found, subject.budget
        payload: dict[str, Json] = {
            **subject.order("explore", max(1.0, min(budget.seconds / 4, 10.0))),
            "targets": list(found), "only": wanted.only, "seed": budget.seed, "steps": budget.steps,
            "cases": [cast("Json", asdict(each)) for each in known_cases(wanted.files, found)],
            "laws": [cast("Json", asdict(each)) for each in laws(tuple(found.values()))],
        }  # fmt: skip
        reply = self._guest(payload, wanted.files, budget)
        if reply is None or "trouble" in reply:
            return str(reply["trouble"]) if reply else "the sandbox gave no answer in time"
        return _read(reply)

    def _guest(self, payload: Json, files: Mapping[str, str], budget: Budget) -> Any:
        seconds = budget.seconds * 4 + 60
        limits = Limits(wall_seconds=seconds, cpu_seconds=seconds, memory_mb=budget.memory_mb)
        with self._sandbox.start(_ENTRY, payload, limits=limits, files=files) as session:
            return next(iter(session.messages(seconds)), None)

    def _written(self, subject: _Subject, explored: _Explored, watch: Watch) -> Written:
        wanted, found = subject.wanted, subject.found
        goals = _goals(wanted, found, explored.places)
        aim = frozenset(goals) if wanted.aim else None
        cases = chosen_cases(explored.recorded, aim)
        chosen = [] if wanted.aim else chosen_laws(explored.held)
        told = Written(
            cases=len(cases), reached=len(goals & explored.reached), goals=len(goals),
            missed=tuple(sorted({explored.places[number][0] for number, _ in goals - explored.reached})),
        )  # fmt: skip
        dropped: set[str] = set()
        for attempt in range(4):
            text, count = render(
                subject.name, found, cases, chosen, explored.rows, explored.imports, without=frozenset(dropped)
            )
            if not text:
                return replace(told, notes=(f"{wanted.path}: no call could be recorded that is worth a test.",))
            watch(Progress("run the tests", attempt, 4))
            failed = self._failed(subject, text)
            if not failed:
                told = replace(told, text=text, tests=count, runs=_RUNS, unstable=tuple(sorted(dropped)))
                watch(Progress("run mutants", 0, len(subject.mutants)))
                return self._measured(subject, told)
            dropped |= failed
        return replace(told, unstable=tuple(sorted(dropped)), notes=("No set of tests passed each time.",))

    def _failed(self, subject: _Subject, text: str) -> set[str]:
        """The tests that fail on the code itself in one of several processes, each with another hash seed."""
        wanted, budget = subject.wanted, subject.budget
        limits = Limits(
            wall_seconds=60.0 + budget.seconds, cpu_seconds=30.0 + budget.seconds, memory_mb=budget.memory_mb
        )
        programs = [
            Program(
                command=("python", "-c", _AGAIN, str(seed), wanted.out, *(root or "." for root in subject.roots)),
                files={**wanted.files, wanted.out: text},
                limits=limits,
            )
            for seed in range(_RUNS)
        ]
        found: set[str] = set()
        for outcome in self._sandbox.run_all(programs):
            if not outcome.ok:
                named = re.findall(r"^(?:FAILED|ERROR) \S+?::(\w+)", outcome.stdout, re.M)
                found |= set(named) or set(re.findall(r"^def (test_\w+)", text, re.M))
        return found

    def _measured(self, subject: _Subject, told: Written) -> Written:
        """Run the file on every mutant; what it does not notice is named."""
        payload: dict[str, Json] = {
            **subject.order("trials", subject.purse.share(least=subject.budget.seconds * _LAST).seconds),
            "tests": told.text,
        }
        reply = self._guest(payload, subject.wanted.files, subject.budget)
        if not reply or reply[0]:
            return replace(told, notes=(f"The mutants could not be run ({reply[0] if reply else 'no answer'}).",))
        ran = zip(subject.mutants, reply[1:], strict=True)
        tried = [(mutant, failed) for mutant, failed in ran if failed is not None]
        survivors = tuple(mutant.words for mutant, failed in tried if not failed)
        told = replace(told, mutants=len(tried), killed=len(tried) - len(survivors), survivors=survivors)
        if late := len(subject.mutants) - len(tried):
            return replace(told, notes=(f"The budget was spent before {late} of {len(subject.mutants)} mutants ran.",))
        return told


def module_of(path: str) -> tuple[str, tuple[str, ...]]:
    """The dotted name of a module of a project, and the folders from which its imports start; no name for a path that
    cannot be imported."""
    return module_name(path), ("src", "") if path.startswith("src/") else ("",)


def known_cases(files: Mapping[str, str], found: Mapping[str, Target]) -> list[Case]:
    """Calls of plain functions with literals that doctests and tests of the project make."""
    cases: dict[Case, None] = {}
    for text in (text for path, text in sorted(files.items()) if path.endswith(".py")):
        for name in found:
            if f"{name}(" in text and "." not in name:
                for each in read_asserts(_asserted(text), name):
                    if each.args is not None and not each.kwargs:
                        cases[Case(name, tuple(map(repr, each.args)))] = None
    return list(cases)[:200]


def _asserted(text: str) -> str:
    """The asserts of a text on lines of their own, those of its doctests too."""
    asserts = re.findall(r"^\s*(assert .+)$", text, re.M)
    doctests = [f"assert {call} == {answer}" for call, answer in re.findall(r">>> (.+)\n\s*([^>\s].*)", text)]
    return "\n".join(line for line in (*asserts, *doctests) if _compiles(line))


def _compiles(line: str) -> bool:
    try:
        compile(line, "<assert>", "exec")
    except (SyntaxError, ValueError):
        return False
    return True


def _goals(wanted: Wanted, found: Mapping[str, Target], places: Mapping[int, tuple[int, str]]) -> set[tuple[int, bool]]:
    """The ways that count: those of the lines that are aimed at, or of the function that was asked for, or all."""
    lines = wanted.aim or {line for each in found.values() for line in each.lines if wanted.only}
    return {goal for goal in all_goals(places) if not lines or places[goal[0]][0] in lines}


def _read(reply: Mapping[str, Any]) -> _Explored:
    cases = [
        Case(each["target"], tuple(each["arguments"]), each["receiver"], tuple(each["before"]))
        for each in reply["cases"]
    ]
    kills = list(enumerate(reply["kills"]))
    recorded = tuple(
        Recorded(
            case,
            done,
            frozenset((number, way) for number, way in goals),
            frozenset(number for number, (differs, _) in kills if place in differs),
        )
        for place, (case, done, goals) in enumerate(zip(cases, reply["done"], reply["goals"], strict=True))
    )
    held = tuple(
        Held(
            Law(each["target"], each["name"], each["claim"], tuple(each["parameters"])),
            frozenset(number for number, (_, broken) in kills if place in broken),
        )
        for place, each in enumerate(reply["laws"])
    )
    places = {int(number): (line, kind) for number, (line, kind) in reply["places"].items()}
    return _Explored(
        recorded, held, reply["rows"], reply["imports"], frozenset((n, way) for n, way in reply["reached"]), places
    )
