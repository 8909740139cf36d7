"""Training of the router: multinomial logistic regression in plain Python, and the temperature of its scores."""

import math
import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from aurora.engines.nexus.linear import Linear, packed

Blocks = Sequence[Sequence[str]]
Row = tuple[Blocks, str]
ROUNDS = 16
RATE = 2.5
DROPPED = 0.3  # of the features of a row, drawn anew each time: no single word shall decide
SMALLEST = 0.01  # a step of a probability below it is not made
FAINT = 0.5  # a weight below it is not kept
RARE = 2  # a pair that is seen less often is not learned
HELD_OUT = 6  # every sixth row tells the temperature


def fitted(rows: Sequence[Row], seed: int = 0) -> Linear:
    """The model of all rows, with the temperature under which a sixth of them, held out, surprise least.

    Same rows, same model. Temperature scaling: Guo et al., "On Calibration of Modern Neural Networks", ICML 2017.
    """
    order = list(rows)
    random.Random(seed).shuffle(order)
    held = order[::HELD_OUT]
    tried = trained([row for place, row in enumerate(order) if place % HELD_OUT], seed)
    return replace(trained(order, seed), temperature=_temperature(tried, held))


def trained(rows: Sequence[Row], seed: int = 0) -> Linear:
    """Multinomial logistic regression by stochastic gradient descent over features weighted by their rarity.

    Features are dropped at random: Srivastava et al., "Dropout", JMLR 2014.
    """
    labels = tuple(sorted({label for _, label in rows}, key=lambda each: (len(each), each)))
    rarity = _rarity(rows)
    weights: dict[str, list[float]] = {feature: [0.0] * len(labels) for feature in rarity}
    known = [_prepared(blocks, labels.index(label), rarity) for blocks, label in rows]
    chance = random.Random(seed)
    for number in range(ROUNDS):
        chance.shuffle(known)
        rate = RATE * (1 - number / ROUNDS) + RATE / 20
        for blocks, wanted in known:
            kept = [([each for each in block if chance.random() > DROPPED], norm) for block, norm in blocks]
            heard = [each for each in kept if each[0]]
            if heard:
                _step(weights, rarity, heard, wanted, rate)
    rows_kept = {
        feature: packed([each for each in enumerate(row) if abs(each[1]) >= FAINT], rarity[feature], len(labels))
        for feature, row in weights.items()
    }
    return Linear(labels, rows_kept)


def surprise(model: Linear, rows: Sequence[Row]) -> float:
    """The mean negative log likelihood of the wanted labels."""
    return -sum(math.log(max(1e-12, model.probabilities(blocks)[label])) for blocks, label in rows) / len(rows)


def _rarity(rows: Sequence[Row]) -> dict[str, float]:
    """The square of the inverse document frequency of each feature."""
    seen = Counter(feature for blocks, _ in rows for block in blocks for feature in block)
    return {
        feature: (math.log((1 + len(rows)) / (1 + count)) + 1) ** 2
        for feature, count in seen.items()
        if count >= RARE or feature[0] not in "np"
    }


Prepared = tuple[list[tuple[Sequence[str], float]], int]


def _prepared(blocks: Blocks, wanted: int, rarity: dict[str, float]) -> Prepared:
    known = [[feature for feature in block if feature in rarity] for block in blocks]
    return [(block, 1 / math.sqrt(sum(rarity[feature] for feature in block))) for block in known if block], wanted


def _step(
    weights: dict[str, list[float]],
    rarity: dict[str, float],
    blocks: Sequence[tuple[Sequence[str], float]],
    wanted: int,
    rate: float,
) -> None:
    """One step down the gradient; a weight is kept times its feature's value, so that a score is a plain sum."""
    sums = [[sum(lane) * norm for lane in zip(*map(weights.__getitem__, block), strict=True)] for block, norm in blocks]
    scores = [sum(each) for each in zip(*sums, strict=True)]
    top = max(scores)
    grown = [math.exp(score - top) for score in scores]
    total = sum(grown)
    errors = [-value / total for value in grown]
    errors[wanted] += 1
    steps = [(place, error) for place, error in enumerate(errors) if abs(error) > SMALLEST]
    for block, norm in blocks:
        for feature in block:
            row, pace = weights[feature], rate * norm * rarity[feature]
            for place, error in steps:
                row[place] += pace * error


def _temperature(model: Linear, rows: Sequence[Row]) -> float:
    candidates = [0.2 * 1.1**number for number in range(32)]
    return min(candidates, key=lambda each: surprise(replace(model, temperature=each), rows))
