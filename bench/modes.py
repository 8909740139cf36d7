"""What each working mode is good for, on real input of ours: a figure with the mode, and without it.

Run: python -m bench.modes [--only M17 ...]

Rows of `bench/measurements.jsonl` are written for the modes that were measured, and levels are worked out from them.
Without a mode of analysis its planted defects are still told by all the others together; without any other mode the
project stays as it was, and the same figure is taken of that. Everything is asked through the flow that the command
line and the API ask.
"""

import argparse
import ast
import json
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.ablation.synthesis import write

from aurora.adapters.projects.change import Changes
from aurora.adapters.specs.reader import read_spec
from aurora.app import join
from aurora.engines.optimize.engine import interval
from aurora.flows.execute import execute, find_mode
from aurora.flows.experience import write_function
from aurora.flows.tools import Tools
from aurora.model.coverage import Fate
from aurora.model.execution import Limits, Program
from aurora.model.settings import Settings

_FLOW = "python -m bench.modes"
_ANALYSES = ("M1", "M2", "M3", "M5", "M6", "M11", "M12")
_LIMITS = Limits(wall_seconds=300.0, cpu_seconds=60.0)
_RATES = """def rate(weight, express):
    if weight <= 0:
        raise ValueError("weight")
    if weight > 20:
        price = 12 + (weight - 20) * 2
    elif weight > 5:
        price = 12
    else:
        price = 7
    return price + 5 if express else price


def label(parts):
    return " / ".join(part.strip().title() for part in parts if part.strip())
"""
_THIN = "from rates import rate\n\n\ndef test_small():\n    assert rate(1, False) == 7\n"
_THINLY_TESTED = {"rates.py": _RATES, "test_rates.py": _THIN}
_SLOW = """def repeats(values: list[int]) -> bool:
    for i in range(len(values)):
        for j in range(i + 1, len(values)):
            if values[i] == values[j]:
                return True
    return False


def listed(prices: dict[str, int], name: str) -> bool:
    return name in list(prices.keys())
"""
_SLOW_TESTS = """from slow import listed, repeats


def test_repeats():
    assert repeats([3, 1, 3, 2, 1, 3])
    assert not repeats([1, 2, 3])


def test_listed():
    assert listed({"tea": 3, "salt": 1}, "salt")
"""
_TIMED = """import time
import after
import before
work = {"repeats": (list(range(700)),), "listed": ({str(n): n for n in range(20000)}, "19999")}
def seconds(function, given):
    began = time.process_time()
    for _ in range(3):
        function(*given)
    return max(time.process_time() - began, 1e-9)
result = {
    name: [seconds(getattr(before, name), given) / seconds(getattr(after, name), given) for _ in range(15)]
    for name, given in work.items()
}
"""


@dataclass(frozen=True, slots=True)
class Planted:
    """A project with defects that were put into it, by their places."""

    files: Mapping[str, str]
    places: tuple[tuple[str, int], ...]


PLANTED = (
    Planted({"bill.py": "def total(rows):\n    return sum(rows) * (1 + tax_rate)\n"}, (("bill.py", 2),)),
    Planted({"parse.py": "def head(text):\n    return text.split(',')[0\n"}, (("parse.py", 2), ("parse.py", 3))),
    Planted(
        {
            "app.py": "import sqlite3\n\nfrom flask import request\n\n\ndef find():\n    key = request.args['key']\n"
            "    rows = sqlite3.connect('a.db').execute('select * from t where k = ' + key)\n    return list(rows)\n"
        },
        (("app.py", 8),),
    ),
    Planted(
        {
            "grid.py": "def marked(rows):\n    for row in rows:\n        for cell in row:\n            if cell:\n"
            "                for other in rows:\n                    if other:\n"
            "                        cell.mark(other)\n"
        },
        (("grid.py", 1),),
    ),
    Planted(
        {"requirements.txt": "rich>=14\n", "main.py": "import rich\nimport yaml\n\nprint(rich, yaml)\n"},
        (("main.py", 2),),
    ),
    Planted(_THINLY_TESTED, (("rates.py", 3), ("rates.py", 5), ("rates.py", 14))),
    Planted({"ages.py": "def older(age: int) -> int:\n    return age + '1'\n"}, (("ages.py", 2),)),
    Planted(
        {"walk.py": "def joined(words):\n    text = ''\n    for word in words:\n        text = text + word.strip()\n"
                    "    return text\n",
         "test_walk.py": "from walk import joined\n\n\ndef test_joined():\n    assert joined(['a '] * 20000)\n"},
        (("walk.py", 4),),
    ),
)  # fmt: skip


def main() -> None:
    """Measure what is asked for, and write the rows."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", nargs="*", default=[], help="numbers such as M17; all when none is given")
    only = parser.parse_args().only
    with tempfile.TemporaryDirectory() as folder:
        tools = join(Settings(state=Path(folder) / "state", database_url=f"sqlite:///{folder}/aurora.db"))
        try:
            for unit, on, off, tasks in _measured(tools, Path(folder), frozenset(only)):
                print(f"{unit}: {on:g} with it, {off:g} without ({tasks} tasks)", flush=True)
                part = find_mode(tools, unit).part
                assert part is not None
                write(_FLOW, tasks, {part.id: (on, off)})
        finally:
            tools.close()


def _measured(tools: Tools, folder: Path, only: frozenset[str]) -> Iterator[tuple[str, float, float, int]]:
    if not only or not only.isdisjoint({*_ANALYSES, "M26"}):
        yield from _analyses(tools, only)
    for unit, measure in _MEASURES.items():
        if not only or unit in only:
            began = time.monotonic()
            on, off, tasks = measure(tools, folder)
            print(f"{unit} took {time.monotonic() - began:.0f} s")
            if tasks:
                yield unit, on, off, tasks


def _analyses(tools: Tools, only: frozenset[str]) -> Iterator[tuple[str, float, float, int]]:
    """Of the planted defects: those told by all modes, and by all but one; and by the report, and by the best mode."""
    told: dict[str, set[tuple[int, str, int]]] = {}
    for unit in (*_ANALYSES, "M26"):
        told[unit] = set()
        for number, project in enumerate(PLANTED):
            found = execute(tools, unit, {"files": project.files}).result.findings
            places = {(each.path, each.line) for each in found}
            told[unit] |= {(number, path, line) for path, line in project.places if (path, line) in places}
    tasks = sum(len(project.places) for project in PLANTED)
    everything = set().union(*(told[unit] for unit in _ANALYSES))
    for unit in _ANALYSES:
        others = set().union(*(told[other] for other in _ANALYSES if other != unit))
        if not only or unit in only:
            yield unit, len(everything), len(others), tasks
    if not only or "M26" in only:
        yield "M26", len(told["M26"]), max(len(told[unit]) for unit in _ANALYSES), tasks


def _written(tools: Tools, _folder: Path) -> tuple[float, float, int]:
    """Functions of the specifications that keep the half of their examples that was not given."""
    kept = tasks = 0
    for path in ("specs/integers.md", "specs/words.md"):
        for function in read_spec(Path(path)).functions[:3]:
            task = function.task
            shown, hidden = task.asserts[::2], task.asserts[1::2]
            given = {"words": task.prompt, "name": task.name, "signature": task.signature, "examples": list(shown)}
            code = execute(tools, "M16", given).result.output.code
            source = "\n".join([task.setup, code or "", *hidden])
            kept += bool(code) and tools.sandbox.run(Program(source=source, limits=_LIMITS)).ok
            tasks += 1
    return kept, 0, tasks


def _tests(tools: Tools, _folder: Path) -> tuple[float, float, int]:
    """Small changes of a module that its tests notice, with the written file beside them and without."""
    made = execute(tools, "M17", {"files": _THINLY_TESTED, "path": "rates.py"}).result.output
    before, tasks = _noticed(tools, _THINLY_TESTED)
    after, _ = _noticed(tools, {**_THINLY_TESTED, "test_written.py": made.text} if made.text else _THINLY_TESTED)
    return after, before, tasks


def _more_tests(tools: Tools, _folder: Path) -> tuple[float, float, int]:
    """The same with what Auto-Test adds until all is reached."""
    made = execute(tools, "M48", {"files": _THINLY_TESTED, "target": 1.0}).result.output
    before, tasks = _noticed(tools, _THINLY_TESTED)
    return _noticed(tools, {**_THINLY_TESTED, **made.files})[0], before, tasks


def _noticed(tools: Tools, files: Mapping[str, str]) -> tuple[int, int]:
    seen = execute(tools, "M12", {"files": files}).result.output.coverage
    return sum(each.fate is Fate.KILLED for each in seen.mutants), len(seen.mutants)


def _documented(tools: Tools, _folder: Path) -> tuple[float, float, int]:
    """Functions with a docstring in the files as they are proposed, and as they were."""
    files = {"rates.py": _RATES, "slow.py": _SLOW}
    made = execute(tools, "M18", {"files": files}).result.output
    return _docstrings({**files, **made.changed}), _docstrings(files), 4


def _docstrings(files: Mapping[str, str]) -> int:
    trees = (ast.parse(text) for text in files.values())
    functions = (each for tree in trees for each in tree.body if isinstance(each, ast.FunctionDef))
    return sum(ast.get_docstring(each) is not None for each in functions)


def _quicker(unit: str) -> Callable[[Tools, Path], tuple[float, float, int]]:
    def measure(tools: Tools, _folder: Path) -> tuple[float, float, int]:
        """Slow functions that were rewritten, pass their tests, and are certainly quicker when measured here again."""
        files = {"slow.py": _SLOW, "test_slow.py": _SLOW_TESTS}
        made = execute(tools, unit, {"files": files}).result.output.optimization
        after = {**files, **made.changed}
        timed = {"before.py": _SLOW, "after.py": after["slow.py"]}
        ratios: Any = tools.sandbox.run(Program(source=_TIMED, files=timed, limits=_LIMITS)).value
        rewritten = {each.function for each in made.kept} if _passes(tools, after) else set()
        return sum(interval(ratios[name]).low > 1 for name in rewritten & ratios.keys()), 0, len(ratios)

    return measure


def _fixed(tools: Tools, _folder: Path) -> tuple[float, float, int]:
    """The example projects whose tests pass, with the patch and as they are."""
    on = off = tasks = 0
    for root in sorted(path for path in Path("examples").iterdir() if path.is_dir()):
        files = {each.name: each.read_text("utf-8") for each in sorted(root.glob("*.py"))}
        patch = execute(tools, "M46", {"files": files}).result.output.patch
        on += _passes(tools, {**files, **(patch.files if patch else {})})
        off += _passes(tools, files)
        tasks += 1
    return on, off, tasks


def _passes(tools: Tools, files: Mapping[str, str]) -> bool:
    command = ("python", "-m", "pytest", "-q", "-p", "no:cacheprovider")
    return tools.sandbox.run(Program(command=command, files=files, limits=_LIMITS)).ok


def _rolled_back(tools: Tools, folder: Path) -> tuple[float, float, int]:
    """Files that are byte for byte as they were before two bad changes."""
    root, good = folder / "project", dict(_THINLY_TESTED)
    root.mkdir()
    for name, text in good.items():
        (root / name).write_bytes(text.encode())
    changes = Changes(tools.settings.state.expanduser())
    worse = {name: text.replace("7", "8") for name, text in good.items() if name == "rates.py"}
    changes.apply(root, good, worse, "raise a price")
    changes.apply(root, {**good, **worse}, {"test_rates.py": "def test_small(:\n"}, "break the tests")
    before = sum((root / name).read_bytes() == text.encode() for name, text in good.items())
    execute(tools, "M65", {"test": "pytest -q -p no:cacheprovider"}, path=root)
    after = sum((root / name).read_bytes() == text.encode() for name, text in good.items())
    return after, before, len(good)


def _learned(tools: Tools, _folder: Path) -> tuple[float, float, int]:
    """Held-out outcomes of functions that were really written; no row when there are too few of them."""
    for path in ("specs/integers.md", "specs/words.md", "specs/sequences.md"):
        for function in read_spec(Path(path)).functions:
            with suppress(ValueError):
                write_function(tools, function.task, tools.budget(5.0))
    measured = {each.what: each for each in execute(tools, "M66", {}).result.output.measured}
    bias = measured["bias"]
    print(json.dumps({"outcomes": bias.outcomes, "why": bias.why}))
    return bias.after, bias.before, bias.outcomes if bias.before or bias.after else 0


_MEASURES: Mapping[str, Callable[[Tools, Path], Any]] = {
    "M16": _written,
    "M17": _tests,
    "M18": _documented,
    "M31": _quicker("M31"),
    "M35": _quicker("M35"),
    "M46": _fixed,
    "M48": _more_tests,
    "M65": _rolled_back,
    "M66": _learned,
}


if __name__ == "__main__":
    main()
