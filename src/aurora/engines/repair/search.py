"""Best-first search over states of the project: cheapest proposals first, progress rewarded."""

import heapq
import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from aurora.engines.repair.clock import Clock
from aurora.engines.repair.evidence import Evidence
from aurora.engines.repair.laboratory import Laboratory, Probe, Trial
from aurora.engines.repair.plenty import Plenty
from aurora.engines.repair.progress import brings_names, count_defects, cured, progress
from aurora.engines.repair.propose import RepairPart, propose
from aurora.engines.repair.state import STEP, Candidate, State
from aurora.model.effort import SECOND
from aurora.model.progress import Progress, Watch

_CHUNK = 80  # candidates tried in one fork
_SLACK = 0.8  # nats that one branch may run ahead of the next
_ENOUGH = 30  # plausible candidates to choose from
_CHILDREN = 40  # states kept of one state's progress
_TOGETHER = 8  # states probed in one fork
_DEPTH, _TIERS = 4, 3  # edits; tiers of operators
_TURN = 2.0  # nats above its state at which a branch asks the operators of the next tier
_ASKING = SECOND // 5  # steps for which operators are asked before what they proposed is tried
_PLACE, _PROPOSAL = SECOND // 2000, SECOND // 20_000  # steps of asking about a place, and of one answer
_PATIENCE = 20  # times the usual limits, for a candidate that hung and is tried again
_AGAIN, _LAST = 2, 20  # of a batch, of those that got further before they hung; of all others, when nothing passes
_LATE = 0.25  # share of the steps that is left when they are
_BLIND = 3  # states kept that raise the same, or cure a defect otherwise: the test says less of what they do
_RIVAL = 5.0  # nats above the cheapest candidate that passes, beyond which a rival would hardly be believed
_RIVALS = 600  # candidates that are tried after one that passes, or as many as it took
_WHILE, _LENIENT = 3 * SECOND // 2, 4  # steps that these take at most, or as many as it took; and so many times that
_OPENING = 1.0  # nats that a state waits, since to probe it and to propose for it costs as much as a hundred trials


@dataclass(slots=True)
class _Branch:
    """The proposals for one state; a state without a probe has yet to be opened."""

    state: State
    pending: list[Candidate] = field(default_factory=list)  # cheapest last
    children: int = 0
    tier: int = 0
    defects: int = 0
    coming: Iterator[list[Candidate]] | None = None  # what the tier's operators have yet to propose
    asked: list[Candidate] = field(default_factory=list)  # what they have proposed, while more is coming

    @property
    def bonus(self) -> float:
        """What its priority is less than its cost."""
        return self.state.bonus

    @property
    def waits(self) -> bool:
        """Whether it has to be opened, or operators asked, before it goes on."""
        spent = not self.pending or self.pending[-1].cost > self.state.cost + _TURN * self.tier
        return self.tier == 0 or self.coming is not None or (spent and self.tier < _TIERS)

    @property
    def ready(self) -> bool:
        """Whether its next candidate may be tried: all that may be cheaper is there, or is too long in coming."""
        return not self.waits or bool(self.coming is not None and self.pending)

    @property
    def priority(self) -> float:
        """The cost of the next candidate, less what the state achieved; infinite at the end."""
        if self.tier == 0:
            return self.state.cost - self.state.bonus + _OPENING
        if self.pending:
            return self.pending[-1].cost - self.state.bonus
        turn = self.tier - (self.coming is not None)
        return self.state.cost + _TURN * turn - self.state.bonus if turn < _TIERS else math.inf

    def pop(self) -> Candidate | None:
        """The next candidate."""
        return self.pending.pop()


@dataclass(slots=True)
class _Pairs:
    """One change that alters how the tests fail, together with each other change of the same state."""

    first: Candidate
    pool: list[Candidate]  # cheapest first
    bonus: float
    at: int = 0
    waits: bool = False
    ready: bool = True

    @property
    def priority(self) -> float:
        """The cost of the next pair, less what its first half achieved; infinite at the end."""
        if self.at >= len(self.pool):
            return math.inf
        return self.first.cost + self.pool[self.at].cost - self.first.state.cost + STEP - self.bonus

    def pop(self) -> Candidate | None:
        """The next pair, when its two edits can be made together."""
        other = self.pool[self.at]
        self.at += 1
        return self.first.joined(other)


_Source: TypeAlias = "_Branch | _Pairs"


@dataclass(slots=True)
class Search:
    """One search; `plausible` grows while it runs."""

    laboratory: Laboratory
    parts: Sequence[RepairPart]
    evidence: Evidence
    watch: Watch
    order: tuple[str, ...]  # tests, the failing ones first
    original: Mapping[str, str]  # the target files
    rival: float = _RIVAL  # nats that a rival of what passes may cost more
    plausible: list[Candidate] = field(default_factory=list)
    missed: float = 0.0  # share of the rivals that were not looked for, because the clock cut
    plenty: Plenty = field(default_factory=Plenty)
    _queue: list[tuple[float, int, _Source]] = field(default_factory=list)
    _seen: set[int] = field(default_factory=set)
    _pool: list[Candidate] = field(default_factory=list)  # the proposals for the original
    _behaviours: Counter[int] = field(default_factory=Counter)  # states kept of those that fail alike
    _roots: list[_Branch] = field(default_factory=list)
    _hung: list[tuple[Candidate, Trial]] = field(default_factory=list)
    _known: int = 0  # plausible candidates for which rivals were looked for
    _serial: int = 0
    _dear: float = math.inf  # the cost from which on nothing is tried
    _aside: list[_Source] = field(default_factory=list)  # what costs that much

    def run(self, roots: Sequence[State], clock: Clock) -> None:
        """Search from the original (the first root) and from fixed versions of it, until the clock ends, nothing is
        left, or enough plausible candidates are found."""
        self._roots = [_Branch(root) for root in roots]
        self._open(clock)
        for root in self._roots:
            self._push(root)
        self._go_on(clock, self.rival)

    def go_on(self, clock: Clock) -> None:
        """Search on where it was left, for rivals of any cost too, until the clock ends or enough new ones pass."""
        self._dear = math.inf
        for source in self._aside:
            self._push(source)
        self._aside.clear()
        self._go_on(clock, math.inf)

    def _go_on(self, clock: Clock, rival: float) -> None:
        meter, late, known = self.laboratory.meter, clock.rest * _LATE, self._known
        start, begun, most, gather = meter.steps, self.laboratory.tried, math.inf, 0.0
        while wanted := self._queue and len(self.plausible) < known + _ENOUGH and self.laboratory.tried < most:
            if not clock.going:
                break
            for source, candidate, trial in self._try(self._chunk(clock), clock):
                self._heed(source, candidate, trial)
            self._retry(min(_AGAIN, sum(trial.passed > 0 for _, trial in self._hung)), clock)
            if not self.plausible and clock.rest < late:
                self._retry(_LAST, clock)
                late = 0.0
            if len(self.plausible) > self._known == known:
                clock = _gathering(clock, meter.steps - start)
                gather, most = clock.rest, self.laboratory.tried + max(_RIVALS, self.laboratory.tried - begun)
                self._known = len(self.plausible)
            if self.plausible:
                self._dear = self._least + rival
            self.watch(Progress("try", self.laboratory.tried, note=f"{len(self.plausible)} pass"))
        if not self.plausible and clock.going:
            self._retry(_LAST, clock)
        missing = min((most - self.laboratory.tried) / _RIVALS, clock.rest / gather) if gather else 1.0
        self.missed = missing if wanted and clock.cut else 0.0
        self._known = len(self.plausible)

    @property
    def _least(self) -> float:
        """The cost of the cheapest candidate that passes and has nothing that is certainly wrong."""
        sound = (each.cost for each in self.plausible if not count_defects(each.texts()))
        return min(sound, default=math.inf)

    def _open(self, clock: Clock) -> None:
        """Probe the likeliest fixed versions in one fork, before anything else: each of them may be the repair."""
        fresh = [root for root in self._roots if root.state.probe is None][:_TOGETHER]
        batch = [root.state.edits(self.original) for root in fresh]
        probes = self.laboratory.probes(batch, seconds=clock.left) if batch else []
        for root, probe in zip(fresh, probes, strict=True):
            root.state = replace(root.state, probe=probe)
            if probe.passes:
                self._ask(root)

    def _heed(self, source: _Source, candidate: Candidate, trial: Trial) -> None:
        if trial.failure is None:
            self.plausible.append(candidate)
        elif trial.failure.status == "hang":
            self._hung.append((candidate, trial))
        if isinstance(source, _Branch) and trial.failure is not None:
            self._follow(source, candidate, trial)

    def _retry(self, most: int, clock: Clock) -> None:
        """Try candidates again that hung, with more patience: what is right may take longer than what fails at once."""
        self._hung.sort(key=lambda hung: (-hung[1].passed, hung[0].cost))
        again = [candidate for candidate, _ in self._hung[:most]]
        del self._hung[:most]
        batch = [candidate.edits(self.original) for candidate in again]
        trials = self.laboratory.trials(batch, self.order, clock.left, _PATIENCE) if batch else []
        self.plausible += [
            candidate for candidate, trial in zip(again, trials, strict=True) if trial and trial.failure is None
        ]

    def _push(self, source: _Source) -> None:
        if source.priority < math.inf:
            self._serial += 1
            heapq.heappush(self._queue, (source.priority, self._serial, source))

    def _chunk(self, clock: Clock) -> list[tuple[_Source, Candidate]]:
        """The next candidates over all branches; states are opened on the way."""
        asked = self.laboratory.meter.steps + _ASKING
        chunk: list[tuple[_Source, Candidate]] = self._first_steps(_CHUNK // 2)
        while self._queue and len(chunk) < _CHUNK and clock.going:
            _, _, source = heapq.heappop(self._queue)
            if source.priority + source.bonus >= self._dear:
                self._aside.append(source)
                continue
            if chunk and source.waits and self.laboratory.meter.steps >= asked:
                self._push(source)
                break  # what there is comes first: to propose takes longer than to try
            if isinstance(source, _Branch) and source.state.probe is None:
                self._probe(source, clock)
            else:
                if isinstance(source, _Branch) and source.waits:
                    self._prepare(source)
                limit = min((self._queue[0][0] if self._queue else math.inf) + _SLACK, self._dear - source.bonus)
                chunk += [(source, candidate) for candidate in self._taken(source, limit, _CHUNK - len(chunk))]
            self._push(source)
        return chunk

    def _first_steps(self, most: int) -> list[tuple[_Source, Candidate]]:
        """The next changes of a root, which have their share however well a second step seems to do."""
        root = min(self._roots, key=lambda root: math.inf if root.state.probe is None else root.priority)
        taken: list[tuple[_Source, Candidate]] = []
        while root.state.probe is not None and root.priority < self._dear and len(taken) < most:
            if root.waits and taken:
                break
            if root.waits:
                self._prepare(root)
            taken += [(root, each) for each in self._taken(root, self._dear, most - len(taken))]
        return taken

    def _taken(self, source: _Source, limit: float, most: int) -> list[Candidate]:
        """The next candidates of a source up to a priority."""
        taken: list[Candidate] = []
        while len(taken) < most and source.priority < limit and source.ready:
            candidate = source.pop()
            key = None if candidate is None else hash(tuple(candidate.texts().values()))
            if candidate is not None and key is not None and key not in self._seen:
                self._seen.add(key)
                taken.append(candidate)
        return taken

    def _try(self, chunk: list[tuple[_Source, Candidate]], clock: Clock) -> Iterator[tuple[_Source, Candidate, Trial]]:
        if chunk:
            batch = [candidate.edits(self.original) for _, candidate in chunk]
            trials = self.laboratory.trials(batch, self.order, clock.left)
            for (source, candidate), trial in zip(chunk, trials, strict=True):
                if trial is not None:
                    yield source, candidate, trial

    def _follow(self, branch: _Branch, candidate: Candidate, trial: Trial) -> None:
        """Go on from a candidate that fails in a new way: from its state when it made progress, and in pairs."""
        depth = len(branch.state.steps) + 1
        left = count_defects(candidate.texts()) if branch.defects else 0
        behaviour = hash((trial.at, trial.failure, left))
        blind = left < branch.defects or (trial.failure is not None and trial.failure.status == "error")
        if self._behaviours[behaviour] >= (_BLIND if blind else 1) or depth >= _DEPTH:
            return
        self._behaviours[behaviour] += 1
        probe = branch.state.probe or Probe()
        gain = progress(probe, trial, self.order)
        if gain > 0 and not branch.defects and brings_names(candidate):
            left = count_defects(candidate.texts())
        gain = cured(branch.defects, left, gain, imports=probe.broken is not None)
        alive = trial.failure is not None and trial.failure.status not in ("killed", "import")
        if depth == 1 and alive and (gain > 0 or not branch.defects):
            self._push(_Pairs(candidate, self._pool, gain))
        if gain > 0 and branch.children < _CHILDREN:
            branch.children += 1
            self._push(_Branch(candidate.advance(branch.state.bonus + gain, STEP * (left >= branch.defects))))

    def _probe(self, first: _Branch, clock: Clock) -> None:
        """Probe a state, and with it those that are next but for little, since a fork is dear."""
        fresh, limit = [first], first.priority + _SLACK
        while self._queue and self._queue[0][0] < limit and len(fresh) < _TOGETHER:
            source = self._queue[0][2]
            if not isinstance(source, _Branch) or source.state.probe is not None:
                break
            fresh.append(source)
            heapq.heappop(self._queue)
        batch = [branch.state.edits(self.original) for branch in fresh]
        for branch, probe in zip(fresh, self.laboratory.probes(batch, seconds=clock.left), strict=True):
            branch.state = replace(branch.state, probe=probe)
            if branch is not first:
                self._push(branch)

    def _prepare(self, branch: _Branch) -> None:
        """Go on asking operators for proposals, for a moment; those of the next tier when this one has said all."""
        if branch.coming is None:
            self._ask(branch)
        meter = self.laboratory.meter
        enough = meter.steps + _ASKING
        more: list[Candidate] = []
        while branch.coming is not None and meter.steps < enough:
            found = next(branch.coming, None)
            more += found or ()
            meter.spend(_PLACE + _PROPOSAL * len(found or ()))
            if found is None:
                branch.coming = None
        branch.pending = sorted((*branch.pending, *more), key=lambda each: -each.cost)
        branch.asked += more
        self.plenty.note(() if branch.state.steps else more)
        if branch.coming is None:
            if not branch.state.steps:
                self._pool += sorted(branch.asked, key=lambda each: each.cost)
            branch.asked = []

    def _ask(self, branch: _Branch) -> None:
        """Begin with the next tier of operators, unless the state is at its end: it passes, or cannot be run."""
        state, probe = branch.state, branch.state.probe
        assert probe is not None
        if branch.tier == 0:
            branch.defects = count_defects(state.texts)
            if not self.order and probe.traces:
                self.order = failing_first(probe)
        branch.tier = _TIERS if probe.died or probe.passes else branch.tier + 1
        if probe.passes:
            self.plausible.append(Candidate.of(state, next(iter(self.original))))
        elif not probe.died:
            branch.coming = propose(state, probe, self.parts, self.evidence, branch.tier)


def failing_first(probe: Probe) -> tuple[str, ...]:
    """The tests in the order in which they kill candidates soonest."""
    return tuple(trace.name for trace in sorted(probe.traces, key=lambda trace: trace.failure is None))


def _gathering(clock: Clock, spent: int) -> Clock:
    """Once something passes, look for rivals a little longer, with at most a third of the steps that are left."""
    most = clock.meter.steps + min(_LENIENT * max(_WHILE, spent), clock.rest / 3)
    return Clock(clock.end, clock.meter, most)
