"""Grounds 1 and 2: target files that do not parse, import or resolve are first put right by the static fixers."""

import ast
import heapq
import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from aurora.contracts.fixer import Broken, Fix, Fixer
from aurora.engines.repair.clock import Clock
from aurora.engines.repair.doubts import Doubt, doubts
from aurora.engines.repair.state import State
from aurora.model.answer import Fault
from aurora.model.effort import SECOND
from aurora.model.execution import Raised
from aurora.pycode.dangling import dangling
from aurora.pycode.layout import CLOSER, imbalance
from aurora.pycode.misuse import misuses
from aurora.pycode.parse import parse
from aurora.pycode.reach import unreachable
from aurora.pycode.verdict import SyntaxFault, judge
from aurora.registry.declare import Part

_ROUNDS = 80  # texts that are taken up again because their next error lies further on
_MOST = 60  # texts that parse
_WORSE = 1.2  # nats by which a text may be dearer than the best one and still be worked on
_LARGEST = 100_000  # characters of a text that is mended; a larger one takes seconds for each single proposal
_LONGEST = 5_000  # characters of one line
_DEEPEST = 200  # brackets open at one place, more than which Python refuses
_LEXICAL = ("literal", "unindent", "character", "unmatched", "never closed", "does not match", "inconsistent")
_TEXT, _LETTER = SECOND // 700, SECOND // 200_000  # steps of looking at a text, and at each character of it
_REFUND = 1.0  # nats for a step after which the next error lies further on

FixerPart = Part[Fixer, Broken, list[str]]


@dataclass(frozen=True, slots=True)
class Sound:
    """The target files put right."""

    state: State
    why: str
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True)
class Mend:
    """A text that parses; `cost` is that of its fixes and its doubts."""

    text: str
    cost: float
    steps: str
    why: str
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True)
class _Stage:
    """How far a text is."""

    fault: SyntaxFault | None
    odd: int  # brackets and quotes without partner, roughly
    names: int  # that mean nothing, certain misuses, code never reached; when it parses
    length: int

    def gain(self, after: "_Stage") -> float | None:
        """The nats that a step to another stage gives back; None when it leads away from a text that parses.

        The compiler reports an error of the tokens before one of the grammar that stands earlier in the text.
        """
        if self.fault is None or after.fault is None:
            ahead = (self.fault is not None) - (after.fault is not None) or self.names - after.names
            return None if ahead < 0 else 2 * _REFUND if self.fault is not None else _REFUND * (ahead > 0)
        moved = after.fault.start - self.fault.start
        ends = sorted((moved, moved - after.length + self.length))  # from the begin and from the end of the text
        ahead = ends[0] if ends[0] > 0 else min(ends[1], 0)
        if after.odd != self.odd:
            return None if after.odd > self.odd else _REFUND if ahead else 0.0
        lexical = [any(sign in fault.message for sign in _LEXICAL) for fault in (self.fault, after.fault)]
        if ahead > 0 or lexical == [True, False]:
            return _REFUND
        return 0.0 if ahead == 0 else None


def sound(text: str) -> bool:
    """Whether a text parses, every name in it means something and nothing is certainly misused."""
    source = parse(text) if judge(text).ok else None
    return source is not None and not dangling(source) and not misuses(source)


def sound_versions(
    texts: Mapping[str, str], files: Mapping[str, str], parts: Sequence[FixerPart], clock: Clock
) -> list[Sound]:
    """Versions of the target files that all parse, cheapest first; none when the fixers find none in time."""
    versions = [Sound(State(dict(texts)), "")]
    for path, text in texts.items():
        found = mended(Broken(text, path, None, files), parts, clock)
        if not found and not judge(text).ok:
            return []
        if found:
            versions = [
                Sound(
                    _with(version.state, path, Fix(mend.text, mend.cost), mend.steps),
                    f"{version.why} {mend.why}".strip(),
                    (*version.doubts, *mend.doubts),
                )
                for version in versions
                for mend in found
            ]
    return sorted(versions, key=lambda version: version.state.cost)[:_MOST]


def import_versions(
    state: State, path: str, raised: Raised, files: Mapping[str, str], parts: Sequence[FixerPart]
) -> list[Sound]:
    """Versions of a file whose import raised, cheapest first; other target files may change with it, new ones come."""
    broken = Broken(state.texts[path], path, raised, {**files, **state.texts})
    proposals = [
        (part, fix) for part, fix in _proposals(broken, parts) if not set(fix.others) & (set(files) - set(state.texts))
    ]
    found = [Sound(_with(state, path, fix, part), fix.why) for part, fix in proposals]
    return sorted(found, key=lambda version: version.state.cost)[:_MOST]


def mended(broken: Broken, parts: Sequence[FixerPart], clock: Clock) -> list[Mend]:
    """Texts that parse, cheapest first, found best first: what is no worse than before is given to the fixers again."""
    queue = [(0.0, 0, Mend(broken.text, 0.0, "", ""))] if _workable(broken.text) else []
    seen = {broken.text}
    found: list[Mend] = []
    rounds, best = 0, float("inf")
    while queue and rounds < _ROUNDS and len(found) < _MOST and clock.going:
        priority, _, current = heapq.heappop(queue)
        if current.cost > best + _WORSE:
            continue
        rounds += 1
        stage = _stage(current.text)
        again = replace(broken, text=current.text)
        for part, fix in itertools.takewhile(lambda _: clock.going, _proposals(again, parts)):
            if fix.text in seen or current.cost + fix.cost > best + _WORSE:
                continue
            seen.add(fix.text)
            clock.meter.spend(_TEXT + _LETTER * len(fix.text))
            mend, after = _after(current, part, fix), _stage(fix.text)
            if after.fault is None:
                done = _doubted(mend, broken.text)
                found.append(done)
                best = min(best, done.cost)
            gain = stage.gain(after)
            if gain is not None and (after.fault is not None or after.names):
                heapq.heappush(queue, (priority + fix.cost - gain, len(seen), mend))
    return sorted(found, key=lambda mend: mend.cost)


def _workable(text: str) -> bool:
    """Whether proposals for this text take milliseconds rather than minutes."""
    longest = max(len(line) for line in text.split("\n"))
    return len(text) <= _LARGEST and longest <= _LONGEST and imbalance(text) <= _DEEPEST


def beyond(texts: Mapping[str, str]) -> list[str]:
    """The files that do not parse and for which nothing is proposed: too long, or in one line, or nested too deeply."""
    return [path for path, text in texts.items() if not (_workable(text) or judge(text).ok)]


def _after(before: Mend, part: str, fix: Fix) -> Mend:
    steps = f"{before.steps}, then {part}" if before.steps else part
    return Mend(fix.text, before.cost + fix.cost, steps, f"{before.why} {fix.why}".strip())


def _doubted(mend: Mend, original: str) -> Mend:
    found = doubts(mend.text, original)
    cost = mend.cost + sum(doubt.cost for doubt in found)
    return Mend(mend.text, cost, mend.steps, mend.why, found)


def _proposals(broken: Broken, parts: Sequence[FixerPart]) -> Iterator[tuple[str, Fix]]:
    for part in parts:
        for fix in part.run(broken):
            yield part.id, fix


def _stage(text: str) -> _Stage:
    fault = judge(text).fault
    source = parse(text) if fault is None else None
    names = sum(len(tuple(look(source))) for look in (dangling, misuses, unreachable)) if source is not None else 0
    odd = sum(abs(text.count(opener) - text.count(closer)) for opener, closer in CLOSER.items())
    odd += sum(line.count("'") % 2 + line.count('"') % 2 for line in text.split("\n"))
    return _Stage(fault, odd, names, len(text))


def _with(state: State, path: str, fix: Fix, part: str) -> State:
    return State(
        {**state.texts, path: fix.text, **fix.others}, (*state.steps, part), state.cost + fix.cost, state.bonus
    )


def lost_names(texts: Mapping[str, str]) -> tuple[Fault, ...]:
    """The names of texts that parse which mean nothing there."""
    found = [(path, parse(text)) for path, text in texts.items()]
    return tuple(
        Fault(path, each.node.lineno, 1.0, f"{ast.unparse(each.node)} means nothing here.")
        for path, source in found
        for each in dangling(source)
    )
