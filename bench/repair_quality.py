"""What each repair operator is worth, and why tasks stay unsolved.

`python bench/repair_quality.py table RESULTS.jsonl ...`: by operator and failure class, from what `aurora eval` wrote.
`python bench/repair_quality.py ablate TASKS.jsonl RESULTS.jsonl --out DIR [--budget 4]`: every operator that had a part
in a solved task is switched off for the tasks that it solved; a row that is in DIR is not run again.
`python bench/repair_quality.py prior RESULTS.jsonl ... [--write]`: how far each operator's answers bear it out, the
gain in held-out tasks (5 folds), and with --write the file that the engine reads.
"""

import argparse
import json
import math
import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from aurora.adapters.sandbox.opening import open_sandbox
from aurora.adapters.tasks.read import read_repair_tasks
from aurora.engines.repair.engine import Repairer
from aurora.engines.repair.experience import SHIPPED
from aurora.flows.evaluate import repair_row
from aurora.model.task import Budget

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


def ablate(tasks: Path, results: Path, out: Path, budget: float) -> None:
    solved: dict[str, list[str]] = defaultdict(list)
    for row in rows_of([results]):
        if row["solved"]:
            for name in operators(row):
                solved[name].append(row["id"])
    out.mkdir(parents=True, exist_ok=True)
    known = {scored.id: scored for scored in read_repair_tasks(tasks)}
    sandbox = open_sandbox(workers=1)
    for name, ids in sorted(solved.items(), key=lambda item: -len(item[1])):
        file = out / f"{name}.jsonl"
        done = {row["id"]: row for row in rows_of([file])} if file.exists() else {}
        mend = Repairer(sandbox, without=(name,))
        with file.open("a", encoding="utf-8") as sink:
            for task in (known[each] for each in ids if each not in done):
                row = repair_row(task, mend.repair(task.task, Budget(seconds=budget)), sandbox)
                done[task.id] = row
                sink.write(json.dumps(row) + "\n")
        lost = sum(not row["solved"] for row in done.values())
        print(f"without {name:44} {lost} of its {len(ids)} tasks are lost")
    sandbox.close()


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
    for kind in ("table", "prior"):
        kinds.add_parser(kind).add_argument("results", type=Path, nargs="+")
    kinds.choices["prior"].add_argument("--write", action="store_true")
    ablation = kinds.add_parser("ablate")
    ablation.add_argument("tasks", type=Path)
    ablation.add_argument("results", type=Path)
    ablation.add_argument("--out", type=Path, required=True)
    ablation.add_argument("--budget", type=float, default=4.0)
    given = parser.parse_args()
    if given.kind == "table":
        table(rows_of(given.results))
    elif given.kind == "prior":
        prior(rows_of(given.results), write=given.write)
    else:
        ablate(given.tasks, given.results, given.out, given.budget)


if __name__ == "__main__":
    main()
