"""A root file system of a server's own."""

from pathlib import Path

import pytest

from aurora.adapters.sandbox.forkserver import ForkServer
from aurora.adapters.sandbox.inside.root import _outermost
from aurora.model.execution import Program
from tests.adapters.sandbox.census import not_permitted


@pytest.fixture(autouse=True)
def _only_where_there_is_one(sandbox: ForkServer) -> None:
    by = {protection.name: protection.by for protection in sandbox.protections()}
    if "root file system of its own" not in by["filesystem"]:
        not_permitted("mount or PID namespaces are not permitted here")


def listing(sandbox: ForkServer, folder: str) -> object:
    return sandbox.run(Program(source=f"import os\nresult = sorted(os.listdir({folder!r}))")).value


def test_nothing_of_the_host_is_there_but_what_is_granted(sandbox: ForkServer) -> None:
    root = listing(sandbox, "/")
    assert isinstance(root, list)
    assert {"usr", "sandbox", "dev", "etc"} <= {str(name) for name in root}
    assert not {"boot", "mnt", "opt", "srv", "sys", "var", "proc"} & {str(name) for name in root}


def test_devices_are_the_harmless_ones(sandbox: ForkServer) -> None:
    assert listing(sandbox, "/dev") == ["full", "null", "random", "shm", "urandom", "zero"]
    source = (
        "open('/dev/null', 'w')\nresult = [len(open(f'/dev/{name}', 'rb').read(4)) for name in ('zero', 'urandom')]"
    )
    assert sandbox.run(Program(source=source)).value == [4, 4]


def test_accounts_are_not_those_of_the_host(sandbox: ForkServer) -> None:
    source = (
        "import getpass, os, pwd\nresult = [getpass.getuser(), len(pwd.getpwall()), pwd.getpwuid(os.getuid()).pw_dir]"
    )
    assert sandbox.run(Program(source=source)).value == ["sandbox", 1, "/sandbox/scratch"]


def test_processes_may_share_a_semaphore(sandbox: ForkServer) -> None:
    source = "import multiprocessing\nlock = multiprocessing.get_context('fork').Lock()\nwith lock: result = 1"
    assert sandbox.run(Program(source=source)).value == 1


def test_the_hidden_procfs_cannot_be_entered(sandbox: ForkServer) -> None:
    for folder in ("/.hidden", "/.hidden/proc"):
        source = f"import os\ntry:\n    os.listdir({folder!r})\nexcept OSError:\n    result = 'refused'"
        assert sandbox.run(Program(source=source)).value == "refused"


def test_a_folder_inside_another_is_bound_once(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("b")
    paths = ["/a", "/a/b", "/ab", str(tmp_path / "link"), str(tmp_path / "link" / "c")]
    assert _outermost(paths) == sorted({"/a", "/ab", *paths[3:]})
