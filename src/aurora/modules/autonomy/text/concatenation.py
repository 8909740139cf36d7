"""Concatenation: the cheapest sequences of pieces and constants that give the wanted texts on all examples at once."""

import heapq
from bisect import insort
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count

from aurora.modules.autonomy.text.expressions import Expr, constant

JOIN = 1.0
MAX_COST = 200.0
BREATH = 40  # states between two breaths
INFINITE = float("inf")

State = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """An expression with the set of examples, as bits, whose wanted text it is a part of."""

    expr: Expr
    fits: int


def fitting(exprs: Sequence[Expr], wanted: Sequence[str]) -> list[Piece]:
    """The expressions that are a part of the wanted text on some example."""
    found = []
    for expr in exprs:
        fits = sum(1 << i for i, value in enumerate(expr.values) if isinstance(value, str) and value in wanted[i])
        if fits:
            found.append(Piece(expr, fits))
    return found


class Concatenation:
    """Finds sums of pieces that are worth `wanted`, over the examples in `chosen`.

    A shortest-path search over the positions reached in all the outputs at once, so that a piece is used only where
    it fits every example (the intersection of the version spaces of FlashFill, without building them).
    """

    def __init__(self, pieces: Sequence["Piece"], wanted: Sequence[str], chosen: Sequence[int]):
        self._wanted = [wanted[i] for i in chosen]
        self._starting: dict[str, list[tuple[Expr, tuple[str, ...]]]] = {}
        needed = sum(1 << i for i in chosen)
        for piece in pieces:
            if piece.fits & needed == needed:
                values = tuple(piece.expr.values[i] for i in chosen)
                if any(values):
                    self._starting.setdefault(values[0], []).append((piece.expr, values))
        self._size = len(wanted)
        self._ahead = [self._bounds(place) for place in range(len(chosen))]

    def _bounds(self, example: int) -> list[float]:
        """For each position in one output, a lower bound of what the rest of it costs: the cheapest way when the
        other outputs are forgotten. It makes the search an A*."""
        text = self._wanted[example]
        cheapest: dict[str, float] = {}
        for group in self._starting.values():
            for expr, values in group:
                value = values[example]
                cheapest[value] = min(expr.cost, cheapest.get(value, INFINITE))
        ahead = [INFINITE] * len(text) + [0.0]
        for start in range(len(text) - 1, -1, -1):
            for stop in range(start + 1, len(text) + 1):
                piece = text[start:stop]
                price = cheapest.get(piece, INFINITE)
                if all(piece in other for other in self._wanted):
                    price = min(price, constant(piece, 1).cost)
                ahead[start] = min(ahead[start], price + JOIN + ahead[stop])
        return ahead

    def _bound(self, state: State) -> float:
        return max(ahead[place] for ahead, place in zip(self._ahead, state, strict=True))

    def programs(self, limit: int, states: int) -> Iterator[list[Expr] | None]:
        """The pieces of the `limit` cheapest programs, cheapest first, with None as a breath; gives up after
        `states`."""
        goal = tuple(map(len, self._wanted))
        order = count()
        start = (0,) * len(goal)
        heap: list[tuple[float, int, float, State, tuple[Expr, ...]]] = [(0.0, next(order), 0.0, start, ())]
        arrivals: dict[State, list[float]] = {}
        for visited in range(states):
            if visited % BREATH == 0:
                yield None
            if not heap or limit == 0:
                return
            _, _, cost, state, path = heapq.heappop(heap)
            if state == goal and path:
                limit -= 1
                yield list(path)
                continue
            for piece, after in self._steps(state, path):
                price = cost + piece.cost + JOIN
                bound = price + self._bound(after)
                if bound < MAX_COST and _arrives(arrivals.setdefault(after, []), price, limit):
                    heapq.heappush(heap, (bound, next(order), price, after, (*path, piece)))

    def _steps(self, state: State, path: tuple[Expr, ...]) -> Iterator[tuple[Expr, State]]:
        rests = [text[place:] for text, place in zip(self._wanted, state, strict=True)]
        for length in range(len(rests[0]) + 1):
            for piece, values in self._starting.get(rests[0][:length], ()):
                if all(map(str.startswith, rests, values)):
                    yield piece, tuple(place + len(value) for place, value in zip(state, values, strict=True))
        if path and path[-1].code[0] in "'\"":
            return
        shared = _shared_start(rests)
        for length in range(1, len(shared) + 1):
            yield constant(shared[:length], self._size), tuple(place + length for place in state)


def _shared_start(texts: Sequence[str]) -> str:
    low, high = min(texts), max(texts)
    return next((low[:place] for place, char in enumerate(low) if char != high[place]), low)


def _arrives(costs: list[float], cost: float, limit: int) -> bool:
    """Note the cost of a way to a state; whether it is among the `limit` cheapest so far."""
    if len(costs) >= limit:
        if cost >= costs[-1]:
            return False
        costs.pop()
    insort(costs, cost)
    return True


def joined(pieces: Sequence[Expr]) -> Expr:
    """One expression for the sum of the pieces, as an f-string where that reads better."""
    cost = sum(piece.cost + JOIN for piece in pieces)
    if len(pieces) == 1:
        return Expr(pieces[0].code, cost, pieces[0].values, pieces[0].tight)
    code = _formatted(pieces) or " + ".join(piece.operand for piece in pieces)
    values = tuple(
        "".join(row) if all(isinstance(v, str) for v in row) else None
        for row in zip(*(piece.values for piece in pieces), strict=True)
    )
    return Expr(code, cost, values, tight=code.startswith("f'"))


def _formatted(pieces: Sequence[Expr]) -> str:
    """An f-string when every piece is a plain name or a literal, else nothing."""
    parts: list[str] = []
    for piece in pieces:
        if piece.code[0] in "'\"":
            text = str(piece.values[0])
            if not text.isprintable() or any(mark in text for mark in "{}'\\\""):
                return ""
            parts.append(text)
        elif piece.code.isidentifier():
            parts.append(f"{{{piece.code}}}")
        else:
            return ""
    return f"f'{''.join(parts)}'"
