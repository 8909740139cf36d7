"""How soon a service hears that a feature is off, and on again: `python -m bench.supervisor.degrade [ROUNDS]`.

The second service needs the first one, which is killed: off is from the kill to the notice, on from the moment that the
first one is healthy again to the notice; the medians and the longest of all rounds, by the times of the events.
Ended is from the kill to the end of the process as this one sees it: what no supervisor can be faster than.
"""

import os
import select
import signal
import sys
import tempfile
import time
from datetime import datetime
from pathlib import Path
from statistics import median

from bench.supervisor.stage import Stage

FIRST = 24_301
MORE = "restart = { retries = 1000000, delay = 0.2, cap = 0.2 }\n"


def main(rounds: int) -> None:
    """Run and print."""
    with tempfile.TemporaryDirectory(prefix="aurora-degrade-", ignore_cleanup_errors=True) as name:
        stage = Stage(Path(name), 2, FIRST, MORE)
        try:
            needs = '\ndepends_on = [{ name = "s0", features = ["search"] }]\n'
            stage.file.write_text(stage.file.read_text("utf-8") + needs, "utf-8")
            stage.client.post("reload")
            stage.client.post("start-all")
            stage.healthy()
            ended, off, on = zip(*(one_round(stage) for _ in range(rounds)), strict=True)
        finally:
            stage.end()
    for word, times in (("ended", ended), ("off", off), ("on", on)):
        print(f"{word}: {1000 * median(times):.1f} ms, at most {1000 * max(times):.1f} ms, {rounds} rounds")


def one_round(stage: Stage) -> tuple[float, float, float]:
    """The seconds until the process has ended, until the feature is told to be off, and on again."""
    last = stage.events()[-1]["seq"]
    pid = stage.services()["s0"]["pid"]
    file, began = os.pidfd_open(pid), time.time()
    os.kill(pid, signal.SIGKILL)
    select.select([file], [], [])
    ended = time.time() - began
    os.close(file)
    stage.until(lambda now: now["s0"]["phase"] == "healthy" and now["s0"]["pid"] != pid and not now["s1"]["off"])
    new = [event for event in stage.events() if event["seq"] > last]
    off, on = [event for event in new if event["type"] == "features.changed"]
    (well,) = [event for event in new if event["type"] == "service.healthy" and event["subject"] == "s0"]
    assert (off["data"]["off"], on["data"]["off"]) == (["search"], [])
    return ended, _moment(off["timestamp"]) - began, _moment(on["timestamp"]) - _moment(well["timestamp"])


def _moment(text: str) -> float:
    return datetime.fromisoformat(text).timestamp()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20)
