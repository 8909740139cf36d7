import socket
import threading
from collections.abc import Callable

import pytest

from aurora.adapters.process.answering import Desk
from aurora.adapters.process.call import UnreachableError, call
from aurora.adapters.process.ports import any_free


def saying(text: bytes) -> tuple[int, Callable[[], None]]:
    """A server that says this to its first client; its port, and what waits for its end."""
    listening = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        connection, _ = listening.accept()
        with connection, listening:
            connection.recv(4_096)
            connection.sendall(text)

    thread = threading.Thread(target=serve)
    thread.start()
    return int(listening.getsockname()[1]), thread.join


def test_a_port_that_nobody_holds_is_said() -> None:
    with pytest.raises(UnreachableError, match="nothing usable answers on port"):
        call("GET", any_free(), "/")


@pytest.mark.parametrize(
    ("text", "words"),
    [(b"", "not HTTP"), (b"hello", "not HTTP"), (b"HTTP/1.1 200 OK\r\n\r\n<html>", "is not JSON")],
)
def test_what_is_not_http_with_json_is_refused(text: bytes, words: str) -> None:
    port, ended = saying(text)
    with pytest.raises(UnreachableError, match=words):
        call("GET", port, "/")
    ended()


def test_an_empty_answer_is_none_and_a_silent_server_is_not_waited_for() -> None:
    port, ended = saying(b"HTTP/1.1 204 No Content\r\n\r\n")
    assert call("GET", port, "/") == (204, None)
    ended()
    with socket.create_server(("127.0.0.1", 0)) as silent, pytest.raises(UnreachableError, match="timed out"):
        call("GET", silent.getsockname()[1], "/", seconds=0.05)


def test_a_key_is_sent_as_a_bearer_token() -> None:
    listening = socket.create_server(("127.0.0.1", 0))
    heard: list[bytes] = []

    def serve() -> None:
        connection, _ = listening.accept()
        with connection, listening:
            heard.append(connection.recv(4_096))
            connection.sendall(b"HTTP/1.1 200 OK\r\n\r\n{}")

    thread = threading.Thread(target=serve)
    thread.start()
    assert call("GET", listening.getsockname()[1], "/x", key="secret") == (200, {})
    thread.join()
    assert b"\r\nAuthorization: Bearer secret\r\n" in heard[0]


def test_it_speaks_with_the_small_server() -> None:
    desk = Desk(0, lambda method, target, body: (201, [method, target, body]))
    desk.open()
    assert call("POST", desk.port, "/a", {"b": 1}) == (201, ["POST", "/a", {"b": 1}])
    desk.close()
