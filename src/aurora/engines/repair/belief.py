"""How far each behaviour among the patches that pass is believed; `bench/repair_doubt.py` fits the weights."""

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, TypeAlias

from aurora.engines.repair.state import Candidate
from aurora.model.verdict import Check

SHIPPED = Path(__file__).with_name("belief.json")
"""Weights of both models and the most doubt, fitted to repairs of the development data by `bench/repair_doubt.py`."""
FAR = 20.0  # nats of what a behaviour has not got: an edit, or a draft
Result: TypeAlias = tuple[str, str, str]  # (status, type, repr)
SURE = -3.0  # nats against what was judged by more than the tests
_FURTHER = 0.5  # nats less for each patch beyond two that are answered as one
_FEW = 2  # constants wanted by tests that say too little to bear out more than one edit
LITTLE = 8  # constants and calls that speak neither for nor against a patch


@dataclass(frozen=True, slots=True)
class Traits:
    """What was seen of one behaviour on generated inputs, and of the patches that show it."""

    price: float  # nats: how unlikely its edits are, all together
    draft: float = FAR  # nats: how unlikely its likeliest function written anew is
    kept: float = 0.0  # share of the inputs on which the old program's value stays
    changed: float = 0.0  # share of the inputs on which the old program's value becomes another
    like: float = 0.0  # how much more its values are like the old ones than like old ones of other inputs
    raises: float = 0.0  # share of the inputs on which it raises
    broken: float = 0.0  # share of the results that break what holds of all wanted outputs
    flat: float = 0.0  # 1 when it gives the same value for all of many inputs
    idle: float = 0.0  # how many more names its patch leaves without a reader than the old program has
    never: float = 0.0  # statements of the functions that run which never run
    alike: float = 0.0  # conditions that always turn out alike
    spread: float = 0.0  # share of its values that are different
    plenty: float = 0.0  # nats: how much else the operators and the place of its first patch had to offer


_SHIFTS = tuple(each.name for each in fields(Traits) if each.name not in ("price", "draft"))


@dataclass(frozen=True, slots=True)
class Behaviour:
    """Candidates that behave alike on all generated inputs, the cheapest first."""

    members: tuple[Candidate, ...]
    results: tuple[Result, ...]
    traits: Traits
    share: float = 1.0  # of the belief


@dataclass(frozen=True, slots=True)
class Grounds:
    """What speaks for and against the best behaviour, and how much the tests say."""

    traits: Traits
    disbelief: float  # nats: the belief in the behaviour is e to the minus this
    said: int  # constants and calls in the tests
    wanted: int  # constants in what they want to see
    passing: float  # share of the tried changes that pass
    edits: int  # that the patch consists of
    consent: float = 1.0  # share of the inputs on which a behaviour drawn by belief agrees with it

    def figures(self) -> dict[str, float]:
        """The features of the doubt, by name."""
        traits = self.traits
        return {
            "bias": 1.0,
            "disbelief": _log_odds(1 - math.exp(-self.disbelief)),
            "price": min(traits.price, 8.0) if traits.price < FAR else 0.0,
            "draft": min(traits.draft, 16.0) / 4 if traits.draft < FAR else 0.0,
            "drafted": float(traits.draft < FAR),
            "agreed": float(traits.draft < FAR and traits.price < FAR),
            "kept": traits.kept,
            "changed": traits.changed,
            "like": traits.like,
            "raises": traits.raises,
            "broken": traits.broken,
            "flat": traits.flat,
            "idle": traits.idle,
            "never": math.log2(1 + traits.never),
            "alike": math.log2(1 + traits.alike),
            "spread": traits.spread,
            "dissent": math.sqrt(max(0.0, 1 - self.consent)),
            "said": math.log2((1 + self.said) / LITTLE),
            "wanted": math.log2(1 + self.wanted),
            "passing": math.log10(max(self.passing, 1e-4)),
            "edits": float(min(self.edits, 3) - 1),
            "alone": float(self.wanted <= 1),
            "stretched": float(min(self.edits, 3) - 1) * (self.wanted <= _FEW),
        }


class Belief:
    """Both models: of the shares of belief that behaviours hold, and of the doubt in the best one."""

    def __init__(self, most: float | None = None, weights: Mapping[str, Any] | None = None) -> None:
        """`most` is how many nats may speak against a patch that is answered, also `early`, where more can be asked."""
        given = weights or json.loads(SHIPPED.read_text(encoding="utf-8"))
        self._rank: Mapping[str, float] = given["rank"]
        self._doubt: Mapping[str, float] = given["doubt"]
        self._most: float = given["most"] if most is None else most
        self._early: float = given["early"] if most is None else most

    def shares(self, behaviours: Sequence[Behaviour]) -> list[float]:
        """The share of belief that each behaviour holds; they sum to 1."""
        scores = [self.score(each.traits) for each in behaviours]
        top = max(scores)
        total = sum(math.exp(score - top) for score in scores)
        return [math.exp(score - top) / total for score in scores]

    def score(self, traits: Traits) -> float:
        """The log of a behaviour's belief, but for a constant: edits and drafts vouch for it, the rest shifts it."""
        weigh = self._rank
        edited = -weigh["price"] * traits.price
        drafted = -weigh["draft"] * traits.draft - weigh["drafted"]
        shift: float = sum(weigh[name] * getattr(traits, name) for name in _SHIFTS)
        return max(edited, drafted) + math.log1p(math.exp(-abs(edited - drafted))) + shift

    def doubt(self, grounds: Grounds) -> float:
        """Nats against the best behaviour: the log odds of its being wrong."""
        nats: float = sum(self._doubt[name] * value for name, value in grounds.figures().items())
        return nats

    def check(self, grounds: Grounds, *, last: bool = True) -> Check:
        """The doubt as evidence for people; before the `last` comparison less of it is borne."""
        doubt, most = self.doubt(grounds), self._most if last else self._early
        figures = ", ".join(f"{name} {value:.2f}" for name, value in grounds.figures().items() if name != "bias")
        return Check("doubt", f"doubt {doubt:.1f} of at most {most:.1f}", doubt <= most, figures)

    def check_all(self, doubts: Sequence[float]) -> Check:
        """The doubt in several patches as one: that any of them is wrong, which is more than the doubt in each. Of more
        than two less is borne: such answers all lie near the limit, where single ones lie far below it."""
        right = math.prod(1 / (1 + math.exp(doubt)) for doubt in doubts)
        doubt, most = _log_odds(1 - right), self._most - _FURTHER * max(0, len(doubts) - 2)
        return Check("doubt", f"doubt {doubt:.1f} of at most {most:.1f} in all of them", doubt <= most)


def _log_odds(share: float) -> float:
    """The log odds of a share, at most 5 either way."""
    return max(-5.0, min(5.0, math.log((share + 1e-3) / (1 - share + 1e-3))))
