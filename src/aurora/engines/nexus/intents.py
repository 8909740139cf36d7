"""What a message of a chat asks for, told by its words; what they leave open is the router's."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from aurora.model.chat import Intent

_SELF = r"(?:yourself|aurora|your ?self|the (?:whole )?system|everything|all (?:the )?services|(?:all )?services)"
_ASKED = r"(?:(?:please|pls|hey aurora|aurora|can you|could you|would you|will you|now|just)[,: ]+)*"
_PLACE = (
    r"(?:it|this|that|(?:the |my )?(?:(?:file|folder|project|code)(?: in| of)? )?[\"'`]?[\w~-]*[./][\w./~-]*[\"'`]?)"
    r"(?: please| now| again| in the background| as a job)*"
)
_DEED = r"(?:it|that|this|(?:the |your |my )?(?:last |newest )?(?:fix|change|patch|edit))"
_PATTERNS: tuple[tuple[Intent, str], ...] = (
    (Intent.YES, r"(?:yes|y|yep|yeah|sure|ok|okay|go ahead|do it|please do|confirm(?:ed)?|proceed)(?: please)?"),
    (Intent.NO, r"(?:no|n|nope|stop|cancel|don'?t|do not|never ?mind|abort|leave it)(?: thanks?| thank you)?"),
    (Intent.GREET, r"(?:hi|hello|hey|good (?:morning|afternoon|evening)|greetings|howdy)(?: there| aurora)?"),
    (Intent.HELP, r"help(?: me)?|what can you do(?: for me)?|how do(?:es)? (?:this|you) work|commands|what are you"),
    (Intent.HEAL, rf"(?:heal|restart|fix|repair|recover|revive|reboot) {_SELF}(?: please| now)?"),
    (Intent.HEAL, r"(?:something is|are you|you are|you seem) (?:wrong with you|broken|sick|unhealthy|stuck)"),
    (Intent.STATUS, r"(?:(?:show|tell|give) me (?:the |your )?)?status(?: please| report)?"),
    (Intent.STATUS, r"how are (?:you|things)(?: doing)?|are you (?:ok|okay|alive|up|healthy)"),
    (
        Intent.STATUS,
        r"what(?:'s| is| are) (?:the (?:current )?status|your status|you doing|running|up|going on)(?: now)?",
    ),
    (Intent.STATUS, r"(?:what|which) (?:services|jobs) (?:are )?(?:running|active|waiting|there).*"),
    (Intent.RECALL, r"(?:do you )?(?:remember|recall) (?!that i ).+|search (?:your )?memory for .+"),
    (Intent.RECALL, r"have (?:we|you) (?:ever )?(?:seen|had|fixed|done) .+|(?:when|how) did (?:we|you) .+"),
    (Intent.RECALL, r"what (?:do you know|happened|did (?:we|you|i)) .+"),
    (Intent.CONFIGURE, r"(?:set|change|configure) (?:the |my |your )?[\w .-]+? (?:to|=|as) .+"),
    (Intent.CONFIGURE, r"(?:show|list|what are) (?:the |my |your )?(?:settings|preferences|configuration)"),
    (Intent.CONFIGURE, r"i prefer .+|remember that i (?:want|prefer|like) .+"),
    (Intent.RUN, r"run(?: (?:all )?(?:the )?(?:specs|specifications|everything|aurora))?|aurora run|start a run"),
    (Intent.UNDO, rf"(?:undo|revert|take back|roll ?back)(?: {_DEED})?(?: (?:in|of|to) \S+)?"),
    (Intent.FORGET, r"(?:forget|delete|clear|erase|wipe) (?:this |our |the )?(?:conversation|session|chat|history)"),
    (Intent.STOP, r"(?:stop|shut ?down|kill) (?:the )?(?:service )?[\w.-]+(?: service)?"),
    (Intent.EXPLAIN, rf"(?:explain|describe|what does|walk me through) {_PLACE}(?: do(?:es)?)?"),
    (Intent.FIX, rf"(?:fix|repair|debug|mend) {_PLACE}"),
    (Intent.ANALYSE, rf"(?:analy[sz]e|check|inspect|look at) {_PLACE}"),
)
_KNOWN = tuple(
    (intent, re.compile(rf"(?:{pattern})[.!?\s]*", re.IGNORECASE | re.DOTALL)) for intent, pattern in _PATTERNS
)
_OF_MODE: Mapping[str, Intent] = MappingProxyType(
    {
        "M1": Intent.ANALYSE,
        "M16": Intent.WRITE,
        "M31": Intent.OPTIMISE,
        "M46": Intent.FIX,
        "M51": Intent.HEAL,
        "M65": Intent.UNDO,
    }
)


def spoken(text: str) -> Intent:
    """What the words ask for by themselves; `UNKNOWN` when they must be routed."""
    whole = text.strip()
    bare = re.sub(rf"^{_ASKED}", "", whole, flags=re.IGNORECASE)
    found = (intent for said in (whole, bare) for intent, known in _KNOWN if known.fullmatch(said))
    return next(found, Intent.UNKNOWN)


def of_mode(unit: str) -> Intent:
    """What a routed mode is in a chat."""
    return _OF_MODE.get(unit, Intent.MODE)
