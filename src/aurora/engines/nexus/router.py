"""The router: a request in plain words, and code when there is some, to modes, knowledge and components."""

import csv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import islice

from aurora.engines.nexus.features import Heard, concepts, heard
from aurora.engines.nexus.linear import UNIT, Linear
from aurora.engines.nexus.prototypes import Prototypes
from aurora.engines.nexus.shapes import burden, marks, split
from aurora.engines.nexus.topics import Topics
from aurora.model.routing import Reading as Understanding
from aurora.model.routing import Routing
from aurora.pycode.reading import Read, Reading
from aurora.registry.catalogue import catalogue

WEIGHTS = "weights.txt"
SURE = 0.4  # a confidence below it asks back
_SHOWN = 5  # modes of an answer
_WIDE = frozenset({"whole", "until"})  # concepts of a request that goes on or goes over everything
_MANY_WORDS = 40
_LEAST = 1 / UNIT  # a weight that is told


@dataclass(frozen=True, slots=True)
class Need:
    """What a mode needs: its effort (0 to 1), knowledge packs and components, the most important first."""

    effort: float
    packs: tuple[str, ...]
    components: tuple[str, ...]


class Router:
    """Routes requests; built once, used from any thread."""

    def __init__(self, model: Linear, phrases: Iterable[tuple[str, str]] = ()) -> None:
        """`phrases` are pairs of a phrase and the unit it stands for, besides what the model was trained with."""
        self._model = model
        self._prototypes = Prototypes(phrases)
        self._names = {unit.id: unit.name for unit in catalogue()}
        self._promises = {unit.id: unit.promise for unit in catalogue()}
        self._tiers = {unit.id: unit.group for unit in catalogue() if unit.kind == "knowledge"}
        packs = {unit.id: (unit.name, unit.promise) for unit in catalogue() if unit.kind == "knowledge"}
        self._topics = Topics(packs)

    @property
    def prototypes(self) -> Prototypes:
        """The phrases, ready to be asked."""
        return self._prototypes

    @property
    def topics(self) -> Topics:
        """The words of the knowledge packs."""
        return self._topics

    def route(self, text: str, code: str = "", read: Read = Reading) -> Routing:
        """Where a request goes; code may also stand in it between fences. `read` may know what was read before."""
        said, fenced = split(text)
        given = "\n".join(filter(None, (code, fenced)))
        request = heard(said, marks(given or (said if "\n" in said else ""), read))
        believed = self._prototypes.blended(said, self._model.probabilities((request.seen, request.letters)), request)
        names, best = self._names, islice(believed.items(), _SHOWN)
        modes = tuple([Understanding(unit, names.get(unit, unit), round(score, 4)) for unit, score in best])
        need = needs().get(modes[0].unit, Need(0.5, (), ()))
        packs = tuple(dict.fromkeys((*self._topics.of(request.stems), *need.packs)))
        return Routing(
            complexity=_complexity(request, need.effort, burden(given, read) if given else 0.0),
            tier=self._tiers[packs[0]] if packs else "foundation",
            modes=modes,
            capabilities=packs,
            components=need.components,
            confidence=modes[0].score,
            reasons=self._reasons(request, modes[0]),
            question="" if modes[0].score >= SURE else self._question(modes),
        )

    def _reasons(self, request: Heard, mode: Understanding) -> tuple[str, ...]:
        """The words, ideas and marks that speak most for a mode."""
        if not self._model.knows(mode.unit):
            return (f"a phrase of {mode.name} is like it",)
        spoken = dict(zip(reversed(request.stems), reversed(request.words), strict=True))
        told = [each for each in request.seen if each[0] in "wck"]
        weighed = zip(self._model.weights(told, mode.unit), told, strict=True)
        strong = sorted([each for each in weighed if each[0] >= _LEAST], reverse=True)[:3]
        return tuple(f"{_told(feature, spoken)} speaks for {mode.name}" for _, feature in strong)

    def _question(self, modes: Sequence[Understanding]) -> str:
        first, second = (f"{mode.name} ({self._promises.get(mode.unit, mode.unit)})" for mode in modes[:2])
        return f"Do you mean {first}, or {second}?"


@cache
def shipped() -> Linear:
    """The model that comes with Aurora."""
    return Linear.read(files(__package__).joinpath(WEIGHTS).read_text("utf-8"), WEIGHTS)


@cache
def needs() -> Mapping[str, Need]:
    """What each mode needs, from `needs.csv`."""
    text = files(__package__).joinpath("needs.csv").read_text("utf-8")
    return {
        row["mode"]: Need(float(row["effort"]), tuple(row["packs"].split()), tuple(row["components"].split()))
        for row in csv.DictReader(text.splitlines())
    }


@cache
def _wide_stems() -> frozenset[str]:
    return frozenset(root for root, named in concepts().items() if not _WIDE.isdisjoint(named))


def _complexity(request: Heard, effort: float, code: float) -> float:
    """The effort of the mode, how much is said, whether it goes over everything, and how much code there is; 0 to 1."""
    wide = not _wide_stems().isdisjoint(request.stems)
    plain = 0.6 * effort + 0.2 * min(1.0, len(request.words) / _MANY_WORDS) + 0.2 * wide
    return round(plain + (1 - plain) * code, 3)


def _told(feature: str, spoken: Mapping[str, str]) -> str:
    kind, _, what = feature.partition(" ")
    if kind == "w":
        return f'"{spoken.get(what, what)}"'
    return f"the {what} that came with it" if kind == "k" else f"the idea of {what}"
