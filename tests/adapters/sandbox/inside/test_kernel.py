"""The system calls that CPython does not offer."""

import errno
import os
import signal
import time
from pathlib import Path

import pytest

from aurora.adapters.sandbox.inside import kernel
from tests.adapters.sandbox.census import not_permitted, wait_until_gone
from tests.adapters.sandbox.forking import in_fork


def test_a_call_that_fails_raises_its_error() -> None:
    with pytest.raises(OSError, match="mount /no/such/folder") as caught:
        kernel.mount("x", "/no/such/folder", "tmpfs", 0)
    assert caught.value.errno in (errno.ENOENT, errno.EPERM, errno.EACCES)
    with pytest.raises(OSError, match="system call -1"):
        kernel.system_call(-1)
    with pytest.raises(OSError, match=r"No such file|not permitted"):
        kernel.unmount("/no/such/folder")
    with pytest.raises(OSError, match="Bad file descriptor"):
        kernel.set_namespace(-1, 0)


def test_an_unknown_architecture_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kernel, "MACHINE", None)
    with pytest.raises(OSError, match="no system call table"):
        kernel.machine()


def test_a_child_dies_with_its_parent() -> None:
    def work() -> int:
        read, ready = os.pipe()
        pid = os.fork()
        if pid == 0:
            kernel.die_with_parent(signal.SIGKILL)
            os.write(ready, b"1")
            time.sleep(60)
        os.read(read, 1)
        return pid

    assert wait_until_gone({int(in_fork(work))}) == set()


def test_orphans_are_adopted() -> None:
    def work() -> bool:
        kernel.adopt_orphans()
        child = os.fork()
        if child == 0:
            if os.fork() == 0:
                time.sleep(0.1)
                os._exit(5)
            os._exit(0)
        os.waitpid(child, 0)
        return os.waitstatus_to_exitcode(os.waitpid(-1, 0)[1]) == 5

    assert in_fork(work) == "True"


def test_memory_is_hidden_from_the_same_user() -> None:
    def work() -> str:
        kernel.hide_memory()
        return str(Path(f"/proc/{os.getpid()}/environ").stat().st_uid)

    assert in_fork(work) == "0"


def test_no_capability_survives_dropping() -> None:
    if kernel.MACHINE is None:
        not_permitted("no system call table for this architecture")

    def work() -> list[str]:
        kernel.forbid_new_privileges()
        kernel.drop_capabilities()
        status = Path("/proc/self/status").read_text("ascii")
        return sorted(
            {line.split()[1] for line in status.splitlines() if line.startswith(("CapEff", "CapPrm", "CapInh"))}
        )

    assert in_fork(work) == "['0000000000000000']"
