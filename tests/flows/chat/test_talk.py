"""Whole conversations."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from aurora.adapters.process.loopback import HOST
from aurora.flows.chat.talk import talk
from aurora.flows.tools import Tools
from aurora.model.answer import Patch, Repair
from aurora.model.chat import Intent, Reply
from aurora.model.errors import BadInputError
from aurora.model.verdict import Judgement, Verdict
from tests.doubles import ScriptedEngines, tools_with

BROKEN, RIGHT = "def one():\n    return 2\n", "def one():\n    return 1\n"
REPAIR = Repair(Judgement(Verdict.VERIFIED), Patch((), {"one.py": RIGHT}, why="it returns one"))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "shop"
    folder.mkdir()
    (folder / "one.py").write_text(BROKEN, "utf-8")
    return folder


@pytest.fixture
def tools(tmp_path: Path) -> Iterator[Tools]:
    joined = tools_with(tmp_path, ScriptedEngines({"": "def f(a):\n    return a[::-1]"}, [REPAIR, REPAIR]))
    yield replace(joined, settings=replace(joined.settings, luminar_port=_free_port()))
    joined.close()


def _free_port() -> int:
    import socket

    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


def converse(tools: Tools, *said: str, session: str = "s") -> list[Reply]:
    return [talk(tools, session, each) for each in said]


@pytest.mark.parametrize(("session", "text"), [("", "hi"), ("aurora", "hi"), ("x" * 101, "hi"), ("s", " \n")])
def test_a_message_needs_words_and_a_session_of_its_own(tools: Tools, session: str, text: str) -> None:
    with pytest.raises(BadInputError):
        talk(tools, session, text)


def test_talk_alone_does_nothing(tools: Tools) -> None:
    hello, advice, lone = converse(tools, "hello", "help", "yes")
    assert "Aurora 0" in hello.text
    assert "heal yourself" in advice.text
    assert "nothing that waits" in lone.text
    assert (hello.did, advice.did, lone.did) == ((), (), ())


def test_both_sides_are_remembered(tools: Tools) -> None:
    converse(tools, "hello")
    assert [turn.role for turn in tools.store().sessions.turns("s")] == ["user", "aurora"]


def test_what_nobody_understands_is_not_done(tools: Tools) -> None:
    (reply,) = converse(tools, "qqq zzz xxyy")
    assert not reply.could
    assert "I don't know how" in reply.text
    assert reply.did == ()


def test_a_mode_that_does_not_work_yet_is_said(tools: Tools) -> None:
    (reply,) = converse(tools, "deploy this version to production")
    assert not reply.could
    assert "I don't know how to do Auto-Deploy (M49) yet" in reply.text


@pytest.mark.parametrize("words", ["restart yourself", "fix yourself", "heal aurora"])
def test_without_a_supervisor_healing_restarts_nothing_and_says_so(tools: Tools, words: str) -> None:
    (reply,) = converse(tools, words)
    assert reply.intent is Intent.HEAL
    assert not reply.could
    assert "No supervisor runs" in reply.text
    assert reply.did == ("checked the database",)


def test_an_unclear_reference_asks_back_and_the_answer_is_used(tools: Tools, project: Path) -> None:
    unclear, analysed, again = converse(tools, "analyse it", f"I mean '{project}'", "analyse it again")
    assert unclear.question == "Which file or folder is it?"
    assert unclear.did == ()
    assert analysed.did == (f"analysed {project} with ruff",)
    assert analysed.intent is Intent.ANALYSE
    assert again.did == analysed.did


def test_a_path_that_is_not_there_asks_back(tools: Tools, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "stock.py").write_text("x = 1\n", "utf-8")
    (reply,) = converse(tools, "analyse stok.py")
    assert "There is no file or folder stok.py. Did you mean stock.py?" in reply.text
    (analysed,) = converse(tools, "stock.py")
    assert analysed.did == ("analysed stock.py with ruff",)


def test_a_fix_is_shown_first_and_applied_after_a_yes(tools: Tools, project: Path) -> None:
    (shown,) = converse(tools, f"fix '{project}/'")
    assert shown.question == "Shall I apply it?"
    assert "+    return 1" in shown.text
    assert (project / "one.py").read_text("utf-8") == BROKEN
    (applied,) = converse(tools, "yes")
    assert "wrote the patch" in applied.did
    assert (project / "one.py").read_text("utf-8") == RIGHT


def test_a_yes_in_another_session_confirms_nothing(tools: Tools, project: Path) -> None:
    converse(tools, f"fix '{project}/'")
    (stranger,) = converse(tools, "yes", session="other")
    assert "nothing that waits" in stranger.text
    assert (project / "one.py").read_text("utf-8") == BROKEN


def test_a_no_and_a_change_of_subject_leave_the_files_alone(tools: Tools, project: Path) -> None:
    _, refused, late = converse(tools, f"fix '{project}/'", "no", "yes")
    assert refused.text == "All right, I did nothing."
    assert "nothing that waits" in late.text
    _, _, late = converse(tools, f"fix '{project}/'", "hello", "yes")
    assert "nothing that waits" in late.text
    assert (project / "one.py").read_text("utf-8") == BROKEN


def test_an_undo_asks_first_and_restores(tools: Tools, project: Path) -> None:
    _, _, asked = converse(tools, f"fix '{project}/'", "yes", "undo it")
    assert asked.question == "Shall I do it?"
    assert (project / "one.py").read_text("utf-8") == RIGHT
    (undone,) = converse(tools, "yes")
    assert undone.text == "Restored one.py."
    assert (project / "one.py").read_text("utf-8") == BROKEN


def test_a_function_is_written_with_its_verdict(tools: Tools) -> None:
    (reply,) = converse(tools, "write a function that reverses a string")
    assert reply.intent is Intent.WRITE
    assert "return a[::-1]" in reply.text
    assert "Verdict: verified." in reply.text
    assert reply.did == ("searched 7 candidates: verified",)
    assert reply.links[0].startswith("corpus ")


def test_unsure_words_are_asked_about_and_the_choice_is_learned(tools: Tools, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("aurora.flows.chat.talk._LEAST", 0.0)
    words = "bibble the bobble"
    (unsure,) = converse(tools, words)
    assert "Do you mean" in unsure.question
    (chosen,) = converse(tools, "the second one")
    (again,) = converse(tools, words)
    assert not again.question or again.question != unsure.question
    assert chosen.intent == again.intent


def test_preferences_are_kept_and_memory_is_asked(tools: Tools) -> None:
    kept, shown, nothing = converse(
        tools, "set style to brief", "show my preferences", "do you remember the zebra crash"
    )
    assert kept.did == ("kept the preference style",)
    assert shown.text == "style = brief"
    assert (nothing.could, nothing.did) == (False, ("searched the memory",))
    converse(tools, "the zebra crash came from the port", session="earlier")
    (found,) = converse(tools, "do you remember the zebra crash")
    assert found.links == ("session earlier",) or "session earlier" in found.links


def test_a_conversation_is_forgotten_only_after_a_yes(tools: Tools) -> None:
    _, asked, gone = converse(tools, "hello", "forget this conversation", "yes")
    assert asked.question
    assert gone.did[0].startswith("dropped ")
    assert tools.store().sessions.turns("s") == []


def test_stopping_a_service_asks_first_and_says_when_nobody_supervises(tools: Tools) -> None:
    asked, told = converse(tools, "stop web", "yes")
    assert asked.text == "This stops the service web."
    assert not told.could
    assert "no supervisor answers" in told.text


def test_status_tells_what_it_could_not_count(tools: Tools) -> None:
    (reply,) = converse(tools, "how are you?")
    assert "The jobs cannot be counted" in reply.text
    assert "no supervisor answers" in reply.text
    assert reply.did == ()


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("is everything running", Intent.STATUS),
        ("which commands do you know", Intent.HELP),
        ("get everything running again", Intent.HEAL),
        ("what is the weather like", Intent.UNKNOWN),
        ("delete all files", Intent.UNKNOWN),
        ("power down that old worker", Intent.STOP),
        ("never mind, forget all I told you", Intent.FORGET),
    ],
)
def test_other_words_for_the_same_are_understood(tools: Tools, text: str, intent: Intent) -> None:
    assert talk(tools, "s", text).intent is intent


def test_halting_a_service_asks_first_and_heals_nothing(tools: Tools) -> None:
    (asked,) = converse(tools, "halt the web service")
    assert (asked.text, asked.did) == ("This stops the service web.", ())


def test_a_service_that_is_not_named_is_not_guessed(tools: Tools) -> None:
    (told,) = converse(tools, "put that old web out of service please")
    assert not told.could
    assert told.did == ()
