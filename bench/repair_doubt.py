"""What is believed of patches that pass: weights of both models of `engines/repair/belief.py`, fitted and held out.

`python bench/repair_doubt.py collect TASKS.jsonl --out ROWS.jsonl [--budget 6] [--seconds 270]`: repairs development
tasks in a shuffled order, answering nothing, and asks the hidden tests of each behaviour that was compared; a task that
is in the rows is not repaired again.
`python bench/repair_doubt.py fit ROWS.jsonl ... [--write]`: fits the weights without some problems and reckons the
doubt of the tasks of those, one problem that has many tasks or a fifth of the others at a time, so that no doubt comes
of weights that saw another task of its problem; the limit is the one number that is chosen on these held-out doubts.
`--write` then fits the weights to all rows for the engine.
"""

import argparse
import json
import math
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from hashlib import sha256
from operator import mul
from pathlib import Path
from typing import Any, TypeAlias

from aurora.adapters.tasks.read import Scored, read_repair_tasks
from aurora.app import join
from aurora.contracts.sandbox import Sandbox
from aurora.engines.repair.anew import Author
from aurora.engines.repair.belief import SHIPPED, Behaviour, Belief, Grounds, Traits
from aurora.engines.repair.choose import agreement
from aurora.engines.repair.engine import Repairer
from aurora.engines.repair.laboratory import Laboratory
from aurora.engines.repair.state import State
from aurora.model.settings import Settings
from aurora.model.task import Budget
from aurora.model.verdict import Check

FOLDS = 5
MANY = 20  # tasks of one problem that are a fold of their own
PRECISION = 0.88  # wanted of the answers, over all and of each set: 0.85, and something for tasks of other kinds
EARLY = 0.9  # wanted of those that are given before a function is written anew
MOST = 12  # behaviours of one comparison whose hidden tests are run
RIDGE = 0.05  # how much a weight costs by itself
STEPS, RATE = 400, 0.5
Weights: TypeAlias = dict[str, float]


PLAIN: Weights = {
    "price": 1.0, "draft": 1.0, "drafted": 0.0, "kept": 3.0, "changed": 0.0, "like": 1.0,
    "raises": -3.0, "broken": -3.0, "flat": -1.0, "idle": -1.0,
    "never": -0.2, "alike": -1.5, "spread": 0.7, "plenty": -0.2,
}  # fmt: skip
"""Where the fit begins, and to which it is drawn back: what the figures mean before anything was seen."""


WARY: Weights = {"flat": 1.5, "idle": 0.4, "alone": 0.5, "stretched": 1.0, "disbelief": 0.2}
"""What is thought of doubt before anything was seen, to which its weights are drawn back; the others are drawn to 0."""


class Recording(Belief):
    """Keeps what was compared, and believes in nothing."""

    def __init__(self) -> None:
        super().__init__()
        self._last: Sequence[Behaviour] = ()
        self.seen: list[tuple[Sequence[Behaviour], Grounds]] = []

    def shares(self, behaviours: Sequence[Behaviour]) -> list[float]:
        """See `Belief`."""
        self._last = behaviours
        return super().shares(behaviours)

    def check(self, grounds: Grounds, *, last: bool = True) -> Check:
        """See `Belief`."""
        del last
        self.seen.append((self._last, grounds))
        return Check("doubt", "", passed=False)


def right(sandbox: Sandbox, scored: Scored[Any], versions: Sequence[Mapping[str, str]]) -> list[bool]:
    """Which versions of the target files pass the hidden tests."""
    task = replace(scored.task, tests=dict(scored.hidden_files))
    laboratory = Laboratory(sandbox, task, Budget(seconds=30))
    try:
        probe = laboratory.probe(ticks=False)
        if probe.unsupported:
            laboratory.close()
            laboratory.pytest = True
        texts = {path: task.files[path] for path in task.target}
        batch = [State(dict(version)).edits(texts) for version in versions]
        return [trial is not None and trial.failure is None for trial in laboratory.trials(batch, (), 30.0)]
    finally:
        laboratory.close()


def collect(tasks: Path, out: Path, budget: float, seconds: float) -> None:
    done = {json.loads(line)["id"] for line in out.read_text().splitlines()} if out.exists() else set()
    until = time.monotonic() + seconds
    tools = join(Settings())
    author = Author(tools.search, tools.judge)
    left = [scored for scored in read_repair_tasks(tasks) if scored.id not in done and scored.task.tests]
    left.sort(key=lambda scored: sha256(scored.id.encode()).hexdigest())
    with out.open("a", encoding="utf-8") as sink:
        for scored in left:
            if time.monotonic() > until:
                break
            belief = Recording()
            Repairer(tools.sandbox, author=author, belief=belief).repair(scored.task, Budget(seconds=budget))
            said = [said_of(behaviours, grounds, tools.sandbox, scored) for behaviours, grounds in belief.seen]
            sink.write(json.dumps({"id": scored.id, "compared": said}) + "\n")
            sink.flush()
    tools.close()


def said_of(behaviours: Sequence[Behaviour], grounds: Grounds, sandbox: Sandbox, scored: Scored[Any]) -> dict[str, Any]:
    belief = Belief()
    best = sorted(behaviours, key=lambda each: -belief.score(each.traits))[:MOST]
    good = right(sandbox, scored, [each.members[0].texts() for each in best]) if best else []
    rows = [
        {
            **asdict(each.traits),
            "right": is_right,
            "edits": each.members[0].length,
            "operators": [", then ".join((*one.state.steps, one.operator)) for one in each.members],
            "agrees": [round(agreement(each, other), 4) for other in best],
            "texts": each.members[0].texts(),
        }
        for each, is_right in zip(best, good, strict=True)
    ]
    told = {name: getattr(grounds, name) for name in ("said", "wanted", "passing")}
    return {"behaviours": rows, **told}


@dataclass(frozen=True, slots=True)
class Compared:
    """One comparison: behaviours, which of them are right, and what else the doubt is about."""

    id: str
    behaviours: tuple[Behaviour, ...]
    right: tuple[bool, ...]
    edits: tuple[int, ...]
    said: int
    wanted: int
    passing: float
    agreed: tuple[tuple[float, ...], ...]  # share of the inputs on which a behaviour does what each other one does
    last: bool  # the task's last comparison: with functions written anew, when there are some

    @property
    def set(self) -> str:
        """The set that the task is of."""
        return self.id.partition("/")[0]

    @property
    def problem(self) -> str:
        """The problem, of which the data have several broken programs."""
        return self.id.rpartition("-")[0]


def compared(paths: Iterable[Path]) -> list[Compared]:
    rows = [json.loads(line) for path in paths for line in path.read_text(encoding="utf-8").splitlines()]
    print(f"{len(rows)} tasks")
    found = []
    for row in rows:
        told = row["compared"]
        for one in told:
            known = one["behaviours"]
            traits = [Traits(**{key: each.get(key, 0.0) for key in Traits.__dataclass_fields__}) for each in known]
            found.append(
                Compared(
                    row["id"],
                    tuple(Behaviour((), (), each) for each in traits),
                    tuple(bool(each["right"]) for each in known),
                    tuple(each["edits"] for each in known),
                    one["said"],
                    one["wanted"],
                    one["passing"],
                    tuple(tuple(each["agrees"]) for each in known),
                    one is told[-1],
                )
            )
    return found


Row: TypeAlias = tuple[Compared, Mapping[str, float], bool]
"""A comparison, the figures of its best behaviour, and whether that is right."""


def descend(loss: Callable[[Weights], float], start: Weights, free: Sequence[str]) -> Weights:
    """Weights of a smaller loss, one coordinate after the other with steps that shrink."""
    weights, best = dict(start), loss(start)
    for step in (1.0, 0.5, 0.25, 0.1):
        for _ in range(3):
            for name in free:
                for sign in (step, -step):
                    changed = {**weights, name: weights[name] + sign}
                    value = loss(changed)
                    if value < best - 1e-6:
                        weights, best = changed, value
    return weights


def ranking(found: Sequence[Compared], start: Weights) -> Weights:
    """Weights under which the right behaviours hold most of the belief (conditional logit)."""
    usable = [each for each in found if any(each.right) and not all(each.right)]

    def loss(rank: Weights) -> float:
        if rank["price"] < 0.2 or rank["draft"] < 0.1:
            return math.inf
        belief = Belief(0.0, {"rank": rank, "doubt": {}, "most": 0.0})
        total = 0.0
        for each in usable:
            shares = belief.shares(each.behaviours)
            total -= math.log(max(sum(s for s, good in zip(shares, each.right, strict=True) if good), 1e-6))
        return total / max(len(usable), 1) + RIDGE * sum((rank[name] - start[name]) ** 2 for name in rank)

    return descend(loss, start, list(start))


def best_of(found: Sequence[Compared], rank: Weights) -> list[Row]:
    """The best behaviour of each comparison: its figures, and whether it is right."""
    belief = Belief(0.0, {"rank": rank, "doubt": {}, "most": 0.0})
    rows: list[Row] = []
    for each in found:
        if each.behaviours:
            shares = belief.shares(each.behaviours)
            at = max(range(len(shares)), key=shares.__getitem__)
            disbelief = -math.log(max(shares[at], 1e-9))
            consent = sum(map(mul, shares, each.agreed[at]))
            grounds = Grounds(
                each.behaviours[at].traits, disbelief, each.said, each.wanted, each.passing, each.edits[at], consent
            )
            rows.append((each, grounds.figures(), each.right[at]))
    return rows


def doubting(rows: Sequence[Row]) -> Weights:
    """Weights of the log odds that the best behaviour is wrong (logistic regression, ridge, gradient descent)."""
    names = list(rows[0][1])
    told = [([figures[name] for name in names], not good) for _, figures, good in rows]
    prior = [WARY.get(name, 0.0) for name in names]
    tied = [RIDGE * (name != "bias") for name in names]
    weights, speed = prior, [1e-8] * len(names)
    for _ in range(STEPS):
        slope = [tie * (w - mean) for tie, w, mean in zip(tied, weights, prior, strict=True)]
        for figures, wrong in told:
            odds = sum(map(mul, weights, figures))
            error = (1 / (1 + math.exp(-max(-30.0, min(30.0, odds)))) - wrong) / len(told)
            slope = [before + error * figure for before, figure in zip(slope, figures, strict=True)]
        speed = [before + each * each for before, each in zip(speed, slope, strict=True)]
        weights = [w - RATE * s / math.sqrt(v) for w, s, v in zip(weights, slope, speed, strict=True)]
    return dict(zip(names, weights, strict=True))


def limits(rows: Sequence[Row]) -> tuple[float, float]:
    """The most doubt before a function is written anew, and at last, up to which enough answers were right: over all,
    and of each set but for one answer. Rows as `held_out` makes them."""
    nats = sorted({row[1]["doubt"] for row in rows}, reverse=True)
    first = [row for row in rows if not row[0].last]
    early = next((most for most in nats if _enough(answered(first, most, most), EARLY)), -math.inf)
    return early, next((most for most in nats if _enough(answered(rows, early, most), PRECISION)), -math.inf)


def _enough(given: Sequence[Row], precision: float) -> bool:
    goods = [[good for each, _, good in given if each.set == name] for name in {row[0].set for row in given}]
    enough = all(sum(of_set) + 1 >= precision * (len(of_set) + 1) for of_set in goods)
    return enough and sum(map(sum, goods)) >= precision * len(given)


def doubt(figures: Mapping[str, float], weights: Weights) -> float:
    return sum(weights[name] * value for name, value in figures.items())


def told(rows: Sequence[Row]) -> str:
    """Right of all, by set."""
    sets = sorted({each.set for each, _, _ in rows})
    by_set = {name: [good for each, _, good in rows if each.set == name] for name in sets}
    return ", ".join(f"{name} {sum(good)} of {len(good)} right" for name, good in by_set.items())


def answered(rows: Sequence[Row], early: float, most: float) -> list[Row]:
    """What would be answered: the first comparison of each task that is little doubted."""
    given: dict[str, Row] = {}
    for row in rows:
        if row[1]["doubt"] <= (most if row[0].last else early):
            given.setdefault(row[0].id, row)
    return list(given.values())


def fit(found: list[Compared], start: Weights) -> tuple[Weights, Weights]:
    rank = ranking(found, start)
    return rank, doubting(best_of(found, rank))


def _rounded(weights: Weights) -> Weights:
    return {name: round(value, 3) for name, value in weights.items()}


def report(found: list[Compared], *, write: bool) -> None:
    start = PLAIN
    final = [each for each in found if each.last]
    some = sum(any(each.right) for each in final)
    print(f"comparisons {len(found)}; of {len(final)} tasks with a passing patch {some} have a right one")
    print(f"best by plain weights: {told(best_of(final, start))}")
    counts = Counter(each.problem for each in final)
    folds: dict[object, set[str]] = defaultdict(set)
    for problem, count in counts.items():
        folds[problem if count >= MANY else int(sha256(problem.encode()).hexdigest(), 16) % FOLDS].add(problem)
    held_out: list[Row] = []
    for held in folds.values():
        rank, weights = fit([each for each in found if each.problem not in held], start)
        rows = best_of([each for each in found if each.problem in held], rank)
        held_out += [(each, {"doubt": doubt(figures, weights)}, good) for each, figures, good in rows]
    early, most = limits(held_out)
    print(f"held out, best by the fitted weights: {told([row for row in held_out if row[0].last])}")
    print(f"held out, answered up to {early:.2f}, then {most:.2f}: {told(answered(held_out, early, most))}")
    rank, weights = fit(found, start)
    rounded = {"rank": _rounded(rank), "doubt": _rounded(weights), "early": round(early, 3), "most": round(most, 3)}
    print(json.dumps(rounded, indent=1))
    if write:
        SHIPPED.write_text(json.dumps(rounded, indent=1) + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    kinds = parser.add_subparsers(dest="kind", required=True)
    collecting = kinds.add_parser("collect")
    collecting.add_argument("tasks", type=Path)
    collecting.add_argument("--out", type=Path, required=True)
    collecting.add_argument("--budget", type=float, default=6.0)
    collecting.add_argument("--seconds", type=float, default=270.0)
    fitting = kinds.add_parser("fit")
    fitting.add_argument("rows", type=Path, nargs="+")
    fitting.add_argument("--write", action="store_true")
    given = parser.parse_args()
    if given.kind == "collect":
        collect(given.tasks, given.out, given.budget, given.seconds)
    else:
        report(compared(given.rows), write=given.write)


if __name__ == "__main__":
    main()
