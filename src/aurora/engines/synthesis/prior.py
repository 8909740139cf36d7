"""The prior: what the words, the types and earlier right answers say for operators and components.

The model is fitted by `python -m bench.train_prior`: for each token of Python (a call, a method, an operator) a
logistic model over hashed word stems and types, and one over what joins a task to a component. It holds no task.
"""

import ast
import json
import math
import re
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from aurora.contracts.strategy import Problem
from aurora.engines.synthesis.operators import Operator
from aurora.engines.synthesis.types import Binding, Type, match, vector_type
from aurora.engines.synthesis.words import stem, stems
from aurora.pycode.trees import expression_of

DATA = Path(__file__).with_name("prior.json")
LEAST, MOST = 2.0, 9.0  # bits that a component costs
_LEAN = 0.3  # of relevance that the full experience of earlier runs is worth
_RARE = 2  # more for an operator that is no everyday one, when there are no words to speak for it
_TELLING = 4  # words from which on it counts that an operator is not spoken of
_LIFT = 1.0  # bits by which the words must raise an operator above its base rate to speak for it
_SPAN = 8.75  # bits that full relevance saves, as `library.price` has it
_PAIR = 7  # numbers of a model for components: the bias, and those of `joined`
_HOLE = re.compile(r"\{(\d)(?::\d+)?\}")


@dataclass(frozen=True, slots=True)
class Logistic:
    """The weights of one logistic model by feature; what is not there weighs nothing."""

    bias: float
    weights: Mapping[int, float]

    def score(self, features: Iterable[int]) -> float:
        """The log odds, natural."""
        return self.bias + sum(self.weights.get(feature, 0.0) for feature in features)


@dataclass(frozen=True, slots=True)
class Model:
    """A fitted prior: `tokens` for the grammar, `pair` for components (bias, then the weights of `joined`)."""

    tokens: Mapping[str, Logistic]
    pair: tuple[float, ...]

    def lift(self, template: str, features: Sequence[int]) -> float:
        """Bits by which a task raises an operator above its base rate; its least likely token decides."""
        known = [self.tokens[token] for token in template_tokens(template) if token in self.tokens]
        return min((logistic.score(features) - logistic.bias for logistic in known), default=0.0) / math.log(2)

    def relevance(
        self, operators: Mapping[str, Operator], scores: Mapping[str, float], problem: Problem
    ) -> dict[str, float]:
        """How much a task speaks for components whose words fit it so well, 0 to 1, in bits that it saves."""
        bias, *weights = self.pair
        known = types_of(problem)
        found = dict.fromkeys(operators, 0.0)
        for name, score in scores.items():
            if score and name in operators:
                figures = joined(operators[name], score, *known)
                total = bias + sum(w * x for w, x in zip(weights, figures, strict=True))
                bits = math.log2(1 + math.exp(-total))
                found[name] = (MOST - max(LEAST, min(MOST, bits))) / _SPAN
        return found

    def text(self) -> str:
        """As the JSON of `prior.json`."""
        tokens = {token: (one.bias, one.weights) for token, one in self.tokens.items()}
        return json.dumps({"pair": self.pair, "tokens": tokens}, separators=(",", ":")) + "\n"


@cache
def fitted() -> Model:
    """The model of the data file that comes with Aurora."""
    return read_model(DATA.read_text(encoding="utf8"))


def read_model(text: str) -> Model:
    """The model that `Model.text` wrote; raises `ValueError`, `KeyError` or `TypeError` for a text that is none."""
    plain = json.loads(text)
    tokens = {
        token: Logistic(bias, {int(feature): weight for feature, weight in weights.items()})
        for token, (bias, weights) in plain["tokens"].items()
    }
    pair = tuple(map(float, plain["pair"]))
    if len(pair) != _PAIR:
        raise ValueError(f"the weights of components are {len(pair)} and not {_PAIR}")
    return Model(tokens, pair)


def features_of(problem: Problem) -> list[int]:
    """The hashes of a task's word stems and of the types of its parameters and answer."""
    columns, wanted = types_of(problem)
    types = [f"out:{_head(wanted)}", *(f"in:{_head(column)}" for column in columns)]
    return sorted({zlib.crc32(text.encode()) for text in (*stems(problem.words), *types)})


def types_of(problem: Problem) -> tuple[list[Type], Type]:
    """The types of the parameters and of the answer, as the examples show them."""
    columns = [vector_type(list(column)) for column in zip(*problem.inputs, strict=True)]
    return columns, vector_type(list(problem.outputs))


def joined(operator: Operator, score: float, columns: Sequence[Type], wanted: Type) -> tuple[float, ...]:
    """What joins a component to a task: fit of the words, and whether answer, number and types of parameters match."""
    answer = match(operator.answer, wanted, {})
    same = len(columns) == len(operator.patterns)
    binding: Binding = {}
    takes = same and all(match(p, t, binding) for p, t in zip(operator.patterns, columns, strict=True))
    return score, score * score, float(answer), float(same), float(takes), float(takes and answer) * score


def tokens_of(tree: ast.AST) -> Iterator[str]:
    """The calls, methods, operators and forms of a piece of Python."""
    for node in ast.walk(tree):
        match node:
            case ast.Attribute(attr=name):
                yield f".{name}"
            case ast.Call(func=ast.Name(id=name)):
                yield f"{name}()"
            case ast.BinOp(op=op) | ast.UnaryOp(op=op) | ast.BoolOp(op=op) | ast.Compare(ops=[op]):
                yield type(op).__name__
            case ast.Slice() | ast.Subscript() | ast.IfExp():
                yield type(node).__name__
            case ast.comprehension(ifs=ifs):
                yield "filter" if ifs else "map"


@cache
def template_tokens(template: str) -> tuple[str, ...]:
    """The tokens of an operator's template."""
    return tuple(dict.fromkeys(tokens_of(expression_of(_HOLE.sub(r"a\1", template)))))


def weighted(operators: list[Operator], problem: Problem, model: Model | None = None) -> list[Operator]:
    """The operators with costs for this problem; those of components are priced already."""
    if not problem.task.prompt:
        return [
            replace(operator, cost=operator.cost + _RARE) if operator.cost > 2 else operator for operator in operators
        ]
    asked, features, known = set(stems(problem.words)), features_of(problem), model or fitted()
    return [
        operator if operator.component else _priced(operator, asked, known.lift(operator.template, features))
        for operator in operators
    ]


def leaning(relevance: Mapping[str, float], bias: Mapping[str, float]) -> Mapping[str, float]:
    """The relevance of components, 0 to 1, with what earlier runs say of them (-1 to 1) added."""
    leant = {name: relevance[name] + _LEAN * value for name, value in bias.items() if name in relevance}
    return {**relevance, **{name: min(1.0, max(0.0, value)) for name, value in leant.items()}}


def _priced(operator: Operator, asked: set[str], lift: float) -> Operator:
    cost = operator.cost
    if lift >= _LIFT or any(stem(word) in asked for word in operator.words.split()):
        cost = max(1, cost - 1)
    elif cost > 1 and len(asked) >= _TELLING:
        cost += 1
    return replace(operator, cost=cost) if cost != operator.cost else operator


def _head(found: Type) -> str:
    return str(found[0] if isinstance(found, tuple) else found)
