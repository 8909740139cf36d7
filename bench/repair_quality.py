"""What each repair operator is worth, and why tasks stay unsolved.

`python bench/repair_quality.py table RESULTS.jsonl ...`: by operator and failure class, from what `aurora eval` wrote.
`python bench/repair_quality.py ablate ROWS.jsonl ...`: from what `bench/repair_doubt.py collect` kept, the tasks that
have a right patch by each operator, and those that have one by no way without it. What a search would find in the time
that an operator leaves is not in it.
`python bench/repair_quality.py prior RESULTS.jsonl ... [--write]`: how far each operator's answers bear it out, the
gain in held-out tasks (5 folds), and with --write the file that the engine reads.
"""

import argparse
import json
import math
import random
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from aurora.engines.repair.experience import SHIPPED

Row = dict[str, Any]
FOLDS = 5
PSEUDO = 16.0  # answers that each operator is credited with beforehand, right as often as all are (by held-out loss)


def rows_of(paths: Iterable[Path]) -> list[Row]:
    return [json.loads(line) for path in paths for line in path.read_text(encoding="utf-8").splitlines()]


def operators(row: Row) -> list[str]:
    return [part for part in row["strategy"].split(", then ") if part]


def failure_class(row: Row) -> str:
    if row["solved"]:
        return "solved"
    if row["solved"] is False:
        return "a plausible patch that is wrong"
    said = " ".join(row["reasons"])
    if "what passes the tests fits" in said or "likely enough" in said:
        return "plausible patches, none believed"
    if "none passes" in said:
        return "no plausible patch: not in the space, or not in time"
    return said.partition(".")[0][:60] or "no reason"


def table(rows: Sequence[Row]) -> None:
    right, wrong = counted(rows)
    print(f"{'operator':44} right wrong")
    for name in sorted({*right, *wrong}, key=lambda name: (-right[name], name)):
        print(f"{name:44} {right[name]:5} {wrong[name]:5}")
    print()
    for kind, count in Counter(map(failure_class, rows)).most_common():
        print(f"{count:5}  {kind}")


def counted(rows: Iterable[Row]) -> tuple[Counter[str], Counter[str]]:
    right, wrong = Counter[str](), Counter[str]()
    for row in rows:
        (right if row["solved"] else wrong if row["solved"] is False else Counter[str]()).update(operators(row))
    return right, wrong


def ablate(rows: Sequence[Row]) -> None:
    """By operator: tasks to whose right patches it belongs, and those of which no right patch is left without it."""
    with_it, only = Counter[str](), Counter[str]()
    solved = 0
    for row in rows:
        right = [each for one in row["compared"] for each in one["behaviours"] if each["right"]]
        ways = [set(way.split(", then ")) for each in right for way in each["operators"]]
        solved += bool(ways)
        with_it.update(set().union(*ways))
        only.update(set.intersection(*ways) if ways else ())
    print(f"{len(rows)} tasks, {solved} with a right patch among those that pass")
    print(f"{'operator':44} {'has one':>7} {'alone':>5}")
    for name in sorted(with_it, key=lambda name: (-only[name], -with_it[name], name)):
        print(f"{name:44} {with_it[name]:7} {only[name]:5}")


def learned(rows: Sequence[Row]) -> dict[str, float]:
    """Operator -> nats, between -1 and 1: the log odds of its answers against those of all answers."""
    right, wrong = counted(rows)
    share = (right.total() + 1) / (right.total() + wrong.total() + 2)
    found = {}
    for name in sorted({*right, *wrong}):
        odds = (right[name] + PSEUDO * share) / (wrong[name] + PSEUDO * (1 - share))
        found[name] = round(max(-1.0, min(1.0, math.log(odds * (1 - share) / share))), 2)
    return found


def loss(rows: Sequence[Row], bias: Mapping[str, float], share: float) -> float:
    """Mean log loss of telling right answers from wrong ones by the operators' biases."""
    total = 0.0
    for row in rows:
        odds = math.log(share / (1 - share)) + sum(bias.get(name, 0.0) for name in operators(row))
        total += math.log1p(math.exp(-odds if row["solved"] else odds))
    return total / len(rows)


def prior(rows: Sequence[Row], *, write: bool) -> None:
    answered = [row for row in rows if row["solved"] is not None and row["strategy"]]
    random.Random(0).shuffle(answered)
    folds = [answered[at::FOLDS] for at in range(FOLDS)]
    with_it, without = [], []
    for held in folds:
        rest = [row for fold in folds if fold is not held for row in fold]
        share = (sum(bool(row["solved"]) for row in rest) + 1) / (len(rest) + 2)
        with_it.append(loss(held, learned(rest), share))
        without.append(loss(held, {}, share))
    print(f"{len(answered)} answers; held-out log loss {sum(with_it) / FOLDS:.3f}, without {sum(without) / FOLDS:.3f}")
    bias = learned(answered)
    for name, nats in sorted(bias.items(), key=lambda item: -item[1]):
        print(f"{nats:+.2f} {name}")
    if write and sum(with_it) < sum(without):
        SHIPPED.write_text(json.dumps(bias, indent=1) + "\n", encoding="utf-8")
        print(f"written to {SHIPPED}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    kinds = parser.add_subparsers(dest="kind", required=True)
    for kind in ("table", "prior", "ablate"):
        kinds.add_parser(kind).add_argument("results", type=Path, nargs="+")
    kinds.choices["prior"].add_argument("--write", action="store_true")
    given = parser.parse_args()
    if given.kind == "table":
        table(rows_of(given.results))
    elif given.kind == "prior":
        prior(rows_of(given.results), write=given.write)
    else:
        ablate(rows_of(given.results))


if __name__ == "__main__":
    main()
