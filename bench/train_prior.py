"""Fit the prior of the synthesis to right answers, and show by cross-validation over tasks what it buys.

Run: python -m bench.train_prior TASKS.jsonl --solved SOLVED.jsonl [--budget 3]

Answers to the tasks are searched for, those that keep the hidden asserts are kept in SOLVED (when it is there, it is
read instead). Same files, same model: nothing is drawn by chance.
"""

import argparse
import ast
import json
import math
import statistics
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from aurora.adapters.sandbox.opening import open_sandbox
from aurora.contracts.strategy import Problem
from aurora.engines.synthesis.engine import Synthesizer
from aurora.engines.synthesis.library import Library, load, price
from aurora.engines.synthesis.prior import DATA, Logistic, Model, features_of, joined, tokens_of, types_of
from aurora.engines.synthesis.problem import read
from aurora.model.execution import Limits, Program
from aurora.model.task import Budget, SynthesisTask

_PACKAGES = ("aurora.units.knowledge",)
_SEEN = 4  # answers that a token must stand in to be learned
_RIVALS = 40  # components of most fit that a used one is learned to beat
_STRENGTH = 2.0  # of the pull towards zero
_ROUNDS, _RATE, _STEPS = 40, 0.5, 12


@dataclass(frozen=True, slots=True)
class Solved:
    """A task with a right answer."""

    problem: Problem
    code: str
    components: tuple[str, ...]


def collected(rows: Sequence[dict[str, Any]], budget: float) -> Iterator[dict[str, Any]]:
    """The first answer to each task, where it keeps all asserts; run in the sandbox only."""
    sandbox = open_sandbox()
    synthesizer = Synthesizer(sandbox)
    for row in rows:
        found = synthesizer.search(_task(row), Budget(budget))
        for candidate in found.candidates[:1]:
            source = "\n".join([row["setup"], candidate.code, *row["visible"], *row["hidden"]])
            if sandbox.run(Program(source=source, limits=Limits(wall_seconds=20.0))).ok:
                yield {"id": row["id"], "code": candidate.code, "components": list(candidate.components)}
    synthesizer.close()
    sandbox.close()


def _task(row: dict[str, Any]) -> SynthesisTask:
    return SynthesisTask(row["prompt"], row["name"], row["signature"] or "", row["setup"], tuple(row["visible"]))


def fit(solved: Sequence[Solved], library: Library) -> Model:
    """The model of some answers."""
    return Model(_tokens(solved), _pair(_used(solved, library)))


def _tokens(solved: Sequence[Solved]) -> dict[str, Logistic]:
    features = [features_of(one.problem) for one in solved]
    told = [set(tokens_of(ast.parse(one.code).body[-1])) for one in solved]
    seen = Counter(token for tokens in told for token in tokens)
    return {
        token: _logistic(features, [token in tokens for tokens in told])
        for token in sorted(seen)
        if seen[token] >= _SEEN
    }


def _logistic(rows: Sequence[Sequence[int]], labels: Sequence[bool]) -> Logistic:
    """Logistic regression on sets of features, by gradient ascent with a pull of the weights towards zero."""
    base = sum(labels) / len(labels)
    bias, weights = (
        math.log(base / (1 - base)) if base < 1 else 4.0,
        dict.fromkeys((f for row in rows for f in row), 0.0),
    )
    for _ in range(_ROUNDS):
        slope = {feature: -_STRENGTH * weight for feature, weight in weights.items()}
        for row, label in zip(rows, labels, strict=True):
            error = label - _sigmoid(bias + sum(weights[feature] for feature in row))
            for feature in row:
                slope[feature] += error
        for feature, value in slope.items():
            weights[feature] += _RATE * value / (1 + _STRENGTH)
    return Logistic(round(bias, 3), {feature: round(w, 3) for feature, w in sorted(weights.items()) if abs(w) >= 0.05})


Rows = list[tuple[tuple[float, ...], bool]]


def _used(solved: Sequence[Solved], library: Library) -> Rows:
    """Components of the answers and their closest rivals, with what joins them to the tasks."""
    rows: Rows = []
    for one in solved:
        scores, types = library.index.scores(one.problem.words), types_of(one.problem)
        rivals = sorted(library.operators, key=lambda name: (-scores[name], name))[:_RIVALS]
        for name in {*rivals, *one.components} & library.operators.keys():
            row = joined(library.operators[name], scores[name], *types)
            rows.append((row, name in one.components))
    return rows


def _pair(rows: Rows) -> tuple[float, ...]:
    """Logistic regression on figures, by Newton's method with a slight pull towards zero."""
    table = [((1.0, *figures), label) for figures, label in rows]
    size = range(len(table[0][0]))
    weights = [0.0 for _ in size]
    for _ in range(_STEPS):
        slope = [-weight for weight in weights]
        curve = [[float(i == j) for j in size] for i in size]
        for figures, label in table:
            guess = _sigmoid(sum(w * x for w, x in zip(weights, figures, strict=True)))
            for i in size:
                slope[i] += (label - guess) * figures[i]
                for j in size:
                    curve[i][j] += guess * (1 - guess) * figures[i] * figures[j]
        weights = [w + step for w, step in zip(weights, _solution(curve, slope), strict=True)]
    return tuple(round(weight, 3) for weight in weights)


def _solution(matrix: list[list[float]], right: list[float]) -> list[float]:
    """Solve a positive definite system by Gauss-Jordan elimination."""
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    for i, pivot in enumerate(rows):
        pivot[:] = [value / pivot[i] for value in pivot]
        for other in rows:
            if other is not pivot:
                other[:] = [b - other[i] * a for a, b in zip(pivot, other, strict=True)]
    return [row[-1] for row in rows]


def _sigmoid(x: float) -> float:
    return 1 / (1 + math.exp(-x)) if x >= 0 else math.exp(x) / (1 + math.exp(x))


def cross_validated(solved: Sequence[Solved], library: Library, folds: int) -> dict[str, float]:
    """For tasks that a model was not fitted to: cost and log2 rank of used components, how often tokens are lifted."""
    found: dict[str, list[float]] = {"bits without": [], "bits with": [], "rank without": [], "rank with": [],
                                     "lifted if used": [], "lifted if not": []}  # fmt: skip
    for fold in range(folds):
        model = fit([one for place, one in enumerate(solved) if place % folds != fold], library)
        for one in solved[fold::folds]:
            _compare(model, one, library, found)
    return {name: round(statistics.mean(values), 3) for name, values in found.items() if values}


def _compare(model: Model, one: Solved, library: Library, found: dict[str, list[float]]) -> None:
    plain = library.index.scores(one.problem.words)
    judged = model.relevance(library.operators, plain, one.problem)
    for name in set(one.components) & library.operators.keys():
        for way, scores in (("without", plain), ("with", judged)):
            found[f"bits {way}"].append(price(scores[name]))
            found[f"rank {way}"].append(math.log2(1 + sum(score > scores[name] for score in scores.values())))
    features, told = features_of(one.problem), set(tokens_of(ast.parse(one.code).body[-1]))
    for token, logistic in model.tokens.items():
        lift = (logistic.score(features) - logistic.bias) / math.log(2)
        found["lifted if used" if token in told else "lifted if not"].append(lift >= 1.0)


def _read(rows: Iterable[dict[str, Any]], answers: Iterable[dict[str, Any]]) -> list[Solved]:
    tasks = {row["id"]: row for row in rows}
    known = sorted((answer for answer in answers if answer["id"] in tasks), key=lambda answer: str(answer["id"]))
    return [Solved(read(_task(tasks[one["id"]])), one["code"], tuple(one["components"])) for one in known]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("tasks", type=Path)
    parser.add_argument("--solved", type=Path, required=True)
    parser.add_argument("--budget", type=float, default=3.0)
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--out", type=Path, default=DATA)
    options = parser.parse_args()
    rows = [json.loads(line) for line in options.tasks.read_text(encoding="utf8").splitlines()]
    if not options.solved.exists():
        options.solved.write_text("".join(json.dumps(row) + "\n" for row in collected(rows, options.budget)))
    solved = _read(rows, map(json.loads, options.solved.read_text(encoding="utf8").splitlines()))
    library = load(_PACKAGES)
    if options.folds:
        print(json.dumps(cross_validated(solved, library, options.folds)), file=sys.stderr)
    model = fit(solved, library)
    plain = {"pair": model.pair, "tokens": {t: (one.bias, one.weights) for t, one in model.tokens.items()}}
    options.out.write_text(json.dumps(plain, separators=(",", ":")) + "\n", encoding="utf8")
    print(f"{len(solved)} answers, {len(model.tokens)} tokens, {options.out.stat().st_size // 1024} kB")


if __name__ == "__main__":
    main()
