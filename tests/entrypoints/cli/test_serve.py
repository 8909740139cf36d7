import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import httpx

from tests.entrypoints.cli.conftest import Ran


def test_an_address_beyond_this_machine_is_refused_without_a_key(aurora: Callable[..., Ran]) -> None:
    ran = aurora("serve", "--host", "0.0.0.0")
    assert ran.status == 2
    assert "0.0.0.0" in ran.err
    assert "aurora keys create" in ran.err


def test_a_server_says_where_it_answers_and_ends_when_told(tmp_path: Path) -> None:
    words = ["serve", "--json", "--port", "0", "--database", f"sqlite:///{tmp_path / 'a.db'}"]
    environment = {**os.environ, "AURORA_STATE": str(tmp_path), "NO_COLOR": "1"}
    with subprocess.Popen(
        [sys.executable, "-m", "aurora", *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment,
    ) as server:
        assert server.stdout is not None
        assert server.stderr is not None
        told = next((found for line in server.stderr if (found := re.search(r"http://\S+:\d+", line))), None)
        assert told is not None
        assert httpx.get(f"{told[0]}/healthz").json() == {"status": "ok"}
        assert httpx.get(f"{told[0]}/api/aurora/status").json()["powerUnits"] > 0
        server.send_signal(signal.SIGTERM)
        server.stderr.read()
        assert json.loads(server.stdout.read()) == {"url": told[0]}
    assert server.returncode == 0
    assert (tmp_path / "a.db").is_file()
