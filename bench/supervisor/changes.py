"""What changes cost under way: `python -m bench.supervisor.changes [ROUNDS]`.

Twenty services, every other one a fork of Luminar. First Luminar is replaced by itself (`upgrade`), again and again:
how many services were started anew meanwhile, and how long until the next one answers. Then a bad change is rolled out
that is seen only in its window: from the first step to the moment at which all of before is healthy, beside the window.
"""

import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from bench.supervisor.stage import Stage

from aurora.flows.rollout import roll_out
from aurora.model.rollout import Plan
from aurora.model.rollout import Stage as Phase

COUNT, FIRST = 20, 24_501
MORE = 'restart = { retries = 1000000 }\nhealth = { kind = "http", target = "/", interval = 0.5 }\n'
WINDOW = 3.0  # seconds
FAILS = 1.0  # seconds after its start at which the changed service ends
CHANGED = "import os, sys, threading; sys.path.insert(0, {home!r}); from bench.supervisor.server import main; "
CHANGED += "threading.Timer({fails}, os._exit, (3,)).start(); main(sys.argv[1:])"


def main(rounds: int) -> int:
    """Run and print; returns how many services were started anew by upgrades, or changes that were not put back."""
    with tempfile.TemporaryDirectory(prefix="aurora-changes-", ignore_cleanup_errors=True) as name:
        stage = Stage(Path(name), COUNT, FIRST, MORE, shared=True)
        try:
            stage.client.post("start-all")
            stage.healthy()
            before = {each: one["pid"] for each, one in stage.services().items()}
            upgrades = [_upgraded(stage) for _ in range(rounds)]
            after = {each: one["pid"] for each, one in stage.healthy().items()}
            again = sum(before[each] != after[each] for each in before)
            print(f"{rounds} upgrades: {again} of {COUNT} services started anew; the next one answers after")
            print(f"  {1000 * median(upgrades):.0f} ms, at most {1000 * max(upgrades):.0f} ms")
            backs = [_put_back(stage, number) for number in range(rounds)]
            late = sum(each > WINDOW + 1.0 for each in backs)
            print(f"{rounds} bad changes, window {WINDOW:g} s: all of before is healthy again after")
            print(f"  {median(backs):.2f} s, at most {max(backs):.2f} s; {late} later than the window and 1 s")
        finally:
            stage.end()
    return int(again + late)


def _upgraded(stage: Stage) -> float:
    pid, began = stage.supervisor(), time.monotonic()
    stage.client.post("upgrade")
    stage.succeeded(pid)
    return time.monotonic() - began


def _put_back(stage: Stage, number: int) -> float:
    old = stage.file.read_text("utf-8")
    changed = stage.folder / "changed.toml"
    code = CHANGED.format(home=str(Path(__file__).resolve().parents[2]), fails=FAILS)
    first, _, rest = old.partition("command = ")
    changed.write_text(f"{first}command = {_words(code)}\n{rest.partition(chr(10))[2]}", "utf-8")
    told = stage.folder / f"kept-{number}"
    began = time.monotonic()
    (outcome,) = roll_out(
        Plan((Phase("bad", changed, window=WINDOW, interval=0.1),)), stage.client, stage.file, told, print
    )
    assert (outcome.state, stage.file.read_text("utf-8")) == ("rolled back", old), outcome
    stage.healthy()
    return time.monotonic() - began


def _words(code: str) -> str:
    quoted = ", ".join(f"'''{word}'''" for word in (sys.executable, "-S", "-c", code, "{port}"))
    return f"[{quoted}]"


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 10))
