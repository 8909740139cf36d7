"""All hostile texts, tests, modules and trees through `fix` as a user calls it: verdict, seconds, what changed outside.

Each is a project of its own beside a folder that it is told to destroy. `--dry-run` is asked for, so whatever changes
in the project or beside it was changed by the hostile code: it must be nothing.

Run: python -m bench.hostile [--only WORD] [--every NUMBER] [--budget SECONDS] [--until SECONDS]
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.faults.hostile_tests import MODULES, TESTS
from tests.faults.hostile_texts import TEXTS
from tests.faults.test_hostile_projects import ADD, TEST, TREES, indented, world

_SLACK = 60  # seconds that the command may take besides its budget


def projects() -> Iterator[tuple[str, Callable[[Path], object]]]:
    """The name of each, and what fills its folder."""
    for name, content in TEXTS.items():
        yield f"text: {name}", lambda root, content=content: (root / "a.py").write_bytes(content)  # type: ignore[misc]
    for name, evil in TESTS.items():
        yield f"test: {name}", lambda root, evil=evil: _tested(root, ADD, evil)  # type: ignore[misc]
    for name, head in MODULES.items():
        yield f"module: {name}", lambda root, head=head: _tested(root, head + ADD, "pass")  # type: ignore[misc]
    for tree in TREES:
        yield f"tree: {tree.__name__.strip('_')}", tree


def _tested(root: Path, text: str, evil: str) -> None:
    (root / "add.py").write_text(text)
    said = evil.format(outside=str(root.parent / "outside"), project=str(root)) if "{" in evil else evil
    (root / "test_add.py").write_text(TEST.format(evil=indented(said)))


def run(fill: Callable[[Path], object], budget: float, aurora: Path) -> tuple[str, float, str]:
    """The verdict or the refusal, the seconds, and what changed."""
    with tempfile.TemporaryDirectory(prefix="aurora-hostile-") as folder:
        root, outside = Path(folder) / "project", Path(folder) / "outside"
        root.mkdir()
        outside.mkdir()
        (outside / "kept.txt").write_text("kept\n")
        fill(root)
        before, start = world(Path(folder)), time.monotonic()
        environment = {**os.environ, "AURORA_STATE": str(aurora)}
        words = [sys.executable, "-m", "aurora", "fix", str(root), "--dry-run", "--json", "--budget", str(budget)]
        try:
            done = subprocess.run(
                words, capture_output=True, text=True, timeout=budget + _SLACK, check=False, env=environment
            )
            said = _said(done)
        except subprocess.TimeoutExpired:
            said = "DID NOT END"
        seconds, after = time.monotonic() - start, world(Path(folder))
        changed = sorted(path for path in {*before, *after} if before.get(path) != after.get(path))
        return said, seconds, ", ".join(changed)


def _said(done: "subprocess.CompletedProcess[str]") -> str:
    try:
        return str(json.loads(done.stdout)["verdict"])
    except (ValueError, KeyError, TypeError):
        return "refused" if done.returncode == 2 and done.stderr.strip() else f"NO VERDICT (status {done.returncode})"


def main() -> None:
    """Run them, show a line each, and the sums."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--only", default="")
    options.add_argument("--every", type=int, default=1, help="only each so manieth")
    options.add_argument("--budget", type=float, default=1.5)
    options.add_argument("--until", type=float, default=1e9, help="seconds after which no further one is begun")
    given = options.parse_args()
    start, rows = time.monotonic(), list[tuple[str, float, str]]()
    with tempfile.TemporaryDirectory(prefix="aurora-hostile-state-") as state:
        for name, fill in [*projects()][:: given.every]:
            if given.only in name and time.monotonic() - start < given.until:
                rows.append(run(fill, given.budget, Path(state)))
                print(f"{name:45} {rows[-1][0]:24} {rows[-1][1]:6.1f} s  {rows[-1][2] or '-'}", flush=True)
    told = ", ".join(
        f"{count} {verdict}" for verdict, count in Counter(verdict for verdict, _, _ in rows).most_common()
    )
    longest = max((seconds for _, seconds, _ in rows), default=0.0)
    print(f"{len(rows)} of {len([*projects()])}: {told}; the longest {longest:.1f} s;", end=" ")
    print(f"{sum(bool(changed) for _, _, changed in rows)} changed anything")


if __name__ == "__main__":
    main()
