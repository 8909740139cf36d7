"""Which sandbox a machine gets."""

import pytest

from aurora.adapters.sandbox.forkserver import ForkServer
from aurora.adapters.sandbox.fresh import FreshInterpreter
from aurora.adapters.sandbox.opening import open_sandbox
from aurora.contracts.sandbox import Sandbox
from aurora.model.errors import UnprotectedError
from aurora.model.execution import Program


@pytest.mark.parametrize(("platform", "machine"), [("darwin", "arm64"), ("win32", "AMD64"), ("linux", "riscv64")])
def test_other_systems_get_fresh_interpreters(platform: str, machine: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", platform)
    monkeypatch.setattr("platform.machine", lambda: machine)
    sandbox = open_sandbox()
    monkeypatch.undo()
    assert isinstance(sandbox, FreshInterpreter)
    with pytest.raises(UnprotectedError):
        sandbox.run(Program(source=""))


@pytest.mark.parametrize("machine", ["x86_64", "aarch64"])
def test_linux_gets_the_fork_server(machine: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr("platform.machine", lambda: machine)
    assert isinstance(open_sandbox(workers=1), ForkServer)


def test_an_open_sandbox_runs(sandbox: ForkServer) -> None:
    opened: Sandbox = open_sandbox(workers=1)
    try:
        assert opened.run(Program(source="result = 1 + 1")).value == 2
    finally:
        opened.close()
