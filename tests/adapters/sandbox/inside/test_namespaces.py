"""Leaving the host's namespaces."""

import os
from pathlib import Path

import pytest

from aurora.adapters.sandbox.inside import kernel, namespaces
from tests.adapters.sandbox.census import not_permitted
from tests.adapters.sandbox.forking import in_fork


@pytest.fixture(autouse=True)
def _only_where_permitted() -> None:
    if in_fork(lambda: sorted(namespaces.enter().refused)) != "[]":
        not_permitted("namespaces are not permitted here")


def test_every_namespace_is_left() -> None:
    kinds = ("user", "net", "ipc", "uts", "mnt")
    before = str([str(Path("/proc/self/ns", kind).readlink()) for kind in kinds])

    def work() -> object:
        left = namespaces.enter()
        return left.left, [str(Path("/proc/self/ns", kind).readlink()) for kind in kinds]

    after = in_fork(work)
    assert "PID" in after
    for name in before[1:-1].split(", "):
        assert name not in after


def test_the_network_has_nothing_but_a_loopback_that_is_down() -> None:
    def work() -> object:
        namespaces.enter()
        return Path("/proc/self/net/route").read_text("ascii").splitlines()[1:]

    assert in_fork(work) == "[]"


def test_what_is_refused_is_named_and_the_rest_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    real = kernel.unshare

    def refuse(flag: int) -> None:
        if flag in (kernel.NEW_NET, kernel.NEW_USER):
            raise OSError("not here")
        real(flag)

    def work() -> object:
        monkeypatch.setattr(kernel, "unshare", refuse)
        left = namespaces.enter()
        return left.refused["network"], left.refused["user"], "network" in left.left

    assert in_fork(work) == "('not here', 'not here', False)"


def test_programs_get_an_id_that_no_account_has() -> None:
    user = int(in_fork(lambda: namespaces.enter().user))
    assert user == os.geteuid() if os.geteuid() != 0 else user >= 60_000


def test_a_fork_into_a_namespace_of_its_own_is_its_first_process_again_and_again() -> None:
    def inner() -> object:
        home = os.open("/proc/self/ns/pid", os.O_RDONLY)
        codes = []
        for _ in range(2):
            pid = namespaces.fork_into_own(home)
            if pid == 0:
                os._exit(10 + os.getpid())
            codes.append(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
        ordinary = os.fork()
        if ordinary == 0:
            os._exit(10 + os.getpid())
        codes.append(os.waitstatus_to_exitcode(os.waitpid(ordinary, 0)[1]))
        return os.getpid(), codes

    def work() -> object:
        namespaces.enter()
        return in_fork(inner)

    assert in_fork(work) == "(1, [11, 11, 14])"
