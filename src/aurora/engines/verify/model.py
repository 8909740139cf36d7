"""How probable it is that an answer is right: one logistic model over the evidence, fitted by `bench/calibrate.py`."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, astuple, dataclass, field, fields, replace
from importlib.resources import files
from types import MappingProxyType

from aurora.engines.verify.evidence import Evidence, log_odds
from aurora.engines.verify.steps import Sample, Step, fit_steps
from aurora.model.logistic import fit_logistic, sigmoid

_ONE = 1.0  # the figure `examples` of one example
_DISPUTED = log_odds(0.6)
NAMES = tuple(figure.name for figure in fields(Evidence))
STEPPED = ("margin", "simple", "agreement", "unasked", "usual", "parameters")  # that are fitted as steps, too
_ROUNDS, _RATE = 100, 0.1  # of fitting steps


@dataclass(frozen=True, slots=True)
class Row:
    """One answer to learn from: what was measured of it, which strategy found it, whether it was right."""

    evidence: Evidence
    strategy: str
    right: bool
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Model:
    """The confidence is 1 / (1 + exp(-(bias + sum of weight times figure + record of the strategy))); where words
    and few examples are all that is known, the heights of the steps are added to the sum."""

    bias: float
    weights: tuple[float, ...]  # in the order of the fields of `Evidence`
    records: Mapping[str, float] = field(default_factory=dict)  # id of a strategy -> how much more often it is right
    steps: tuple[Step, ...] = ()
    answered_at: float = 0.5  # confidence below which nothing is answered: it is more likely wrong than right
    scant_at: float = 0.5  # the same where words and few examples are all that is known
    unworded_at: float = (
        0.2  # the same for a task of examples alone, which ask for no more than a program that keeps them
    )
    verified_at: float = 0.95  # confidence from which on an answer is called verified

    def confidence(self, evidence: Evidence, strategy: str = "") -> float:
        """How probable it is, 0 to 1, that the answer is right."""
        return sigmoid(self.odds(evidence, strategy))

    def odds(self, evidence: Evidence, strategy: str = "") -> float:
        """The log odds, natural, of that."""
        figures: Sequence[float] = astuple(evidence)
        score = sum(weight * figure for weight, figure in zip(self.weights, figures, strict=True))
        heights = sum(step.height(evidence) for step in self.steps) if evidence.scant else 0.0
        return self.bias + score + self.records.get(strategy, 0.0) + heights

    def stepped(self, rows: Sequence[Row]) -> "Model":
        """The same model with steps fitted to those of the rows where words and few examples are all that is known."""
        plain = replace(self, steps=())
        samples = [
            Sample(row.evidence, row.right, row.weight, plain.odds(row.evidence, row.strategy))
            for row in rows
            if row.evidence.scant
        ]
        return replace(self, steps=fit_steps(samples, STEPPED, _ROUNDS, _RATE))

    def scaled(self, slope: float, shift: float) -> "Model":
        """The same model whose log odds are `slope` times as large, and `shift` more."""
        return replace(
            self,
            bias=self.bias * slope + shift,
            weights=tuple(weight * slope for weight in self.weights),
            records={name: value * slope for name, value in self.records.items()},
            steps=tuple(replace(step, under=step.under * slope, over=step.over * slope) for step in self.steps),
        )

    def answers(self, evidence: Evidence, confidence: float) -> bool:
        """Whether an answer of this confidence is given; a question is better than a guess from one example."""
        if evidence.told:
            return confidence >= (self.scant_at if evidence.scant else self.answered_at)
        return confidence >= self.unworded_at and not (evidence.examples <= _ONE and evidence.agreement <= _DISPUTED)

    def text(self) -> str:
        """As the JSON of `model.json`."""
        plain = {
            **{name: getattr(self, name) for name in self.__slots__},
            "weights": dict(zip(NAMES, self.weights, strict=True)),
            "records": dict(self.records),
            "steps": list(map(asdict, self.steps)),
        }
        return json.dumps(_rounded(plain), indent=2) + "\n"


def read_model(text: str) -> Model:
    """The model of a JSON text; raises `ValueError`, `KeyError` or `TypeError` for one that is none."""
    plain = json.loads(text)
    weights, records = plain.pop("weights"), plain.pop("records")
    steps = tuple(Step(**step) for step in plain.pop("steps"))
    figures = tuple(weights[name] for name in NAMES)
    return Model(weights=figures, records=MappingProxyType(records), steps=steps, **plain)


def fitted() -> Model:
    """The model that comes with Aurora."""
    return read_model(files(__package__).joinpath("model.json").read_text("utf-8"))


def fit(rows: Sequence[Row], *, prior: Mapping[str, float] = MappingProxyType({}), strength: float = 3.0) -> Model:
    """The model that explains best which answers were right, each weight drawn towards its prior (0) with `strength`.

    Raises `ValueError` for no rows.
    """
    if not rows:
        raise ValueError("there is no row to fit to")
    strategies = sorted({row.strategy for row in rows})
    table = [[1.0, *astuple(row.evidence), *(float(row.strategy == name) for name in strategies)] for row in rows]
    start = [0.0, *(prior.get(name, 0.0) for name in NAMES), *(0.0 for _ in strategies)]
    pulls = [0.01] + [strength] * (len(start) - 1)  # the bias is hardly held
    weights = fit_logistic(table, [row.right for row in rows], start, pulls, [row.weight for row in rows])
    size = 1 + len(NAMES)
    return Model(weights[0], tuple(weights[1:size]), dict(zip(strategies, weights[size:], strict=True)))


def _rounded(value: object) -> object:
    match value:
        case float():
            return round(value, 3)
        case dict():
            return {name: _rounded(inner) for name, inner in value.items()}
        case list():
            return list(map(_rounded, value))
    return value


def least_confidence(found: Iterable[tuple[float, bool]], precision: float, *, least: int = 1) -> float:
    """The lowest confidence from which on at least this share was right, of at least so many; over 1 when there is
    none."""
    ranked = sorted(found, key=lambda pair: -pair[0])
    best, right = 1.01, 0
    for count, (confidence, was_right) in enumerate(ranked, start=1):
        right += was_right
        if count >= least and right >= precision * count:
            best = confidence
    return best
