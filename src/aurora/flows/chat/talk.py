"""One turn of a conversation: remember it -> what does it ask for -> do it or ask back -> remember the answer."""

import re
from dataclasses import replace

from aurora.engines.nexus.intents import of_mode, spoken
from aurora.engines.nexus.talk import TASK, believed
from aurora.flows import recall as memory
from aurora.flows.chat.deeds import DEEDS
from aurora.flows.chat.message import Message, Waiting, ask, taken, with_path
from aurora.flows.route import confirm, route
from aurora.flows.tools import Tools
from aurora.model.chat import Intent, Reply
from aurora.model.errors import AuroraError, BadInputError
from aurora.registry.catalogue import power_unit

_LEAST = 0.15  # of confidence: below it even asking back between two readings would be a guess
_MEANT = 0.5  # of probability: below it a message is a task for the router
_LONGEST_NAME = 100
_NOT_KNOWN = Reply(
    "I don't know how to do that, or do not understand it. Ask for help to see what I can do.",
    Intent.UNKNOWN,
    could=False,
)
_CHOICES = (("1", "first", "former"), ("2", "second", "latter"))


def talk(tools: Tools, session: str, text: str) -> Reply:
    """The answer to a message of a session; both are kept. Raises `BadInputError` for an empty message or name."""
    if not session.strip() or session == "aurora" or len(session) > _LONGEST_NAME:
        raise BadInputError(f"a session has a name of its own with at most {_LONGEST_NAME} characters.")
    if not text.strip():
        raise BadInputError("there is nothing said.", next_step='Say it: aurora chat "how are you".')
    memory.say(tools, session, "user", text)
    message = Message(session, text, spoken(text))
    try:
        reply = _answered(tools, message)
    except AuroraError as error:
        reply = Reply(error.sentence, message.intent, could=False)
    if reply.intent is Intent.FORGET and reply.did:
        return replace(reply, text="Everything of this session is dropped.")
    memory.say(tools, session, "aurora", "\n".join(filter(None, (reply.text, reply.question, *reply.links))) or "-")
    return reply


def _answered(tools: Tools, message: Message) -> Reply:
    waiting = taken(tools, message.session)
    reply = _continued(tools, waiting, message) if waiting else None
    if reply:
        return reply
    if message.intent in (Intent.YES, Intent.NO):
        return Reply("There is nothing that waits for a yes or no from you in this session.", message.intent)
    deed = DEEDS.get(message.intent)
    return deed(tools, message) if deed else _routed(tools, message)


def _continued(tools: Tools, waiting: Waiting, message: Message) -> Reply | None:
    """The answer to a message that answers a question; nothing when it is about something else."""
    if message.intent is Intent.NO:
        return Reply("All right, I did nothing.", Intent.NO)
    if waiting.kind == "confirm":
        agreed = message.intent is Intent.YES
        return DEEDS[waiting.message.intent](tools, replace(waiting.message, confirmed=True)) if agreed else None
    if waiting.kind == "path" and message.intent is Intent.UNKNOWN:
        named = with_path(tools, replace(message, intent=waiting.message.intent, unit=waiting.message.unit))
        if isinstance(named, Reply):
            taken(tools, message.session)
            return None
        return DEEDS[named.intent](tools, replace(waiting.message, path=named.path))
    return _chosen(tools, waiting, message) if waiting.kind == "reading" else None


def _chosen(tools: Tools, waiting: Waiting, message: Message) -> Reply | None:
    """Do what the user says was meant, and remember that for words like it."""
    said = message.text.lower()
    picked = [
        unit
        for unit, names in zip(waiting.units, _CHOICES, strict=False)
        if re.search(rf"\b(?:{'|'.join(names)})\b", said) or power_unit(unit).name.lower() in said
    ]
    if len(picked) != 1:
        return None
    confirm(tools, waiting.message.words, picked[0])
    intent = of_mode(picked[0])
    return DEEDS[intent](tools, replace(waiting.message, intent=intent, unit=picked[0]))


def _routed(tools: Tools, message: Message) -> Reply:
    label, probability = believed(message.words)
    if label != TASK and probability >= _MEANT:
        intent = Intent(label)
        return DEEDS[intent](tools, replace(message, intent=intent)) if intent in DEEDS else _NOT_KNOWN
    routing = route(tools, message.words or message.text, message.code)
    if routing.confidence < _LEAST:
        return _NOT_KNOWN
    if not routing.sure:
        units = tuple(each.unit for each in routing.modes[:2])
        return ask(tools, Waiting("reading", message, units), "I am not sure what you mean.", routing.question)
    intent = of_mode(routing.mode.unit)
    return DEEDS[intent](tools, replace(message, intent=intent, unit=routing.mode.unit))
