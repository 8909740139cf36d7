"""Guests on the fork server: messages, calls, and their end."""

import pytest

from aurora.adapters.sandbox.forkserver import ForkServer
from aurora.adapters.sandbox.session import GuestSession
from aurora.model.errors import SandboxError
from aurora.model.execution import Json, Limits, Outcome, Program, Status
from tests.adapters.sandbox.census import own_servers

LIMITS = Limits(wall_seconds=100, cpu_seconds=100)
HEAD = """
import json, os, signal, sys, time
from aurora.model.execution import Limits

def told(outcome):
    return [outcome.status.value, outcome.value, outcome.stdout]

def serve(guest, payload):
"""


def start(sandbox: ForkServer, body: str, payload: Json = None, limits: Limits = LIMITS) -> GuestSession:
    text = HEAD + "".join(f"    {line}\n" for line in body.splitlines())
    return sandbox.start("entry:serve", payload, limits=limits, files={"entry.py": text})


def told(sandbox: ForkServer, body: str, payload: Json = None, limits: Limits = LIMITS) -> list[Json]:
    """All messages of a guest that ends well."""
    with start(sandbox, body, payload, limits) as session:
        messages = list(session.messages(100))
        outcome = session.outcome()
    assert outcome is not None
    assert outcome.status is Status.OK, outcome
    return messages


def ended(sandbox: ForkServer, body: str, limits: Limits = LIMITS) -> Outcome:
    """How a guest ended that says nothing."""
    with start(sandbox, body, None, limits) as session:
        assert list(session.messages(100)) == []
        outcome = session.outcome()
    assert outcome is not None
    return outcome


def test_messages_go_both_ways(sandbox: ForkServer) -> None:
    body = "guest.send(payload)\nwhile (message := guest.receive()) is not None:\n    guest.send([message])"
    with start(sandbox, body, {"a": "\ud800é"}) as session:
        incoming = session.messages(100)
        assert next(incoming) == {"a": "\ud800é"}
        session.send("x" * 300_000)
        assert next(incoming) == ["x" * 300_000]
        session.send(1)
        session.send(2)
        assert [next(incoming), next(incoming)] == [[1], [2]]
        assert session.outcome() is None


def test_a_guest_waits_no_longer_than_it_wants(sandbox: ForkServer) -> None:
    assert told(sandbox, "guest.send([guest.receive(0.01), guest.receive(0)])") == [[None, None]]


def test_the_host_waits_no_longer_than_it_wants(sandbox: ForkServer) -> None:
    with start(sandbox, "guest.send(1)\ntime.sleep(60)") as session:
        assert list(session.messages(0.5)) == [1]
        assert session.outcome() is None
    assert session.outcome() == Outcome(Status.CRASHED, signal=9)


def test_what_is_no_json_is_not_sent(sandbox: ForkServer) -> None:
    with start(sandbox, "guest.receive()") as session:
        for wrong in ({1}, float("nan"), object()):
            with pytest.raises(SandboxError, match="not JSON"):
                session.send(wrong)  # type: ignore[arg-type]
    body = """
for wrong in ({1}, float("nan")):
    try:
        guest.send(wrong)
    except Exception as error:
        guest.send(type(error).__name__)
"""
    assert told(sandbox, body) == ["SandboxError", "SandboxError"]


def test_nothing_is_sent_to_a_guest_that_has_ended(sandbox: ForkServer) -> None:
    with start(sandbox, "pass") as session:
        assert list(session.messages(100)) == []
        with pytest.raises(SandboxError, match="ended"):
            session.send(1)


def test_a_guest_that_raises_says_where(sandbox: ForkServer) -> None:
    outcome = ended(sandbox, "print('loud')\n1 / 0")
    assert outcome.status is Status.RAISED
    assert outcome.raised is not None
    assert outcome.raised.frames == (("entry.py", 10, "serve"),)
    assert outcome.stdout == "loud\n"


def test_an_entry_that_does_not_exist_is_raised(sandbox: ForkServer) -> None:
    for entry in ("no_such_module:f", "json:no_such_function", "json"):
        with sandbox.start(entry, None, limits=LIMITS) as session:
            assert list(session.messages(100)) == []
            outcome = session.outcome()
        assert outcome is not None
        assert outcome.status is Status.RAISED


def test_a_guest_is_as_restricted_as_a_program(sandbox: ForkServer) -> None:
    body = """
refused = []
import socket
for attempt in (lambda: open("/etc/shadow"), lambda: open("/usr/x", "w"), socket.socket, lambda: os.listdir("/proc"),
                lambda: os.setuid(0), lambda: bytearray(1 << 40)):
    try:
        attempt()
    except (OSError, MemoryError) as error:
        refused.append(type(error).__name__)
guest.send(len(refused))
"""
    assert told(sandbox, body) == [6]


def test_a_guest_has_limits_of_its_own(sandbox: ForkServer) -> None:
    assert ended(sandbox, "while True: pass", Limits(wall_seconds=0.5)).status is Status.WALL_TIME
    assert ended(sandbox, "while True: os.write(1, bytes(9999))", Limits(output_kb=4)).status is Status.OUTPUT


def test_a_line_that_is_no_message_ends_the_guest(sandbox: ForkServer) -> None:
    for garbage in (b"no json\n", b"[" * 50_000 + b"\n"):
        with start(sandbox, f"guest.send(1)\nos.write(4, {garbage!r})\ntime.sleep(60)") as session:
            assert list(session.messages(100)) == [1]
            assert session.outcome() == Outcome(Status.CRASHED, signal=9)


def test_a_guest_may_import_pytest_and_aurora(sandbox: ForkServer) -> None:
    assert told(sandbox, "import pytest, aurora.model.task\nguest.send(pytest.__name__)") == ["pytest"]


def test_meanwhile_the_guest_hears_what_a_call_writes_to_its_folder(sandbox: ForkServer) -> None:
    body = """
from pathlib import Path
heard = set()
def meanwhile():
    if Path("said").exists():
        heard.add(Path("said").read_text())
        Path("heard").touch()
def work():
    Path("said").write_text("half")
    while not Path("heard").exists():
        time.sleep(0.01)
    return 7
value = guest.call(work, Limits(wall_seconds=100), meanwhile).value
guest.send([value, sorted(heard)])"""
    assert told(sandbox, body) == [[7, ["half"]]]


def test_a_call_gives_its_value_and_its_output(sandbox: ForkServer) -> None:
    body = "print('kept')\nguest.send(told(guest.call(lambda: (print('out'), [1])[1], Limits())))"
    with start(sandbox, body) as session:
        assert list(session.messages(100)) == [["ok", [1], "out\n"]]
        outcome = session.outcome()
    assert outcome is not None
    assert outcome.stdout == "kept\n"


@pytest.mark.parametrize(
    ("work", "limits", "status"),
    [
        ("1 / 0", "", "raised"),
        ("sys.exit(0)", "", "exited"),
        ("os._exit(0)", "", "exited"),
        ("os.kill(os.getpid(), 11)", "", "crashed"),
        ("time.sleep(60)", "wall_seconds=0.1", "wall time"),
        ("exec('while True: pass')", "cpu_seconds=0.1", "cpu time"),
        ("bytearray(1 << 40)", "", "memory"),
        ("bytearray(300 << 20)", "memory_mb=200", "memory"),
        ("exec('while True: print(1)')", "output_kb=1", "output"),
        ("exec('while True: os.fork()')", "processes=4", "raised"),
        ("open('/etc/shadow')", "", "denied"),
        ("guest.send('forged')", "", "raised"),
    ],
)
def test_a_call_that_fails_harms_nobody_else(sandbox: ForkServer, work: str, limits: str, status: str) -> None:
    body = f"""
for _ in range(2):
    guest.send(told(guest.call(lambda: {work}, Limits({limits})))[:2])
guest.send(told(guest.call(lambda: "fine", Limits())))
"""
    assert told(sandbox, body) == [[status, None], [status, None], ["ok", "fine", ""]]


@pytest.mark.parametrize("target", ["os.getppid()", "1", "-1", "0"])
def test_a_call_cannot_kill_its_guest(sandbox: ForkServer, target: str) -> None:
    body = f"""
for number in (9, 15, 2, 19, 11, 1):
    guest.call(lambda: os.kill({target}, number), Limits(wall_seconds=0.2))
guest.send("alive")
"""
    assert told(sandbox, body) == ["alive"]


def test_what_a_call_left_behind_is_gone_before_the_next(sandbox: ForkServer) -> None:
    body = """
def leave():
    if os.fork() == 0:
        os.setsid()
        if os.fork() == 0:
            while True:
                time.sleep(0.01)
        os._exit(0)
    os.wait()
    return 1
guest.send(told(guest.call(leave, Limits())))
def others():
    found = []
    for pid in range(1, 200):
        try:
            os.kill(pid, 0)
            found.append(pid)
        except OSError:
            pass
    return [1, os.getpid()] == found
guest.send(told(guest.call(others, Limits())))
"""
    assert told(sandbox, body) == [["ok", 1, ""], ["ok", True, ""]]


def test_what_a_call_changed_in_memory_is_gone(sandbox: ForkServer) -> None:
    body = "seen = []\nguest.call(lambda: seen.append(1), Limits())\nguest.send(seen)"
    assert told(sandbox, body) == [[]]


def test_a_call_may_use_what_it_was_given_beyond_what_the_guest_uses(sandbox: ForkServer) -> None:
    body = (
        "kept = b'x' * (150 << 20)\nguest.send(told(guest.call(lambda: len(b'y' * (50 << 20)), Limits(memory_mb=100))))"
    )
    assert told(sandbox, body) == [["ok", 50 << 20, ""]]


def test_two_guests_and_programs_run_side_by_side(sandbox: ForkServer) -> None:
    echo = "while (message := guest.receive()) is not None: guest.send(message)"
    with start(sandbox, echo) as one, start(sandbox, echo) as two:
        assert sandbox.run(Program(source="result = 3")).value == 3
        for session, word in ((one, "a"), (two, "b")):
            session.send(word)
            assert next(session.messages(100)) == word


def test_the_server_of_a_guest_serves_on_and_keeps_nothing(sandbox: ForkServer) -> None:
    assert sandbox.run(Program(source="")).ok
    with start(sandbox, "open('left', 'w').write('x')\nos.fork()\ntime.sleep(60)") as session:
        session.send(1)
    session.close()
    servers = own_servers()
    assert sandbox.run(Program(source="import os\nresult = os.listdir('.')")).value == []
    assert own_servers() == servers
