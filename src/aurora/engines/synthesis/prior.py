"""The prior: operators become cheaper when the words of the task speak for them."""

from dataclasses import replace

from aurora.contracts.strategy import Problem
from aurora.engines.synthesis.operators import Operator
from aurora.engines.synthesis.words import stem, stems

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


def _priced(operator: Operator, asked: set[str]) -> Operator:
    cost = operator.cost
    if any(stem(word) in asked for word in operator.words.split()):
        cost = max(1, cost - 1)
    elif cost > 1 and len(asked) >= _TELLING:
        cost += 1
    return replace(operator, cost=cost) if cost != operator.cost else operator
