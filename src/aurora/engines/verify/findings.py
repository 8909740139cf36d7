"""What follows from all that was measured of one task: evidence, checks, and what stands in the way."""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from aurora.engines.verify.behaviour import Behaviour, Call
from aurora.engines.verify.evidence import TELLING, Evidence, bits_of, entropy, log_odds
from aurora.engines.verify.form import Form
from aurora.engines.verify.plan import Plan
from aurora.engines.verify.relations import Relation, is_kept, kept, observations, shown
from aurora.engines.verify.rivals import Field, length_of, size_of
from aurora.engines.verify.words import coverage, invented
from aurora.model.answer import Candidate, Question
from aurora.model.task import SynthesisTask
from aurora.model.verdict import Check
from aurora.pycode.asserts import Assertion
from aurora.pycode.scopes import ignored_parameters

_ENOUGH = 8  # generated inputs without which nothing is verified
_DISPUTED = 0.6  # agreement below which the candidates have not decided
_DECIDED = 0.78  # agreement that is wanted where no postcondition says what is right


@dataclass(frozen=True, slots=True)
class Examination:
    """What was found out about the best candidate of a task; `obstacles` keep it from being called verified."""

    candidate: Candidate
    evidence: Evidence
    checks: tuple[Check, ...]
    obstacles: tuple[str, ...]
    plan: Plan
    behaviour: Behaviour
    question: Question | None = None


@dataclass(frozen=True, slots=True)
class Variants:
    """What programs near the best candidate did."""

    mutated: Sequence[Behaviour] = ()  # of its mutants that do something else
    bent: Sequence[Behaviour] = ()  # of those that change its answers, run when there are postconditions
    near: Sequence[tuple[Candidate, Behaviour]] = ()  # programs that keep all examples but one


@dataclass(frozen=True, slots=True)
class Findings:
    """All that was measured of one task."""

    task: SynthesisTask
    assertions: tuple[Assertion, ...]
    plan: Plan
    field: Field
    variants: Variants

    def examination(self) -> Examination:
        """What follows from it."""
        evidence = self._evidence()
        obstacles = tuple(self._obstacles())
        return Examination(
            self.field.best.candidate,
            evidence,
            tuple(self._checks()),
            obstacles,
            self.plan,
            self.field.best.behaviour,
            self.field.question(self.plan),
        )

    def _evidence(self) -> Evidence:
        best, inside = self.field.best, self.plan.inside
        bits = length_of(best.candidate)
        explained = sum(bits_of(found.expected) for found in self.assertions)
        calls = [call for call in best.behaviour.calls if call.input in inside]
        noticed = [set(_failed(mutant)) for mutant in self.variants.mutated]
        request = f"{self.task.prompt} {self.task.name}"
        code = best.candidate.code
        told, asked = coverage(request, code, self.task.name)
        form, parameters = Form(request if self.task.prompt else "", code, self.task.name), self.plan.probe.parameters
        return Evidence(
            examples=min(4.0, math.log2(1 + len(self.assertions))),
            variety=min(5.0, math.log2(1 + entropy(found.expected for found in self.assertions))),
            margin=max(-1.0, min(1.0, (explained - bits) / 20)),
            simple=max(0.0, (30 - bits) / 10),
            short=max(-1.0, (40 - size_of(code, self.task.name)) / 20),
            agreement=log_odds(self._agreement()),
            support=min(2.0, math.log2(self.field.families)),
            noticed=_share(map(bool, noticed)),
            guarded=self._guarded(),
            spare=_spare(len(self.assertions), noticed),
            steady=1 - len(self._unsteady()) / max(1, len(self.assertions)),
            smooth=_share(not call.error for call in calls),
            edges=_share(not call.error for call in best.behaviour.calls if call.input not in inside),
            kept=_share(is_kept(share) for _, share in self._relations()),
            told=float(bool(self.task.prompt)),
            words=told if self.task.prompt else 0.0,
            asked=asked,
            plain=1 / (1 + invented(request, code, self.task.name)),
            unasked=min(6, form.unasked()),
            named=float(form.named()),
            numbers=min(4, form.numbers()),
            reread=min(3, form.reread(parameters)),
            idle=form.idle(parameters, self._arguments()),
            usual=self._usual(),
            parameters=min(5, len(parameters)),
        )

    def _usual(self) -> float:
        """The share of the most frequent answer to generated inputs; one half when there was none."""
        answers = Counter(call.out for call in self.field.best.behaviour.calls if not self._is_given(call))
        return max(answers.values()) / answers.total() if answers else 0.5

    def _is_given(self, call: Call) -> bool:
        return call.input < self.plan.given or bool(call.error)

    def _arguments(self) -> list[tuple[Any, ...]]:
        """The arguments of the examples that give all of them by position."""
        size = len(self.plan.probe.parameters)
        return [each.args for each in self.assertions if each.args is not None and len(each.args) == size]

    def _guarded(self) -> float:
        """The share of changes, of those that answer at all, that the postconditions notice."""
        answering = [
            other
            for other in (*self.variants.mutated, *self.variants.bent)
            if any(not call.error for call in other.calls)
        ]
        return _share(bool(other.broken()) for other in answering) if self.plan.checked and answering else 0.0

    def _unsteady(self) -> set[int]:
        """The examples that alone stand between the answer and a program that costs less."""
        price = length_of(self.field.best.candidate)
        missed = (_failed(behaviour) for candidate, behaviour in self.variants.near if candidate.cost < price)
        return {places[0] for places in missed if len(places) == 1 and places[0] >= 0}

    def _relations(self) -> list[tuple[Relation, float]]:
        """The relations that the examples show, with the share of the other inputs of their shape that keep them."""
        calls = self.field.best.behaviour.calls
        inputs = self.plan.probe.inputs
        examples = list(observations(inputs, calls[: self.plan.given]))
        others = (call for call in calls[self.plan.given :] if call.input in self.plan.inside)
        return list(kept(shown(examples), list(observations(inputs, others))))

    def _agreement(self) -> float:
        """The weight of the candidates that do the same; half of it counts the examples' shape alone when there are no
        preconditions to say what is outside."""
        everywhere = self.field.weights[0]
        return everywhere if self.task.preconditions else (everywhere + self.field.agreement(self.plan.inside)) / 2

    def _generated(self) -> list[int]:
        return [call.input for call in self.field.best.behaviour.calls if call.input >= self.plan.given]

    def _obstacles(self) -> Iterator[str]:
        calls = self.field.best.behaviour.calls
        generated = len(self._generated())
        if generated < _ENOUGH:
            yield f"Only {generated} inputs could be generated to check it on."
        if self._agreement() < _DISPUTED:
            yield "Other programs that pass the examples are as likely and differ."
        yield from self._misbehaviour(calls)
        if not self.plan.checked:
            yield from self._unsaid()
        for words in (condition.words for condition in self.task.postconditions if not condition.checkable):
            yield f"Nobody can check the condition {words!r}."
        for place, condition in enumerate(self.plan.checked):
            if not self._ran(place):
                yield f"The condition {condition.words!r} could not be checked on any input."

    def _unsaid(self) -> Iterator[str]:
        """What leaves a doubt when only words and examples say what is right."""
        code, name = self.field.best.candidate.code, self.task.name
        for parameter in ignored_parameters(code, name):
            yield f"It does not use {parameter}."
        if self.task.prompt and not coverage(f"{self.task.prompt} {name}", code, name)[0]:
            yield "Nothing in it tells what the words ask for."
        if self.task.prompt and len(self.assertions) < TELLING:
            yield "Words and so few examples leave much open."
        if _DISPUTED <= self._agreement() < _DECIDED:
            yield "Other programs that pass the examples differ, and are not much less likely."

    def _misbehaviour(self, calls: Sequence[Call]) -> Iterator[str]:
        for call in calls:
            if call.error and call.input in self.plan.inside:
                yield f"{self.plan.calls[call.input]} raised {call.error}."
                break
        if any(call.changed for call in calls):
            yield "It changes its arguments."
        if not all(call.stable for call in calls):
            yield "It gave different answers to the same input."

    def _ran(self, place: int) -> int:
        return sum(bool(call.post) and call.post[place] is not None for call in self.field.best.behaviour.calls)

    def _counterexample(self, place: int) -> str:
        """The first call after which a postcondition does not hold."""
        for call in self.field.best.behaviour.calls:
            if call.post and call.post[place] is False:
                return f"not for {self.plan.calls[call.input]}, which gave {call.shown}"
        return "it rises for some inputs and falls for others"

    def _checks(self) -> Iterator[Check]:
        best = self.field.best.behaviour
        for text, failure in zip(self.task.asserts, best.asserts, strict=True):
            yield Check("example", text.removeprefix("assert "), not failure, failure)
        broken = best.broken()
        for place, condition in enumerate(self.plan.checked):
            detail = self._counterexample(place) if place in broken else f"on {self._ran(place)} inputs"
            yield Check("postcondition", condition.words, place not in broken, detail)
        for call in best.calls:
            if call.input >= self.plan.given and call.input in self.plan.inside:
                right = not call.error and call.stable and not call.changed
                yield Check("boundary", self.plan.calls[call.input], right, call.error or f"gave {call.shown}")
        for relation, share in self._relations():
            words = relation.words(self.plan.probe.parameters)
            yield Check("metamorphic", words, is_kept(share), f"on {share:.0%} of the inputs like the examples")
        if len(self.field.groups) > 1 or self.field.families > 1:
            share = self._agreement()
            yield Check("agreement", "candidates found in other ways do the same", share >= _DISPUTED, f"{share:.0%}")


def _failed(behaviour: Behaviour) -> list[int]:
    """The places of the asserts that did not hold; all of them for a program that broke."""
    if behaviour.trouble:
        return [-1]
    return [place for place, failure in enumerate(behaviour.asserts) if failure]


def _share(flags: Iterable[bool]) -> float:
    """The share that is true; one half of nothing."""
    found = list(flags)
    return sum(found) / len(found) if found else 0.5


def _spare(examples: int, noticed: Sequence[set[int]]) -> float:
    """The share of the examples without which all the same mutants would be noticed."""
    needed = {place for failed in noticed if len(failed) == 1 for place in failed}
    return 1 - len(needed) / examples if examples > 1 else 0.0
