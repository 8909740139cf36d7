"""The host's side of one server process."""

import os
from pathlib import Path

import pytest

from aurora.adapters.sandbox import server as servers
from aurora.adapters.sandbox.forkserver import ForkServer
from aurora.adapters.sandbox.server import GoneError, Server
from aurora.model.errors import SandboxError


def test_a_server_that_cannot_start_says_why(sandbox: ForkServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(servers, "_BOOT", "raise SystemExit('no luck') # {src} {arguments}")
    with pytest.raises(SandboxError, match=r"did not start \(no luck\)"):
        Server()


def test_a_killed_server_is_gone(sandbox: ForkServer) -> None:
    server = Server()
    server.kill()
    server.kill()
    assert server.has_answer(0)
    with pytest.raises(GoneError):
        server.ask({"do": "stop"})
    with pytest.raises(GoneError):
        server.answer(1)


def test_a_request_that_is_too_long_is_refused(sandbox: ForkServer, monkeypatch: pytest.MonkeyPatch) -> None:
    server = Server()
    try:
        monkeypatch.setattr("aurora.adapters.sandbox.wire.MESSAGE_LIMIT", 1000)
        with pytest.raises(SandboxError, match="longer than"):
            server.ask("x" * 1000)
        monkeypatch.undo()
        server.ask({"do": "stop"})
        assert server.answer(10) == {"stopped": True}
        assert not server.has_answer(0)
    finally:
        server.kill()


def test_an_answer_is_not_waited_for_without_end(sandbox: ForkServer) -> None:
    server = Server()
    try:
        with pytest.raises(GoneError):
            server.answer(0.01)
    finally:
        server.kill()


def test_a_request_that_the_server_cannot_read_is_answered(sandbox: ForkServer) -> None:
    server = Server()
    try:
        server.ask({"do": "run", "limits": [], "files": {"a": "no base64"}})
        with pytest.raises(SandboxError):
            server.answer(10)
    finally:
        server.kill()


def test_the_scratch_folders_of_hosts_that_are_gone_are_swept(
    sandbox: ForkServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    unused = max(int(entry.name) for entry in Path("/proc").iterdir() if entry.name.isdigit()) + 100_000
    for name in (f"aurora-sandbox-{unused}-x", f"aurora-sandbox-{os.getpid()}-y", "aurora-sandbox-other-z"):
        (tmp_path / name / "deep").mkdir(parents=True)
    Server().kill()
    assert sorted(entry.name for entry in tmp_path.iterdir()) == [
        f"aurora-sandbox-{os.getpid()}-y",
        "aurora-sandbox-other-z",
    ]
