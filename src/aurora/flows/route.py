"""Route a request in plain words: which mode, knowledge and components it needs, why, and how sure that is."""

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from aurora.contracts.store import Store
from aurora.engines.nexus import talk
from aurora.engines.nexus.router import WEIGHTS, Router, shipped
from aurora.engines.nexus.scoring import Score, scored
from aurora.engines.nexus.training import fitted
from aurora.engines.nexus.utterances import labelled, written
from aurora.flows.tools import Later, Tools
from aurora.model.errors import BadInputError
from aurora.model.routing import Routing
from aurora.pycode.reading import Read, Reading
from aurora.registry.catalogue import power_unit
from aurora.registry.discover import sift

UNITS = "aurora.units.modes"  # whose parts may bring phrases: `facts={"phrases": ["find what waits", ...]}`
_OWN, _KIND = "aurora", "routing"  # where confirmed requests are kept
MOST_CONFIRMED = 500
_LONGEST = 20_000  # characters of a request
_LONGEST_CONFIRMED = 300


def route(tools: Tools, text: str, code: str = "", read: Read = Reading) -> Routing:
    """Where a request goes; raises `BadInputError` when there are no words, or far too many."""
    if not text.strip() or len(text) > _LONGEST:
        raise BadInputError(
            f"a request has between 1 and {_LONGEST:,} characters.", next_step='Say it: aurora route "find the leak".'
        )
    return router(tools).route(text, code, read)


def router(tools: Tools) -> Router:
    """The router of these tools, with what people confirmed when learning is switched on; made once."""
    return _router(tools.store if tools.settings.learning else None)


def plain() -> Router:
    """The shipped router with the phrases of the modes, without what people confirmed; made once, needs no tools."""
    return _router(None)


def remade(tools: Tools) -> Router:
    """The router made anew from its files and from what people confirmed."""
    _router.cache_clear()
    return router(tools)


def brought() -> tuple[tuple[str, str], ...]:
    """The phrases that the modes bring, with their units."""
    registry, _ = sift(UNITS)
    return tuple(_phrases((part.unit, part.facts.get("phrases", ())) for part in registry.parts))


def confirm(tools: Tools, text: str, unit: str) -> None:
    """Remember that a person said which unit a request meant; requests like it go there from now on.

    Only what was confirmed is remembered, the newest 500, and nothing when learning is switched off. Raises
    `NotFoundError` for a unit that does not exist.
    """
    named = power_unit(unit).id
    if not text.strip() or len(text) > _LONGEST_CONFIRMED:
        raise BadInputError(f"a request that is remembered has between 1 and {_LONGEST_CONFIRMED} characters.")
    if not tools.settings.learning:
        return
    sessions = tools.store().sessions
    kept = sessions.values(_OWN, _KIND)
    number = max((int(name[:9]) for name in kept), default=0) + 1
    again = sha256(text.strip().lower().encode()).hexdigest()[:16]
    for name in [name for name in kept if name.endswith(again)] or sorted(kept)[: len(kept) - MOST_CONFIRMED + 1]:
        sessions.set(_OWN, _KIND, name, "")
    sessions.set(_OWN, _KIND, f"{number:09} {again}", json.dumps({"text": text, "unit": named}))
    _router.cache_clear()


def forget_confirmed(tools: Tools) -> int:
    """Drop every confirmed request; returns how many there were."""
    sessions = tools.store().sessions
    kept = sessions.values(_OWN, _KIND)
    for name in kept:
        sessions.set(_OWN, _KIND, name, "")
    _router.cache_clear()
    return len(kept)


def evaluate(path: Path) -> tuple[Score, list[str]]:
    """Score the shipped router on labelled utterances; what people confirmed is not used.

    Returns a sentence for each bad line besides; raises `BadInputError` when no line is good.
    """
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BadInputError(f"this cannot be read: {error}.", where=str(path)) from None
    good, bad = labelled(text)
    if not good:
        raise BadInputError(
            bad[0] if bad else "there is no utterance.",
            where=str(path),
            next_step='A line is {"text": "find the leak", "mode": "M14"}.',
        )
    return scored(good, _router(None).route), bad


def train(path: Path) -> int:
    """Train the router with the written utterances and write its weights, and those of the chat beside them.

    Returns how many utterances there were.
    """
    trained = ((path, written()), (path.with_name(talk.WEIGHTS), talk.written()))
    for target, rows in trained:
        target.write_text("".join(f"{line}\n" for line in fitted(rows).lines()), "utf-8")
    return sum(len(rows) for _, rows in trained)


def weights() -> Path:
    """The file of the weights that Aurora ships."""
    return Path(__file__).parent.parent / "engines" / "nexus" / WEIGHTS


def facts(routing: Routing) -> dict[str, object]:
    """A routing as the API and the command line tell it."""
    return {
        "targetTier": routing.tier,
        "selectedCapabilities": list(routing.capabilities),
        "selectedComponents": list(routing.components),
        "routingScore": routing.confidence,
        "complexity": routing.complexity,
        "executionMode": routing.mode.unit,
        "modes": [{"id": each.unit, "name": each.name, "score": each.score} for each in routing.modes],
        "sure": routing.sure,
        "question": routing.question,
        "reasons": list(routing.reasons),
    }


class Feedback:
    """What people confirmed, as the router is taught it."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.rows = store.sessions.values(_OWN, _KIND)

    def measured(self) -> tuple[float, float]:
        """The share of confirmed requests that go right, each held out: with what else was confirmed, and without."""
        told = _confirmed(self._store)
        base = brought()
        plain = Router(shipped(), [*base])
        rights = [0, 0]
        for place, (text, unit) in enumerate(told):
            others = [one for number, one in enumerate(told) if number != place]
            rights[0] += Router(shipped(), [*base, *others]).route(text).mode.unit == unit
            rights[1] += plain.route(text).mode.unit == unit
        return rights[0] / len(told), rights[1] / len(told)

    def drop(self) -> None:
        """Forget all that was confirmed."""
        self.restore(dict.fromkeys(self.rows, ""))

    def restore(self, rows: Mapping[str, str]) -> None:
        """Put rows back as they were."""
        for name, value in rows.items():
            self._store.sessions.set(_OWN, _KIND, name, value)
        _router.cache_clear()


@lru_cache(maxsize=8)
def _router(store: Later[Store] | None) -> Router:
    return Router(shipped(), [*brought(), *(_confirmed(store()) if store else ())])


def _phrases(brought: Iterable[tuple[str, object]]) -> Iterator[tuple[str, str]]:
    for unit, phrases in brought:
        if unit and isinstance(phrases, list | tuple):
            yield from ((str(phrase), unit) for phrase in phrases)


def _confirmed(store: Store) -> list[tuple[str, str]]:
    rows = [json.loads(value) for _, value in sorted(store.sessions.values(_OWN, _KIND).items())]
    return [(row["text"], row["unit"]) for row in rows]
