"""Who listens, as the kernel says."""

import socket

import pytest

from aurora.adapters.process import ports
from aurora.adapters.process.diagnosis import listeners


def test_nobody_listens_on_a_free_port() -> None:
    assert listeners(ports.any_free()) == frozenset()


@pytest.mark.parametrize(("family", "host"), [(socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1")])
def test_a_listener_is_told_and_who_is_connected_to_it_is_not(family: socket.AddressFamily, host: str) -> None:
    try:
        server = socket.create_server((host, 0), family=family)
    except OSError:
        pytest.skip(f"there is no {host}")
    with server, socket.create_connection(server.getsockname()[:2]):
        (inode,) = listeners(server.getsockname()[1])
        assert ports.listening(server.getsockname()[1]) == {f"socket:[{inode}]"}


def test_where_the_kernel_does_not_tell_the_list_of_all_connections_does(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server((ports.HOST, 0)) as server:
        port = server.getsockname()[1]
        told = ports.listening(port)
        monkeypatch.setattr(socket, "AF_NETLINK", 9_999)
        with pytest.raises(OSError, match=r"."):
            listeners(port)
        assert ports.listening(port) == told
