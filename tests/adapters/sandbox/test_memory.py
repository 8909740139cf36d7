"""The in-memory twin."""

import sys
from pathlib import Path

import pytest

from aurora.adapters.sandbox.memory import InMemory
from aurora.contracts.sandbox import Sandbox
from aurora.model.errors import SandboxError
from aurora.model.execution import Limits, Outcome, Program, Status

GUEST = """
from aurora.model.execution import Limits
def serve(guest, payload):
    guest.send([payload, guest.receive(100)])
    guest.send(guest.call(lambda: 1 / 0, Limits()).status.value)
    raise KeyError("end")
def wait(guest, payload):
    guest.receive()
"""


def test_it_protects_from_nothing_and_says_so() -> None:
    assert not any(protection.in_force for protection in InMemory().protections())


def test_a_command_without_an_answer_is_refused() -> None:
    with pytest.raises(SandboxError, match="no answer"):
        InMemory().run(Program(command=("python",)))


def test_answers_are_given_and_programs_kept() -> None:
    scripted = Outcome(Status.WALL_TIME)
    sandbox = InMemory(lambda program: scripted if program.command else None)
    programs = [Program(command=("x",)), Program(source="result = 1")]
    answered, executed = sandbox.run_all(programs)
    assert answered is scripted
    assert executed.value == 1
    assert sandbox.programs == programs


def test_a_source_is_executed() -> None:
    before, path = dict(sys.modules), list(sys.path)
    files: dict[str, str | bytes] = {
        "twin_of_memory.py": "import pathlib\nX = pathlib.Path('data').read_text()",
        "data": "d",
    }
    source = "import sys, twin_of_memory\nprint(sys.stdin.read())\nresult = (twin_of_memory.X,)"
    outcome = InMemory().run(Program(source=source, files=files, stdin="in"))
    assert (outcome.status, outcome.value, outcome.stdout) == (Status.OK, ["d"], "in\n")
    assert "twin_of_memory" not in sys.modules
    assert sys.modules.keys() >= before.keys()
    assert sys.path == path


@pytest.mark.parametrize(
    ("source", "status", "code"),
    [
        ("1 / 0", Status.RAISED, 1),
        ("raise SystemExit(3)", Status.EXITED, 3),
        ("raise MemoryError", Status.MEMORY, 1),
        ("def f(:", Status.RAISED, 1),
    ],
)
def test_a_failure_is_described(source: str, status: Status, code: int) -> None:
    outcome = InMemory().run(Program(source=source))
    assert (outcome.status, outcome.exit_code, outcome.value) == (status, code, None)


def test_frames_name_the_program() -> None:
    sandbox: Sandbox = InMemory()
    outcome = sandbox.run(Program(source="from m import f\nf()", files={"m.py": "def f():\n    1 / 0"}))
    assert outcome.raised is not None
    assert outcome.raised.frames == (("<program>", 2, "<module>"), ("m.py", 2, "f"))


def test_the_current_folder_is_as_before() -> None:
    here = Path.cwd()
    InMemory().run(Program(source="import os\nos.mkdir('x')"))
    assert Path.cwd() == here


def test_a_guest_runs_in_a_thread() -> None:
    with InMemory().start("memory_guest:serve", 1, limits=Limits(), files={"memory_guest.py": GUEST}) as session:
        session.send({"a": 2})
        assert list(session.messages(100)) == [[1, {"a": 2}], "raised"]
        outcome = session.outcome()
    assert outcome is not None
    assert outcome.raised is not None
    assert (outcome.raised.type, outcome.raised.message) == ("KeyError", "'end'")


def test_closing_lets_a_guest_end() -> None:
    session = InMemory().start("memory_guest:wait", None, limits=Limits(), files={"memory_guest.py": GUEST})
    assert session.outcome() is None
    session.close()
    outcome = session.outcome()
    assert outcome is not None
    assert outcome.ok
