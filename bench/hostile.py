"""All hostile texts, tests, modules and trees through `fix` as a user calls it: verdict, seconds, memory, what is left.

Each is a project of its own beside a folder that it is told to destroy. `--dry-run` is asked for, so whatever changes
in the project or beside it was changed by the hostile code: it must be nothing. A process that outlives the command
is counted and ended. With `--into` a row of each is kept, and one that is there is not run again: so they are run in
pieces, `--until` some seconds each, and the last piece sums up all.

Run: python -m bench.hostile [--only WORD] [--budget SECONDS] [--into FILE.jsonl] [--until SECONDS]
"""

import argparse
import ctypes
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, TypeAlias

from tests.faults.hostile_tests import MODULES, TESTS
from tests.faults.hostile_texts import TEXTS
from tests.faults.test_hostile_projects import ADD, TEST, TREES, indented, world

from aurora.adapters.git.revision import revision

Row: TypeAlias = dict[str, Any]
_SLACK = 240  # seconds that the command may take besides its budget, on a busy machine too
_ENDING = 3.0  # seconds in which a process that the command has told to end may do so
_ADOPT = 36  # PR_SET_CHILD_SUBREAPER: what loses its parent becomes a child of this process


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


def run(fill: Callable[[Path], object], budget: float, aurora: Path) -> Row:
    """The verdict or the refusal, what it took, what changed, and how many processes it left."""
    with tempfile.TemporaryDirectory(prefix="aurora-hostile-") as folder:
        root, outside = Path(folder) / "project", Path(folder) / "outside"
        root.mkdir()
        outside.mkdir()
        (outside / "kept.txt").write_text("kept\n")
        fill(root)
        before, start = world(Path(folder)), time.monotonic()
        words = [sys.executable, "-m", "aurora", "fix", str(root), "--dry-run", "--json", "--budget", str(budget)]
        said, peak = _ended(words, budget + _SLACK, {**os.environ, "AURORA_STATE": str(aurora)})
        seconds, after, left = time.monotonic() - start, world(Path(folder)), _left()
        changed = sorted(path for path in {*before, *after} if before.get(path) != after.get(path))
        return {"verdict": said, "seconds": round(seconds, 1), "peak_mb": peak, "changed": changed, "left": left}


def _ended(words: Sequence[str], seconds: float, environment: dict[str, str]) -> tuple[str, float]:
    """The verdict, and the most memory that the command or a process that it waited for had, in MB."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as errors:
        process = subprocess.Popen(words, stdout=out, stderr=errors, env=environment)
        end = time.monotonic() + seconds
        while not (found := os.wait4(process.pid, os.WNOHANG))[0]:
            if time.monotonic() > end:
                process.kill()
                found = os.wait4(process.pid, 0)
                break
            time.sleep(0.02)
        process.returncode = os.waitstatus_to_exitcode(found[1])
        out.seek(0)
        said = _said(process.returncode, out.read(), told=errors.tell() > 0)
        return said if time.monotonic() < end else "DID NOT END", round(found[2].ru_maxrss / 1024, 1)


def _said(status: int, out: bytes, *, told: bool) -> str:
    try:
        return str(json.loads(out)["verdict"])
    except (ValueError, KeyError, TypeError):
        return "refused" if status == 2 and told else f"NO VERDICT (status {status})"


def _left() -> list[str]:
    """What outlived its command by more than some seconds, each of it ended; one that is ending is given the time."""
    end = time.monotonic() + _ENDING
    while (found := _children()) and time.monotonic() < end:
        os.waitpid(-1, os.WNOHANG)
        time.sleep(0.05)
    told = [Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode("utf-8", "replace") for pid in found]
    for pid in found:
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
    return told


def _children() -> list[int]:
    me = os.getpid()
    return [int(pid) for pid in Path(f"/proc/{me}/task/{me}/children").read_text().split()]


def _shown(rows: Sequence[Row]) -> str:
    """The sums of the rows."""
    told = ", ".join(f"{count} {verdict}" for verdict, count in Counter(row["verdict"] for row in rows).most_common())
    longest = max(rows, key=lambda row: float(row["seconds"]), default={"seconds": 0.0, "name": "-"})
    largest = max(rows, key=lambda row: float(row["peak_mb"]), default={"peak_mb": 0.0, "name": "-"})
    return (
        f"{len(rows)} of {len([*projects()])}: {told}; the longest {longest['seconds']} s ({longest['name']}), "
        f"the largest {largest['peak_mb']:.0f} MB ({largest['name']}); "
        f"{sum(bool(row['changed']) for row in rows)} changed anything, "
        f"{sum(len(row['left']) for row in rows)} processes left"
    )


def main() -> None:
    """Run them, show a line each, and the sums."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--only", default="")
    options.add_argument("--budget", type=float, default=1.5)
    options.add_argument("--into", type=Path, help="a file of rows, to go on with")
    options.add_argument("--until", type=float, default=1e9, help="seconds after which no further one is begun")
    given = options.parse_args()
    kept = given.into.read_text("utf-8").splitlines() if given.into and given.into.exists() else []
    start, rows = time.monotonic(), [json.loads(line) for line in kept]
    known, commit = {row["name"] for row in rows}, revision(Path(__file__).parent)
    ctypes.CDLL(None).prctl(_ADOPT, 1, 0, 0, 0)
    with tempfile.TemporaryDirectory(prefix="aurora-hostile-state-") as state:
        for name, fill in projects():
            if given.only in name and name not in known and time.monotonic() - start < given.until:
                row = {"name": name, **run(fill, given.budget, Path(state)), "budget": given.budget, "commit": commit}
                rows.append(row)
                told = ", ".join(row["changed"]) or "-"
                print(
                    f"{name:45} {row['verdict']:12} {row['seconds']:6.1f} s {row['peak_mb']:7.1f} MB  {told}",
                    flush=True,
                )
                if given.into:
                    with given.into.open("a", encoding="utf-8") as file:
                        file.write(json.dumps(row) + "\n")
    print(_shown(rows))


if __name__ == "__main__":
    main()
