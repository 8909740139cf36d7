"""The supervisor's HTTP server."""

import json
import socket
import threading
from collections.abc import Iterator

import pytest

from aurora.adapters.process.control import HEAD, Server
from aurora.adapters.process.loop import Loop


def handle(method: str, target: str) -> tuple[int, object]:
    if target == "/raise":
        raise RuntimeError("broken")
    if target == "/text":
        return 200, "up 1\n"
    return 200, {"method": method, "target": target, "long": "x" * (2_000_000 if target == "/long" else 0)}


@pytest.fixture
def server() -> Iterator[Server]:
    loop = Loop()
    one = Server(loop, 0, handle)
    stop = threading.Event()

    def turn() -> None:
        while not stop.is_set():
            loop.turn(0.01)

    thread = threading.Thread(target=turn)
    thread.start()
    yield one
    stop.set()
    thread.join()
    one.close()
    loop.close()


def ask(server: Server, *parts: bytes) -> tuple[int, dict[str, object]]:
    with socket.create_connection(("127.0.0.1", server.port), timeout=120) as connection:
        for part in parts:
            connection.sendall(part)
        text = b""
        while more := connection.recv(65_536):
            text += more
    head, _, body = text.partition(b"\r\n\r\n")
    return int(head.split()[1]), json.loads(body)


@pytest.mark.parametrize(
    ("request_text", "status"),
    [
        (b"\r\n\r\n", 400),
        (b"GET\r\n\r\n", 400),
        (b"BREW /pot HTTP/1.1\r\n\r\n", 400),
        (b"GET /a b HTTP/1.1\r\n\r\n", 400),
        (b"GET /\x00 HTTP/1.1\r\n\r\n", 400),
        (b"GET / HTTP/1.1\r\nOrigin: http://evil.example\r\n\r\n", 403),
        (b"GET / HTTP/1.1\r\nHost: evil.example:5025\r\n\r\n", 403),
        (b"GET /raise HTTP/1.1\r\n\r\n", 500),
        (b"GET /" + b"x" * 2 * HEAD, 431),
    ],
)
def test_bad_requests_are_refused_as_problems(server: Server, request_text: bytes, status: int) -> None:
    answered, problem = ask(server, request_text)
    assert (answered, problem["status"]) == (status, status)
    assert problem["detail"]


def test_a_request_may_come_in_pieces(server: Server) -> None:
    assert ask(server, b"POST /st", b"art HTTP/1.1\r\nHost: localhost\r\n", b"\r\n") == (
        200,
        {"method": "POST", "target": "/start", "long": ""},
    )


def test_a_long_answer_arrives_whole(server: Server) -> None:
    status, value = ask(server, b"GET /long HTTP/1.1\r\n\r\n")
    assert (status, len(str(value["long"]))) == (200, 2_000_000)


def test_a_client_that_says_nothing_keeps_nobody_waiting(server: Server) -> None:
    with socket.create_connection(("127.0.0.1", server.port)):
        assert ask(server, b"GET / HTTP/1.1\r\n\r\n")[0] == 200


def test_a_client_that_does_not_wait_for_its_answer_does_not_end_the_supervisor() -> None:
    loop = Loop()
    server = Server(loop, 0, handle)
    for text in (b"GET /a HTTP/1.1\r\n\r\n", b"GET /long HTTP/1.1\r\n\r\n"):
        with socket.create_connection(("127.0.0.1", server.port), timeout=120) as connection:
            connection.sendall(text)
        for _ in range(4):
            loop.turn(0.01)
    server.close()
    loop.close()


def test_a_listening_socket_is_taken_over_and_handed_on() -> None:
    loop, listening = Loop(), socket.create_server(("127.0.0.1", 0))
    server = Server(loop, 0, handle, listening=listening)
    assert server.port == listening.getsockname()[1]
    assert server.hand_over() is listening
    assert listening.fileno() >= 0
    listening.close()
    loop.close()


def test_a_text_is_sent_as_it_is(server: Server) -> None:
    with socket.create_connection(("127.0.0.1", server.port), timeout=120) as connection:
        connection.sendall(b"GET /text HTTP/1.1\r\n\r\n")
        text = b""
        while more := connection.recv(65_536):
            text += more
    head, _, body = text.partition(b"\r\n\r\n")
    assert (b"Content-Type: text/plain; version=0.0.4" in head, body) == (True, b"up 1\n")


@pytest.mark.parametrize("name", ["LocalHost:5025", "127.0.0.1", "[::1]:5025"])
def test_a_name_of_this_machine_is_answered(server: Server, name: str) -> None:
    assert ask(server, f"GET / HTTP/1.1\r\nHost: {name}\r\n\r\n".encode())[0] == 200
