"""Programs that try to break out, and do not."""

import json
import os
import socket
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from aurora.adapters.sandbox.forkserver import ForkServer
from aurora.model.execution import Limits, Program, Status

SECRET = "a secret of the host"


def tried(sandbox: ForkServer, source: str, **names: object) -> object:
    """What `source` leaves in `result`, given `names`; "refused" when an OSError stops it."""
    given = "".join(f"{name} = {value!r}\n" for name, value in names.items())
    body = "".join(f"    {line}\n" for line in source.splitlines())
    outcome = sandbox.run(Program(source=f"{given}try:\n{body}except OSError as error:\n    result = 'refused'\n"))
    assert outcome.status is Status.OK, outcome
    return outcome.value


@pytest.fixture
def secret_file() -> Iterator[Path]:
    """A file in the user's home folder, or beside it where that is not writable."""
    home = Path.home()
    folder = home if os.access(home, os.W_OK) else Path(tempfile.gettempdir())
    with tempfile.NamedTemporaryFile("w", dir=folder, prefix=".aurora-test-") as file:
        file.write(SECRET)
        file.flush()
        Path(file.name).chmod(0o644)
        yield Path(file.name)


def test_a_file_in_the_home_folder_cannot_be_read(sandbox: ForkServer, secret_file: Path) -> None:
    outcome = sandbox.run(Program(source=f"print(open({str(secret_file)!r}).read())"))
    assert outcome.status is Status.DENIED
    assert outcome.denied == f"read {secret_file}"
    assert SECRET not in outcome.stdout + outcome.stderr


def test_a_command_cannot_read_the_home_folder_either(sandbox: ForkServer, secret_file: Path) -> None:
    outcome = sandbox.run(Program(command=("cat", str(secret_file))))
    assert outcome.status is Status.EXITED
    assert outcome.exit_code == 1
    assert SECRET not in outcome.stdout


def test_a_link_does_not_lead_out(sandbox: ForkServer, secret_file: Path) -> None:
    source = "import os\nos.symlink(target, 'link')\nresult = open('link').read()"
    assert tried(sandbox, source, target=str(secret_file)) == "refused"


def test_nothing_is_written_outside_the_scratch_folder(sandbox: ForkServer, tmp_path: Path) -> None:
    tmp_path.chmod(0o777)
    victim = tmp_path / "victim"
    victim.write_text("as it was", encoding="utf-8")
    victim.chmod(0o666)
    for path in (victim, tmp_path / "new"):
        assert tried(sandbox, "open(path, 'w').write('broken out')", path=str(path)) == "refused"
    assert tried(sandbox, "import os\nos.symlink(path, 'l')\nopen('l', 'w')", path=str(victim)) == "refused"
    assert tried(sandbox, "import os\nos.unlink(path)", path=str(victim)) == "refused"
    assert victim.read_text("utf-8") == "as it was"
    assert [entry.name for entry in tmp_path.iterdir()] == ["victim"]


@pytest.mark.parametrize("folder", ["/", "/usr", "/etc", "/dev", "/tmp", "/var/tmp"])
def test_the_system_is_read_only(sandbox: ForkServer, folder: str) -> None:
    assert tried(sandbox, "open(folder + '/aurora-was-here', 'w')", folder=folder) == "refused"


def test_the_interpreter_and_aurora_are_read_only(sandbox: ForkServer) -> None:
    source = "import aurora, json\nfor module in (aurora, json):\n    open(module.__file__, 'a')"
    assert tried(sandbox, source) == "refused"


def test_the_processes_of_the_host_are_not_visible(sandbox: ForkServer) -> None:
    assert tried(sandbox, "import os\nresult = os.listdir('/proc')") == "refused"
    assert tried(sandbox, "import os\nresult = os.kill(host, 0)", host=os.getpid()) == "refused"


def test_the_environment_holds_no_secret(sandbox: ForkServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AURORA_TEST_SECRET", SECRET)
    pool = ForkServer(workers=1)
    try:
        outcome = pool.run(Program(source="import os\nresult = dict(os.environ)"))
        command = pool.run(Program(command=("python", "-c", "import os, json; print(json.dumps(dict(os.environ)))")))
    finally:
        pool.close()
    assert isinstance(outcome.value, dict)
    assert set(outcome.value) == {"PATH", "HOME", "TMPDIR", "LANG", "PYTHONHASHSEED", "PYTHONDONTWRITEBYTECODE"}
    assert SECRET not in json.dumps(outcome.value) + command.stdout
    assert set(json.loads(command.stdout)) <= {*outcome.value, "LC_CTYPE"}


def test_no_socket_reaches_a_server_of_the_host(sandbox: ForkServer) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.setblocking(False)
        port = listener.getsockname()[1]
        source = "import socket\nsocket.create_connection(('127.0.0.1', port), timeout=1)"
        assert tried(sandbox, source, port=port) == "refused"
        with pytest.raises(BlockingIOError):
            listener.accept()


def test_a_raw_system_call_opens_no_socket(sandbox: ForkServer) -> None:
    source = "import ctypes\nsocket = ctypes.CDLL(None).socket\nresult = [socket(f, 1, 0) for f in (1, 2, 10, 16)]"
    assert tried(sandbox, source) == [-1, -1, -1, -1]


def test_the_network_that_was_reached_for_is_named(sandbox: ForkServer) -> None:
    outcome = sandbox.run(Program(source="import socket\nsocket.create_connection(('127.0.0.1', 80))"))
    assert outcome.status is Status.DENIED
    assert outcome.denied.startswith("network (socket.")
    assert outcome.raised is not None
    assert outcome.raised.type == "PermissionError"


def test_an_abstract_socket_of_the_host_is_not_reached(sandbox: ForkServer) -> None:
    with socket.socket(socket.AF_UNIX) as listener:
        name = f"\0aurora-test-{os.getpid()}"
        listener.bind(name)
        listener.listen()
        source = "import socket\na, b = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)\na.sendto(b'x', name)"
        assert tried(sandbox, source, name=name) == "refused"
        source = "import socket\nsocket.socket(socket.AF_UNIX).connect(name)"
        assert tried(sandbox, source, name=name) == "refused"


def test_asyncio_works_without_the_network(sandbox: ForkServer) -> None:
    source = "import asyncio\nasync def main():\n    await asyncio.sleep(0)\n    return 3\nresult = asyncio.run(main())"
    assert sandbox.run(Program(source=source)).value == 3


@pytest.mark.parametrize(
    "call",
    [
        "libc.unshare(0x10000000)",
        "libc.setns(0, 0)",
        "libc.mount(b'x', b'/sandbox/scratch', b'tmpfs', 0, None)",
        "libc.umount2(b'/sandbox/scratch', 2)",
        "libc.chroot(b'/sandbox/scratch')",
        "libc.ptrace(16, 1, 0, 0)",
        "libc.syscall(250, 0, 0, 0)",
        "libc.syscall(425, 1, 0)",
        "libc.syscall(321, 0, 0, 0)",
        "libc.syscall(319, b'x', 0)",
        "libc.syscall(0x40000000 + 39)",
        "libc.sethostname(b'x', 1)",
        "libc.clone(0, 0, 0x10000000, 0)",
    ],
)
def test_a_system_call_that_no_program_needs_is_refused(sandbox: ForkServer, call: str) -> None:
    if "syscall" in call and os.uname().machine != "x86_64":
        pytest.skip("the number is another one on this architecture")
    source = f"import ctypes\nlibc = ctypes.CDLL(None, use_errno=True)\nresult = {call}"
    assert tried(sandbox, source) == -1


def test_no_user_but_the_programs_own_can_be_had(sandbox: ForkServer) -> None:
    source = "import os\nbefore = os.getresuid()\ntry:\n    os.setuid(0)\nexcept OSError:\n    result = [*before]"
    uids = tried(sandbox, source)
    assert isinstance(uids, list)
    assert 0 not in uids
    assert len(set(map(str, uids))) == 1


def test_no_capability_is_left(sandbox: ForkServer) -> None:
    source = (
        "import ctypes\nresult = [ctypes.CDLL(None).prctl(24, c) for c in range(2)]\nimport os\nos.chown('.', 0, 0)"
    )
    assert tried(sandbox, source) == "refused"


def test_the_limits_of_another_process_cannot_be_changed(sandbox: ForkServer) -> None:
    source = "import resource\nresource.prlimit(1, resource.RLIMIT_CPU, (0, 0))"
    assert tried(sandbox, source) == "refused"


def test_what_one_program_wrote_the_next_does_not_see(sandbox: ForkServer) -> None:
    source = """
import os
open("seen", "w").write("x")
os.makedirs("deep/" * 200)
os.chmod("deep", 0)
os.symlink("/", "root")
"""
    assert sandbox.run(Program(source=source)).ok
    assert sandbox.run(Program(source="import os\nresult = os.listdir('.')")).value == []


def test_files_are_there_and_belong_to_the_program(sandbox: ForkServer) -> None:
    files: dict[str, str | bytes] = {"pkg/a.py": "X = 1", "data.bin": b"\xff\x00"}
    source = "from pkg.a import X\nopen('pkg/a.py', 'a').write('#')\nresult = [X, open('data.bin', 'rb').read().hex()]"
    assert sandbox.run(Program(source=source, files=files)).value == [1, "ff00"]


def test_the_scratch_folder_is_bounded(sandbox: ForkServer) -> None:
    source = """
block = bytes(1 << 20)
for name in range(400):
    with open(f"f{name}", "wb") as file:
        for _ in range(10):
            file.write(block)
"""
    outcome = sandbox.run(Program(source=source, limits=Limits(wall_seconds=100)))
    assert outcome.raised is not None
    assert outcome.raised.type == "OSError"
    assert "No space left" in outcome.raised.message
    assert sandbox.run(Program(source="result = 1")).value == 1
