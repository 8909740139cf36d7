"""Candidates that pass the examples, grouped by what they do: which group is likely, and where the others differ."""

import ast
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from aurora.engines.verify.behaviour import Behaviour, Call, groups
from aurora.engines.verify.evidence import TELLING
from aurora.engines.verify.form import Form
from aurora.engines.verify.plan import Plan
from aurora.model.answer import Candidate, Question
from aurora.pycode.trees import tree_of

_BITS_OF_NODE = 1.8  # of a program whose cost is not known; about what the search charges
_BITS_TO_HALVE = 2.0  # by which a rival must be longer to be half as likely: costs are estimates
_UNASKED = 2.0  # bits that an operation costs for which no word of the request asks, where examples are few
_LONG = 100.0  # characters of a call that weigh as much as telling all groups apart
_UNDECIDED = 0.96  # of the weight left: an input that tells only what hardly anybody believes is not asked about
_RAISES, _CHANGES, _UNSTABLE, _BREAKS = 6.0, 4.0, 20.0, 200.0  # bits that misbehaviour costs


@dataclass(frozen=True, slots=True)
class Rival:
    """A candidate that passes all asserts, and what it did."""

    candidate: Candidate
    behaviour: Behaviour
    bits: float  # its length, and what its misbehaviour and its operations that nobody asked for cost


@dataclass(frozen=True, slots=True)
class Field:
    """The rivals in groups of the same behaviour, the likeliest group first, with the weight (sum 1) of each."""

    groups: tuple[tuple[Rival, ...], ...]
    weights: tuple[float, ...]

    @property
    def best(self) -> Rival:
        """The simplest of the likeliest group."""
        return min(self.groups[0], key=lambda rival: rival.bits)

    @property
    def families(self) -> int:
        """How many strategies or sets of components found the likeliest behaviour."""
        return len({(rival.candidate.strategy, rival.candidate.components) for rival in self.groups[0]})

    def agreement(self, inside: frozenset[int]) -> float:
        """The weight of the rivals that do as the best one does on the inputs in `inside`."""
        wanted = _outputs(self.best.behaviour, inside)
        pairs = zip(self.groups, self.weights, strict=True)
        return sum(weight for group, weight in pairs if _outputs(group[0].behaviour, inside) == wanted)

    def question(self, plan: Plan) -> Question | None:
        """The input that parts the groups best and is short: whose likeliest answer would leave the fewest; of such the
        shortest, rather one shaped like the examples, and one on which none raises before all others. None when no
        input tells much apart."""
        answers = [{call.input: call for call in group[0].behaviour.calls} for group in self.groups]
        ranked = []
        for place in answers[0]:
            left, raising = self._left(answers, place)
            if left < _UNDECIDED:
                size = len(plan.calls[place])
                ranked.append((raising, round(left + size / _LONG, 1), place not in plan.inside, size, place))
        if not ranked:
            return None
        place = min(ranked)[-1]
        shown = {calls[place].out: calls[place] for calls in reversed(answers) if place in calls}
        texts = (answer.shown or f"raises {answer.error}" for answer in reversed(shown.values()))
        return Question(plan.calls[place], tuple(texts))

    def _left(self, answers: Sequence[Mapping[int, Call]], place: int) -> tuple[float, bool]:
        """The expected weight (0 to 1) of the groups that are left when the answer at a place is known, and whether a
        group raises there."""
        outs: dict[str, float] = {}
        for calls, weight in zip(answers, self.weights, strict=True):
            out = "" if place not in calls or calls[place].error else calls[place].out
            outs[out] = outs.get(out, 0.0) + weight
        return sum(weight * weight for weight in outs.values()), "" in outs


def field_of(candidates: Sequence[Candidate], behaviours: Sequence[Behaviour], plan: Plan) -> Field | None:
    """Group the candidates that pass; None when none does."""
    rivals = [
        Rival(
            candidate, behaviour, length_of(candidate) + _faults(behaviour, plan) + _UNASKED * _unasked(candidate, plan)
        )
        for candidate, behaviour in zip(candidates, behaviours, strict=True)
        if behaviour.passes
    ]
    if not rivals:
        return None
    least = min(rival.bits for rival in rivals)
    found = []
    for places in groups([rival.behaviour for rival in rivals]):
        group = tuple(rivals[place] for place in places)
        found.append((sum(2 ** ((least - rival.bits) / _BITS_TO_HALVE) for rival in _different(group)), group))
    found.sort(key=lambda pair: -pair[0])
    total = sum(weight for weight, _ in found)
    return Field(tuple(group for _, group in found), tuple(weight / total for weight, _ in found))


def length_of(candidate: Candidate) -> float:
    """The candidate's cost in bits, an estimate from its syntax tree when the search gave none."""
    return candidate.cost or _BITS_OF_NODE * sum(
        isinstance(node, ast.expr) for node in ast.walk(tree_of(candidate.code))
    )


def size_of(code: str, name: str) -> int:
    """How many expressions the function `name` in the code has, helper functions left out."""
    tree = tree_of(code)
    functions = (node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name == name)
    return sum(isinstance(node, ast.expr) for node in ast.walk(next(functions, tree)))


def _different(group: tuple[Rival, ...]) -> Iterator[Rival]:
    """One rival of each family: variants of one find are no further evidence."""
    seen = set()
    for rival in sorted(group, key=lambda rival: rival.bits):
        family = rival.candidate.strategy, rival.candidate.components
        if family not in seen:
            seen.add(family)
            yield rival


def _faults(behaviour: Behaviour, plan: Plan) -> float:
    inside = [call for call in behaviour.calls if call.input in plan.inside]
    raised = sum(bool(call.error) for call in inside) / max(1, len(inside))
    return (
        _RAISES * raised
        + _CHANGES * any(call.changed for call in behaviour.calls)
        + _UNSTABLE * (not all(call.stable for call in behaviour.calls))
        + _BREAKS * bool(behaviour.broken())
    )


def _unasked(candidate: Candidate, plan: Plan) -> int:
    """How many operations of a candidate no word asks for; 0 when there are no words, or examples enough to decide."""
    task = plan.probe.task
    if not task.prompt or len(task.asserts) >= TELLING:
        return 0
    return Form(f"{task.prompt} {task.name}", candidate.code, task.name).unasked()


def _outputs(behaviour: Behaviour, inside: frozenset[int]) -> list[tuple[int, str]]:
    return [output for output in behaviour.outputs if output[0] in inside]
