"""The blocks of docs/tutorials/http-api.md are run against a server of their own."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PAGE = Path(__file__).parent.parent / "docs" / "tutorials" / "http-api.md"
ADDRESS = "http://127.0.0.1:5000"


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)


@pytest.mark.slow
def test_the_tutorial_does_what_it_says(tmp_path: Path) -> None:
    curl = shutil.which("curl")
    if curl is None:
        pytest.skip("no curl on this machine")
    environment = {**os.environ, "AURORA_STATE": str(tmp_path), "NO_COLOR": "1"}
    command = [sys.executable, "-m", "aurora", "serve", "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment) as server:
        assert server.stderr is not None
        told = next((found for line in server.stderr if (found := re.search(r"http://\S+:\d+", line))), None)
        assert told is not None
        try:
            start, *shell = blocks("sh")
            assert start.startswith("aurora serve")
            assert len(shell) >= 2
            for block in shell:
                done = subprocess.run(["sh", "-c", block.replace(ADDRESS, told[0])], capture_output=True, check=False)
                assert done.returncode == 0, done.stderr
                assert done.stdout.startswith(b"{")
            code = "\n".join(blocks("python")).replace(ADDRESS, told[0])
            ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
            assert ran.returncode == 0, ran.stderr
        finally:
            server.kill()
            server.stderr.read()
