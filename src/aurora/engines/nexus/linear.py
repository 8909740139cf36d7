"""A linear classifier over named features: a small text file, asked in microseconds without any library.

The weights of one feature for all labels are lanes of one big integer, so that adding up the rows of a request is one
addition a feature; the last lane holds the square of the feature's own weight, for the length of the whole.
"""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from operator import add

from aurora.model.errors import BadInputError

UNIT = 20  # a weight of 1.0 as it is written
_LANE = 32
_WIDTH = 1 << _LANE
_HALF = _WIDTH >> 1
_HEAD = "aurora router 1"


@dataclass(frozen=True, slots=True)
class Linear:
    """Weights by feature and label, and the temperature that makes scores probabilities that hold."""

    labels: tuple[str, ...]
    rows: Mapping[str, int]  # the lanes of a feature
    temperature: float = 1.0
    _bias: int = field(init=False, repr=False)
    _places: Mapping[str, int] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_bias", sum(_HALF << (_LANE * lane) for lane in range(len(self.labels) + 1)))
        object.__setattr__(self, "_places", {label: place for place, label in enumerate(self.labels)})

    def probabilities(self, blocks: Iterable[Sequence[str]]) -> dict[str, float]:
        """How probable each label is, most probable first; they add up to 1."""
        scores = self._scores(blocks)
        top = max(scores)
        temperature = self.temperature
        grown = list(map(math.exp, [(score - top) / temperature for score in scores]))
        total = sum(grown)
        labels, order = self.labels, sorted(range(len(grown)), key=grown.__getitem__, reverse=True)
        return {labels[place]: grown[place] / total for place in order}

    def weights(self, features: Iterable[str], label: str) -> list[float]:
        """What each of some features says for a label."""
        bias, place = self._bias, _LANE * self._places[label]
        lanes = [((self.rows.get(each, 0) + bias) >> place) % _WIDTH for each in features]
        return [(lane - _HALF) / UNIT for lane in lanes]

    def knows(self, label: str) -> bool:
        """Whether it was trained for a label."""
        return label in self._places

    def _scores(self, blocks: Iterable[Sequence[str]]) -> list[float]:
        scores: list[float] = []
        for block in blocks:
            *lanes, square = self._lanes(sum(filter(None, map(self.rows.get, block))))
            if square > 0:
                norm = 1 / math.sqrt(square * UNIT)
                own = [lane * norm for lane in lanes]
                scores = list(map(add, scores, own)) if scores else own
        return scores or [0.0] * len(self.labels)

    def _lanes(self, row: int) -> memoryview:
        """The lanes of a row: with the bias no lane borrows from the next, and without its bit each has its sign."""
        count = len(self.labels) + 1
        return memoryview(((row + self._bias) ^ self._bias).to_bytes(count * _LANE // 8, "little")).cast("i")

    def lines(self) -> Iterator[str]:
        """The model as text: a head, then a line a feature: name, square, `label:weight` where there is one."""
        yield f"{_HEAD}\t{self.temperature:.4f}\t{' '.join(self.labels)}"
        for feature, row in sorted(self.rows.items()):
            *weights, square = self._lanes(row)
            told = " ".join(f"{place}:{weight}" for place, weight in enumerate(weights) if weight)
            yield f"{feature}\t{square}\t{told}"

    @classmethod
    def read(cls, text: str, where: str) -> "Linear":
        """The model of a text; raises `BadInputError` when it is none."""
        lines = text.splitlines()
        try:
            head, temperature, labels = lines[0].split("\t")
            named = tuple(labels.split())
            rows = dict(_row(line, len(named)) for line in lines[1:])
            model = cls(named, rows, float(temperature))
        except (ValueError, IndexError) as error:
            head, model = str(error), cls((), {})
        if head != _HEAD:
            raise BadInputError(
                f"this is no router model: {head}.", where=where, next_step="Train one: aurora route --train."
            )
        return model


def packed(weights: Iterable[tuple[int, float]], square: float, labels: int) -> int:
    """The lanes of one feature: (place of the label, weight) and the square of the feature's own weight."""
    kept = sum(round(weight * UNIT) << (_LANE * place) for place, weight in weights)
    return kept + (round(square * UNIT) << (_LANE * labels))


def _row(line: str, labels: int) -> tuple[str, int]:
    feature, square, told = line.split("\t")
    lanes = int(square) << (_LANE * labels)
    for each in told.split():
        place, _, weight = each.partition(":")
        lanes += int(weight) << (_LANE * int(place))
    return feature, lanes
