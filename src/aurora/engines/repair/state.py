"""A version of the project on the way to its repair, and the changes proposed for it."""

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from aurora.contracts.operator import Replacement
from aurora.engines.repair.laboratory import Probe
from aurora.model.answer import Edit, Fault, Patch
from aurora.pycode.edit import apply, between, unified

STEP = 1.0  # nats that each further edit costs


@dataclass(frozen=True, slots=True)
class State:
    """The target files after some edits."""

    texts: Mapping[str, str]  # of the target files
    steps: tuple[str, ...] = ()  # ids of the operators that led here
    cost: float = 0.0  # of the steps
    bonus: float = 0.0  # for what the steps achieved; lowers the priority value, not the cost
    probe: Probe | None = None

    def edits(self, original: Mapping[str, str]) -> tuple[Edit, ...]:
        """One edit a changed file, from the first to the last character that differs; a new file is one edit too."""
        old = {path: original.get(path, "") for path in self.texts}
        return tuple(_difference(path, old[path], text) for path, text in self.texts.items() if text != old[path])


@dataclass(frozen=True, slots=True)
class Candidate:
    """One proposed change of a state."""

    state: State = field(repr=False)
    path: str
    replacement: Replacement
    operator: str
    cost: float  # total, steps before included
    fault: Fault
    drafted: bool = False  # a function written anew, and no edit

    @staticmethod
    def of(state: State, path: str) -> "Candidate":
        """A state that is itself the candidate."""
        before = State(state.texts, state.steps[:-1])
        return Candidate(before, path, Replacement(()), state.steps[-1], state.cost, Fault(path, 1, 1.0, "put right"))

    @property
    def length(self) -> int:
        """How many edits it takes."""
        return sum(step.count(", then ") + 1 for step in (*self.state.steps, self.operator))

    def texts(self) -> dict[str, str]:
        """The target files with the change."""
        changed = apply(self.state.texts[self.path], self.replacement.edits)
        return {**self.state.texts, self.path: changed}

    def edits(self, original: Mapping[str, str]) -> tuple[Edit, ...]:
        """The edits of the original files that make this candidate."""
        if self.state.steps or not self.replacement.edits:
            return State(self.texts()).edits(original)
        return tuple(replace(edit, path=self.path) for edit in self.replacement.edits)

    def joined(self, other: "Candidate") -> "Candidate | None":
        """This change and another one of the same state, when they do not touch each other."""
        if self.path != other.path:
            return None
        edits = tuple(sorted((*self.replacement.edits, *other.replacement.edits), key=lambda edit: edit.start))
        if any(one.end >= two.start for one, two in itertools.pairwise(edits)):
            return None
        cost = self.cost + other.cost - self.state.cost + STEP
        names = f"{self.operator}, then {other.operator}"
        return Candidate(self.state, self.path, Replacement(edits), names, cost, self.fault)

    def advance(self, bonus: float, step: float = STEP) -> State:
        """The state that this candidate leads to; `step` is what going on from there costs."""
        return State(self.texts(), (*self.state.steps, self.operator), self.cost + step, bonus)


def changed(before: Mapping[str, str], after: Mapping[str, str]) -> dict[str, str]:
    """The files that are otherwise after than before, as they are after."""
    return {path: text for path, text in after.items() if text != before.get(path)}


def difference(before: Mapping[str, str], after: Mapping[str, str]) -> str:
    """What changed, for people."""
    files = changed(before, after)
    return "".join(unified(before.get(path, ""), text, path, context=0) for path, text in files.items())


def patch_of(before: Mapping[str, str], after: Mapping[str, str], steps: Sequence[str], cost: float, why: str) -> Patch:
    """The patch that makes one version of the files of the other."""
    files = changed(before, after)
    edits = tuple(edit for path, text in files.items() for edit in between(before.get(path, ""), text, path))
    return Patch(edits, files, ", then ".join(steps), cost, why)


def _difference(path: str, old: str, new: str) -> Edit:
    short = min(len(old), len(new))
    start = next((at for at in range(short) if old[at] != new[at]), short)
    limit = short - start
    end = next((back for back in range(limit) if old[-1 - back] != new[-1 - back]), limit)
    return Edit(path, start, len(old) - end, new[start : len(new) - end])
