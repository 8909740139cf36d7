import time
from pathlib import Path

import pytest

from aurora.flows import keys
from aurora.model.errors import BadInputError, NotFoundError
from aurora.model.key import Scope, digest
from tests.doubles import tools_with


@pytest.mark.parametrize("name", ["", "  ", "x" * 81, "a\nb"])
def test_a_name_that_is_none_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(BadInputError):
        keys.create(tools_with(tmp_path), name, Scope.READ)


def test_a_key_that_opens_nothing_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInputError):
        keys.create(tools_with(tmp_path), "ci", Scope.PUBLIC)


def test_a_key_lives_and_each_step_is_an_event_without_the_secret(tmp_path: Path) -> None:
    tools = tools_with(tmp_path)
    first = keys.create(tools, " ci ", Scope.RUN, seconds=1000.0)
    second = keys.rotate(tools, first.key.prefix, overlap=100.0)
    assert (second.key.name, second.key.scope) == ("ci", Scope.RUN)
    assert second.key.expires - second.key.created == pytest.approx(1000.0)
    old, kept = tools.store().keys.find(first.key.id) or (first.key, "")
    assert kept == digest(first.secret)
    assert old.usable(time.time())
    assert not old.usable(time.time() + 101.0)
    keys.revoke(tools, second.secret)
    for gone in (second.key.id, "aur_00000000", ""):
        with pytest.raises(NotFoundError):
            keys.revoke(tools, gone)
    assert [key.id for key in keys.every(tools)] == [second.key.id, first.key.id]
    events = tools.store().events.since(0)
    assert [event.type for event in events] == ["key.created", "key.rotated", "key.revoked"]
    assert first.secret not in str(events)
    tools.store.close()
