"""Projects with several faults: each is repaired by the tests that see it, and all repairs are proved together."""

import time
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from aurora.contracts.sandbox import Sandbox
from aurora.engines.repair import verdicts
from aurora.engines.repair.apart import Tests, narrowed
from aurora.engines.repair.belief import Belief
from aurora.engines.repair.job import WORK, Job
from aurora.engines.repair.laboratory import Laboratory
from aurora.engines.repair.state import changed, difference, patch_of
from aurora.engines.repair.touched import touched
from aurora.model.answer import Repair
from aurora.model.effort import SECOND
from aurora.model.execution import Outcome
from aurora.model.task import Budget, RepairTask

_DEPTH = 3  # how often what is left may fall apart again
_AGAIN = 0.5  # of the steps, once more, where no one change is believed to put all tests right
_MORE = 2.0  # times the steps, for the parts all together
_FEWEST = SECOND // 4  # steps of a part


class Maker(Protocol):
    """Makes the job of a task."""

    def __call__(self, part: RepairTask, purse: Budget, *, whole: bool) -> Job:
        """Unless as a `whole`, it is left as it is where its failing tests see several faults."""


@dataclass(frozen=True, slots=True)
class _Purse:
    """What the parts of a task may use, all together."""

    budget: Budget
    end: float  # of the clock
    each: int  # steps of one part, at most
    most: int  # steps of all

    def over(self, used: int) -> str:
        """The limit that is reached after so many steps, after which no further part is begun."""
        if used >= self.most:
            return "steps"
        return "" if time.monotonic() < self.end else "seconds"

    def share(self, used: int, parts: int) -> Budget:
        """What the next of so many parts may use, after so many steps."""
        steps = max(min((self.most - used) // parts, self.each), _FEWEST)
        return replace(self.budget, seconds=max(self.end - time.monotonic(), 0.0), steps=steps)


@dataclass(slots=True)
class _Found:
    """What came of the groups of failing tests, and the files with what was believed."""

    files: dict[str, str]
    good: dict[Tests, Repair] = field(default_factory=dict)
    bad: dict[Tests, Repair] = field(default_factory=dict)
    passing: Tests = frozenset()  # those of the good groups, and those that passed with what is good
    untried: Tests = frozenset()
    limit: str = ""  # because of which they were not tried
    changed: frozenset[str] = frozenset()  # functions
    twice: frozenset[str] = frozenset()  # those that more than one part changed

    @property
    def whole(self) -> bool:
        """Whether each group is good by now."""
        return not (self.bad or self.untried)

    def spare(self, tests: Tests, limit: str) -> None:
        """One group for which the limit leaves nothing."""
        self.limit = limit
        self.untried |= frozenset() if tests in self.bad else tests

    def note(self, tests: Tests, answer: Repair) -> None:
        """One group's answer; there is none where its tests pass by now."""
        self.bad.pop(tests, None)
        if answer.patch is not None:
            before = {path: self.files.get(path, "") for path in answer.patch.files}
            changed = touched(before, [answer.patch.files])
            self.twice, self.changed = self.twice | self.changed & changed, self.changed | changed
            self.files |= answer.patch.files
            self.good[tests] = answer
        if answer.patch is not None or answer.whole:
            self.passing |= tests
        else:
            self.bad[tests] = answer


class Parts:
    """Repairs one task, in parts where that is the way."""

    def __init__(self, sandbox: Sandbox, make: Maker, belief: Belief) -> None:
        self._sandbox, self._make, self._belief = sandbox, make, belief
        self._steps = self._tried = 0
        self._doubts: list[float] = []  # in what was answered

    def repair(self, task: RepairTask, budget: Budget, depth: int = 0) -> Repair:
        """The answer; `depth` is how often the task fell apart before."""
        start, steps = time.monotonic(), budget.steps or int(budget.seconds * WORK)
        answer, job = self._once(task, budget, whole=depth >= _DEPTH)
        if answer.verdict.answered or len(job.groups) < 2 or depth >= _DEPTH:
            return answer
        most = self._steps + int(steps * (_AGAIN if answer.tried else _MORE))
        task, unrun = (job.task, answer.unrun) if answer.unrun else (task, ())
        purse, found = _Purse(budget, start + budget.seconds, steps, most), _Found(dict(task.files))
        failed, known = frozenset(job.failed), len(self._doubts)

        def ask(pending: Sequence[Tests]) -> None:
            for at, group in enumerate(pending):
                if limit := purse.over(self._steps):
                    found.spare(group, limit)
                    continue
                part = narrowed(replace(task, files=found.files), failed - group - found.passing)
                found.note(group, self.repair(part, purse.share(self._steps, len(pending) - at), depth + 1))

        ask(job.groups)
        if found.good and found.bad:
            ask(list(found.bad))  # which may see two faults, of which one is repaired by now
        proof = self._proof(task, found)
        if proof is None and found.good and found.whole:
            ask([failed])
            proof = self._proof(task, found)
        if not (found.whole or answer.tried or purse.over(self._steps)):  # too little may be said of each by itself
            del self._doubts[known:]
            whole, _ = self._once(task, purse.share(self._steps, 1), whole=True)
            answer = whole if whole.patch else answer
        answer = replace(answer, tried=self._tried, seconds=time.monotonic() - start)
        answer = answer if answer.patch else self._joined(task, answer, found, proof, failed)
        answer = _with(unrun, answer)
        return verdicts.shortened(answer, budget.seconds, self._tried) if found.limit == "seconds" else answer

    def _once(self, task: RepairTask, budget: Budget, *, whole: bool) -> tuple[Repair, Job]:
        job = self._make(task, budget, whole=whole)
        try:
            answer = job.run()
        finally:
            job.close()
        self._steps += job.steps
        self._tried += answer.tried
        self._doubts += [job.doubt] if answer.patch else []
        return answer, job

    def _proof(self, task: RepairTask, found: _Found) -> Outcome | None:
        """A real run of pytest that passes, with all repairs."""
        if not (found.whole and found.good):
            return None
        outcome = Laboratory(self._sandbox, task, Budget()).confirm(changed(task.files, found.files))
        return outcome if outcome.exit_code == 0 else None

    def _held(self, task: RepairTask, found: _Found, failed: Tests) -> Tests:
        """The repaired tests, where a real run of pytest with all repairs passes, of these and of all that passed."""
        if not found.good:
            return frozenset()
        kept = narrowed(task, failed - found.passing)
        outcome = Laboratory(self._sandbox, kept, Budget()).confirm(changed(task.files, found.files))
        return found.passing if outcome.exit_code == 0 else frozenset()

    def _joined(self, task: RepairTask, answer: Repair, found: _Found, proof: Outcome | None, failed: Tests) -> Repair:
        """The answer to the whole task."""
        doubt = self._belief.check_all(self._doubts)
        if proof is None or not doubt.passed:
            passing = self._held(task, found, failed) if proof is None else failed
            lead, why = difference(task.files, found.files), "" if proof is None else doubt.text
            untried = found.untried - passing
            return verdicts.partial(answer, passing, lead, found.bad, why, (untried, found.limit))
        parts = list(found.good.values())
        patches = [each.patch for each in parts if each.patch]
        steps, why = [each.operator for each in patches], "; ".join(each.why for each in patches)
        patch = patch_of(task.files, found.files, steps, sum(each.cost for each in patches), why)
        memory, judgement = (
            max(each.peak_mb for each in parts),
            verdicts.together(found.good, proof, doubt, found.twice),
        )
        return replace(answer, judgement=judgement, patch=patch, strategy=parts[-1].strategy, peak_mb=memory)


def _with(unrun: Sequence[str], answer: Repair) -> Repair:
    """An answer that says why some tests were not run."""
    reasons = dict.fromkeys((*answer.judgement.reasons, *unrun))
    return replace(answer, judgement=replace(answer.judgement, reasons=tuple(reasons)), unrun=tuple(unrun))
