"""Improve a project in steps: read -> for each step: propose, ask the gate, keep or roll back -> show the difference.

Steps work on texts in memory, so that rolling one back leaves nothing over; the user's files are changed by whoever
asked, in one step that can be undone, when all is done.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeAlias

from aurora.adapters.projects.read import Project, read_project
from aurora.adapters.toolbox.ruff_fixes import TIDY, fixed
from aurora.flows.execute import execute
from aurora.flows.fix_code import Wishes, difference, fix_code
from aurora.flows.own_tests import patched, run_tests
from aurora.flows.tools import Tools
from aurora.model.enhancement import Done, Enhancement, Outcome
from aurora.model.errors import AuroraError, BadInputError
from aurora.model.progress import Progress, Watch, silent
from aurora.model.task import Budget

GATE = "pytest -q"  # of a project that has tests
_TOLD = 400  # characters of what a failing gate said
_WHOLE = 1.0  # the share of the code that tests are to reach, as far as the budget goes


class _Bench:
    """The project as it stands amid the plan, and what every step needs."""

    def __init__(self, tools: Tools, project: Project, gate: str, issue: str, budget: Budget, job: str) -> None:
        self.tools, self.project, self.gate, self.issue, self.budget, self.job = (
            tools, project, gate, issue, budget, job,
        )  # fmt: skip

    def refusal(self, changed: Mapping[str, str]) -> str:
        """Why the gate does not pass with these texts; nothing when it does, or when there is none."""
        found = run_tests(self.tools, patched(self.project, dict(changed)), self.gate, self.budget)
        return "" if found is None or found.ok else f"`{self.gate}` fails: {(found.stdout + found.stderr)[-_TOLD:]}"

    def take(self, changed: Mapping[str, str]) -> None:
        """Go on with these texts."""
        self.project = patched(self.project, dict(changed))


Step: TypeAlias = Callable[[_Bench, Watch], tuple[Mapping[str, str], str]]
"""What a step would change, and why that is all."""


def _fix(bench: _Bench, watch: Watch) -> tuple[Mapping[str, str], str]:
    wishes, project = Wishes(dry_run=True), bench.project
    made = fix_code(
        bench.tools, project.root, bench.budget,
        test=bench.gate, issue=bench.issue, wishes=wishes, watch=watch, read=lambda _: project, job=bench.job,
    )  # fmt: skip
    why = " ".join(made.answer.judgement.reasons)
    patch = made.answer.patch
    return (patch.files if patch and made.diff else {}), "nothing is wrong" if made.nothing_wrong else why


def _cover(bench: _Bench, watch: Watch) -> tuple[Mapping[str, str], str]:
    found = bench.tools.tester.cover(bench.project.files, _WHOLE, bench.budget, watch)
    return found.files, f"{found.before.share:.0%} -> {found.after.share:.0%} of the code is reached; {found.ended}"


def _optimize(bench: _Bench, watch: Watch) -> tuple[Mapping[str, str], str]:
    given: dict[str, object] = {"files": bench.project.files, "asked": _asked(bench), "function": "", "calls": ()}
    made: Any = execute(bench.tools, "M31", given, seconds=bench.budget.seconds, watch=watch).result.output
    kept = [f"{each.function} {each.gain.ratio:.1f} times" for each in made.optimization.kept if each.gain]
    return made.optimization.changed, ", ".join(kept)


def _document(bench: _Bench, watch: Watch) -> tuple[Mapping[str, str], str]:
    given: dict[str, object] = {"files": bench.project.files, "asked": _asked(bench)}
    made: Any = execute(bench.tools, "M18", given, seconds=bench.budget.seconds, watch=watch).result.output
    return made.changed, f"{len(made.proposals)} of {made.public - made.documented} missing docstrings"


def _tidy(bench: _Bench, watch: Watch) -> tuple[Mapping[str, str], str]:
    """The safe fixes that the gate lets pass; where it refuses them all, by bisection over rules, then over files."""
    kept: dict[str, str] = {}
    guilty: list[str] = []

    def attempt(rules: tuple[str, ...], names: Sequence[str]) -> None:
        found = fixed({**bench.project.sources, **kept}, rules)
        more = {name: found[name] for name in names if name in found}
        if not more:
            return
        watch(Progress("tidy", len(kept), note=", ".join(rules)))
        if not bench.refusal({**kept, **more}):
            kept.update(more)
        elif len(rules) > 1:
            for half in _halves(rules):
                attempt(tuple(half), names)
        elif len(more) > 1:
            for half in _halves(sorted(more)):
                attempt(rules, half)
        else:
            guilty.append(f"{rules[0]} in {next(iter(more))}")

    attempt(TIDY, sorted(bench.project.sources))
    return kept, f"left out since the gate fails with them: {', '.join(guilty)}" if guilty else ""


def _halves(parts: Sequence[str]) -> tuple[Sequence[str], Sequence[str]]:
    middle = len(parts) // 2
    return parts[:middle], parts[middle:]


def _asked(bench: _Bench) -> tuple[str, ...]:
    return tuple(name for name in bench.project.asked if name in bench.project.sources)


STEPS: Mapping[str, Step] = MappingProxyType(
    {"fix": _fix, "cover": _cover, "optimize": _optimize, "tidy": _tidy, "document": _document}
)


def check_steps(steps: Sequence[str]) -> tuple[str, ...]:
    """The steps of a plan; raises `BadInputError` for none, and for one that there is not."""
    wrong = [step for step in steps if step not in STEPS]
    if wrong or not steps:
        what = f"there is no step {wrong[0]!r}." if wrong else "a plan needs a step."
        raise BadInputError(what, next_step=f"Steps are: {', '.join(STEPS)}.")
    return tuple(steps)


def enhance(
    tools: Tools,
    path: Path,
    steps: Sequence[str],
    budget: Budget,
    *,
    gate: str = "",
    issue: str = "",
    watch: Watch = silent,
    read: Callable[[Path], Project] = read_project,
    keep: Callable[[str, Callable[[], Done]], Done] = lambda _name, work: work(),
    job: str = "",
) -> Enhancement:
    """The project at `path` with every step that its gate lets pass; nothing of it is written.

    `gate` is a command that must pass after each step, by default the project's own tests. While it fails, only "fix"
    is tried. `keep` may answer for a step that was done before. Raises `BadInputError`, `NotFoundError`.
    """
    asked, start = check_steps(steps), read(path)
    bench = _Bench(tools, start, gate or (GATE if start.tests else ""), issue, budget, job)
    healthy = keep("gate", lambda: _baseline(bench)).outcome is Outcome.KEPT
    done, well = list[Done](), healthy
    for number, step in enumerate(asked, start=1):
        watch(Progress(step, number, len(asked)))
        tried = keep(f"{number} {step}", partial(_tried, bench, step, watch, well=well))
        bench.take(tried.files)
        well = well or tried.outcome is Outcome.KEPT
        done.append(tried)
    after = {name: text for each in done for name, text in each.files.items()}
    before = {name: start.files.get(name) for name in after}
    shown = difference(start.files, after)
    return Enhancement(str(start.root), bench.gate, healthy, tuple(done), before, after, shown)


def _baseline(bench: _Bench) -> Done:
    why = bench.refusal({})
    return Done("gate", Outcome.SKIPPED if why else Outcome.KEPT, why)


def _tried(bench: _Bench, step: str, watch: Watch, *, well: bool) -> Done:
    if not well and step != "fix":
        return Done(step, Outcome.SKIPPED, f"`{bench.gate}` fails before it")
    try:
        changed, why = STEPS[step](bench, watch)
        changed = {name: text for name, text in changed.items() if text != bench.project.files.get(name)}
        if not changed:
            return Done(step, Outcome.NOTHING, why)
        refused = bench.refusal(changed)
    except AuroraError as error:
        return Done(step, Outcome.SKIPPED, error.sentence)
    return Done(step, Outcome.ROLLED_BACK, refused) if refused else Done(step, Outcome.KEPT, why, changed)
