"""What each strategy and each pack is worth: solved tasks with everything, and with one part switched off.

Run: python bench/ablation/synthesis.py TASKS.jsonl --out bench/ablation/synthesis.json [--budget 5] [--every 5]
Hidden asserts decide; candidates run in the sandbox only.
"""

import argparse
import json
import pkgutil
from collections.abc import Iterable
from importlib import import_module
from pathlib import Path
from typing import Any

from aurora.adapters.sandbox.opening import open_sandbox
from aurora.contracts.sandbox import Sandbox
from aurora.engines.synthesis.engine import Synthesizer
from aurora.model.execution import Limits, Program
from aurora.model.task import Budget, SynthesisTask

_STRATEGIES, _PACKS = "aurora.modules.autonomy.synthesis", "aurora.units.knowledge"


def switches() -> list[str]:
    """The ids that can be switched off: every strategy and every pack."""
    found = [*_below(_STRATEGIES), *_below(_PACKS)]
    return sorted(name.removeprefix("aurora.") for name in found)


def _below(package: str) -> Iterable[str]:
    return (info.name for info in pkgutil.iter_modules(import_module(package).__path__, f"{package}."))


def solved(sandbox: Sandbox, rows: list[dict[str, Any]], without: tuple[str, ...], budget: float) -> list[str]:
    """The ids of the tasks whose first candidate keeps the hidden asserts."""
    synthesizer = Synthesizer(sandbox, without=without)
    try:
        return [row["id"] for row in rows if _solves(sandbox, synthesizer, row, budget)]
    finally:
        synthesizer.close()


def _solves(sandbox: Sandbox, synthesizer: Synthesizer, row: dict[str, Any], budget: float) -> bool:
    task = SynthesisTask(row["prompt"], row["name"], row["signature"] or "", row["setup"], tuple(row["visible"]))
    found = synthesizer.search(task, Budget(budget))
    if not found.candidates:
        return False
    checks = "\n".join(row["hidden"] or row["visible"])
    source = f"{row['setup']}\n{found.candidates[0].code}\n{checks}"
    return sandbox.run(Program(source=source, limits=Limits(wall_seconds=20.0))).ok


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("tasks", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--budget", type=float, default=5.0)
    parser.add_argument("--every", type=int, default=5)
    parser.add_argument("--only", nargs="*", help="ids to switch off; all when none is given")
    options = parser.parse_args()
    rows = [json.loads(line) for line in options.tasks.read_text(encoding="utf8").splitlines()][:: options.every]
    sandbox = open_sandbox()
    whole = set(solved(sandbox, rows, (), options.budget))
    print(f"everything: {len(whole)} of {len(rows)}")
    lost: dict[str, list[str]] = {}
    for name in options.only or switches():
        lost[name] = sorted(whole - set(solved(sandbox, rows, (name,), options.budget)))
        print(f"without {name}: {len(lost[name])} fewer")
    sandbox.close()
    report = {"tasks": len(rows), "budget": options.budget, "solved": len(whole), "lost": lost}
    options.out.write_text(json.dumps(report, indent=1) + "\n", encoding="utf8")


if __name__ == "__main__":
    main()
