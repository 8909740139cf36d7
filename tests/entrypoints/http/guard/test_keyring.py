import asyncio
import time

import pytest

from aurora.entrypoints.http.guard import keyring as module
from aurora.entrypoints.http.guard.keyring import ANYBODY, LOCAL, Keyring, Principal
from aurora.flows import keys
from aurora.flows.tools import Tools
from aurora.model.key import Scope, digest


@pytest.fixture
def ring(tools: Tools) -> Keyring:
    return Keyring(lambda: tools.store().keys)


def ask(ring: Keyring, secret: str) -> Principal | None:
    return asyncio.run(ring.by_secret(secret))


def test_a_secret_with_the_right_id_and_the_wrong_rest_opens_nothing(tools: Tools, ring: Keyring) -> None:
    issued = keys.create(tools, "test", Scope.RUN)
    assert ask(ring, issued.secret) == Principal(issued.key.prefix, Scope.RUN)
    for wrong in (issued.secret[:-1] + "?", issued.secret + "a", f"{issued.key.prefix}_" + "a" * 43, "", "a", "\ud800"):
        assert ask(ring, wrong) is None


def test_what_has_ended_opens_nothing(tools: Tools, ring: Keyring) -> None:
    assert ask(ring, keys.create(tools, "test", Scope.RUN, seconds=1e-6).secret) is None


def test_a_key_is_read_again_when_it_is_no_longer_fresh(
    tools: Tools, ring: Keyring, monkeypatch: pytest.MonkeyPatch
) -> None:
    issued = keys.create(tools, "test", Scope.RUN)
    found = ask(ring, issued.secret)
    assert found is not None
    keys.revoke(tools, issued.key.id)
    monkeypatch.setattr(module, "_FRESH", -1.0)
    assert ask(ring, issued.secret) is None
    assert not asyncio.run(ring.still(found))


def test_who_came_without_a_key_may_stay(ring: Keyring) -> None:
    assert asyncio.run(ring.still(LOCAL))
    assert asyncio.run(ring.still(ANYBODY))


def test_a_session_may_stay_until_it_is_closed(tools: Tools, ring: Keyring) -> None:
    issued = keys.create(tools, "test", Scope.RUN)
    tools.store().keys.open_session(digest("token"), issued.key.id, until=time.time() + 60)
    found = asyncio.run(ring.by_session("token"))
    assert found is not None
    assert found.is_csrf(found.csrf.encode())
    assert not found.is_csrf(b"")
    assert asyncio.run(ring.still(found))
    tools.store().keys.close_session(digest("token"))
    ring.forget("token")
    assert not asyncio.run(ring.still(found))


def test_what_is_remembered_is_bounded(ring: Keyring, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_MOST", 2)
    for number in range(5):
        assert ask(ring, f"aur_0000000{number}_" + "a" * 43) is None
    assert len(ring._known) <= 2
