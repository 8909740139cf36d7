"""Raw connections to a real server: slow ones, large ones, and those that no client would send."""

from collections.abc import Callable

import pytest

from tests.entrypoints.http.guard.serving import Served, until_closed

Make = Callable[..., Served]
HEAD = b"GET /things HTTP/1.1\r\nhost: localhost\r\n"


def test_a_head_that_never_ends_is_given_up(served: Make) -> None:
    made = served(http_read_seconds=0.5)
    slow = [made.connect() for _ in range(20)]
    for connection in slow:
        connection.sendall(HEAD + b"x-a: ")
    assert made.say(HEAD + b"connection: close\r\n\r\n").startswith(b"HTTP/1.1 200 ")
    assert {until_closed(connection).split(b"\r\n")[0] for connection in slow} == {b"HTTP/1.1 408 Request Timeout"}
    for connection in slow:
        connection.close()


def test_a_connection_that_says_nothing_is_given_up(served: Make) -> None:
    assert served(http_read_seconds=0.2).say().startswith(b"HTTP/1.1 408 ")


def test_a_second_request_that_never_ends_is_given_up_too(served: Make) -> None:
    found = served(http_read_seconds=0.5).say(HEAD + b"\r\n", HEAD)
    assert found.startswith(b"HTTP/1.1 200 ")
    assert b"HTTP/1.1 408 Request Timeout" in found


@pytest.mark.parametrize("head", [b"content-length: 10\r\n\r\n{", b"transfer-encoding: chunked\r\n\r\n1\r\n{\r\n"])
def test_a_body_that_never_ends_is_given_up(served: Make, head: bytes) -> None:
    start = b"POST /runs HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n"
    found = served(http_read_seconds=0.3).say(start + head)
    assert found.startswith(b"HTTP/1.1 408 ")
    assert b"urn:aurora:problem:slow" in found


def test_a_head_that_is_too_long_is_refused_however_it_comes(served: Make) -> None:
    made = served()
    assert made.say(HEAD + b"x-a: " + b"a" * 40_000 + b"\r\n\r\n").startswith(b"HTTP/1.1 431 ")
    assert made.say(HEAD, *[b"x-a: " + b"a" * 1000 + b"\r\n"] * 40).startswith(b"HTTP/1.1 431 ")
    assert made.say(b"GET /" + b"a" * 40_000 + b" HTTP/1.1\r\n\r\n").startswith(b"HTTP/1.1 431 ")
    assert made.say(HEAD + b"x-a: " + b"a" * 5_000_000 + b"\r\n\r\n").startswith(b"HTTP/1.1 431 ")


def test_a_short_head_with_a_long_body_behind_it_is_answered(served: Make) -> None:
    body = b'{"a": "' + b"x" * 100_000 + b'"}'
    head = b"POST /runs HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\ncontent-type: application/json\r\n"
    found = served().say(head + b"content-length: %d\r\n\r\n" % len(body) + body)
    assert found.startswith(b"HTTP/1.1 200 ")
    assert found.endswith(body.replace(b": ", b":"))


@pytest.mark.parametrize(
    "lines",
    [
        b"x-request-id: a\r\n set-cookie: b=c\r\n",
        b"x-request-id: a\rset-cookie: b=c\r\n",
        b"x-request-id: a\nset-cookie: b=c\r\n",
        b"x-request-id: a%0d%0aset-cookie: b=c\r\n",
        b"x-request-id : a\r\n",
        b"x-a\0b: c\r\n",
        b"content-length: 5\r\ntransfer-encoding: chunked\r\n",
        b"content-length: 5\r\ncontent-length: 6\r\n",
        b"transfer-encoding: identity, chunked, chunked\r\n",
        b"host: evil.example\r\n",
    ],
)
def test_an_injected_header_reaches_no_answer(served: Make, lines: bytes) -> None:
    found = served(http_read_seconds=1.0).say(HEAD + lines + b"connection: close\r\n\r\n")
    assert b"set-cookie" not in found.lower()
    assert found.split(b"\r\n")[0].split(b" ")[1] in (b"200", b"400", b"408", b"431")
    if not lines.startswith(b"x-request-id"):
        assert found.startswith(b"HTTP/1.1 400 ")


@pytest.mark.parametrize("noise", [b"\x16\x03\x01\x02\x00", b"\0" * 100, b"HELO\r\n\r\n", b"GET\r\n\r\n", b"\r\n" * 50])
def test_noise_is_no_request_and_hurts_nobody(served: Make, noise: bytes) -> None:
    made = served(http_read_seconds=0.5)
    assert made.say(noise).split(b"\r\n")[0] in (b"HTTP/1.1 400 Bad Request", b"HTTP/1.1 408 Request Timeout")
    assert made.say(HEAD + b"connection: close\r\n\r\n").startswith(b"HTTP/1.1 200 ")


def test_a_path_that_leads_out_is_refused_as_it_was_sent(served: Make) -> None:
    made = served()
    for path in (b"/../../etc/passwd", b"/things/../../etc/passwd", b"//..//etc/passwd", b"/..%c0%af", b"/%2e%2e%2f"):
        found = made.say(b"GET " + path + b" HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n")
        assert found.split(b" ")[1] in (b"400", b"404")
        assert b"root:" not in found


@pytest.mark.parametrize(("path", "whole"), [(b"/stream?pieces=2000", 2000 * 65536), (b"/large", 1 << 25)])
def test_a_client_that_does_not_read_is_left(served: Make, path: bytes, whole: int) -> None:
    made = served(http_timeout=0.5)
    with made.connect() as connection:
        connection.sendall(b"GET " + path + b" HTTP/1.1\r\nhost: localhost\r\n\r\n")
        made.until_left()
        assert len(until_closed(connection)) < whole
