"""A real server and real clients: what is said on the wire, by those who keep to it and those who do not."""

import socket
from collections.abc import Callable

import pytest
from websockets.exceptions import ConnectionClosed, InvalidStatus

from aurora.flows import keys
from aurora.model.key import Scope
from tests.entrypoints.http.guard.serving import until_closed
from tests.entrypoints.http.live.conftest import Live, asked, heard
from tests.entrypoints.http.live.malformed import frames, messages
from tests.faults.conftest import until

Make = Callable[..., Live]
HANDSHAKE = (
    b"GET /ws HTTP/1.1\r\nhost: localhost\r\nupgrade: websocket\r\nconnection: upgrade\r\n"
    b"sec-websocket-version: 13\r\nsec-websocket-key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n"
)


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Origin": "https://evil.example"}, 403),
        ({"Origin": "http://127.0.0.1:1"}, 403),
        ({"Origin": "null"}, 403),
        ({"Authorization": "Bearer aur_00000000_" + "a" * 43}, 401),
        ({"X-Forwarded-For": "10.0.0.1"}, 401),
    ],
)
def test_a_stranger_is_refused_at_the_handshake(live: Make, headers: dict[str, str], status: int) -> None:
    with pytest.raises(InvalidStatus) as caught, live().connect(headers):
        pass
    assert caught.value.response.status_code == status
    assert caught.value.response.headers["content-type"] == "application/problem+json"


def test_where_a_key_is_needed_it_is_needed_here_too(live: Make) -> None:
    made = live(http_keys=1)
    with pytest.raises(InvalidStatus), made.connect():
        pass
    secret = keys.create(made.tools, "test", Scope.READ).secret
    with made.connect({"Authorization": f"Bearer {secret}"}) as client:
        assert asked(client, type="ping")["type"] == "pong"


def test_a_listener_is_left_when_its_key_is_revoked(live: Make) -> None:
    made = live(http_keys=1, live_heartbeat=0.5)
    issued = keys.create(made.tools, "test", Scope.READ)
    with made.connect({"Authorization": f"Bearer {issued.secret}"}) as client:
        keys.revoke(made.tools, issued.key.id)
        with pytest.raises(ConnectionClosed) as caught:  # noqa: PT012 - it hears heartbeats until then
            while True:
                assert heard(client)["type"] == "heartbeat"
    assert caught.value.rcvd is not None
    assert caught.value.rcvd.code == 4401


def test_one_listener_too_many_is_refused_and_a_place_that_is_left_is_free(live: Make) -> None:
    made = live(live_clients=1)
    with made.connect():
        with pytest.raises(InvalidStatus) as caught, made.connect():
            pass
        assert (caught.value.response.status_code, caught.value.response.headers["retry-after"]) == (503, "10")
    until(lambda: made.streams.switchboard is not None and not made.streams.switchboard.is_full)
    with made.connect():
        pass


def test_a_thousand_malformed_frames_are_answered_or_end_their_own_connection_and_hurt_nobody(live: Make) -> None:
    made = live()
    with made.connect() as witness, made.connect() as client:
        asked(witness, type="subscribe", channels=["fix"])
        count = 0
        for message in messages(600):
            client.send(message)
            assert heard(client)["type"] == "error"
            count += 1
        for frame in frames(400):
            with made.served.connect() as raw:
                raw.sendall(HANDSHAKE + frame)
                raw.shutdown(socket.SHUT_WR)
                assert until_closed(raw).startswith(b"HTTP/1.1 101 ")
            count += 1
        assert count == 1000
        assert asked(client, type="ping")["type"] == "pong"
        made.write(1)
        assert heard(witness)["type"] == "fix.judged"


def test_a_message_that_is_too_long_ends_the_connection(live: Make) -> None:
    with live().connect() as client:
        client.send("x" * 20_000)
        with pytest.raises(ConnectionClosed) as caught:
            heard(client)
    assert caught.value.rcvd is not None
    assert caught.value.rcvd.code == 1009


def test_who_hears_nothing_gets_a_heartbeat_with_the_seq_to_resume_from(live: Make) -> None:
    made = live(live_heartbeat=0.2)
    start = made.tools.store().events.last()
    made.write(1)
    with made.connect() as client:
        assert asked(client, type="subscribe", channels=["fix"], seq=start)["seq"] == start
        last = heard(client)["seq"]
        beat = heard(client)
        assert (beat["type"], beat["seq"]) == ("heartbeat", last)


def test_telemetry_is_measured_while_somebody_listens(live: Make) -> None:
    made = live()
    with made.connect() as client:
        asked(client, type="subscribe", channels=["telemetry"])
        message = heard(client)
        assert (message["type"], message["channel"]) == ("telemetry", "telemetry")
        assert message["data"]["jobs"] == {"running": 1, "queued": 2, "per_second": 0.0}
        assert message["data"]["memory_mb"] > 10
        assert message["data"]["listeners"] == 1


def test_a_listener_that_goes_in_the_middle_of_a_stream_resumes_with_nothing_missed(live: Make) -> None:
    made = live()
    start = made.tools.store().events.last()
    made.write(300)
    found: list[int] = []
    with made.connect() as client:
        asked(client, type="subscribe", channels=["fix"], seq=start)
        while len(found) < 120:
            found.append(heard(client)["data"]["number"])
            seq = start + len(found)
        client.socket.shutdown(socket.SHUT_RDWR)  # gone without a word
    made.write(50, "healing.step")
    with made.connect() as client:
        asked(client, type="subscribe", channels=["fix"], seq=seq)
        while len(found) < 300:
            found.append(heard(client)["data"]["number"])
    assert found == list(range(300))
