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
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from aurora.adapters.sandbox.opening import open_sandbox
from aurora.engines.synthesis.engine import Synthesizer
from aurora.engines.synthesis.fitting import Solved, fit
from aurora.engines.synthesis.library import Library, load, price
from aurora.engines.synthesis.prior import DATA, Model, features_of, tokens_of
from aurora.engines.synthesis.problem import read
from aurora.model.execution import Limits, Program
from aurora.model.task import Budget, SynthesisTask

_PACKAGES = ("aurora.units.knowledge",)


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
    options.out.write_text(model.text(), encoding="utf8")
    print(f"{len(solved)} answers, {len(model.tokens)} tokens, {options.out.stat().st_size // 1024} kB")


if __name__ == "__main__":
    main()
