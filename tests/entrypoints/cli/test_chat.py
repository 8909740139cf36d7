"""`aurora chat`."""

import io
from collections.abc import Callable

import pytest

from tests.entrypoints.cli.conftest import Ran

Aurora = Callable[..., Ran]


def test_one_message_is_answered_and_the_session_goes_on(aurora: Aurora) -> None:
    told = aurora("chat", "set style to brief", "--session", "shop", "--json").json
    assert (told["intent"], told["did"]) == ("configure", ["kept the preference style"])
    assert aurora("chat", "show my preferences", "--session", "shop").out.startswith("style = brief")


def test_what_could_not_be_done_or_asks_back_is_no_success(aurora: Aurora) -> None:
    assert aurora("chat", "qqq zzz xxyy").status == 1
    assert aurora("chat", "fix it").status == 1
    assert aurora("chat", "hello", "--session", "aurora").status == 2


def test_a_conversation_ends_with_a_word(aurora: Aurora, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("hello\n\nhelp\nquit\nhello\n"))
    ran = aurora("chat")
    assert ran.status == 0
    assert ran.out.count("Hello. I am Aurora") == 1
    assert "heal yourself" in ran.out
