"""Loopback ports."""

import os
import socket

from aurora.adapters.process import ports
from aurora.adapters.process.loopback import HOST


def test_a_port_that_somebody_listens_on_is_not_free_and_its_holder_is_known() -> None:
    with socket.create_server((HOST, 0)) as server:
        port = server.getsockname()[1]
        assert not ports.free(port)
        assert ports.holder(port) == os.getpid()


def test_any_free_port_can_be_listened_on_and_nobody_holds_it() -> None:
    port = ports.any_free()
    assert ports.free(port)
    assert ports.holder(port) is None
