"""The sandbox of systems without fork or namespaces."""

from collections.abc import Iterator

import pytest

from aurora.adapters.sandbox.fresh import FreshInterpreter
from aurora.model.errors import SandboxError, UnprotectedError
from aurora.model.execution import Json, Limits, Outcome, Program, Status
from tests.adapters.sandbox.census import descendants, wait_until_gone

WITHOUT = frozenset({"network", "filesystem", "processes"})
LIMITS = Limits(wall_seconds=100)


@pytest.fixture(scope="module")
def fresh() -> Iterator[FreshInterpreter]:
    sandbox = FreshInterpreter(without=WITHOUT, workers=2)
    yield sandbox
    sandbox.close()


def test_it_says_what_is_not_in_force_and_refuses() -> None:
    sandbox = FreshInterpreter()
    found = {protection.name: protection for protection in sandbox.protections()}
    assert not found["network"].in_force
    assert found["network"].detail == "not refused: connecting to 127.0.0.1"
    assert not found["filesystem"].in_force
    assert not found["processes"].in_force
    assert found["time"].in_force
    assert found["memory"].in_force
    with pytest.raises(UnprotectedError) as caught:
        sandbox.run(Program(source="result = 1"))
    assert set(caught.value.missing) == WITHOUT
    with pytest.raises(UnprotectedError):
        sandbox.start("a:b", None, limits=Limits())


@pytest.mark.parametrize(
    ("source", "status"),
    [
        ("1 / 0", Status.RAISED),
        ("import sys\nsys.exit(0)", Status.EXITED),
        ("while True: pass", Status.WALL_TIME),
        ("x = bytearray(10 * 2**30)", Status.MEMORY),
        ("import os\nwhile True: os.write(1, bytes(9999))", Status.OUTPUT),
        ("import ctypes\nctypes.string_at(0)", Status.CRASHED),
        ("open('/no/such/file')", Status.DENIED),
        ("import os\nos.kill(os.getpid(), 9)", Status.CRASHED),
        ("import os\nos._exit(0)", Status.EXITED),
    ],
)
def test_what_can_be_held_is_held(fresh: FreshInterpreter, source: str, status: Status) -> None:
    seconds = 1.0 if status is Status.WALL_TIME else 100.0
    outcome = fresh.run(Program(source=source, limits=Limits(wall_seconds=seconds, output_kb=8)))
    assert outcome.status is status
    assert outcome.value is None


def test_a_program_runs(fresh: FreshInterpreter) -> None:
    files: dict[str, str | bytes] = {"pkg/m.py": "X = 3"}
    source = "import sys\nfrom pkg.m import X\nprint(sys.stdin.read())\nresult = [X, (1,)]"
    outcome = fresh.run(Program(source=source, files=files, stdin="in"))
    assert (outcome.status, outcome.value, outcome.stdout) == (Status.OK, [3, [1]], "in\n")
    assert outcome.cpu_seconds > 0
    assert outcome.peak_mb > 1


def test_a_command_runs(fresh: FreshInterpreter) -> None:
    outcome = fresh.run(Program(command=("python", "-c", "import os; print(sorted(os.environ)[0])")))
    assert (outcome.status, outcome.stdout) == (Status.OK, "HOME\n")


def test_many_run_in_order(fresh: FreshInterpreter) -> None:
    outcomes = fresh.run_all(Program(source=f"result = {n}") for n in range(4))
    assert [outcome.value for outcome in outcomes] == [0, 1, 2, 3]


def test_children_end_with_their_program(fresh: FreshInterpreter) -> None:
    before = descendants(1)
    outcome = fresh.run(Program(source="import os, time\npid = os.fork()\nif pid == 0: time.sleep(60)\nresult = pid"))
    assert isinstance(outcome.value, int)
    assert wait_until_gone({outcome.value} - before) == set()


GUEST = """
from aurora.model.execution import Limits
def serve(guest, payload):
    print("loud")
    guest.send(payload)
    while (message := guest.receive()) is not None:
        guest.send(guest.call(lambda: [message], Limits()).value)
def hang(guest, payload):
    guest.send(1)
    while True: pass
def garbage(guest, payload):
    import os
    for fd in range(3, 9):
        try: os.write(fd, b"no json\\n")
        except OSError: pass
    while True: pass
def broken(guest, payload):
    1 / 0
"""


def outcome_of(fresh: FreshInterpreter, entry: str, limits: Limits = LIMITS) -> tuple[list[Json], Outcome | None]:
    with fresh.start(f"entry:{entry}", "p", limits=limits, files={"entry.py": GUEST}) as session:
        return list(session.messages(100)), session.outcome()


def test_a_guest_talks_with_its_host(fresh: FreshInterpreter) -> None:
    with fresh.start("entry:serve", "p", limits=LIMITS, files={"entry.py": GUEST}) as session:
        incoming = session.messages(100)
        assert next(incoming) == "p"
        session.send({"a": 1})
        assert next(incoming) == [{"a": 1}]
        assert session.outcome() is None


def test_a_guest_is_limited(fresh: FreshInterpreter) -> None:
    messages, outcome = outcome_of(fresh, "hang", Limits(wall_seconds=1))
    assert messages == [1]
    assert outcome is not None
    assert outcome.status is Status.WALL_TIME


def test_a_guest_that_writes_garbage_is_ended(fresh: FreshInterpreter) -> None:
    messages, outcome = outcome_of(fresh, "garbage")
    assert messages == []
    assert outcome is not None
    assert outcome.status is Status.CRASHED


def test_a_guest_that_fails_says_why(fresh: FreshInterpreter) -> None:
    messages, outcome = outcome_of(fresh, "broken")
    assert messages == []
    assert outcome is not None
    assert outcome.raised is not None
    assert outcome.raised.type == "ZeroDivisionError"


def test_closing_ends_all_that_runs() -> None:
    sandbox = FreshInterpreter(without=WITHOUT)
    session = sandbox.start("entry:hang", None, limits=LIMITS, files={"entry.py": GUEST})
    assert next(session.messages(100)) == 1
    sandbox.close()
    assert list(session.messages(100)) == []
    with pytest.raises(SandboxError, match="ended"):
        session.send(1)
    session.close()
