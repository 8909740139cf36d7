"""The live streams when the server is killed, and when five hundred listen of whom some never read."""

import asyncio
import json
import re
import socket
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from aurora.adapters.store.database import Database
from aurora.adapters.store.events import EventTable
from tests.faults.conftest import until
from tests.faults.serving import SECONDS, Server, heard

CLIENTS, SILENT, EVENTS = 480, 20, 100
LARGE, LARGE_EVENTS = 32 * 1024, 160
HANDSHAKE = (
    b"GET /ws HTTP/1.1\r\nhost: localhost\r\nupgrade: websocket\r\nconnection: upgrade\r\n"
    b"sec-websocket-version: 13\r\nsec-websocket-key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n"
)


@pytest.fixture
def log(database_url: str) -> Iterator[EventTable]:
    with closing(Database(database_url)) as database, closing(EventTable(database)) as table:
        yield table


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_a_listener_misses_nothing_when_the_server_is_killed_and_started_again(
    database_url: str, log: EventTable, tmp_path: Path
) -> None:
    ending, written = threading.Event(), list[int]()

    def write() -> None:
        while not ending.wait(0.005):
            written.append(log.append("fix.judged", source="test", data={"number": len(written)}).seq)

    writer = threading.Thread(target=write)
    found, seq = list[int](), 0
    server = Server(tmp_path, database_url)
    writer.start()
    try:
        for _ in range(3):
            with server.listen("fix", seq=seq) as client:
                for _ in range(40):
                    message = heard(client)
                    assert message["type"] == "fix.judged"
                    found.append(message["data"]["number"])
                    seq = message["seq"]
                server.kill()
                try:
                    while True:  # what was on its way counts too
                        message = heard(client)
                        found.append(message["data"]["number"])
                        seq = message["seq"]
                except ConnectionClosed:
                    pass
            before = len(written)
            until(lambda count=before: len(written) > count + 20)  # type: ignore[misc]
            server = Server(tmp_path, database_url)
        ending.set()
        writer.join()
        with server.listen("fix", seq=seq) as client:
            while len(found) < len(written):
                found.append(heard(client)["data"]["number"])
        assert found == list(range(len(written)))
    finally:
        ending.set()
        writer.join()
        server.stop()


def silent_listener(port: int) -> socket.socket:
    """Subscribes to `healing` and then never reads."""
    client = socket.socket()
    client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    client.settimeout(SECONDS)
    client.connect(("127.0.0.1", port))
    wish = json.dumps({"type": "subscribe", "channels": ["healing"], "seq": 0}).encode()
    mask = bytes(4)
    client.sendall(HANDSHAKE + bytes([0x81, 0x80 | len(wish)]) + mask + wish)
    return client


def seqs(data: bytes) -> list[int]:
    """The seqs of the whole messages in what came, in their order."""
    return [
        int(each) for each in re.findall(rb'"seq": (\d+), "type": "healing.step"[^{]*\{"text": "x{%d}"' % LARGE, data)
    ]


def drained(client: socket.socket) -> bytes:
    """All that waits, until the server has ended the connection."""
    found = b""
    try:
        while piece := client.recv(1 << 20):
            found += piece
    except OSError:
        return found
    return found


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_five_hundred_listen_and_those_that_never_read_slow_nobody_and_miss_nothing(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'aurora.db'}"
    with closing(Database(url)) as database, closing(EventTable(database)) as log:
        server = Server(tmp_path, url, AURORA_LIVE_PATIENCE=3)
        silent = [silent_listener(server.port) for _ in range(SILENT)]
        try:
            steps = [
                log.append("healing.step", source="test", data={"text": "x" * LARGE}).seq for _ in range(LARGE_EVENTS)
            ]
            asyncio.run(_crowd(server, log))
            assert server.process.poll() is None
            for client in silent:  # the server has left it, or does so while it reads what waits
                had = seqs(drained(client))
                assert had == steps[: len(had)] != steps
            with server.listen("healing", seq=had[-1] if had else 0) as again:
                assert [heard(again)["seq"] for _ in steps[len(had) :]] == steps[len(had) :]
        finally:
            for client in silent:
                client.close()
            server.stop()


async def _crowd(server: Server, log: EventTable) -> None:
    """Everybody hears every event, in order."""
    ready = asyncio.Semaphore(0)

    async def listen() -> list[int]:
        url = f"ws://127.0.0.1:{server.port}/ws"
        async with connect(url, open_timeout=SECONDS, ping_interval=None, proxy=None) as client:
            await client.recv()
            await client.send(json.dumps({"type": "subscribe", "channels": ["fix"]}))
            await client.recv()
            ready.release()
            return await _numbers(client)

    async with asyncio.timeout(2 * SECONDS):
        clients = [asyncio.create_task(listen()) for _ in range(CLIENTS)]
        for _ in range(CLIENTS):
            await ready.acquire()
        await asyncio.to_thread(_write, log)
        for heard_numbers in await asyncio.gather(*clients):
            assert heard_numbers == list(range(EVENTS))


def _write(log: EventTable) -> None:
    for number in range(EVENTS):
        log.append("fix.judged", source="test", data={"number": number})


async def _numbers(client: ClientConnection) -> list[int]:
    found: list[int] = []
    while len(found) < EVENTS:
        message = json.loads(await client.recv())
        if message["type"] == "fix.judged":
            found.append(message["data"]["number"])
    return found
