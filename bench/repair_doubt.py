"""How much doubt a patch may bear: what speaks against those that pass, and which of them the hidden tests call right.

`python bench/repair_doubt.py collect TASKS.jsonl --out ROWS.jsonl [--budget 4] [--seconds 270]`: repairs development
tasks in a shuffled order, answering whatever passes; a task that is in the rows is not repaired again.
`python bench/repair_doubt.py fit ROWS.jsonl ...`: for each weight of what the tests say the most doubt at which enough
answers of each set were right, chosen on four fifths of the tasks and counted on the fifth.
"""

import argparse
import json
import math
import random
import re
import time
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path

from aurora.adapters.sandbox.opening import open_sandbox
from aurora.adapters.tasks.read import read_repair_tasks
from aurora.engines.repair.choose import LITTLE, MOST_DOUBT, Grounds
from aurora.engines.repair.engine import Repairer
from aurora.flows.evaluate import repair_row
from aurora.model.answer import Repair
from aurora.model.task import Budget

FOLDS = 5
PRECISION = 0.85
WEIGHTS = (0.0, 0.25, 0.5, 0.75, 1.0, 1.5, 2.0)  # nats for each doubling of what the tests say
FIGURE = re.compile(r"(\w+) ([\d.-]+)")


@dataclass(frozen=True, slots=True)
class Answered:
    """One patch that passes."""

    id: str
    grounds: Grounds
    right: bool

    @property
    def set(self) -> str:
        """The set that the task is of."""
        return self.id.partition("/")[0]

    def doubt(self, weight: float) -> float:
        """Its doubt with another weight of what the tests say."""
        bare = self.grounds.doubt - Grounds(0.0, 0.0, 0.0, self.grounds.said).doubt
        return bare - weight * math.log2((1 + self.grounds.said) / LITTLE)


def grounds_of(answer: Repair) -> Grounds | None:
    """What spoke against an answer, as its evidence says; nothing for an answer that was not chosen among edits."""
    for check in answer.judgement.checks:
        if check.kind == "doubt":
            said = dict(FIGURE.findall(check.detail))
            price, disbelief, broken = (float(said[name]) for name in ("price", "disbelief", "broken"))
            return Grounds(price, disbelief, broken, int(said["said"]))
    return None


def collect(tasks: Path, out: Path, budget: float, seconds: float) -> None:
    done = {json.loads(line)["id"] for line in out.read_text().splitlines()} if out.exists() else set()
    until = time.monotonic() + seconds
    sandbox = open_sandbox(workers=1)
    mend = Repairer(sandbox, most_doubt=math.inf)
    left = [scored for scored in read_repair_tasks(tasks) if scored.id not in done]
    left.sort(key=lambda scored: sha256(scored.id.encode()).hexdigest())
    with out.open("a", encoding="utf-8") as sink:
        for scored in left:
            if time.monotonic() > until:
                break
            answer = mend.repair(scored.task, Budget(seconds=budget))
            grounds, row = grounds_of(answer), repair_row(scored, answer, sandbox)
            said = {"grounds": asdict(grounds) if grounds else None, "right": row["solved"]}
            sink.write(json.dumps({"id": scored.id, **said}) + "\n")
            sink.flush()
    sandbox.close()


def answers(paths: Iterable[Path]) -> list[Answered]:
    rows = [json.loads(line) for path in paths for line in path.read_text(encoding="utf-8").splitlines()]
    print(f"{len(rows)} tasks")
    return [Answered(row["id"], Grounds(**row["grounds"]), bool(row["right"])) for row in rows if row["grounds"]]


def most_doubt(found: Sequence[Answered], weight: float) -> float:
    """The most doubt up to which enough answers of each set were right; less than any when there is none."""
    return min(
        _most([answer for answer in found if answer.set == name], weight) for name in {answer.set for answer in found}
    )


def _most(found: Sequence[Answered], weight: float) -> float:
    best, right = -math.inf, 0
    for count, answer in enumerate(sorted(found, key=lambda answer: answer.doubt(weight)), start=1):
        right += answer.right
        if right >= PRECISION * count:
            best = answer.doubt(weight)
    return best


def crossed(found: Sequence[Answered], weight: float) -> list[Answered]:
    """The answers that are given with the limit of the other folds."""
    folds = [found[at::FOLDS] for at in range(FOLDS)]
    given: list[Answered] = []
    for held in folds:
        limit = most_doubt([answer for fold in folds if fold is not held for answer in fold], weight)
        given += [answer for answer in held if answer.doubt(weight) <= limit]
    return given


def told(given: Sequence[Answered]) -> str:
    """Right of all, by set."""
    sets = sorted({answer.set for answer in given})
    by_set = {name: [answer.right for answer in given if answer.set == name] for name in sets}
    return ", ".join(f"{name} {sum(right)} of {len(right)} right" for name, right in by_set.items())


def report(found: list[Answered]) -> None:
    print(f"passing patches: {told(found)}")
    print(f"at the limit in use ({MOST_DOUBT}): {told([each for each in found if each.grounds.doubt <= MOST_DOUBT])}")
    random.Random(0).shuffle(found)
    for weight in WEIGHTS:
        print(f"weight {weight:4}: limit {most_doubt(found, weight):6.2f}; held out {told(crossed(found, weight))}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    kinds = parser.add_subparsers(dest="kind", required=True)
    collecting = kinds.add_parser("collect")
    collecting.add_argument("tasks", type=Path)
    collecting.add_argument("--out", type=Path, required=True)
    collecting.add_argument("--budget", type=float, default=4.0)
    collecting.add_argument("--seconds", type=float, default=270.0)
    kinds.add_parser("fit").add_argument("rows", type=Path, nargs="+")
    given = parser.parse_args()
    if given.kind == "collect":
        collect(given.tasks, given.out, given.budget, given.seconds)
    else:
        report(answers(given.rows))


if __name__ == "__main__":
    main()
