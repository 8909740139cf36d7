"""Answers from the words alone, when there is no example to search with."""

from collections.abc import Iterator

from aurora.contracts.strategy import Problem
from aurora.engines.synthesis.bench import Bench
from aurora.engines.synthesis.render import written
from aurora.model.answer import Candidate

_STRATEGY = "modules.autonomy.synthesis.retrieve_component"
_LEAST = 0.35
_MOST = 5


def by_words(problem: Problem, bench: Bench) -> Iterator[Candidate | None]:
    """The components that the words fit best and that take as many parameters."""
    relevance = bench.relevance(problem)
    scores = sorted(((name, relevance[name]) for name in bench.parts), key=lambda pair: -pair[1])
    for name, score in scores[: 4 * _MOST]:
        operator = bench.library.operators[name]
        if score < _LEAST or len(operator.patterns) != len(problem.parameters):
            continue
        call = f"return {operator.name}({', '.join(problem.parameters)})"
        code = written(problem, call, [bench.parts[name]])
        if bench.passes(problem, code):
            yield Candidate(code, _STRATEGY, 20.0 * (1 - score), (name,), ("chosen by its words, no example was read",))
    yield None
