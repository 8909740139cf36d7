"""The moves (from, to) that carry a tower of n discs from one peg to another in the Tower of Hanoi."""

from aurora.contracts.component import Example, Nat, component


@component(
    words="tower of hanoi discs pegs moves puzzle",
    examples=[
        Example((2, "A", "C", "B"), [("A", "B"), ("A", "C"), ("B", "C")]),
        Example((1, "A", "C", "B"), [("A", "C")]),
        Example((0, "A", "C", "B"), []),
    ],
    holds=lambda discs, _source, _target, _spare, ret: len(ret) == 2**discs - 1,
    cost=2.0,
)
def hanoi_moves(discs: Nat, source: str, target: str, spare: str) -> list[tuple[str, str]]:
    """The moves (from, to) that carry a tower of n discs from one peg to another in the Tower of Hanoi.

    Raises ValueError below 0 and above 16 discs.
    """
    if not 0 <= discs <= 16:
        raise ValueError("the number of discs must be 0 to 16: the moves double with each")

    def moves(n: int, start: str, end: str, other: str) -> list[tuple[str, str]]:
        return [*moves(n - 1, start, other, end), (start, end), *moves(n - 1, other, end, start)] if n else []

    return moves(discs, source, target, spare)
