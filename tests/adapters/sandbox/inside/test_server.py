"""The server inside: one program after another, each from the same start."""

import os

from aurora.adapters.sandbox.forkserver import ForkServer
from aurora.adapters.sandbox.inside.server import _input, _keep
from aurora.model.execution import Program

OPEN = """
import os
result = []
for fd in range(256):
    try:
        os.fstat(fd)
        result.append(fd)
    except OSError:
        pass
"""


def test_a_program_has_no_descriptor_but_its_own(sandbox: ForkServer) -> None:
    assert sandbox.run(Program(source=OPEN)).value == [0, 1, 2, 3]


def test_a_command_has_the_standard_streams_only(sandbox: ForkServer) -> None:
    source = f"{OPEN}\nprint(result)"
    assert sandbox.run(Program(command=("python", "-c", source))).stdout == "[0, 1, 2]\n"


def test_a_scratch_folder_that_was_touched_is_replaced(sandbox: ForkServer) -> None:
    for touch in ("open('x', 'w')", "os.chmod('.', 0o777)", "os.mkdir('d'); os.rmdir('d')", "os.utime('.', (1, 1))"):
        before = sandbox.run(
            Program(source="import os\ns = os.stat('.')\nresult = [oct(s.st_mode), s.st_mtime > 1]")
        ).value
        assert sandbox.run(Program(source=f"import os\n{touch}")).ok
        after = sandbox.run(
            Program(source="import os\ns = os.stat('.')\nresult = [oct(s.st_mode), s.st_mtime > 1]")
        ).value
        assert before == after == ["0o40700", True]


def test_an_input_is_read_from_its_start() -> None:
    for content in (b"", b"abc"):
        fd = _input(content)
        assert os.read(fd, 10) == content
        os.close(fd)


def test_descriptors_are_moved_whatever_their_numbers() -> None:
    def work() -> None:
        read, write = os.pipe()
        told = os.dup(1)
        os.dup2(write, 3)
        os.dup2(read, 4)
        pipe, source, out = _keep(3, 4, told)
        os.write(pipe, b"moved")
        os._exit(0 if (pipe, source, out, os.read(source, 9)) == (3, 4, 5, b"moved") else 1)

    pid = os.fork()
    if pid == 0:
        work()
    assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 0
