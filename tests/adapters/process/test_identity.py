"""Which process is which."""

import os
import subprocess
import sys
from dataclasses import replace

import pytest

from aurora.adapters.process import identity


def test_a_process_that_is_gone_has_no_identity() -> None:
    child = subprocess.Popen([sys.executable, "-c", ""])
    child.wait()
    assert identity.of(child.pid) is None


def test_a_zombie_does_not_run() -> None:
    with subprocess.Popen([sys.executable, "-c", ""]) as child:
        os.waitid(os.P_PID, child.pid, os.WEXITED | os.WNOWAIT)
        assert identity.of(child.pid) is None


def test_a_pid_that_was_used_again_is_somebody_else() -> None:
    me = identity.of(os.getpid())
    assert me is not None
    assert identity.runs(me)
    assert not identity.runs(replace(me, ticks=me.ticks - 1))
    assert not identity.runs(replace(me, boot="another"))


def test_whoever_carries_a_token_is_found() -> None:
    environment = {**os.environ, identity.TOKEN: "only-this-test"}
    assert identity.bearers("only-this-test") == []
    with subprocess.Popen(
        [sys.executable, "-c", "print(flush=True); input()"],
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as child:
        assert child.stdout
        child.stdout.readline()
        assert [each.pid for each in identity.bearers("only-this-test")] == [child.pid]
        child.communicate(b"\n")


@pytest.mark.parametrize("home", ["/srv", "/a|b", ""])
def test_a_token_names_its_service(home: str) -> None:
    assert identity.named(identity.token(home, "web", 3, "secret")) == "web"


@pytest.mark.parametrize("text", ["", "web", "a|web", "a|web|3"])
def test_what_is_no_token_names_none(text: str) -> None:
    assert identity.named(text) == ""
