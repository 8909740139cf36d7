"""`aurora session`: what a session keeps, from the command line."""

from collections.abc import Callable
from pathlib import Path

from tests.doubles import tools_with
from tests.entrypoints.cli.conftest import Ran

Aurora = Callable[..., Ran]


def test_a_session_that_is_not_there_is_no_success(aurora: Aurora) -> None:
    assert aurora("session", "show", "shop").status == 1
    assert "There is no session 'shop'" in aurora("session", "show", "shop").err
    assert aurora("session", "forget", "shop").status == 1
    assert aurora("session", "list", "--json").json == []


def test_bad_input_is_refused(aurora: Aurora) -> None:
    assert aurora("session", "say", " ", "hello").status == 2
    assert aurora("session", "say", "shop", "x" * 20_001).status == 2
    assert aurora("session", "set", "shop", "", "brief").status == 2
    assert aurora("session", "set", "aurora", "style", "brief").status == 2


def test_what_was_said_and_preferred_is_shown_listed_recalled_and_forgotten(aurora: Aurora, tmp_path: Path) -> None:
    tools = tools_with(tmp_path)
    aurora("session", "say", "shop", "keep the [diffs] small", tools=tools)
    aurora("session", "set", "shop", "style", "brief", tools=tools)
    shown = aurora("session", "show", "shop", tools=tools)
    assert shown.status == 0
    assert "preference  style = brief" in shown.out
    assert "user: keep the [diffs] small" in shown.out
    (row,) = aurora("session", "list", "--json", tools=tools).json
    assert (row["name"], row["turns"]) == ("shop", 1)
    assert aurora("recall", "small diffs", "--source", "conversation", tools=tools).status == 0
    assert [each["name"] for each in aurora("session", "list", "--json", tools=tools).json] == ["shop"]
    assert aurora("session", "forget", "shop", "--json", tools=tools).json == {"rows": 2}
    assert aurora("recall", "small diffs", "--source", "conversation", tools=tools).status == 1
