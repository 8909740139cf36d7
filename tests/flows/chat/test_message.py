"""What a message refers to."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from aurora.flows.chat.message import Message, Waiting, ask, taken, with_path
from aurora.flows.tools import Tools
from aurora.model.chat import Intent, Reply
from tests.doubles import tools_with


@pytest.fixture
def tools(tmp_path: Path) -> Iterator[Tools]:
    joined = tools_with(tmp_path)
    yield joined
    joined.close()


def test_code_between_fences_is_no_words() -> None:
    message = Message("s", "fix this\n```python\nx = 1\n```")
    assert (message.words, message.code) == ("fix this", "x = 1\n")


def test_a_question_waits_once_and_only_in_its_session(tools: Tools) -> None:
    message = Message("s", "fix it", Intent.FIX, "M46", "a.py")
    reply = ask(tools, Waiting("reading", message, ("M1", "M2")), "Hm.", "Which?")
    assert (reply.text, reply.question, reply.did) == ("Hm.", "Which?", ())
    assert taken(tools, "other") is None
    assert taken(tools, "s") == Waiting("reading", message, ("M1", "M2"))
    assert taken(tools, "s") is None


def test_a_question_that_is_too_old_waits_no_more(tools: Tools) -> None:
    ask(tools, Waiting("confirm", Message("s", "undo", Intent.UNDO)), "", "Shall I?")
    sessions = tools.store().sessions
    ((name, kept),) = sessions.values("s", "context").items()
    sessions.set("s", "context", name, json.dumps({**json.loads(kept), "moment": "2020-01-01T00:00:00+00:00"}))
    assert taken(tools, "s") is None


def test_a_path_is_found_in_words_and_in_quotes(tools: Tools, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "my shop").mkdir()
    (tmp_path / "a.py").write_text("", "utf-8")
    said = {
        "look at a.py, please": "a.py",
        "look at 'my shop' now": "my shop",
        f"see {tmp_path}/a.py.": f"{tmp_path}/a.py",
    }
    for words, path in said.items():
        meant = with_path(tools, Message("s", words))
        assert isinstance(meant, Message)
        assert meant.path == path


def test_what_was_spoken_of_is_meant_by_a_pronoun_only(tools: Tools, tmp_path: Path) -> None:
    given = with_path(tools, replace(Message("s", "analyse"), path=str(tmp_path)))
    assert isinstance(given, Message)
    again = with_path(tools, Message("s", "analyse it"))
    assert isinstance(again, Message)
    assert again.path == str(tmp_path)
    assert isinstance(with_path(tools, Message("s", "analyse")), Reply)
    assert isinstance(with_path(tools, Message("other", "analyse it")), Reply)
