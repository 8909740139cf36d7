"""Small broken programs of our own, of the usual textbook classes of faults, as tasks for `aurora eval repair`.

`python bench/textbook.py tasks TASKS.jsonl [--kept] [--programs sparse]` writes them; `python -m bench.repair_classes
run TASKS.jsonl --out ROWS.jsonl` repairs them; `python bench/textbook.py table ROWS.jsonl` says what came of it.

A line of `textbook.jsonl` is a correct program, calls that its tests make (`a; b; c` is two statements and a value),
calls of its hidden tests besides, and faults: edits that break the program so that a visible test fails. `--kept` takes
the programs that were kept for last, by a hash of their names, the default the others. `sparse.jsonl` has programs of
other kinds with one or two visible tests.
"""

import argparse
import ast
import copy
import json
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from statistics import median
from typing import Any

FOLDER = Path(__file__).parent
SETS = ("textbook", "sparse")
LOOKED_AT = 5  # eighths
DATE = "from datetime import date\n"


def programs(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def tasks(kind: str, *, kept: bool) -> Iterator[dict[str, Any]]:
    for program in programs(FOLDER / f"{kind}.jsonl"):
        name, text, visible = program["name"], program["text"], program["visible"]
        if kept is not (int(sha256(f"s10{name}".encode()).hexdigest(), 16) % 8 >= LOOKED_AT):
            continue
        for number, fault in enumerate(program["faults"]):
            broken = text
            for old, new in fault["edits"]:
                broken = broken.replace(old, new, 1)
            yield {
                "id": f"{kind}/{name}-{number}",
                "source": kind,
                "licence": "Apache-2.0",
                "class": fault["kind"],
                "files": {"program.py": broken},
                "target": ["program.py"],
                "issue": "",
                "tests": {"test_program.py": tests(text, visible, "program")},
                "hidden_tests": {"test_hidden.py": tests(text, [*visible, *program["hidden"]], "program")},
                "timeout": 10,
            }


def tests(text: str, calls: Sequence[str], module: str) -> str:
    """A test for each call that wants what the correct program gives."""
    names = [node.name for node in ast.parse(text).body if isinstance(node, ast.FunctionDef | ast.ClassDef)]
    rows = [f"{DATE if 'date(' in ' '.join(calls) else ''}from {module} import {', '.join(names)}\n"]
    for number, call in enumerate(calls, 1):
        *before, last = call.split("; ")
        known: dict[str, Any] = {}
        exec("\n".join([text, *before]), known)  # a program of our own
        wanted = copy.deepcopy(eval(last, known))
        rows += [
            f"\n\ndef test_{number}():\n",
            *(f"    {each}\n" for each in before),
            f"    assert {_operand(last)} == {wanted!r}\n",
        ]
    return "".join(rows)


def _operand(call: str) -> str:
    """An expression as one side of a comparison: `a == b` is put in brackets, else it would be a chain."""
    return f"({call})" if isinstance(ast.parse(call, mode="eval").body, ast.Compare | ast.BoolOp | ast.Lambda) else call


def table(rows: Sequence[dict[str, Any]]) -> None:
    kinds = {task["id"]: task["class"] for each in SETS for kept in (False, True) for task in tasks(each, kept=kept)}
    groups: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        groups.setdefault(kinds[row["id"]], []).append(row)
    print(f"{'class':14}tasks right answered  seconds of processor time, median of those right")
    for kind, group in [*sorted(groups.items(), key=lambda item: -len(item[1])), ("all", list(rows))]:
        right = [row["cpu"] for row in group if row["solved"]]
        answered = sum(row["solved"] is not None for row in group)
        print(f"{kind:14}{len(group):5} {len(right):5} {answered:8}  {median(right) if right else 0:.2f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    kinds = parser.add_subparsers(dest="kind", required=True)
    writing = kinds.add_parser("tasks")
    writing.add_argument("out", type=Path)
    writing.add_argument("--kept", action="store_true")
    writing.add_argument("--programs", choices=SETS, default=SETS[0])
    kinds.add_parser("table").add_argument("rows", type=Path, nargs="+")
    given = parser.parse_args()
    if given.kind == "tasks":
        rows = (f"{json.dumps(task)}\n" for task in tasks(given.programs, kept=given.kept))
        given.out.write_text("".join(rows), encoding="utf-8")
    else:
        table([json.loads(line) for path in given.rows for line in path.read_text().splitlines()])


if __name__ == "__main__":
    main()
