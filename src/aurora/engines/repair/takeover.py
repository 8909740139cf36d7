"""Choices that are made of another version of the program: the fewest lines of it with which the tests pass."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from aurora.contracts.operator import Replacement
from aurora.engines.repair.belief import Result
from aurora.engines.repair.choose import Choice, agree, same_as
from aurora.engines.repair.clock import Clock
from aurora.engines.repair.evidence import Assertion
from aurora.engines.repair.fuzz import variants
from aurora.engines.repair.laboratory import Laboratory
from aurora.engines.repair.reference import lines_between, transplant
from aurora.engines.repair.state import Candidate, State
from aurora.model.answer import Edit, Fault
from aurora.model.errors import UnparsableError
from aurora.pycode.binding import scopes_of
from aurora.pycode.parse import parse

Texts = Mapping[str, str]
_COMPARED = 40  # inputs on which versions are compared
_LEAST = 1.0  # seconds
_LONGEST = 200  # characters of a value that is told


@dataclass(frozen=True, slots=True)
class Takeover:
    """What is needed to try versions of the target files, whose broken `texts` these are."""

    laboratory: Laboratory
    texts: Texts
    order: Sequence[str]  # of the tests
    clock: Clock
    assertions: Sequence[Assertion] = ()  # whose calls are varied to compare versions
    seed: int = 0

    def of_correct(self, reference: Texts) -> Choice:
        """The fewest lines of a correct version that make the project pass and behave like it."""
        calls = self._calls()
        truth = self._values([{**self.texts, **reference}], calls)[0]

        def passes(versions: Sequence[Texts]) -> list[bool]:
            rows = self._values(versions, calls)
            right = [row is not None and agree(truth, row) for row in rows]
            return [good and like for good, like in zip(self.passes(versions), right, strict=True)]

        found = transplant(self.texts, reference, passes)
        if found is None:
            return Choice()
        candidate = self._candidate(found, "engines.repair.reference", "unlike the reference")
        return Choice((candidate,), *same_as(truth or (), "the reference"))

    def of_earlier(self, version: Texts) -> Choice:
        """The fewest lines of a version that passed to go back to: what else has changed since may be wanted.

        Trusted when nothing that is new since is gone, and the project gives what that version gives, on generated
        inputs too. Nothing is answered that takes a function, class or constant away.
        """
        found = transplant(self.texts, version, self.passes, finely=True)
        if found is None or any(_names(self.texts[path]) - _names(found[path]) for path in found):
            return Choice()
        went, changed = _counted(self.texts, found), _counted(self.texts, {**self.texts, **version})
        back = f"{went.total()} of the {changed.total()} lines that differ go back to the earlier version."
        candidate = self._candidate(found, "engines.repair.earlier", "changed since the earlier version")
        calls = self._calls()
        before, after = self._values([{**self.texts, **version}, found], calls)
        gone = f"{went['delete']} lines that are new since then go." if went["delete"] else ""
        if not (before and after) or gone or (gone := _unlike(calls, before, after)):
            return Choice((candidate,), reasons=(back, *filter(None, (gone,))))
        trusted, checks, told = same_as(before, "the earlier version")
        return Choice((candidate,), trusted, checks, (back, *told))

    def passes(self, versions: Sequence[Texts]) -> list[bool]:
        """With which versions all tests pass; with none that there is no time for."""
        if not self.clock.going:
            return [False] * len(versions)
        trials = self.laboratory.trials(self._edits(versions), self.order, max(self.clock.left, _LEAST))
        return [trial is not None and trial.failure is None for trial in trials]

    def _calls(self) -> Sequence[tuple[str, str]]:
        return variants(self.assertions, self.seed, _COMPARED)

    def _values(self, versions: Sequence[Texts], calls: Sequence[tuple[str, str]]) -> Sequence[Sequence[Result] | None]:
        if not calls:
            return [[] for _ in versions]
        return self.laboratory.values(self._edits(versions), calls, max(self.clock.left, _LEAST))

    def _edits(self, versions: Sequence[Texts]) -> list[tuple[Edit, ...]]:
        return [State({path: version[path] for path in self.texts}).edits(self.texts) for version in versions]

    def _candidate(self, found: Texts, operator: str, why: str) -> Candidate:
        path = next(path for path in found if found[path] != self.texts[path])
        pairs = zip_longest(self.texts[path].splitlines(), found[path].splitlines())
        line = next((number for number, (old, new) in enumerate(pairs, start=1) if old != new), 1)
        return Candidate(State(found), path, Replacement(()), operator, 0.0, Fault(path, line, 1.0, why))


def _names(text: str) -> set[str]:
    """What a module defines; nothing when it does not parse."""
    try:
        return set(scopes_of(parse(text).tree).module.bindings)
    except UnparsableError:
        return set()


def _counted(before: Texts, after: Texts) -> Counter[str]:
    """How many lines are new, gone, or became others."""
    pairs = [(before[path].splitlines(), after[path].splitlines()) for path in before]
    return Counter(code[0] for one, two in pairs for code in lines_between(one, two) if code[0] != "equal")


def _unlike(calls: Sequence[tuple[str, str]], before: Sequence[Result], after: Sequence[Result]) -> str:
    """The first input on which the patched program does not give the value of the earlier one, in words."""
    for (_, call), want, got in zip(calls, before, after, strict=True):
        if want[0] == "value" and want != got:
            shown, now = want[2][:_LONGEST], got[2][:_LONGEST] if got[0] == "value" else f"no value ({got[1]})"
            return f"What else has changed since is kept: {call} was {shown} and is {now}."
    return ""
