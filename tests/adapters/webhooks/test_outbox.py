"""What happened is delivered in order, signed, also after the receiver or this process were gone."""

import hashlib
import hmac
import json
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from aurora.adapters.projects.replace import replace_text
from aurora.adapters.webhooks.outbox import Outbox, message
from aurora.adapters.webhooks.receive import Receiver
from aurora.model.errors import BadInputError
from aurora.model.event import Event
from tests.adapters.webhooks.answering import receiving

SECONDS = 120.0


def made(urls: str | tuple[str, ...], folder: Path, secret: str = "") -> Outbox:
    def ask(name: str, call: Callable[[], str], *, trial: bool = False) -> str:
        del name, trial
        return call()

    return Outbox(
        (urls,) if isinstance(urls, str) else urls, folder / "out", ask=ask, write=replace_text, secret=secret
    )


def event(seq: int, type: str = "job.done") -> Event:
    return Event(seq, "2026-01-01T00:00:00+00:00", type, "jobs", "j1", {"kind": "fix"})


@pytest.mark.parametrize("url", ["", "ftp://host/x", "https:///path", "file:///etc/passwd"])
def test_what_is_no_address_is_refused(tmp_path: Path, url: str) -> None:
    with pytest.raises(BadInputError, match="no address"):
        made(url, tmp_path)


def test_what_nobody_is_told_of_is_not_kept(tmp_path: Path) -> None:
    outbox = made("http://127.0.0.1:9/", tmp_path)
    outbox.put(event(1, "job.submitted"))
    assert outbox.waiting == 0
    outbox.close()


def test_messages_come_in_order_with_their_id_and_signature(tmp_path: Path) -> None:
    receiver = Receiver()
    outbox = made(receiver.url, tmp_path, "secret")
    for seq in (1, 2, 3):
        outbox.put(event(seq))
    assert outbox.settle(SECONDS) == ""
    outbox.close()
    receiver.close()
    assert [json.loads(body)["seq"] for body, _ in receiver.taken] == [1, 2, 3]
    body, headers = receiver.taken[0]
    digest = hmac.new(b"secret", body, hashlib.sha256).hexdigest()
    assert (headers["X-Aurora-Signature-256"], headers["Idempotency-Key"]) == (f"sha256={digest}", "1")


def test_what_waits_is_delivered_by_the_next_process(tmp_path: Path) -> None:
    receiver = Receiver()
    receiver.close()
    outbox = made(receiver.url, tmp_path)
    outbox.put(event(7))
    outbox.close()
    receiver.open()
    again = made(receiver.url, tmp_path)
    assert again.settle(SECONDS) == ""
    again.close()
    receiver.close()
    assert [json.loads(body)["seq"] for body, _ in receiver.taken] == [7]


def test_a_receiver_that_is_gone_keeps_nothing_from_the_others(tmp_path: Path) -> None:
    gone, there = Receiver(), Receiver()
    gone.close()
    outbox = made((gone.url, there.url), tmp_path)
    for seq in (1, 2, 3):
        outbox.put(event(seq))
    assert reaches(lambda: outbox.delivered == 3 and "3 messages wait for receiver 1" in outbox.wrong())
    assert [json.loads(body)["seq"] for body, _ in there.taken] == [1, 2, 3]
    outbox.close()
    lines = [json.loads(line) for line in (tmp_path / "out").read_text("utf-8").splitlines()]
    assert [(url, id_) for url, id_, _ in lines] == [(gone.url, "1"), (gone.url, "2"), (gone.url, "3")]
    there.close()


def test_two_receivers_at_one_host_fail_apart(tmp_path: Path) -> None:
    with receiving() as host:
        names: list[str] = []

        def ask(name: str, call: Callable[[], str], *, trial: bool = False) -> str:
            del trial
            names.append(name)
            return call()

        outbox = Outbox((f"{host.url}/a", f"{host.url}/b"), tmp_path / "out", ask=ask, write=replace_text)
        outbox.put(event(1))
        assert outbox.settle(SECONDS) == ""
        outbox.close()
    place = host.url.split("/")[2]
    assert sorted(names) == [f"receiver 1 at {place}", f"receiver 2 at {place}"]


def reaches(holds: Callable[[], bool]) -> bool:
    deadline = time.monotonic() + SECONDS
    while not holds() and time.monotonic() < deadline:
        time.sleep(0.01)
    return holds()


def test_each_receiver_is_told_in_its_own_words() -> None:
    line = str(message("https://discord.com/api/webhooks/1/x", event(1))["content"])
    assert line.startswith("**job.done** j1")
    github = message("https://api.github.com/repos/o/r/dispatches", event(1))
    assert github["event_type"] == "job.done"
    assert message("https://example.org/", event(1))["seq"] == 1
