"""How well requests are routed: accuracy, calibration, and which modes are taken for which."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from aurora.model.routing import Routing, Utterance

_BINS = 10


@dataclass(frozen=True, slots=True)
class Confusion:
    """How often one mode was taken for another."""

    meant: str
    taken: str
    times: int


@dataclass(frozen=True, slots=True)
class Score:
    """Shares of the utterances, 0 to 1; `tier` is None when no utterance says one."""

    utterances: int
    top1: float
    top3: float
    ece: float
    sure: float  # routed without asking back
    sure_top1: float | None  # right among those
    tier: float | None
    confusions: tuple[Confusion, ...]  # the most frequent first
    wrong: tuple[tuple[Utterance, Routing], ...]


def scored(utterances: Sequence[Utterance], route: Callable[[str], Routing]) -> Score:
    """Route each utterance and compare; expects at least one.

    The calibration error is the expected one in ten bins of confidence: Naeini et al., AAAI 2015.
    """
    answers = [(each, route(each.text)) for each in utterances]
    hits = [(routing.confidence, routing.mode.unit == each.unit) for each, routing in answers]
    sure = [routing.mode.unit == each.unit for each, routing in answers if routing.sure]
    tiers = [routing.tier == each.tier for each, routing in answers if each.tier]
    wrong = [(each, routing) for each, routing in answers if routing.mode.unit != each.unit]
    pairs = Counter((each.unit, routing.mode.unit) for each, routing in wrong)
    return Score(
        utterances=len(answers),
        top1=_share(hit for _, hit in hits),
        top3=_share(each.unit in [mode.unit for mode in routing.modes[:3]] for each, routing in answers),
        ece=_calibration_error(hits),
        sure=len(sure) / len(answers),
        sure_top1=_share(sure) if sure else None,
        tier=_share(tiers) if tiers else None,
        confusions=tuple(Confusion(meant, taken, times) for (meant, taken), times in pairs.most_common()),
        wrong=tuple(wrong),
    )


def _share(hits: Iterable[bool]) -> float:
    counted = list(hits)
    return sum(counted) / len(counted)


def _calibration_error(hits: Sequence[tuple[float, bool]]) -> float:
    bins: dict[int, list[tuple[float, bool]]] = {}
    for confidence, hit in hits:
        bins.setdefault(min(_BINS - 1, int(confidence * _BINS)), []).append((confidence, hit))
    return sum(abs(sum(confidence - hit for confidence, hit in held)) for held in bins.values()) / len(hits)
