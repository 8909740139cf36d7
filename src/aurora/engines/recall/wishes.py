"""Which sources a question asks for by name: "past fixes for", "jobs that", "what did I say"."""

import re
from collections.abc import Iterator, Mapping

from aurora.model.memory import Source

_SAID: Mapping[Source, str] = {
    Source.FIX: r"fix(es|ed)?|repair(s|ed)?|patch(es|ed)?|mended",
    Source.HEALTH: r"services?|unhealthy|healthy|health",
    Source.HEALING: r"healing|healed|heals?|restart(s|ed)?|recover(y|ed)",
    Source.JOB: r"jobs?|queued|worker",
    Source.CONVERSATION: r"conversations?|i (said|asked|told)|we talked|chat",
    Source.CORPUS: r"functions?|synthesi[sz]ed|wrote",
}
_PATTERNS = tuple((source, re.compile(rf"\b({said})\b")) for source, said in _SAID.items())


def wished(text: str) -> Iterator[Source]:
    """The sources whose own words a question has."""
    lower = text.lower()
    return (source for source, pattern in _PATTERNS if pattern.search(lower))
