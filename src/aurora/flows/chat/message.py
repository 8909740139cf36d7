"""One message of a chat, and what it refers to: files that it names, code that it holds, what was spoken of before."""

import difflib
import json
import re
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from aurora.engines.nexus.shapes import split
from aurora.engines.nexus.talk import PATHLIKE
from aurora.flows.tools import Tools
from aurora.model.chat import Intent, Reply

_CONTEXT = "context"
_PENDING, _LAST = "chat waits for", "chat spoke of"
_PATIENCE = timedelta(minutes=15)  # a question that is older is not answered by a yes
_QUOTED = re.compile(r"[\"'`]([^\"'`\n]+)[\"'`]")
_PRONOUN = re.compile(
    r"\b(?:it|this|that|again|there|undo|revert|the (?:same )?(?:file|folder|project|code))\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Message:
    """What was said in which session; `confirmed` after the user said yes to the question about it."""

    session: str
    text: str
    intent: Intent = Intent.UNKNOWN
    unit: str = ""  # the execution mode, when there is one
    path: str = ""  # the file or folder that is meant, found and existing
    confirmed: bool = False

    @property
    def code(self) -> str:
        """The code that stands in it between fences."""
        return split(self.text)[1]

    @property
    def words(self) -> str:
        """The text without that code."""
        return split(self.text)[0].strip()


@dataclass(frozen=True, slots=True)
class Waiting:
    """A question that a session waits to have answered: kind "confirm", "path" or "reading"."""

    kind: str
    message: Message
    units: tuple[str, ...] = ()  # the readings to choose from


def ask(tools: Tools, waiting: Waiting, text: str, question: str) -> Reply:
    """Ask back; the next message of the same session answers."""
    plain = {
        "kind": waiting.kind,
        "text": waiting.message.text,
        "intent": str(waiting.message.intent),
        "unit": waiting.message.unit,
        "path": waiting.message.path,
        "units": waiting.units,
        "moment": datetime.now(UTC).isoformat(),
    }
    tools.store().sessions.set(waiting.message.session, _CONTEXT, _PENDING, json.dumps(plain))
    return Reply(text, waiting.message.intent, question=question)


def taken(tools: Tools, session: str) -> Waiting | None:
    """What the session waits for, which is asked only once; nothing when it was asked too long ago."""
    sessions = tools.store().sessions
    kept = sessions.values(session, _CONTEXT).get(_PENDING, "")
    if not kept:
        return None
    sessions.set(session, _CONTEXT, _PENDING, "")
    plain = json.loads(kept)
    if datetime.now(UTC) - datetime.fromisoformat(plain["moment"]) > _PATIENCE:
        return None
    message = Message(session, plain["text"], Intent(plain["intent"]), plain["unit"], plain["path"])
    return Waiting(plain["kind"], message, tuple(plain["units"]))


def with_path(tools: Tools, message: Message) -> Message | Reply:
    """The message with the file or folder that it means, or a question back when that is unclear."""
    if message.path:
        return _spoken_of(tools, message)
    spoken = [each.rstrip(".") or each for each in PATHLIKE.findall(message.words)]
    named = [*_QUOTED.findall(message.words), *spoken]
    there = [each for each in named if Path(each).expanduser().exists()]
    if there:
        return _spoken_of(tools, replace(message, path=there[0]))
    waiting = Waiting("path", message)
    if named:
        near = difflib.get_close_matches(named[0], [path.name for path in Path().iterdir()], n=1)
        advice = f" Did you mean {near[0]}?" if near else ""
        return ask(tools, waiting, f"There is no file or folder {named[0]}.{advice}", "Which file or folder is it?")
    last = tools.store().sessions.values(message.session, _CONTEXT).get(_LAST, "")
    if last and Path(last).exists() and _PRONOUN.search(message.words):
        return _spoken_of(tools, replace(message, path=last))
    return ask(tools, waiting, "I do not know what you mean.", "Which file or folder is it?")


def _spoken_of(tools: Tools, message: Message) -> Message:
    tools.store().sessions.set(message.session, _CONTEXT, _LAST, message.path)
    return message
