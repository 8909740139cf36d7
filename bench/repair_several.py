"""Projects with two or three faults, each in a function of its own and caught by a test of its own.

`python bench/repair_several.py run ROWS.jsonl [--budget 20] [--only N ...]` repairs them one by one; what is in the
rows is not done again. `python bench/repair_several.py table ROWS.jsonl` says what came of them.

The projects, in `several.jsonl`, are of our own. `@right~wrong@` is one fault; each task plants some of them, and
hidden tests judge the patch.
"""

import argparse
import json
import re
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

from aurora.adapters.sandbox.opening import open_sandbox
from aurora.engines.repair.engine import Repairer
from aurora.model.execution import LEAN_PYTEST, Program
from aurora.model.task import Budget, RepairTask

PROJECTS = Path(__file__).with_name("several.jsonl")
FAULT = re.compile("@(.*?)~(.*?)@")


def planted(text: str, chosen: Iterator[bool]) -> str:
    return FAULT.sub(lambda found: found.group(2 if next(chosen) else 1), text)


def tasks() -> Iterator[tuple[RepairTask, str]]:
    """Every task with its hidden tests: of each project some pairs and some triples of its faults."""
    for line in PROJECTS.read_text(encoding="utf-8").splitlines():
        project = json.loads(line)
        files = project["files"]
        count = sum(len(FAULT.findall(text)) for text in files.values())
        pairs, triples = list(combinations(range(count), 2)), list(combinations(range(count), 3))
        for faults in (pairs[0], pairs[-1], triples[len(triples) // 2]):
            chosen = iter([at in faults for at in range(count)])
            broken = {path: planted(text, chosen) for path, text in files.items()}
            yield RepairTask(broken, tuple(broken), tests={"test_all.py": project["tests"]}), project["hidden"]


def run(rows: Path, budget: Budget, only: list[int]) -> None:
    known = {json.loads(line)["task"] for line in rows.read_text().splitlines()} if rows.exists() else set()
    sandbox = open_sandbox(workers=2)
    mend = Repairer(sandbox)
    with rows.open("a", encoding="utf-8") as sink:
        for number, (task, hidden) in enumerate(tasks()):
            if number in known or (only and number not in only):
                continue
            answer = mend.repair(task, budget)
            right = None
            if answer.patch is not None:
                files = {**task.files, **answer.patch.files, "test_hidden.py": hidden}
                command = ("python", "-m", "pytest", "-q", *LEAN_PYTEST, "test_hidden.py")
                right = sandbox.run(Program(command=command, files=files)).exit_code == 0
            row = {
                "task": number,
                "faults": len(answer.failing),
                "right": right,
                "verdict": str(answer.verdict),
                "tried": answer.tried,
                "seconds": round(answer.seconds, 1),
                "operator": answer.patch.operator if answer.patch else "",
                "reasons": list(answer.judgement.reasons),
                "checks": [f"{each.text} {each.detail}" for each in answer.judgement.checks if each.kind == "doubt"],
            }
            sink.write(json.dumps(row) + "\n")
            sink.flush()
    sandbox.close()


def table(rows: Path) -> None:
    found = [json.loads(line) for line in rows.read_text().splitlines()]
    for row in found:
        why = row["operator"] or row["reasons"][-1].splitlines()[0]
        print(row["task"], row["faults"], row["verdict"], row["right"], row["tried"], f"{row['seconds']} s", why)
    answered = [row for row in found if row["right"] is not None]
    print(f"{sum(row['right'] for row in answered)} right of {len(answered)} answered of {len(found)}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kind", choices=("run", "table"))
    parser.add_argument("rows", type=Path)
    parser.add_argument("--budget", type=float, default=20.0)
    parser.add_argument("--only", type=int, nargs="*", default=[])
    given = parser.parse_args()
    if given.kind == "run":
        run(given.rows, Budget(seconds=given.budget), given.only)
    else:
        table(given.rows)


if __name__ == "__main__":
    main()
