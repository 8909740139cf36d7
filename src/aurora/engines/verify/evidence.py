"""What is measured of an answer to say how sure it is."""

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

TELLING = 5  # examples without which words leave much open


@dataclass(frozen=True, slots=True)
class Evidence:
    """What was measured of one answer; most figures grow with what speaks for it."""

    examples: float = 0.0  # log2(1 + number of asserts), at most 4
    variety: float = 0.0  # log2(1 + bits that tell the wanted outputs apart), at most 5
    margin: float = 0.0  # (bits that the examples explain - bits of the code) / 20, between -1 and 1
    simple: float = 0.0  # (30 - bits of the code) / 10, at least 0
    short: float = 0.0  # (40 - expressions in the code) / 20, at least -1
    agreement: float = -4.0  # log odds, at most 4, of the weight of all candidates that do the same
    support: float = 0.0  # log2 of the number of strategies and sets of components that found the same, at most 2
    noticed: float = 0.0  # share of the answer's mutants that the examples notice
    guarded: float = 0.0  # share of the answer's mutants that the postconditions notice
    spare: float = 0.0  # share of the examples without which the same mutants would be noticed
    steady: float = 0.0  # share of the examples without which no cheaper program was found
    smooth: float = 0.0  # share of inputs shaped like the examples on which it raises nothing
    edges: float = 0.0  # share of all other inputs on which it raises nothing
    kept: float = 0.0  # share of the relations between input and output that all examples show and other inputs keep
    told: float = 0.0  # 1 when there were words at all
    words: float = 0.0  # share of the request's words that the code explains, 0 when there are none
    asked: float = 0.0  # share of the words in the names of called functions that the request has
    plain: float = 0.0  # 1 / (1 + number of constants that the request does not name)
    unasked: float = 0.0  # operations that no word of the request asks for, at most 6
    named: float = 0.0  # 1 when it calls a function all the words of whose name the request has
    numbers: float = 0.0  # numbers beside those from -2 to 2, at most 4
    reread: float = 0.0  # how often a parameter is read again, at most 3
    idle: float = 0.0  # share of the parameters that are not read, and are not the length of another
    usual: float = 0.5  # share of its answers to generated inputs that are the most frequent one
    parameters: float = 0.0  # how many it has, at most 5

    @property
    def scant(self) -> bool:
        """Whether there are words, few examples, and no postconditions that would notice a change."""
        return bool(self.told) and not self.guarded and self.examples < math.log2(1 + TELLING)


def log_odds(share: float) -> float:
    """log(share / (1 - share)), between -4 and 4."""
    return max(-4.0, min(4.0, math.log(max(share, 1e-9) / max(1 - share, 1e-9))))


def entropy(values: Iterable[object]) -> float:
    """How many bits tell all the values apart, by how often each comes: Shannon's entropy times their number."""
    counts = Counter(map(repr, values))
    total = counts.total()
    return sum(count * math.log2(total / count) for count in counts.values())


def bits_of(value: object) -> float:
    """About how many bits it takes to say a value that is wanted of an example."""
    match value:
        case bool() | None:
            return 1.0
        case int():
            return 2.0 + 2.0 * math.log2(1 + abs(value))
        case float():
            return 10.0
        case str():
            return 2.0 + 3.0 * len(value)
        case list() | tuple() | set() | frozenset():
            return 2.0 + sum(map(bits_of, value))
        case dict():
            return 2.0 + sum(map(bits_of, value)) + sum(map(bits_of, value.values()))
    return 4.0
