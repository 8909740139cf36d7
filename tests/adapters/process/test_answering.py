import socket
from collections.abc import Iterator
from typing import Any

import pytest

from aurora.adapters.process.answering import BODY, HEAD, Desk
from aurora.adapters.process.call import call
from aurora.model.errors import AuroraError, BadInputError, NotFoundError


def answer(method: str, target: str, body: Any) -> tuple[int, Any]:
    errors = {"/bad": BadInputError("bad"), "/gone": NotFoundError("route", "gone"), "/down": AuroraError("down")}
    if target in errors:
        raise errors[target]
    return 200, {"method": method, "target": target, "body": body}


@pytest.fixture
def desk() -> Iterator[Desk]:
    one = Desk(0, answer)
    one.open()
    yield one
    one.close()


def raw(desk: Desk, text: bytes) -> bytes:
    with socket.create_connection(("127.0.0.1", desk.port), timeout=120) as connection:
        connection.sendall(text)
        connection.shutdown(socket.SHUT_WR)
        return connection.recv(65_536)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (b"hello\r\n\r\n", b"400"),
        (b"BREW / HTTP/1.1\r\nHost: localhost\r\n\r\n", b"400"),
        (b"GET / HTTP/1.1\r\n\r\n", b"403"),
        (b"GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n", b"403"),
        (b"GET / HTTP/1.1\r\nHost: localhost\r\nOrigin: http://localhost\r\n\r\n", b"403"),
        (b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\n\r\n{1}", b"400"),
        (b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: %d\r\n\r\n" % (BODY + 1), b"413"),
        (b"GET /" + b"a" * (2 * HEAD), b"431"),
    ],
)
def test_what_is_no_request_of_a_program_of_this_machine_is_refused(desk: Desk, text: bytes, status: bytes) -> None:
    assert raw(desk, text).split()[1] == status


def test_a_client_that_leaves_is_let_go(desk: Desk) -> None:
    assert raw(desk, b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\n{") == b""
    assert call("GET", desk.port, "/")[0] == 200


def test_errors_become_problems(desk: Desk) -> None:
    assert [call("GET", desk.port, path)[0] for path in ("/bad", "/gone", "/down")] == [422, 404, 503]
    assert call("GET", desk.port, "/bad")[1]["detail"] == "bad"


def test_a_request_is_answered_with_its_body(desk: Desk) -> None:
    body = {"a": ["é"] * 10_000}
    assert call("POST", desk.port, "/x?y=1", body) == (200, {"method": "POST", "target": "/x?y=1", "body": body})
