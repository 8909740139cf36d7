"""Kills Luminar at random moments, amid everything: `python -m bench.supervisor.kills [KILLS] [SECONDS]`.

Twelve services; before each kill -9 of the supervisor, at random: one or more services are killed or exit by
themselves, are restarted, stopped or started by the API, or nothing. At the end: every event that the API ever showed
is in the journal, the numbers have no gap, every end of an instance has a cause and a status, all are up, once each.
"""

import contextlib
import os
import random
import signal
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from bench.supervisor.stage import Stage

from aurora.adapters.process.client import SupervisorError

COUNT = 12


def main(kills: int, seconds: float, seed: int = 0) -> int:
    """Run, print, and return how many claims do not hold."""
    chance, done, began = random.Random(seed), 0, time.monotonic()
    acknowledged = dict[int, dict[str, Any]]()
    with tempfile.TemporaryDirectory(prefix="aurora-kills-", ignore_cleanup_errors=True) as folder:
        stage = Stage(Path(folder), COUNT, 21_000, "restart = { retries = 1000000, delay = 0.01, cap = 0.05 }")
        stage.client.post("start-all")
        stage.healthy()
        stopped = set[str]()
        while done < kills and time.monotonic() - began < seconds:
            for _ in range(chance.randrange(4)):
                _disturb(stage, chance, stopped)
            time.sleep(chance.random() * 0.15)
            with contextlib.suppress(SupervisorError):
                acknowledged |= {event["seq"]: event for event in stage.client.get("events")["events"]}
            pid = stage.supervisor()
            if pid and killed(pid):
                done += 1
                stage.succeeded(pid)
        for name in stopped:
            stage.client.post(f"start/{name}")
        stage.healthy()
        wrong = judge(stage, acknowledged)
        stage.end()
    took = time.monotonic() - began
    print(f"{done} kills of the supervisor in {took:.0f} s, {len(acknowledged)} events seen by a client")
    for line in wrong:
        print("WRONG:", line)
    return len(wrong)


def _disturb(stage: Stage, chance: random.Random, stopped: set[str]) -> None:
    name = chance.choice(stage.names)
    with contextlib.suppress(SupervisorError):
        match chance.randrange(6):
            case 0:
                stage.client.post(f"restart/{name}")
                stopped.discard(name)
            case 1:
                stage.client.post(f"stop/{name}")
                stopped.add(name)
            case 2:
                stage.client.post(f"start/{name}")
                stopped.discard(name)
            case _:
                pid = stage.services()[name]["pid"]
                if pid:
                    killed(pid, chance.choice((signal.SIGKILL, signal.SIGTERM, signal.SIGSEGV)))


def killed(pid: int, number: int = signal.SIGKILL) -> bool:
    """Send a signal; whether there was a process."""
    try:
        os.kill(pid, number)
    except ProcessLookupError:
        return False
    return True


def judge(stage: Stage, acknowledged: dict[int, dict[str, Any]]) -> list[str]:
    """What is wrong with the journal and the processes of a stage on which everything is up."""
    events = stage.kept()
    kept = {event["seq"]: event for event in events}
    wrong = [f"event {seq} was lost" for seq, event in acknowledged.items() if kept.get(seq) != event]
    if [event["seq"] for event in events] != list(range(1, len(events) + 1)):
        wrong.append("the numbers of the events have a gap or a repetition")
    if stage.events() != events:
        wrong.append("who followed the journal heard other events than it has")
    wrong += [f"{name} has {count} copies" for name, count in stage.copies().items() if count != 1]
    unknown = [event for event in events if _unknown(event)]
    wrong += [f"nobody knows how instance of event {each['seq']} ended: {_story(events, each)}" for each in unknown]
    wrong += _untold(events)
    types = dict[str, int]()
    for event in events:
        types[event["type"]] = types.get(event["type"], 0) + 1
    print(len(events), "events:", types)
    return wrong


def _unknown(event: dict[str, Any]) -> bool:
    data = event["data"]
    nameless = event["type"] == "service.failed" and "nobody knows" in data["why"]
    return nameless or (event["type"] == "service.stopped" and data["status"] is None)


def _story(events: list[dict[str, Any]], last: dict[str, Any]) -> list[str]:
    about = [each for each in events if each["subject"] in {last["subject"], "luminar"} and each["seq"] <= last["seq"]]
    return [f"{each['timestamp'][14:23]} {each['type']}" for each in about[-6:]]


def _untold(events: list[dict[str, Any]]) -> list[str]:
    """Instances that another one followed whose end is not told, or told twice."""
    ends = dict[tuple[str, int], int]()
    last = dict[str, int]()
    for event in events:
        epoch = event["data"].get("epoch")
        if event["type"] in {"service.failed", "service.stopped", "service.done"}:
            ends[event["subject"], epoch] = ends.get((event["subject"], epoch), 0) + 1
        elif epoch:
            last[event["subject"]] = max(last.get(event["subject"], 0), epoch)
    told = {(name, epoch): ends.get((name, epoch), 0) for name, most in last.items() for epoch in range(1, most)}
    return [f"the end of instance {epoch} of {name} is told {n} times" for (name, epoch), n in told.items() if n != 1]


if __name__ == "__main__":
    given = sys.argv[1:] + ["1000", "280"][len(sys.argv) - 1 :]
    sys.exit(main(int(given[0]), float(given[1])))
