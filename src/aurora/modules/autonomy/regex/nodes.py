"""Regular expressions as trees, with intersection and complement, and the constructors that keep them small."""

import string
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

LOWER = frozenset(string.ascii_lowercase)
UPPER = frozenset(string.ascii_uppercase)
LETTER = LOWER | UPPER
DIGIT = frozenset(string.digits)
ALNUM = LETTER | DIGIT
ANY = frozenset(chr(code) for code in range(32, 127))
SPACE = frozenset(" ")
SPECIAL = ANY - ALNUM - SPACE
VOWEL = frozenset("aeiouAEIOU")


@dataclass(frozen=True, slots=True)
class Chars:
    """One character out of a set."""

    members: frozenset[str]


@dataclass(frozen=True, slots=True)
class Text:
    """Exactly this text."""

    text: str


@dataclass(frozen=True, slots=True)
class Chain:
    """One part after the other."""

    parts: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """Any one of the options."""

    options: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Repeat:
    """The item `low` to `high` times; `high` None is without end."""

    item: "Node"
    low: int
    high: int | None


@dataclass(frozen=True, slots=True)
class Both:
    """All of the parts match the same text."""

    parts: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Not:
    """Whatever the item does not match."""

    item: "Node"


Node: TypeAlias = Chars | Text | Chain | Choice | Repeat | Both | Not

EMPTY = Text("")
ANYTHING = Repeat(Chars(ANY), 0, None)


def chain(parts: Iterable[Node]) -> Node:
    """The parts in a row; nested rows are flattened, empty parts and doubled "anything" dropped."""
    flat: list[Node] = []
    for part in parts:
        for inner in part.parts if isinstance(part, Chain) else (part,):
            if inner != EMPTY and not (flat and inner == flat[-1] == ANYTHING):
                flat.append(inner)
    return flat[0] if len(flat) == 1 else Chain(tuple(flat)) if flat else EMPTY


def choice(options: Iterable[Node]) -> Node:
    """Any of the options; single characters are gathered into one set, doubles dropped."""
    members: frozenset[str] = frozenset()
    rest: list[Node] = []
    for option in options:
        if isinstance(option, Chars):
            members |= option.members
        elif isinstance(option, Text) and len(option.text) == 1:
            members |= {option.text}
        elif option not in rest:
            rest.append(option)
    found = [*([_single(members)] if members else []), *rest]
    return found[0] if len(found) == 1 else Choice(tuple(found))


def _single(members: frozenset[str]) -> Node:
    return Text(next(iter(members))) if len(members) == 1 else Chars(members)


def repeat(item: Node, low: int, high: int | None) -> Node:
    """The item `low` to `high` times; exactly once is the item itself. Texts that an endless repetition of characters
    has anyway are dropped, so that no text can be read in two ways."""
    if high is None and low <= 1 and isinstance(item, Choice) and isinstance(item.options[0], Chars):
        members = item.options[0].members
        item = choice(o for o in item.options if not (isinstance(o, Text) and set(o.text) <= members))
    return item if low == high == 1 else EMPTY if high == 0 else Repeat(item, low, high)


def both(parts: Iterable[Node]) -> Node:
    """All of the parts at once; nested ones are flattened, doubles and what matches anything dropped."""
    flat: list[Node] = []
    for part in parts:
        for inner in part.parts if isinstance(part, Both) else (part,):
            if inner != ANYTHING and inner not in flat:
                flat.append(inner)
    return flat[0] if len(flat) == 1 else Both(tuple(flat)) if flat else ANYTHING


def negated(item: Node) -> Node:
    """The complement."""
    return item.item if isinstance(item, Not) else Not(item)


def starting(item: Node) -> Node:
    """Texts that start with the item."""
    return chain((item, ANYTHING))


def ending(item: Node) -> Node:
    """Texts that end with the item."""
    return chain((ANYTHING, item))


def containing(item: Node) -> Node:
    """Texts that have the item somewhere."""
    return chain((ANYTHING, item, ANYTHING))


def restricted(node: Node, alphabet: frozenset[str]) -> Node:
    """The node with every set of characters cut down to the alphabet."""
    match node:
        case Chars(members):
            return Chars(members & alphabet)
        case Chain(parts):
            return Chain(tuple(restricted(part, alphabet) for part in parts))
        case Choice(options):
            return Choice(tuple(restricted(option, alphabet) for option in options))
        case Repeat(item, low, high):
            return Repeat(restricted(item, alphabet), low, high)
        case Both(parts):
            return Both(tuple(restricted(part, alphabet) for part in parts))
        case Not(item):
            return Not(restricted(item, alphabet))
        case _:
            return node


def alphabet_of(node: Node) -> frozenset[str]:
    """Characters outside of which the node matches nothing (it may match fewer)."""
    match node:
        case Chars(members):
            return members
        case Text(text):
            return frozenset(text)
        case Chain(parts) | Choice(parts):
            return frozenset().union(*map(alphabet_of, parts))
        case Repeat(item, _, _):
            return alphabet_of(item)
        case Both(parts):
            return frozenset(ANY).intersection(*map(alphabet_of, parts))
        case _:
            return ANY


def simplified(node: Node) -> Node:
    """An equal node with intersections of runs of characters computed, and runs that say nothing more left out."""
    match node:
        case Chain(parts):
            return chain(map(simplified, parts))
        case Repeat(item, low, high):
            return repeat(simplified(item), low, high)
        case Both(parts):
            return _simplified_both([simplified(part) for part in parts])
        case _:
            return node


def _simplified_both(parts: list[Node]) -> Node:
    runs = [part for part in parts if isinstance(part, Repeat) and isinstance(part.item, Chars)]
    rest = [part for part in parts if part not in runs]
    if not runs:
        return both(rest)
    members = frozenset(ANY).intersection(*(alphabet_of(run) for run in runs))
    low = max(run.low for run in runs)
    high = min((run.high for run in runs if run.high is not None), default=None)
    if not members or (high is not None and high < low):
        return both(parts)
    if low <= 1 and high is None and any(_longer(part, low) and alphabet_of(part) <= members for part in rest):
        return both(rest)
    run = repeat(Chars(members), low, high)
    return both((run, *(restricted(part, members) for part in rest)))


def _longer(node: Node, low: int) -> bool:
    """Whether what the node matches is surely at least `low` (0 or 1) characters long."""
    return not isinstance(node, Not) and (low == 0 or (isinstance(node, Chain) and any(map(_solid, node.parts))))


def _solid(node: Node) -> bool:
    return isinstance(node, Chars | Text) or (isinstance(node, Repeat) and node.low > 0 and _solid(node.item))


NAMED: tuple[frozenset[str], ...] = (LOWER, UPPER, LETTER, DIGIT, ALNUM, ANY, SPECIAL, SPACE)


def cost_of(node: Node) -> float:
    """Description length in bits: names of classes are cheap, odd characters and bounds are not."""
    match node:
        case Chars(members):
            named = members in NAMED or ANY - members in NAMED
            return 3.0 if named else 4.0 + min(len(members), len(ANY - members), 4)
        case Text(text):
            return 2.0 + 4.0 * len(text)
        case Chain(parts) | Both(parts):
            return 1.0 + sum(map(cost_of, parts))
        case Choice(options):
            return 2.0 + sum(map(cost_of, options))
        case Repeat(item, low, high):
            return cost_of(item) + 1.0 + low.bit_length() + (0 if high in (None, low) else high.bit_length())
        case Not(item):
            return 2.0 + cost_of(item)
