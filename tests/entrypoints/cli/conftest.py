"""One command of the command line, run in process with scripted engines."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from aurora.entrypoints.cli.main import status
from aurora.flows.tools import Tools
from tests.doubles import tools_with


@dataclass(frozen=True)
class Ran:
    """What one command did."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


@pytest.fixture
def aurora(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    """Run `aurora WORDS...` with these tools, or with tools that find nothing."""

    def run(*words: str, tools: Tools | None = None, environment: dict[str, str] | None = None) -> Ran:
        code = status(lambda _settings: tools or tools_with(tmp_path), environment or {}, [str(word) for word in words])
        caught = capsys.readouterr()
        return Ran(code, caught.out, caught.err)

    return run
