"""A real server of the live streams, and real clients of it."""

import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from typing import Any

import pytest
from websockets.sync.client import ClientConnection, connect

from aurora.flows.tools import Tools
from tests.doubles import tools_with
from tests.entrypoints.http.guard.serving import Served
from tests.entrypoints.http.live.application import Streams

SECONDS = 120.0


class Live:
    """A server with its switchboard."""

    def __init__(self, tools: Tools) -> None:
        self.tools = tools
        self.streams = Streams(tools)
        self.served = Served(tools, self.streams)

    @contextmanager
    def connect(self, headers: dict[str, str] | None = None) -> Iterator[ClientConnection]:
        """A client that was welcomed."""
        url = f"ws://127.0.0.1:{self.served.port}/ws"
        with connect(url, additional_headers=headers, open_timeout=SECONDS, max_size=None, proxy=None) as client:
            assert heard(client)["type"] == "welcome"
            yield client

    def write(self, count: int, type: str = "fix.judged") -> None:
        """Events in the log."""
        for number in range(count):
            self.tools.store().events.append(type, source="test", data={"number": number})


def heard(client: ClientConnection) -> Any:
    """The next message."""
    return json.loads(client.recv(SECONDS))


def asked(client: ClientConnection, **wish: object) -> Any:
    """Say something and hear the next message."""
    client.send(json.dumps(wish))
    return heard(client)


@pytest.fixture(scope="module")
def tools(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tools]:
    made = tools_with(tmp_path_factory.mktemp("live"))
    yield made
    made.store.close()


@pytest.fixture
def live(tools: Tools) -> Iterator[Callable[..., Live]]:
    """Make a server: `live(**settings)`."""
    with ExitStack() as stack:

        def make(**settings: Any) -> Live:
            made = Live(replace(tools, settings=replace(tools.settings, **settings)))
            stack.callback(made.served.stop)
            return made

        yield make
