"""One task on its way to an answer."""

import math
import time
from collections.abc import Mapping, Sequence
from dataclasses import replace

from aurora.contracts.linter import Linter
from aurora.contracts.sandbox import Sandbox
from aurora.engines.repair import verdicts
from aurora.engines.repair.anew import Author, Commission, commission, drafts
from aurora.engines.repair.apart import Tests, failing_tests, groups, narrowed
from aurora.engines.repair.aside import stranded, unrunnable
from aurora.engines.repair.belief import SURE, Belief
from aurora.engines.repair.choose import NONE, Choice, choose
from aurora.engines.repair.clock import Clock
from aurora.engines.repair.diagnosis import diagnosed
from aurora.engines.repair.evidence import mine
from aurora.engines.repair.ground import FixerPart, Sound, beyond, lost_names, sound, sound_versions
from aurora.engines.repair.importing import import_test, importing, is_fault
from aurora.engines.repair.laboratory import Failure, Laboratory, Probe
from aurora.engines.repair.leads import leads
from aurora.engines.repair.locate import locate, unparsable
from aurora.engines.repair.propose import RepairPart, parsed
from aurora.engines.repair.search import Search, failing_first
from aurora.engines.repair.state import Candidate, State, changed, difference, patch_of
from aurora.engines.repair.steps import HangError
from aurora.engines.repair.takeover import Takeover
from aurora.model.answer import Edit, Fault, Repair
from aurora.model.effort import SECOND
from aurora.model.execution import Status
from aurora.model.progress import Progress, Watch
from aurora.model.task import Budget, RepairTask
from aurora.pycode.verdict import judge

_LEAST_ANEW = _LEAST_PROBE = 1.0  # seconds
WORK = SECOND // 3
"""Steps for each second of the budget, so that the clock cuts on much slower machines alone."""
_EDIT_SHARE = 0.45  # of the budget for changes, where the function can also be written anew
_SEARCH_SHARE = 0.8  # of the budget; the rest is for ranking and the last run
_REFERENCE_SHARE = 0.3  # with a reference, whose transplant needs the rest
_FIX_SHARE = 0.4  # for the static fixers
_LEAST = 0.05  # CPU seconds of a test of a candidate
_ROUNDS, _MORE = 5000, 40  # of all loops in a test: at least, and as many times those of the busiest line
_DIAGNOSED = 6  # versions that no test can judge of which type checkers are asked
_ENDED = (Status.WALL_TIME, Status.CPU_TIME)
_MISSED = 0.5  # share of the rivals without which nothing is chosen
_CONFIRMED = 3  # candidates that may fail under pytest before the search is given up


class Job:
    """Everything one task needs; `run` once, then `close`."""

    def __init__(
        self,
        sandbox: Sandbox,
        task: RepairTask,
        budget: Budget,
        watch: Watch,
        operators: Sequence[RepairPart],
        fixers: Sequence[FixerPart],
        belief: Belief,
        author: Author | None = None,
        types: Linter | None = None,
        *,
        whole: bool = True,
    ) -> None:
        """Unless it has to be repaired as a `whole`, it is left as it is where the failing tests see several faults."""
        self._whole = whole or bool(task.reference)
        self.doubt = SURE  # nats against the patch that is answered
        self.failed: Sequence[str] = ()  # the failing test functions
        self.groups: Sequence[Tests] = ()  # these by the faults that they see, so far as that is known
        self._belief, self._types = belief, types
        self._start = time.monotonic()
        self.task, self._budget, self._watch = task, budget, watch  # in the end without tests that cannot be run
        self._operators, self._fixers = operators, fixers
        asked = task if task.tests else replace(task, tests=import_test(task.target))
        self._sandbox, self._laboratory = sandbox, Laboratory(sandbox, asked, budget, watch)
        self._texts = {path: task.files[path] for path in task.target}
        self._evidence = mine(task)
        self._author = author
        self._commission = commission(task) if author and task.tests and not task.reference else None
        self._faults: tuple[Fault, ...] = ()
        self._failing: tuple[str, ...] = ()
        self._cut, self._missed = False, 0.0  # by the clock; the share of rivals that were not looked for
        self._aside: tuple[str, ...] = ()  # why some tests are not run

    def close(self) -> None:
        """End the guest."""
        self._laboratory.close()

    def run(self) -> Repair:
        """The answer."""
        answer = self._repaired()
        answer = replace(answer, failing=self._failing, seconds=answer.seconds or self._spent, unrun=self._aside)
        reasons = (*answer.judgement.reasons, *self._aside)
        answer = replace(answer, judgement=replace(answer.judgement, reasons=reasons))
        return verdicts.shortened(answer, self._budget.seconds, self._laboratory.tried) if self._cut else answer

    def _repaired(self) -> Repair:
        if self._evidence.contradictions:
            return verdicts.contradictory(self._evidence.contradictions)
        self._watch(Progress("localise"))
        if not self.task.tests:
            return self._static()
        probe = self._first_probe()
        while not set((aside := unrunnable(self.task, probe)).values()) <= set(self._aside):
            probe = self._without(aside)
        self._failing = tuple(map(str, probe.failing))
        sources = dict(parsed(self._texts))
        places = tuple(locate(probe, sources, self._evidence.told)[:10]) or unparsable(self._texts)
        self._faults = (*leads(self.task.files, probe.broken), *places)
        stuck = stranded(probe)
        if stuck or probe.passes or probe.died or not (probe.traces or probe.broken):
            return verdicts.hopeless(probe, self._faults, stuck, others=bool(self._aside))
        lent = self._takeover(probe).of_earlier(self.task.earlier)
        if lent.ranked:
            return self._answer(lent, passed_once=True)
        self.failed, self.groups = failing_tests(probe), groups(probe, sources)
        if len(self.groups) > 1 and not self._whole:
            return verdicts.several(self._faults, len(self.groups))
        return self._by_tests(probe)

    def _by_tests(self, probe: Probe) -> Repair:
        """The best of what the search finds, of what a reference lends, or of what is written anew."""
        search = self._searched(probe)
        self._watch(Progress("rank", len(search.plausible)))
        can_write = self._author is not None and self._commission is not None
        choice = self._chosen(search, last=not can_write)
        while not (choice.ranked or can_write) and search.plausible and self._truth() is None and self._more(search):
            choice = self._chosen(search, last=True)
        if not choice.ranked and self._truth() is not None:
            choice = self._takeover(probe).of_correct(self.task.reference)
        if not choice.ranked and self._author and self._commission:
            choice = self._anew(self._author, self._commission, search)
        if not any(each.length == 1 for each in search.plausible):
            self.groups = [frozenset({test}) for test in self.failed]
        return self._answer(choice, passed_once=bool(search.plausible))

    def _chosen(self, search: Search, drafted: Sequence[Candidate] = (), *, last: bool) -> Choice:
        clock, seed, truth, known = self._clock(1.0), self._budget.seed, self._truth(), search.plenty
        bench = self._laboratory, self._evidence, self._texts
        found, final = (*search.plausible, *drafted), last and not self._cut
        choice = choose(found, *bench, clock, self._belief, seed, truth, last=final, plenty=known)
        self._cut |= clock.cut
        return _doubted(choice, self._missed) if self._cut and truth is None else choice

    def _anew(self, author: Author, order: Commission, search: Search) -> Choice:
        """The choice when the function under test is written anew as well: drafts and edits vouch for each other, and
        the judge of new functions may answer for one."""
        clock = self._clock(1.0)
        seconds, steps = max(clock.left, _LEAST_ANEW), int(max(clock.rest, _LEAST_ANEW * SECOND))
        budget = replace(self._budget, seconds=seconds, steps=steps)
        found = drafts(author, order, self._texts, (self._laboratory, search.order), budget, self._watch)
        reason = f"No change of {order.task.name} was good enough, so it was written anew from its tests alone."
        self._cut |= clock.cut
        if found.verified is not None and not self._cut:
            judgement = found.verified
            return Choice(found.candidates, trusted=True, checks=judgement.checks, reasons=(reason, *judgement.reasons))
        choice = self._chosen(search, found.candidates, last=True)
        drafted = bool(choice.ranked) and choice.ranked[0].drafted
        return replace(choice, reasons=(reason, *choice.reasons)) if drafted else choice

    def _clock(self, share: float) -> Clock:
        steps = self._budget.steps or self._budget.seconds * WORK
        return Clock(self._start + self._budget.seconds * share, self._laboratory.meter, steps * share)

    def _without(self, aside: Mapping[str, str]) -> Probe:
        """The first probe again, without these tests, of which it is told why they are not run."""
        self._aside += tuple(aside.values())
        kept = {path: text for path, text in self.task.tests.items() if path not in aside}
        self.task = narrowed(replace(self.task, tests=kept), aside)
        self._evidence = mine(self.task)
        self._laboratory.close()
        known, self._laboratory = self._laboratory, Laboratory(self._sandbox, self.task, self._budget, self._watch)
        self._laboratory.pytest = known.pytest
        return self._first_probe()

    def _first_probe(self) -> Probe:
        limit = max(0.2, min(self.task.timeout, self._budget.seconds * 0.05))
        laboratory = self._laboratory
        (probe,) = laboratory.probes([()], cpu=limit, seconds=self._clock(1.0).left)
        if probe.unsupported:
            laboratory.close()
            laboratory.pytest = True
            (probe,) = laboratory.probes([()], cpu=limit, seconds=max(self._clock(1.0).left, _LEAST_PROBE))
        done = [trace for trace in probe.traces if not _hangs(trace.failure)]
        rounds = max((max(trace.lines.values(), default=0) for trace in done), default=0)
        laboratory.steps = max(_ROUNDS, _MORE * rounds)
        laboratory.cpu = min(max(_LEAST, 10 * max((trace.seconds for trace in done), default=0)), self.task.timeout)
        if len(done) < len(probe.traces):  # how often a line runs until its time is over differs from time to time
            (again,) = laboratory.probes([()], seconds=max(self._clock(1.0).left, _LEAST_PROBE))
            probe = again if again.traces else probe
        return probe

    def _searched(self, probe: Probe) -> Search:
        order = () if probe.broken else failing_first(probe)
        search = Search(self._laboratory, self._operators, self._evidence, self._watch, order, self._texts)
        if self.task.reference:
            search.rival = math.inf  # the dearest may be the one that does what the reference does
        roots = [State(self._texts, probe=probe), *(version.state for version in self._mended(probe))]
        search.run(roots, self._clock(self._share))
        self._note(search)
        return search

    def _note(self, search: Search) -> None:
        self._cut |= search.missed > 0
        self._missed = max(self._missed, search.missed)

    @property
    def _share(self) -> float:
        return _REFERENCE_SHARE if self.task.reference else _EDIT_SHARE if self._commission else _SEARCH_SHARE

    def _more(self, search: Search) -> bool:
        """Whether more candidates pass when the search goes on, where none that passes is believed."""
        known = len(search.plausible)
        search.go_on(self._clock(self._share))
        self._note(search)
        return len(search.plausible) > known

    def _mended(self, probe: Probe) -> list[Sound]:
        """What the static fixers make of target files that do not parse, resolve or import."""
        if any(not judge(text).ok for text in self._texts.values()):
            return self._sound_versions(_FIX_SHARE)
        if probe.broken is None or probe.broken.kind == HangError.__name__:
            unsound = not all(sound(text) for text in self._texts.values())
            return [each for each in self._sound_versions(_FIX_SHARE) if each.state.steps] if unsound else []
        return self._imported(Sound(State(self._texts), ""), probe.broken, self._clock(_FIX_SHARE))

    def _sound_versions(self, share: float) -> list[Sound]:
        clock = self._clock(share)
        versions = sound_versions(self._texts, self.task.files, self._fixers, clock)
        self._cut |= clock.cut
        return versions

    def _static(self) -> Repair:
        """No tests: the cheapest version that parses is answered, and nothing more can be said of it."""
        self._faults = (*leads(self.task.files, None), *unparsable(self._texts))
        if self.task.earlier and (back := self._back_to(self.task.earlier)):
            return back
        versions = self._sound_versions(_SEARCH_SHARE)
        if not versions:
            return verdicts.unmended(self._faults, self._spent, beyond(self._texts))
        faults, unsaid = diagnosed(self._types, [version.state.texts for version in versions[:_DIAGNOSED]])
        place = next((at for at, found in enumerate(faults) if not found), 0)
        best = versions[place]
        if best.state.steps and (best.doubts or faults[place] or self._cut):
            reasons = [*(doubt.why for doubt in best.doubts), *(fault.why for fault in faults[place])]
            reasons += ["The fixers had not proposed all they could."] if self._cut else []
            return verdicts.unsure(self._faults, best.why, reasons, len(versions), self._spent)
        best, broken, imported = self._further(best)
        if not best.state.steps:
            lost = lost_names(self._texts)
            told = verdicts.untested((*lost, *self._faults), broken, self._spent, lost, imported=imported)
            return replace(told, faults=(*faults[place], *told.faults))
        patch = patch_of(self._texts, best.state.texts, best.state.steps, best.state.cost, best.why)
        judgement = verdicts.parses(unsaid, broken, imported=imported)
        return Repair(judgement, patch, self._faults, best.state.steps[-1], len(versions), self._spent)

    def _back_to(self, version: Mapping[str, str]) -> Repair | None:
        """Without tests: the fewest lines of an earlier version with which files that do not import do."""
        (probe,) = self._laboratory.probes([()], ticks=False, seconds=max(self._clock(1.0).left, _LEAST_PROBE))
        if not (probe.broken and is_fault(probe.broken, self._texts)):
            return None
        best = next(iter(self._takeover(probe).of_earlier(version).ranked), None)
        if best is None:
            return None
        why = f"{best.fault.path}:{best.fault.line}: {best.fault.why}"
        patch = patch_of(self._texts, best.texts(), (best.operator,), best.cost, why)
        judgement = verdicts.parses(imported=True)
        return Repair(judgement, patch, self._faults, best.operator, self._laboratory.tried, self._spent)

    def _further(self, best: Sound) -> tuple[Sound, Failure | None, bool]:
        """A version that parses, or what is made of it to import; what its import raises; whether it imports."""
        edits, clock = best.state.edits(self._texts), self._clock(_SEARCH_SHARE)
        (probe,) = self._laboratory.probes([edits], ticks=False, seconds=max(clock.left, _LEAST_PROBE))
        broken = probe.broken if probe.broken and is_fault(probe.broken, best.state.texts) else None
        if broken is None:
            return best, None, bool(probe.traces) and not probe.broken
        further = self._imported(best, broken, self._clock(1.0))
        if further:
            return further[0], None, True
        places = () if best.state.steps else locate(probe, dict(parsed(self._texts)))[:10]
        self._faults = (*leads(self.task.files, broken), *self._faults, *places)
        return best, broken, False

    def _imported(self, root: Sound, broken: Failure, clock: Clock) -> list[Sound]:
        """The versions made of one whose import is broken that import, cheapest first."""
        found = importing(root, broken, self._texts, self.task.files, self._fixers, self._laboratory, clock)
        self._cut |= clock.cut
        return found

    def _truth(self) -> tuple[Edit, ...] | None:
        """The edits that make the target files those of the reference, when there is one."""
        wanted = {path: self.task.reference[path] for path in self._texts if path in self.task.reference}
        return State({**self._texts, **wanted}).edits(self._texts) if wanted else None

    def _takeover(self, probe: Probe) -> Takeover:
        order = () if probe.broken else failing_first(probe)
        assertions = self._evidence.assertions
        return Takeover(self._laboratory, self._texts, order, self._clock(1.0), assertions, self._budget.seed)

    def _answer(self, choice: Choice, *, passed_once: bool) -> Repair:
        self._laboratory.close()  # its place in the sandbox is free for the last run
        ended, self.doubt = "", choice.doubt
        for rank, candidate in enumerate(choice.ranked[:_CONFIRMED]):
            texts = candidate.texts()
            outcome = self._laboratory.confirm(changed(self._texts, texts))
            if outcome.exit_code == 0:
                steps = (*candidate.state.steps, candidate.operator)
                why = f"{candidate.fault.path}:{candidate.fault.line}: {candidate.fault.why}"
                return Repair(
                    verdicts.judge(choice, rank, outcome),
                    patch_of(self._texts, texts, steps, candidate.cost, why),
                    self._faults,
                    candidate.operator,
                    self._laboratory.tried,
                    self._spent,
                    outcome.peak_mb,
                    pins=choice.pins if rank == 0 else (),
                )
            ended = outcome.status.value if outcome.status in _ENDED else ended
            if outcome.status is Status.WALL_TIME:
                break
        lead = difference(self._texts, choice.doubted.texts()) if choice.doubted else ""
        figures = self._faults, self._laboratory.tried, self._spent
        return verdicts.abstain(*figures, passed_once=passed_once, lead=lead, ended=ended)

    @property
    def steps(self) -> int:
        """The steps of work that were done."""
        return self._laboratory.meter.steps

    @property
    def _spent(self) -> float:
        return time.monotonic() - self._start


def _doubted(choice: Choice, missed: float) -> Choice:
    """A choice after the clock ended the work before its end, when so large a share of rivals was not looked for:
    nothing is trusted, and nothing is chosen where most of them are missing."""
    if choice.ranked and missed > _MISSED:
        return Choice(reasons=(NONE,), doubted=choice.ranked[0])
    return replace(choice, trusted=False)


def _hangs(failure: Failure | None) -> bool:
    return failure is not None and failure.status == "hang"
