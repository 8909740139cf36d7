"""Who listens, as the kernel says."""

import socket

import pytest

from aurora.adapters.process import ports
from aurora.adapters.process.diagnosis import FRESH, Doors, listeners
from aurora.adapters.process.loopback import HOST
from aurora.adapters.process.procfs import listening


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
        assert listening(server.getsockname()[1]) == {f"socket:[{inode}]"}


def test_where_the_kernel_does_not_tell_the_list_of_all_connections_does(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server((HOST, 0)) as server:
        port = server.getsockname()[1]
        told = listening(port)
        monkeypatch.setattr(socket, "AF_NETLINK", 9_999)
        with pytest.raises(OSError, match=r"."):
            listeners(port)
        assert listening(port) == told


def test_which_ports_are_listened_on_is_asked_again_after_a_moment() -> None:
    moment, port = [10.0], ports.any_free()
    doors = Doors(lambda: moment[0])
    assert not doors.open(port)
    with socket.create_server((HOST, port)):
        assert not doors.open(port)
        moment[0] += FRESH
        assert doors.open(port)
    moment[0] += FRESH
    assert not doors.open(port)


def test_where_it_cannot_be_seen_who_listens_every_port_may_be_open(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "AF_NETLINK", 9_999)
    assert Doors(lambda: 0.0).open(ports.any_free())
