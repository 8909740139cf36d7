"""Clauses become expressions: each may mean several things, every meaning with its price."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from heapq import nsmallest
from itertools import product
from math import prod

from aurora.modules.autonomy.regex.matching import Examples
from aurora.modules.autonomy.regex.nodes import (
    ANY,
    ANYTHING,
    Chars,
    Node,
    Text,
    both,
    chain,
    choice,
    containing,
    ending,
    negated,
    repeat,
    starting,
)  # fmt: skip
from aurora.modules.autonomy.regex.phrases import Clause, Piece

WIDEST = 4000  # combinations of meanings that are looked at


_WRAPS: dict[str, Callable[[Node], Node]] = {
    "start": starting,
    "ord_start": starting,
    "end": ending,
    "ord_end": ending,
}


@dataclass(frozen=True, slots=True)
class Reading:
    """An expression with the price of having understood the words so."""

    cost: float
    node: Node


def readings(clauses: Sequence[Clause], examples: Examples, limit: int) -> list[Reading]:
    """The cheapest readings of what is said of one text; readings that refuse a positive example come last. With no
    positive example, what is asserted is taken to stand in a row."""
    found = [*_rows(clauses)]
    turned = [_turned(clause) for clause in clauses]
    if turned != list(clauses):
        found += [Reading(reading.cost + 2.0, reading.node) for reading in _rows(turned)]
    if examples.positive or not found:
        found += _conjunctions(clauses, examples)
    unique: dict[Node, Reading] = {}
    for reading in sorted(found, key=lambda reading: reading.cost):
        unique.setdefault(reading.node, reading)
    ranked = list(unique.values())
    good = [reading for reading in ranked if examples.accepted(reading.node)]
    bad = [Reading(reading.cost + 8.0, reading.node) for reading in ranked[: limit // 4] if reading not in good]
    return nsmallest(limit, [*good[:limit], *bad], key=lambda reading: reading.cost)


def _conjunctions(clauses: Sequence[Clause], examples: Examples) -> Iterator[Reading]:
    """All clauses hold at once: each option is tried on the positive examples by itself."""
    options: list[list[Reading]] = []
    for place, clause in enumerate(clauses):
        meant = [*_meanings(clause, clauses[:place])]
        accepted = [reading for reading in meant if examples.accepted(reading.node)]
        options.append([*accepted, Reading(12.0, ANYTHING)] if accepted else [*meant[:1], Reading(9.0, ANYTHING)])
    options += [[*_base(clauses, examples)]]
    while prod(map(len, options)) > WIDEST:
        longest = max(options, key=len)
        longest.pop()
    for chosen in product(*options):
        yield Reading(sum(option.cost for option in chosen), both(option.node for option in chosen))


def _base(clauses: Sequence[Clause], examples: Examples) -> Iterator[Reading]:
    """What every character of the text is, from the clauses that say what is allowed; of the classes that examples
    bear out, the narrow one is the likely one."""
    strong = [clause for clause in clauses if clause.verb in ("allow", "be", "bare") and not clause.negative]
    weak = [clause for clause in clauses if clause.verb in ("have", "contain", "must") and not clause.negative]
    named = False
    for sources, price in ((strong, 0.0), ((*strong, *weak), 0.3)):
        units = [unit for clause in sources for piece in clause.pieces if not piece.counted for unit in piece.members]
        if not any(isinstance(unit, Chars) for unit in units):
            continue
        named = True
        literals = [piece.unit for clause in clauses if not clause.negative for piece in clause.pieces]
        for extra, more in (([], 0.0), (literals, 1.5)):
            node = repeat(choice([*units, *extra]), 1, None)
            if node != ANYTHING and examples.accepted(node):
                yield Reading(price + more, node)
    yield Reading((6.0 if any(c.verb == "allow" for c in strong) else 2.0) if named else 0.0, ANYTHING)


def _meanings(clause: Clause, before: Sequence[Clause]) -> Iterator[Reading]:
    """What one clause may say of the whole text, cheapest first."""
    if clause.size is not None:
        length = repeat(Chars(ANY), *clause.size)
        yield Reading(0.0, negated(length) if clause.negative else length)
        return
    if clause.verb in ("after", "before"):
        yield from _placed(clause, before)
    elif clause.negative:
        yield from (Reading(reading.cost, negated(reading.node)) for reading in _denied(clause))
    else:
        yield from _asserted(clause)


def _asserted(clause: Clause) -> Iterator[Reading]:
    row = _row(clause.pieces)
    if clause.verb in ("start", "ord_start"):
        yield Reading(0.0, starting(row))
        yield from (Reading(2.0, starting(each)) for each in _single(clause.pieces))
    elif clause.verb in ("end", "ord_end"):
        yield Reading(0.0, ending(row))
        yield from (Reading(2.0, ending(each)) for each in _single(clause.pieces))
    elif clause.verb in ("contain", "must", "have"):
        yield from _contained(clause)
    else:
        yield from _allowed(clause)


def _placed(clause: Clause, earlier: Sequence[Clause]) -> Iterator[Reading]:
    """A unit stands only after, or only before, another: nowhere else in the text is it found."""
    subject = clause.subject or [piece for c in earlier[-1:] for piece in c.pieces[-1:]]
    if not subject:
        return
    unit, other = subject[-1].unit, choice([piece.unit for piece in clause.pieces])
    if isinstance(other, Text) and len(other.text) == 1:
        other = Chars(frozenset(other.text))
    if isinstance(other, Chars):
        stray = Chars(ANY - other.members)
        if clause.verb == "after":
            together, alone = chain((other, unit)), choice((starting(unit), containing(chain((stray, unit)))))
        else:
            together, alone = chain((unit, other)), choice((ending(unit), containing(chain((unit, stray)))))
        yield Reading(0.0, containing(together) if clause.negative else negated(alone))


def _single(pieces: Sequence[Piece]) -> Iterator[Node]:
    """A class without a number as one character of it."""
    if any(not piece.counted for piece in pieces):
        yield chain(piece.unit if not piece.counted else piece.node for piece in pieces)


def _contained(clause: Clause) -> Iterator[Reading]:
    parts = _alternatives(clause.pieces)
    loose = not any(piece.counted for piece in parts)
    several = loose and any(len(piece.clusters) > 1 for piece in parts)
    weak = 0.5 if clause.verb == "have" else 0.0
    yield Reading(weak + 2.0 * several, both(containing(_least(piece)) for piece in parts))
    if any(len(piece.clusters) > 1 for piece in parts):
        yield Reading(weak + 0.5, both(containing(unit) for piece in parts for unit in piece.clusters))
    yield Reading(weak + 2.0, both(containing(_scattered(piece)) for piece in parts))
    yield Reading(weak + 1.5, containing(_row(clause.pieces)))
    if loose:
        yield Reading(0.0 if weak else 1.5, ANYTHING)
    elif clause.opens:
        yield Reading(3.0, ANYTHING)
    if all(piece.counted for piece in parts):
        yield Reading(-1.0, _row(clause.pieces))


def _least(piece: Piece) -> Node:
    return repeat(piece.unit, piece.low, piece.low if piece.high is None else piece.high)


def _scattered(piece: Piece) -> Node:
    """The unit so many times with anything between."""
    return chain(part for _ in range(min(piece.low, 6)) for part in (piece.unit, ANYTHING))


def _allowed(clause: Clause) -> Iterator[Reading]:
    counted = [piece for piece in clause.pieces if piece.counted]
    if not counted:
        yield Reading(0.0, ANYTHING)
        yield Reading(3.0, both(containing(member) for piece in clause.pieces for member in piece.members))
    else:
        yield Reading(0.0, _row(clause.pieces))
        yield Reading(3.0, both(containing(_least(piece)) for piece in counted))


def _denied(clause: Clause) -> Iterator[Reading]:
    parts = _alternatives(clause.pieces)
    exact = [_exact(piece) for piece in parts]
    wrap = _WRAPS.get(clause.verb, containing)
    rows = [_exact_row(clause.pieces)] if any(piece.joint == "then" for piece in clause.pieces) else exact
    yield Reading(0.0, choice(wrap(node) for node in rows))
    if wrap is containing:
        singles = [Chars(frozenset(node.text)) for node in rows if isinstance(node, Text) and len(node.text) > 1]
        if singles:
            yield Reading(3.0, containing(choice(singles)))
        yield Reading(2.5, choice(rows) if len(rows) > 1 else rows[0])
    if len(rows) > 1:
        yield Reading(3.0, wrap(chain(rows)))


def _exact(piece: Piece) -> Node:
    return repeat(piece.unit, piece.low, piece.low) if piece.counted else piece.unit


def _exact_row(pieces: Sequence[Piece]) -> Node:
    return chain(_exact(piece) for piece in pieces)


def _alternatives(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces with those joined by "or" made into one."""
    found: list[Piece] = []
    for piece in pieces:
        if piece.joint == "or" and found:
            last = found.pop()
            node = choice((last.node, piece.node))
            found.append(Piece(node, 1, 1, counted=True, joint=last.joint, members=(node,)))
        else:
            found.append(piece)
    return found


def _row(pieces: Sequence[Piece]) -> Node:
    return chain(piece.node for piece in _alternatives(pieces))


def _turned(clause: Clause) -> Clause:
    """The clause, with "not starting with a letter, then ..." read as a row that starts with anything else."""
    if not clause.negative or clause.verb != "start" or len(clause.pieces) < 2:
        return clause
    first = clause.pieces[0]
    if not isinstance(first.unit, Chars):
        return clause
    other = replace(first, unit=Chars(ANY - first.unit.members))
    return replace(clause, negative=False, pieces=[other, *clause.pieces[1:]])


def _rows(clauses: Sequence[Clause]) -> Iterator[Reading]:
    """All that is asserted, one after the other, less what is denied of the whole."""
    asserted = [clause for clause in clauses if not clause.negative and clause.pieces]
    asserted = [clause for clause in asserted if clause.verb not in ("after", "before")]
    pieces = [piece for clause in asserted for piece in _alternatives([*clause.subject, *clause.pieces])]
    if not pieces:
        return
    denied = [negated(reading.node) for c in clauses if c.negative and c.pieces for reading in [*_denied(c)][:1]]
    sizes = [repeat(Chars(ANY), *c.size) for c in clauses if c.size is not None and not c.negative]
    price = 0.8 * sum(clause.verb in ("contain", "must", "allow") for clause in asserted)
    price -= 2.0 * (len(pieces) > 1 and any(piece.counted for piece in pieces))
    for row, more in _row_variants(pieces, asserted):
        yield Reading(price + more, both((row, *sizes, *denied)))
        if denied:
            yield Reading(price + more + 6.0, both((row, *sizes)))


def _row_variants(pieces: Sequence[Piece], asserted: Sequence[Clause]) -> Iterator[tuple[Node, float]]:
    loose = [piece for piece in pieces if not piece.counted and not isinstance(piece.unit, Text)]
    yield chain(piece.node for piece in pieces), 0.4 * len(loose) if len(pieces) > 1 else 1.0
    if loose:
        yield chain(piece.unit if piece in loose else piece.node for piece in pieces), 0.5 * len(loose) + 0.2
        yield chain(repeat(piece.unit, 0, None) if piece in loose else piece.node for piece in pieces), 2.0
    joined = [chain(p.clusters) if _texts(p) else p.node for p in pieces]
    if any(map(_texts, pieces)):
        yield chain(joined), 1.0
    ends = [clause for clause in asserted if clause.verb == "end"]
    if ends and asserted[-1] is ends[-1]:
        tail = [piece.node for piece in _alternatives(ends[-1].pieces)]
        head = [piece.node for piece in pieces[: len(pieces) - len(tail)]]
        yield chain((*head, ANYTHING, *tail)), 3.0
    elif asserted[0].verb == "start":
        yield chain((*(piece.node for piece in pieces), ANYTHING)), 3.0


def _texts(piece: Piece) -> bool:
    """Whether the piece is several literals joined by "and"."""
    return len(piece.clusters) > 1 and all(isinstance(unit, Text) for unit in piece.clusters)
