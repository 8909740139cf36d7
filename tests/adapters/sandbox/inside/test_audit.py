"""What a refusal is explained with."""

import pytest

from aurora.adapters.sandbox.forkserver import ForkServer
from aurora.model.execution import Program, Status


@pytest.mark.parametrize(
    ("source", "denied"),
    [
        ("open('/etc/shadow')", "read /etc/shadow"),
        ("open('../../etc/shadow')", "read /etc/shadow"),
        ("open('/var/new', 'w')", "write /var/new"),
        ("import os\nos.open('/var/new', os.O_WRONLY | os.O_CREAT)", "write /var/new"),
        ("import os\nos.mkdir('/var/new')", "change /var/new"),
        ("import os\nos.rename('a', '/var/new')", "change /var/new"),
        ("import os\nos.remove(b'/usr/bin/env')", "change /usr/bin/env"),
        ("import os\nos.listdir('/var')", "read /var"),
        ("import socket\nsocket.socket()", "network (socket.__new__)"),
        ("import socket\nsocket.getaddrinfo('example.org', 80)", "network (socket.getaddrinfo)"),
        ("try:\n    open('/var/x')\nexcept OSError as e:\n    raise ValueError from e", "read /var/x"),
    ],
)
def test_the_first_forbidden_thing_is_named(sandbox: ForkServer, source: str, denied: str) -> None:
    outcome = sandbox.run(Program(source=source))
    assert outcome.status is Status.DENIED
    assert outcome.denied == denied
    assert outcome.raised is not None


@pytest.mark.parametrize(
    "source",
    [
        "open('missing')",
        "import os\nos.remove('missing')",
        "open('/usr/missing')",
        "import no_such_module",
        "import os\nos.listdir('missing')",
        "raise PermissionError",
    ],
)
def test_an_error_of_the_programs_own_is_no_denial(sandbox: ForkServer, source: str) -> None:
    outcome = sandbox.run(Program(source=source))
    assert outcome.status is Status.RAISED
    assert outcome.denied == ""


def test_a_refusal_that_was_survived_is_told_and_does_not_decide(sandbox: ForkServer) -> None:
    source = "try:\n    open('/var/x')\nexcept OSError:\n    pass\n"
    survived = sandbox.run(Program(source=source + "result = 1"))
    assert (survived.status, survived.value, survived.denied) == (Status.OK, 1, "read /var/x")
    unrelated = sandbox.run(Program(source=source + "[][0]"))
    assert (unrelated.status, unrelated.denied) == (Status.RAISED, "read /var/x")
