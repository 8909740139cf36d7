"""How long `aurora serve` takes until it answers, and what it then holds in memory; sources are tried in turn.

`python bench/serve_start.py [NAME=SRC ...]`: each SRC is a `src` folder, left out this one. Prints JSON Lines.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

RUNS = 3


def started(source: str) -> tuple[float, float]:
    """Seconds until the first answer, and MiB resident two seconds later."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "PYTHONPATH": source, "AURORA_STATE": folder}
        began = time.monotonic()
        command = [sys.executable, "-m", "aurora", "serve", "--port", "0", "--json"]
        with subprocess.Popen(
            command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        ) as server:
            assert server.stdout is not None
            url = json.loads("".join(iter(server.stdout.readline, "}\n")) + "}")["url"]
            with urllib.request.urlopen(f"{url}/healthz") as answer:
                answer.read()
            seconds = time.monotonic() - began
            time.sleep(2)
            status = Path(f"/proc/{server.pid}/status").read_text()
            memory = next(int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmRSS"))
            server.terminate()
        return seconds, memory


def main() -> None:
    """Try each source in turn, so that what else runs disturbs them alike."""
    given = sys.argv[1:] or [f"now={Path(__file__).parent.parent / 'src'}"]
    sources = dict(each.split("=", 1) for each in given)
    found: dict[str, list[tuple[float, float]]] = {name: [] for name in sources}
    for _ in range(RUNS):
        for name, source in sources.items():
            found[name].append(started(source))
    for name, rows in found.items():
        seconds, memory = zip(*rows, strict=True)
        row = {"source": name, "seconds": round(statistics.median(seconds), 2), "least": round(min(seconds), 2)}
        print(json.dumps({**row, "MiB": round(statistics.median(memory), 1)}))


if __name__ == "__main__":
    main()
