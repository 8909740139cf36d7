"""`aurora keys`: the secret once, the prefix ever after."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.doubles import tools_with
from tests.entrypoints.cli.conftest import Ran

Aurora = Callable[..., Ran]


@pytest.mark.parametrize(
    "words", [("--scope", "god"), ("--expires", "soon"), ("--expires", "0x1d"), ("--expires", "999999d")]
)
def test_bad_input_is_refused(aurora: Aurora, words: tuple[str, ...]) -> None:
    assert aurora("keys", "create", "ci", *words).status == 2


def test_a_key_that_is_not_there_is_refused(aurora: Aurora) -> None:
    assert aurora("keys", "revoke", "aur_00000000").status == 2
    assert aurora("keys", "rotate", "aur_00000000").status == 2
    assert aurora("keys", "list", "--json").json == []


def test_the_secret_is_shown_once(aurora: Aurora, tmp_path: Path) -> None:
    tools = tools_with(tmp_path)
    made = aurora("keys", "create", "ci", "--scope", "run", "--expires", "90d", tools=tools)
    secret = made.out.strip()
    assert secret.startswith("aur_")
    assert secret not in made.err
    listed = aurora("keys", "list", tools=tools).out
    assert secret[:12] in listed
    assert "until" in listed
    assert secret not in listed
    (row,) = aurora("keys", "list", "--json", tools=tools).json
    assert (row["name"], row["scope"], row["usable"]) == ("ci", "run", True)
    assert set(row) == {"id", "name", "scope", "created", "expires", "revoked", "successor", "prefix", "usable"}


def test_a_key_is_rotated_and_revoked(aurora: Aurora, tmp_path: Path) -> None:
    tools = tools_with(tmp_path)
    first = aurora("keys", "create", "ci", "--json", tools=tools).json
    second = aurora("keys", "rotate", first["prefix"], "--overlap", "0m", "--json", tools=tools).json
    assert second["secret"] != first["secret"]
    assert aurora("keys", "revoke", second["id"], "--json", tools=tools).json == {"id": second["id"], "revoked": True}
    listed = aurora("keys", "list", tools=tools).out.splitlines()
    assert "revoked" in listed[0]
    assert "ended" in listed[1]
    forever = aurora("keys", "create", "b", "--scope", "admin", tools=tools)
    assert "never ends" in aurora("keys", "list", tools=tools).out
    assert aurora("keys", "revoke", forever.out.strip(), tools=tools).status == 0
