"""A script that raises, where no test says what it should do: run as it is, then with changes that answer its error."""

import ast
import itertools
import re
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import wraps
from pathlib import PurePosixPath

from aurora.contracts.operator import Replacement, Site
from aurora.contracts.sandbox import Sandbox
from aurora.engines.repair.evidence import mine
from aurora.engines.repair.laboratory import Failure, Probe, Trace
from aurora.engines.repair.outside import asks, lacking
from aurora.engines.repair.propose import RepairPart, propose
from aurora.engines.repair.state import Candidate, State
from aurora.model.answer import Fault, Patch, Repair
from aurora.model.execution import Limits, Outcome, Program, Status
from aurora.model.progress import Progress, Watch
from aurora.model.task import Budget, RepairTask
from aurora.model.verdict import Check, Judgement, Verdict
from aurora.pycode.edit import between
from aurora.pycode.tracebacks import Frame, Told, own_frames, read_traceback
from aurora.pycode.trees import tree_of
from aurora.pycode.verdict import judge

_MOST, _TOGETHER = 64, 8  # changes that are run; at one time
_LIKE = 0.6  # how like a name is that another one was meant for
_NAME, _QUOTED = re.compile(r"[A-Za-z_]\w*"), re.compile(r"'(\w+)'")
_ONE_RUN = 0.25  # of the budget, for a script that waits or does not end
SHARE = 0.6  # of the budget
_UNTESTED = "The script ends without the error; no test says what it should print."


@dataclass(frozen=True, slots=True)
class _Run:
    """One run of the script."""

    outcome: Outcome
    told: Told | None

    @property
    def ended(self) -> bool:
        """Whether it came to its end without an error."""
        return self.outcome.ok or (self.outcome.status is Status.EXITED and self.outcome.exit_code == 0)


class Rerun:
    """One task; nothing is run where there are tests, or where a target file does not parse."""

    def __init__(
        self, sandbox: Sandbox, task: RepairTask, budget: Budget, watch: Watch, operators: Sequence[RepairPart]
    ) -> None:
        self._sandbox, self._task, self._watch = sandbox, task, watch
        self._start, self._seconds = time.monotonic(), budget.seconds * SHARE
        seconds = min(task.timeout, budget.seconds * _ONE_RUN)
        self._limits = Limits(seconds, seconds, budget.memory_mb)
        self._parts = [_answering(part) for part in operators if part.facts["tier"] == 1]
        self._texts = {path: task.files[path] for path in task.target}
        self._idle = bool(task.tests) or not all(judge(text).ok for text in self._texts.values())
        self.told = None if self._idle else read_traceback(task.issue)  # what the issue tells
        self.spent = 0.0  # seconds

    def repair(self) -> Repair | None:
        """The answer, abstained with its lead where there is none; None when nothing is told and nothing raises."""
        if self._idle:
            return None
        start = time.monotonic()
        found = self._reproduced()
        self.spent = time.monotonic() - start
        return found and replace(found, seconds=self.spent)

    def _reproduced(self) -> Repair | None:
        told = self.told
        if told is None:
            return self._of_lone_script()
        frames = own_frames(told, self._task.files)
        if not frames:
            return _lead((), f"The traceback ({told}) names no line of these files.")
        lead = _place(told, frames[-1])
        entry = frames[0].path if frames[0].function == "<module>" else ""
        if not entry:
            return _lead(lead, "It cannot be run again: the traceback does not begin with a script of these files.")
        module = told.frames[0].path.startswith("<frozen runpy>")
        run = self._run(command := _command(entry, module=module), {})
        again = run.told and own_frames(run.told, self._task.files)
        if run.told is None or not again or not _same(told, frames[-1], run.told, again):
            return _lead(lead, f"It could not be reproduced: `{' '.join(command)}` {_ending(run)} in the sandbox.")
        return self._mended(command, run, _place(run.told, again[-1]))

    def _of_lone_script(self) -> Repair | None:
        """The script that was named alone, when it raises as it is run; not one that wants to be given something, since
        the lack of it is no fault of the script."""
        if len(self._task.target) != 1 or any(map(asks, self._texts.values())):
            return None
        run = self._run(command := _command(self._task.target[0]), {})
        frames = own_frames(run.told, self._task.files) if run.told else ()
        if not run.told or not frames or run.told.kind == "ModuleNotFoundError":
            return None
        if lacking(run.told.kind, self._texts.get(frames[-1].path, "")):
            return None
        return self._mended(command, run, _place(run.told, frames[-1]))

    def _mended(self, command: tuple[str, ...], run: _Run, lead: tuple[Fault, ...]) -> Repair:
        """The likeliest change with which the script ends, keeps what it printed, and no statement is lost."""
        tried, found = 0, list[tuple[Candidate, _Run]]()
        proposed = self._proposed(run)
        while chunk := list(itertools.islice(proposed, _TOGETHER)):
            self._watch(Progress("try", tried))
            for candidate, after in zip(chunk, self._runs(command, chunk), strict=True):
                tried += 1
                if after.ended and after.outcome.stdout.startswith(run.outcome.stdout):
                    found.append((candidate, after))
            if found or tried >= _MOST or time.monotonic() - self._start > self._seconds:
                break
        said = f"`{' '.join(command)}` raises {run.told} at {lead[0].path}:{lead[0].line}"
        if not found:
            why = f"{said}; no change that answers it lets the script end without an error (tried: {tried})."
            return replace(_lead(lead, why), tried=tried)
        return self._answer(found, lead, said, tried)

    def _answer(self, found: list[tuple[Candidate, _Run]], lead: tuple[Fault, ...], said: str, tried: int) -> Repair:
        (best, after), others = found[0], found[1:]
        texts = best.texts()
        files = {path: text for path, text in texts.items() if text != self._texts[path]}
        edits = tuple(edit for path, text in files.items() for edit in between(self._texts[path], text, path))
        kept = Check("output", "what the script printed before the error is printed as before", passed=True)
        checks = (Check("run", "the script ends without the error", passed=True), kept)
        reasons = [f"Reproduced: {said}.", _UNTESTED]
        if any(other.outcome.stdout != after.outcome.stdout for _, other in others):
            reasons.append("Another change ends the error as well and lets the script print something else.")
        patch = Patch(edits, files, best.operator, best.cost, f"{lead[0].path}:{lead[0].line}: {lead[0].why}")
        judgement = Judgement(Verdict.CONSISTENT, checks, tuple(reasons))
        return Repair(judgement, patch, lead, best.operator, tried, peak_mb=after.outcome.peak_mb)

    def _proposed(self, run: _Run) -> Iterator[Candidate]:
        """What the operators answer to the error, the likeliest first; nothing that takes a statement away."""
        assert run.told is not None
        frames = tuple((frame.path, frame.line, frame.function) for frame in own_frames(run.told, self._task.files))
        failure = Failure("error", run.told.kind, run.told.message, frames)
        probe = Probe((Trace("script", failure),))
        state = State(self._texts, probe=probe)
        places = propose(state, probe, self._parts, mine(self._task))
        found = sorted(itertools.chain.from_iterable(places), key=lambda each: each.cost)
        seen = set[str]()
        for each in found:
            text = each.texts()[each.path]
            before = self._texts[each.path]
            if text not in seen and _keeps(before, text) and _speaks(before, text, run.told):
                seen.add(text)
                yield each

    def _runs(self, command: tuple[str, ...], batch: Sequence[Candidate]) -> list[_Run]:
        programs = [self._program(command, candidate.texts()) for candidate in batch]
        return [_Run(each, _raised(each)) for each in self._sandbox.run_all(programs)]

    def _run(self, command: tuple[str, ...], texts: Mapping[str, str]) -> _Run:
        outcome = self._sandbox.run(self._program(command, texts))
        return _Run(outcome, _raised(outcome))

    def _program(self, command: tuple[str, ...], texts: Mapping[str, str]) -> Program:
        files: dict[str, str | bytes] = {**self._task.data, **self._task.files, **texts}
        return Program(command=command, files=files, limits=self._limits)


def _command(entry: str, *, module: bool = False) -> tuple[str, ...]:
    parts = PurePosixPath(entry).with_suffix("").parts
    parts = parts[:-1] if parts[-1] == "__main__" and len(parts) > 1 else parts
    return ("python", "-m", ".".join(parts)) if module else ("python", entry)


def _raised(outcome: Outcome) -> Told | None:
    return read_traceback(outcome.stderr) if not outcome.ok else None


def _same(told: Told, place: Frame, again: Told, frames: Sequence[Frame]) -> bool:
    """Whether an error is the one that was told; of a text that is cut off only one of its places is known."""
    places = [(frame.path, frame.line) for frame in (frames if not told.kind else frames[-1:])]
    return told.kind in ("", again.kind) and (place.path, place.line) in places


def _place(told: Told, frame: Frame) -> tuple[Fault, ...]:
    return (Fault(frame.path, frame.line, 1.0, f"{told} in {frame.function or 'a call'}"),)


def _ending(run: _Run) -> str:
    if run.told is not None:
        return f"raises {run.told}"
    return "ends without an error" if run.ended else f"ends by its limits or itself ({run.outcome.status})"


def _lead(lead: tuple[Fault, ...], why: str) -> Repair:
    where = [f"Lead: {each.path}:{each.line} ({each.why})." for each in lead]
    return Repair(Judgement(Verdict.ABSTAINED, reasons=(why, *where)), faults=lead)


def _answering(part: RepairPart) -> RepairPart:
    """The operator with what it proposes only, or rather, because of the error."""

    @wraps(part.run)
    def run(site: Site) -> Iterator[Replacement]:
        if site.raised is None:
            return
        anyway = set(part.run(replace(site, raised=None)))
        yield from (each for each in part.run(site) if each not in anyway)

    return replace(part, run=run)


def _keeps(before: str, after: str) -> bool:
    """Whether no statement is lost, and no error is merely caught."""
    try:
        one, two = _statements(before), _statements(after)
    except SyntaxError:
        return False
    return two.total() >= one.total() and two["Try"] <= one["Try"] and two["Pass"] <= one["Pass"]


def _speaks(before: str, after: str, told: Told) -> bool:
    """Whether the names that come answer the error, where no test would tell one name from another: none is only taken
    away, one in the place of another is like it, and an argument is the one that was missing."""
    gone, come = Counter(_NAME.findall(before)), Counter(_NAME.findall(after))
    gone, come = gone - come, come - gone
    if "required positional argument" in told.message:
        return all(name in come for name in _QUOTED.findall(told.message))
    if gone.total() == come.total() == 1:
        return SequenceMatcher(None, *gone, *come).ratio() >= _LIKE
    return bool(come) or not gone


def _statements(text: str) -> Counter[str]:
    return Counter(type(node).__name__ for node in ast.walk(tree_of(text)) if isinstance(node, ast.stmt))


def merged(rerun: Repair | None, static: Repair) -> Repair:
    """The one that answers; else what is known of the error comes first, and is told once."""
    if rerun is None or static.verdict.answered or static.verdict is Verdict.FAILED:
        return static
    if rerun.verdict.answered:
        return rerun
    told = [f"({fault.why.rpartition(' in ')[0]})" for fault in rerun.faults]
    others = [reason for reason in static.judgement.reasons if not any(error in reason for error in told)]
    reasons = (*rerun.judgement.reasons, *others)
    places = {(fault.path, fault.line) for fault in rerun.faults}
    further = [fault for fault in static.faults if (fault.path, fault.line) not in places or fault.missing]
    faults = tuple(dict.fromkeys((*rerun.faults, *further)))
    return replace(static, judgement=replace(static.judgement, reasons=reasons), faults=faults, tried=rerun.tried)
