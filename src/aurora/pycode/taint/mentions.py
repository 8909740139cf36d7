"""Whether texts name a source of outside input and a place where it is dangerous at all; most name neither.

Every name that taint analysis knows must stand in the texts (or in their paths, which are names of modules) before it
can be found, so files without it need no analysis. What is told here is never more than that.
"""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet

from aurora.pycode.taint.knowledge import (
    ENTRIES,
    HANDLER_PARTS,
    LOG_LEVELS,
    METHOD_SINKS,
    REQUEST_NAMES,
    REQUEST_PARTS,
    ROUTES,
    SINKS,
    SOURCE_METHODS,
    SOURCES,
    SPAWNERS,
)

_WORDS_ALONE = "".join(each if each.isalnum() or each == "_" else " " for each in map(chr, range(128)))


def _dotted(names: Iterable[str]) -> tuple[frozenset[str], ...]:
    return tuple({frozenset(name.split(".")): None for name in names})


_SOURCES, _SINKS = _dotted(SOURCES), _dotted((*SINKS, *SPAWNERS, "yaml.load"))
_REQUESTS = frozenset(name.rpartition(".")[2] for name in REQUEST_NAMES)
_HANDLED = frozenset(name.rpartition(".")[2] for name in HANDLER_PARTS)
_ARRIVALS = frozenset({*METHOD_SINKS, *LOG_LEVELS})


def may_flow(files: Mapping[str, str]) -> bool:
    """Whether outside input could reach a dangerous place in these texts; False only when it certainly cannot."""
    text = "\n".join((*files, *files.values()))
    if not text.isascii():  # another spelling of a letter is the same name to Python
        return True
    words = frozenset(text.translate(_WORDS_ALONE).split())
    routed = "@" in text and not words.isdisjoint(ROUTES)
    return _begins(text, words, routed) and _arrives(text, words, routed)


def _begins(text: str, words: AbstractSet[str], routed: bool) -> bool:
    asked = not words.isdisjoint(_REQUESTS) and not words.isdisjoint(REQUEST_PARTS)
    handled = "Handler" in text and not words.isdisjoint(_HANDLED)
    known = any(names <= words for names in _SOURCES) or not words.isdisjoint(SOURCE_METHODS | ENTRIES)
    return routed or asked or handled or known


def _arrives(text: str, words: AbstractSet[str], routed: bool) -> bool:
    html = "<" in text and (routed or not words.isdisjoint(ENTRIES))
    known = any(names <= words for names in _SINKS) or not words.isdisjoint(_ARRIVALS)
    return html or known or "headers" in text
