import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest
from sqlalchemy.engine import make_url
from sqlalchemy.exc import OperationalError

from aurora.adapters.store.database import Database
from aurora.adapters.store.postgresql import engine, patient, when_started
from aurora.model.errors import UnreachableStoreError


@contextmanager
def _refusing(*answers: tuple[str, str]) -> Iterator[str]:
    """The URL of a server that answers one client after the other with an error: (code, words)."""
    with socket.create_server(("127.0.0.1", 0)) as server:

        def answer() -> None:
            for code, words in answers:
                client, _address = server.accept()
                with client:
                    client.recv(8192)
                    body = f"SFATAL\0VFATAL\0C{code}\0M{words}\0\0".encode()
                    client.sendall(b"E" + (len(body) + 4).to_bytes(4) + body)

        thread = threading.Thread(target=answer)
        thread.start()
        port = server.getsockname()[1]
        yield f"postgresql+psycopg://aurora@127.0.0.1:{port}/none?sslmode=disable&gssencmode=disable"
        thread.join()


STARTING = ("57P03", "the database system is starting up")


def test_a_server_that_is_starting_is_asked_until_it_says_something_else() -> None:
    stranger = ("28000", "no such role")
    with _refusing(STARTING, STARTING, stranger) as url, pytest.raises(UnreachableStoreError, match="no such role"):
        Database(url)


def test_a_server_that_never_ends_starting_is_given_up() -> None:
    asked: list[int] = []

    def refused() -> None:
        asked.append(1)
        raise OperationalError(None, None, psycopg.OperationalError(STARTING[1]))

    with pytest.raises(OperationalError):
        when_started(refused, seconds=0.0)
    assert asked == [1]


def test_a_connection_is_waited_for_a_minute_unless_the_url_says_otherwise() -> None:
    assert patient(make_url("postgresql://h/d")).query == {"connect_timeout": "60"}
    assert patient(make_url("postgresql://h/d?connect_timeout=5")).query == {"connect_timeout": "5"}


def test_the_queue_waits_for_a_server_whose_socket_is_not_there(tmp_path: Path) -> None:
    from dbos._utils import retriable_postgres_exception

    away = engine(make_url(f"postgresql+psycopg://aurora@/none?host={tmp_path}"))
    with pytest.raises(OperationalError, match="No such file") as caught:
        away.connect()
    assert caught.value.connection_invalidated
    assert retriable_postgres_exception(caught.value)
    away.dispose()
