"""How a program's end becomes its outcome."""

import pytest

from aurora.adapters.sandbox.forkserver import ForkServer
from aurora.adapters.sandbox.inside.candidate import describe
from aurora.model.execution import Limits, Outcome, Program, Raised, Status


def run(sandbox: ForkServer, source: str, **more: str) -> Outcome:
    return sandbox.run(Program(source=source, **more))  # type: ignore[arg-type]


def test_an_exception_comes_back_with_its_frames(sandbox: ForkServer) -> None:
    files: dict[str, str | bytes] = {"pkg/a.py": "def f(x):\n    return 1 / x\n"}
    outcome = sandbox.run(Program(source="from pkg.a import f\n\nf(0)\n", files=files))
    frames = (("<program>", 3, "<module>"), ("pkg/a.py", 2, "f"))
    assert outcome.status is Status.RAISED
    assert outcome.raised == Raised("ZeroDivisionError", "division by zero", frames)
    assert outcome.exit_code == 1


def test_a_syntax_error_is_raised(sandbox: ForkServer) -> None:
    outcome = run(sandbox, "def f(:")
    assert outcome.status is Status.RAISED
    assert outcome.raised is not None
    assert outcome.raised.type == "SyntaxError"


def test_endless_recursion_is_raised_with_a_bounded_number_of_frames(sandbox: ForkServer) -> None:
    outcome = run(sandbox, "def f():\n    f()\nf()")
    assert outcome.raised is not None
    assert outcome.raised.type == "RecursionError"
    assert len(outcome.raised.frames) == 64
    assert outcome.raised.frames[-1] == ("<program>", 2, "f")


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ("import sys\nsys.exit(3)", 3),
        ("import sys\nsys.exit()", 0),
        ("raise SystemExit(0)", 0),
        ("import os\nos._exit(0)", 0),
        ("import os\nos._exit(4)", 4),
        ("raise SystemExit('words')", 1),
        ("raise SystemExit(-1)", 255),
    ],
)
def test_leaving_early_is_no_success(sandbox: ForkServer, source: str, code: int) -> None:
    outcome = run(sandbox, f"result = 1\n{source}")
    assert outcome.status is Status.EXITED
    assert outcome.exit_code == code
    assert outcome.value is None


@pytest.mark.parametrize(
    "source",
    [
        "{1, 2}",
        "object()",
        "float('nan')",
        "float('inf')",
        "{1: 2}",
        "b'x'",
        "[object()]",
        "1j",
        "print",
        "{'a': {(): 1}}",
    ],
)
def test_what_is_not_json_is_no_value(sandbox: ForkServer, source: str) -> None:
    outcome = run(sandbox, f"result = {source}")
    assert outcome.status is Status.OK
    assert outcome.value is None


def test_a_value_that_contains_itself_is_no_value(sandbox: ForkServer) -> None:
    assert run(sandbox, "result = []\nresult.append(result)").value is None


@pytest.mark.parametrize("value", [None, True, 0, -1.5, 10**100, "", "\ud800é", [], [[1], {"a": None}]])
def test_json_comes_back_as_it_is(sandbox: ForkServer, value: object) -> None:
    outcome = run(sandbox, f"result = {value!r}")
    assert outcome.status is Status.OK
    assert outcome.value == value
    assert type(outcome.value) is type(value)


def test_output_that_is_no_text_is_replaced(sandbox: ForkServer) -> None:
    outcome = run(sandbox, r"import sys; sys.stdout.buffer.write(b'a\xff\n'); print('\u00e9', file=sys.stderr)")
    assert outcome.stdout == "a\ufffd\n"
    assert outcome.stderr == "é\n"


def test_a_lone_surrogate_in_an_exception_comes_back(sandbox: ForkServer) -> None:
    outcome = run(sandbox, r"raise ValueError('\ud800')")
    assert outcome.raised is not None
    assert outcome.raised.message == "\ud800"


def test_an_exception_that_cannot_be_printed_is_still_named(sandbox: ForkServer) -> None:
    source = "class Bad(Exception):\n    def __str__(self): raise KeyError\nraise Bad"
    outcome = run(sandbox, source)
    assert outcome.raised is not None
    assert (outcome.raised.type, outcome.raised.message) == ("Bad", "")


def test_an_error_in_a_finaliser_is_no_error_of_the_program(sandbox: ForkServer) -> None:
    source = "class Bad:\n    def __del__(self): raise KeyError('x')\nBad()\nbad = Bad()\nresult = 1"
    outcome = run(sandbox, source)
    assert outcome.value == 1
    assert "KeyError" in outcome.stderr


def test_standard_input_is_read(sandbox: ForkServer) -> None:
    assert run(sandbox, "import sys\nresult = sys.stdin.read()", stdin="a\nü\n").value == "a\nü\n"
    assert run(sandbox, "result = open(0, 'rb').read().hex()", stdin="").value == ""


def test_the_program_is_the_main_module(sandbox: ForkServer) -> None:
    source = "import sys, __main__\nx = 1\nresult = [__name__, __main__.x, sys.argv, sys.stdin.read()]"
    assert run(sandbox, source).value == ["__main__", 1, ["<program>"], ""]


def test_a_command_runs_with_the_interpreter_of_the_sandbox(sandbox: ForkServer) -> None:
    files: dict[str, str | bytes] = {"test_a.py": "def test_a():\n    assert 1 + 1 == 3\n"}
    command = ("python", "-m", "pytest", "-q", "-p", "no:cacheprovider")
    outcome = sandbox.run(Program(command=command, files=files, limits=Limits(wall_seconds=200.0)))
    assert outcome.status is Status.EXITED
    assert outcome.exit_code == 1
    assert "assert (1 + 1) == 3" in outcome.stdout
    assert "1 failed" in outcome.stdout


def test_a_command_that_does_well_is_ok(sandbox: ForkServer) -> None:
    outcome = sandbox.run(Program(command=("python", "-c", "import sys; print(sys.stdin.read())"), stdin="in"))
    assert outcome.status is Status.OK
    assert outcome.stdout == "in\n"
    assert outcome.exit_code == 0


def test_a_command_that_does_not_exist_is_raised(sandbox: ForkServer) -> None:
    outcome = sandbox.run(Program(command=("no-such-command",)))
    assert outcome.status is Status.RAISED
    assert outcome.raised is not None
    assert outcome.raised.type == "FileNotFoundError"


def test_frames_outside_the_scratch_folder_keep_their_path() -> None:
    with pytest.raises(ValueError, match="x") as caught:
        raise ValueError("x")
    frame = [__file__, caught.tb.tb_lineno, "test_frames_outside_the_scratch_folder_keep_their_path"]
    assert describe(caught.value, "/nowhere") == ["ValueError", "x", [frame]]
