"""Ruff kept running."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from aurora.adapters.toolbox.ruff import Ruff
from aurora.adapters.toolbox.ruff_server import RuffServer
from aurora.model.errors import ToolError
from aurora.model.finding import Finding, Sources

BAD = "import os\n\n\ndef f(x=[]):\n    'é'; eval(x)\n    return y  # noqa: F821\n"
_CHILD = """
import os, time
from aurora.adapters.toolbox.ruff import Ruff
from aurora.adapters.toolbox.ruff_server import RuffServer
server = RuffServer(Ruff())
server.findings({"a.py": ""})
print(server._server.pid, flush=True)
time.sleep(60)
"""


class Behind:
    """Remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[Sources] = []

    def findings(self, sources: Sources) -> tuple[Finding, ...]:
        self.asked.append(sources)
        return ()


@pytest.fixture
def behind() -> Behind:
    return Behind()


@pytest.fixture
def server(behind: Behind) -> Iterator[RuffServer]:
    kept = RuffServer(behind)
    yield kept
    kept.close()


def _processes() -> list[psutil.Process]:
    return [each for each in psutil.Process().children() if "server" in each.cmdline()]


@pytest.mark.parametrize("name", ["pkg/a.py", "../a.py", "a.txt", "/a.py", "a b.py"])
def test_only_a_plain_module_is_given_to_the_server(server: RuffServer, behind: Behind, name: str) -> None:
    server.findings({name: BAD})
    assert behind.asked == [{name: BAD}]
    assert not _processes()


def test_several_texts_and_lone_surrogates_are_asked_of_the_program(server: RuffServer, behind: Behind) -> None:
    for sources in ({"a.py": "", "b.py": ""}, {}, {"a.py": "x = '\ud800'\n"}, {"a.py": "\ufeffimport os\n"}):
        server.findings(sources)
        assert behind.asked.pop() == sources


def test_a_server_that_cannot_start_leaves_it_to_the_program(
    server: RuffServer, behind: Behind, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    assert server.findings({"a.py": BAD}) == ()
    assert behind.asked == [{"a.py": BAD}]
    with pytest.raises(ToolError):
        RuffServer(Ruff()).findings({"a.py": BAD})


def test_one_that_says_what_is_no_answer_is_ended(
    server: RuffServer, behind: Behind, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for said in ("echo hello", "printf 'Content-Length: 2\\r\\n\\r\\n{}'", "exit 3"):
        program = tmp_path / "python"
        program.write_text(f"#!/bin/sh\n{said}\n")
        program.chmod(0o755)
        monkeypatch.setattr(sys, "executable", str(program))
        assert server.findings({"a.py": BAD}) == ()
        assert behind.asked.pop() == {"a.py": BAD}


@pytest.mark.parametrize(
    "text", [BAD, "", "x = 1\n", "def f(:\n", "x = '\0'\n", "import a\r\nimport b\rprint(é)\n", "\t(" * 9]
)
def test_it_finds_what_the_program_finds(server: RuffServer, behind: Behind, text: str) -> None:
    for name in ("code.py", "__init__.py"):
        assert server.findings({name: text}) == Ruff().findings({name: text})
    assert not behind.asked


def test_settings_of_a_folder_change_nothing(
    server: RuffServer, behind: Behind, monkeypatch: pytest.MonkeyPatch
) -> None:
    configured = Path(os.environ.get("TMPDIR", "/tmp")) / "aurora-ruff-configured"
    monkeypatch.setattr("aurora.adapters.toolbox.ruff_server._FOLDER", configured)
    configured.mkdir(exist_ok=True)
    settings = configured / "ruff.toml"
    settings.write_text('lint.select = ["W"]\nexclude = ["*"]\n')
    try:
        assert server.findings({"a.py": BAD}) == Ruff().findings({"a.py": BAD})
    finally:
        settings.unlink()
        configured.rmdir()
    assert not behind.asked


def test_one_server_answers_all_and_is_ended(server: RuffServer) -> None:
    for number in range(3):
        server.findings({"a.py": f"x = {number}\n"})
    (process,) = _processes()
    server.close()
    assert not process.is_running()
    assert server.findings({"a.py": BAD}) == Ruff().findings({"a.py": BAD})


def test_it_is_started_again_when_it_died(server: RuffServer, behind: Behind) -> None:
    server.findings({"a.py": ""})
    (process,) = _processes()
    process.kill()
    assert server.findings({"a.py": BAD}) == Ruff().findings({"a.py": BAD})
    assert [each.pid for each in _processes()] != [process.pid]
    assert not behind.asked


def test_an_answer_that_nobody_heard_is_given_to_nobody_else(server: RuffServer, behind: Behind) -> None:
    with server.ahead({"a.py": BAD}):
        pass
    assert server.findings({"a.py": "x = 1\n"}) == ()
    assert not behind.asked


def test_it_is_heard_after_another_question_was_asked_and_answered(server: RuffServer, behind: Behind) -> None:
    expected = Ruff().findings({"a.py": BAD})
    with server.ahead({"a.py": BAD}) as found:
        assert found() == expected
        assert server.findings({"b.py": "x = 1\n"}) == ()
        assert found() == expected
    assert not behind.asked


def test_a_server_that_dies_before_it_is_heard_is_asked_again(server: RuffServer, behind: Behind) -> None:
    server.findings({"a.py": ""})
    with server.ahead({"a.py": BAD}) as found:
        (process,) = _processes()
        process.kill()
        assert found() == Ruff().findings({"a.py": BAD})
    assert not behind.asked


def test_one_that_says_nothing_is_killed(
    server: RuffServer, behind: Behind, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    program = tmp_path / "python"
    program.write_text("#!/bin/sh\nexec sleep 600\n")
    program.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(program))
    monkeypatch.setattr("aurora.adapters.toolbox.ruff_server._SECONDS", 0.2)
    assert server.findings({"a.py": BAD}) == ()
    assert behind.asked == [{"a.py": BAD}]


def test_threads_get_their_own_answers(server: RuffServer) -> None:
    found: dict[int, tuple[Finding, ...]] = {}

    def ask(number: int) -> None:
        found[number] = server.findings({"a.py": "\n" * number + "undefined\n"})

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    lines = {number: [each.line for each in rows if each.rule == "F821"] for number, rows in found.items()}
    assert lines == {number: [number + 1] for number in range(12)}


def test_it_ends_when_its_parent_is_killed() -> None:
    with subprocess.Popen([sys.executable, "-c", _CHILD], stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        kept = psutil.Process(int(parent.stdout.readline()))
        os.kill(parent.pid, signal.SIGKILL)
    deadline = time.monotonic() + 120
    while kept.is_running() and kept.status() != psutil.STATUS_ZOMBIE and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not kept.is_running() or kept.status() == psutil.STATUS_ZOMBIE
