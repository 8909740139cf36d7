"""Projects with two or three faults of our own making, as tasks for `aurora eval repair`.

`python -m bench.repair_several tasks TASKS.jsonl [--kept]` writes them; `python -m bench.repair_classes run TASKS.jsonl
--out ROWS.jsonl` repairs them; `python -m bench.repair_several table ROWS.jsonl` says what came of each kind.

- `files`: two or three programs of `textbook.jsonl` side by side, each with a fault, each tested in a file of its own;
- `program`: one of these programs with two faults, each of which makes a visible test fail by itself;
- `project`: five projects in `several.jsonl`, whose functions call each other; `@right~wrong@` is a fault there.

A seed parts the programs into those to look at and those that are kept for last; the projects were looked at.
"""

import argparse
import json
import random
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, islice
from pathlib import Path
from statistics import median
from typing import Any

from bench.textbook import FOLDER, tests

PROJECTS, PROGRAMS = FOLDER / "several.jsonl", FOLDER / "textbook.jsonl"
FAULT = re.compile("@(.*?)~(.*?)@")
SEED = 22
PAIRS, TRIPLES, ALONE = 10, 5, 10  # of each half: programs in twos and threes, and programs with two faults
Program = dict[str, Any]
Edit = tuple[int, int, str]


def tasks(*, kept: bool) -> Iterator[dict[str, Any]]:
    yield from _composed(kept=kept)
    if not kept:
        yield from _projects()


def _composed(*, kept: bool) -> Iterator[dict[str, Any]]:
    programs = [json.loads(line) for line in PROGRAMS.read_text(encoding="utf-8").splitlines()]
    chance = random.Random(SEED)
    chance.shuffle(programs)
    half = programs[len(programs) // 2 :] if kept else programs[: len(programs) // 2]
    for size, most in ((2, PAIRS), (3, TRIPLES)):
        chance.shuffle(half)
        for number in range(most):
            chosen = half[number * size : number * size + size]
            broken = {each["name"]: _planted(each["text"], [chance.choice(_faults(each))]) for each in chosen}
            yield _task(f"several/files-{size}-{number}", chosen, broken)
    chance.shuffle(half)
    for number, (program, faults) in enumerate(islice(_twice(half, chance), ALONE)):
        broken = {program["name"]: _planted(program["text"], faults)}
        yield _task(f"several/program-2-{number}", [program], broken)


def _faults(program: Program) -> list[Edit]:
    """The faults of a program that are one edit each, as places of its text."""
    alone = [fault["edits"][0] for fault in program["faults"] if len(fault["edits"]) == 1]
    return [(at := program["text"].index(old), at + len(old), new) for old, new in alone]


def _twice(programs: Iterable[Program], chance: random.Random) -> Iterator[tuple[Program, Sequence[Edit]]]:
    """The programs with two faults that do not touch."""
    for program in programs:
        pairs = [pair for pair in combinations(sorted(_faults(program)), 2) if pair[0][1] <= pair[1][0]]
        if pairs:
            yield program, chance.choice(pairs)


def _planted(text: str, edits: Sequence[Edit]) -> str:
    for start, end, new in sorted(edits, reverse=True):
        text = text[:start] + new + text[end:]
    return text


def _task(name: str, programs: Sequence[Program], broken: Mapping[str, str]) -> dict[str, Any]:
    texts = {f"{module}.py": text for module, text in broken.items()}
    visible = {f"test_{each['name']}.py": tests(each["text"], each["visible"], each["name"]) for each in programs}
    hidden = {
        f"test_hidden_{each['name']}.py": tests(each["text"], [*each["visible"], *each["hidden"]], each["name"])
        for each in programs
    }
    return _row(name, texts, visible, hidden)


def _projects() -> Iterator[dict[str, Any]]:
    """Of each project some pairs and some triples of its faults."""
    for number, line in enumerate(PROJECTS.read_text(encoding="utf-8").splitlines()):
        project = json.loads(line)
        files = project["files"]
        count = sum(len(FAULT.findall(text)) for text in files.values())
        pairs, triples = list(combinations(range(count), 2)), list(combinations(range(count), 3))
        for faults in (pairs[0], pairs[-1], triples[len(triples) // 2]):
            chosen = iter([at in faults for at in range(count)])
            broken = {path: _wrong(text, chosen) for path, text in files.items()}
            name = f"several/project-{len(faults)}-{number}-{'-'.join(map(str, faults))}"
            yield _row(name, broken, {"test_all.py": project["tests"]}, {"test_hidden.py": project["hidden"]})


def _wrong(text: str, chosen: Iterator[bool]) -> str:
    return FAULT.sub(lambda found: found.group(2 if next(chosen) else 1), text)


def _row(name: str, files: Mapping[str, str], visible: Mapping[str, str], hidden: Mapping[str, str]) -> dict[str, Any]:
    return {
        "id": name,
        "source": "several",
        "licence": "Apache-2.0",
        "class": kind_of(name),
        "files": dict(files),
        "target": list(files),
        "issue": "",
        "tests": dict(visible),
        "hidden_tests": dict(hidden),
        "timeout": 10,
    }


def kind_of(name: str) -> str:
    """`files-2` of `several/files-2-7`."""
    return "-".join(name.partition("/")[2].split("-")[:2])


def table(rows: Sequence[dict[str, Any]]) -> None:
    groups: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        groups.setdefault(kind_of(row["id"]), []).append(row)
    print(f"{'kind':12}tasks right answered  seconds of processor time, median of all")
    for kind, group in [*sorted(groups.items()), ("all", list(rows))]:
        right, answered = sum(bool(row["solved"]) for row in group), sum(row["solved"] is not None for row in group)
        print(f"{kind:12}{len(group):5} {right:5} {answered:8}  {median(row['cpu'] for row in group):.2f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    kinds = parser.add_subparsers(dest="kind", required=True)
    writing = kinds.add_parser("tasks")
    writing.add_argument("out", type=Path)
    writing.add_argument("--kept", action="store_true")
    kinds.add_parser("table").add_argument("rows", type=Path, nargs="+")
    given = parser.parse_args()
    if given.kind == "tasks":
        given.out.write_text("".join(f"{json.dumps(task)}\n" for task in tasks(kept=given.kept)), encoding="utf-8")
    else:
        table([json.loads(line) for path in given.rows for line in path.read_text().splitlines()])


if __name__ == "__main__":
    main()
