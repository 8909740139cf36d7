"""The prior: operators become cheaper when the words of the task speak for them."""

from collections.abc import Mapping
from dataclasses import replace

from aurora.contracts.strategy import Problem
from aurora.engines.synthesis.operators import Operator
from aurora.engines.synthesis.words import stem, stems

_LEAN = 0.3  # of relevance that the full experience of earlier runs is worth
_RARE = 2  # more for an operator that is no everyday one, when there are no words to speak for it
_TELLING = 4  # words from which on it counts that an operator is not spoken of


def weighted(operators: list[Operator], problem: Problem) -> list[Operator]:
    """The operators with costs for this problem; those of components are priced already."""
    if not problem.task.prompt:
        return [
            replace(operator, cost=operator.cost + _RARE) if operator.cost > 2 else operator for operator in operators
        ]
    asked = set(stems(problem.words))
    return [operator if operator.component else _priced(operator, asked) for operator in operators]


def leaning(relevance: Mapping[str, float], bias: Mapping[str, float]) -> Mapping[str, float]:
    """The relevance of components, 0 to 1, with what earlier runs say of them (-1 to 1) added."""
    leant = {name: relevance[name] + _LEAN * value for name, value in bias.items() if name in relevance}
    return {**relevance, **{name: min(1.0, max(0.0, value)) for name, value in leant.items()}}


def _priced(operator: Operator, asked: set[str]) -> Operator:
    cost = operator.cost
    if any(stem(word) in asked for word in operator.words.split()):
        cost = max(1, cost - 1)
    elif cost > 1 and len(asked) >= _TELLING:
        cost += 1
    return replace(operator, cost=cost) if cost != operator.cost else operator
