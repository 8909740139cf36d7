"""Relations between arguments and answers that all examples keep, and whether generated inputs keep them too."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from types import MappingProxyType
from typing import Any, TypeAlias

from aurora.engines.verify.behaviour import Call
from aurora.pycode.literals import evaluate_text

Observation: TypeAlias = tuple[tuple[Any, ...], Any]
"""The arguments of a call and its answer."""

_FEWEST = 2  # examples that must show a relation
_KEPT = 0.9  # share of the inputs on which a relation must hold to be kept

_ALONE: Mapping[str, Callable[[Any], bool]] = MappingProxyType(
    {
        "not negative": lambda out: out >= 0,
        "not empty": lambda out: len(out) > 0,
        "in ascending order": lambda out: len(out) < 2 or all(a <= b for a, b in pairwise(out)),
        "without repetitions": lambda out: len({repr(item) for item in out}) == len(out),
    }
)
_TO_ARGUMENT: Mapping[str, Callable[[Any, Any], bool]] = MappingProxyType(
    {
        "as long as": lambda value, out: len(out) == len(value),
        "no longer than": lambda value, out: len(out) <= len(value),
        "a rearrangement of": lambda value, out: _counted(out) == _counted(value),
        "made only of items of": lambda value, out: set(_counted(out)) <= set(_counted(value)),
        "the items in the order of": lambda value, out: _subsequence(out, value),
        "an item of": lambda value, out: not isinstance(out, bool) and _holds(value, out),
        "at most the length of": lambda value, out: 0 <= out <= len(value),
        "between the least and the largest item of": lambda value, out: min(value) <= out <= max(value),
        "at least": lambda value, out: bool not in (type(value), type(out)) and out >= value,
        "at most": lambda value, out: bool not in (type(value), type(out)) and out <= value,
        "of the type of": lambda value, out: type(value) is type(out),
    }
)


@dataclass(frozen=True, slots=True)
class Relation:
    """One relation, of the answer to the argument at `place` (None: of the answer alone), with what it is called."""

    name: str
    place: int | None

    def words(self, parameters: Sequence[str]) -> str:
        """ "The answer is as long as xs", as a sentence about the function."""
        return f"the answer is {self.name}{'' if self.place is None else ' ' + parameters[self.place]}"

    def holds(self, seen: Observation) -> bool | None:
        """Whether it holds of a call; None where it says nothing (an answer of another kind)."""
        arguments, out = seen
        try:
            if self.place is None:
                return _ALONE[self.name](out)
            return _TO_ARGUMENT[self.name](arguments[self.place], out)
        except (TypeError, ValueError):
            return None


def shown(examples: Sequence[Observation]) -> tuple[Relation, ...]:
    """The relations that all the examples keep."""
    if len(examples) < _FEWEST:
        return ()
    width = min(len(arguments) for arguments, _ in examples)
    everything = [Relation(name, None) for name in _ALONE]
    everything += [Relation(name, place) for place in range(width) for name in _TO_ARGUMENT]
    return tuple(relation for relation in everything if all(relation.holds(seen) for seen in examples))


def kept(relations: Iterable[Relation], calls: Sequence[Observation]) -> Iterator[tuple[Relation, float]]:
    """Each relation with the share (0 to 1) of the calls that keep it, of those of which it says something."""
    for relation in relations:
        held = [found for found in map(relation.holds, calls) if found is not None]
        yield relation, sum(held) / len(calls) if calls else 0.0


def is_kept(share: float) -> bool:
    """Whether a relation that so many calls keep is one of the function."""
    return share >= _KEPT


def observations(inputs: Sequence[str], calls: Iterable[Call]) -> Iterator[Observation]:
    """Arguments and answers of calls whose values are literals."""
    for call in calls:
        if call.error:
            continue
        try:
            arguments, out = evaluate_text(inputs[call.input]), evaluate_text(call.shown)
        except ValueError:
            continue
        if isinstance(arguments, tuple):
            yield arguments, out


def _counted(value: Any) -> dict[str, int]:
    counts: dict[str, int] = {}
    for item in value:
        counts[repr(item)] = counts.get(repr(item), 0) + 1
    return counts


def _subsequence(part: Any, whole: Any) -> bool:
    rest = iter(whole)
    return all(any(item == other for other in rest) for item in part)


def _holds(value: Any, item: Any) -> bool:
    return any(item == other for other in value)
