"""Number of ways to put a queen in each row of a board so that none threatens another.

Richards 1997: columns and diagonals as bits.
"""

from aurora.contracts.component import Example, Nat, component


@component(
    words="n queens puzzle count number of solutions chessboard",
    examples=[Example((4,), 2), Example((8,), 92), Example((0,), 1)],
    holds=lambda size, ret: (ret == 0) == (size in (2, 3)),
    cost=3.0,
)
def count_queens(size: Nat) -> int:
    """Number of ways to put a queen in each row of a board so that none threatens another."""

    def ways(columns: int, left: int, right: int) -> int:
        if columns == full:
            return 1
        free = full & ~(columns | left | right)
        count = 0
        while free:
            place = free & -free
            free ^= place
            count += ways(columns | place, (left | place) << 1, (right | place) >> 1)
        return count

    full = (1 << size) - 1
    return ways(0, 0, 0)
