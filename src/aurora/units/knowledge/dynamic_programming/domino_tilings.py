"""Number of ways to cover a board of rows x columns with dominoes.

Broken profile: cell by cell, with a bit for each column that says whether its next cell is covered already.
"""

from aurora.contracts.component import Example, Nat, component


@component(
    words="domino tilings tile board rectangle 2x1 dominoes fill ways 3xn",
    examples=[Example((2, 3), 3), Example((3, 4), 11), Example((1, 1), 0)],
    holds=lambda rows, columns, ret: (ret > 0) == (rows * columns % 2 == 0),
    cost=2.0,
)
def domino_tilings(rows: Nat, columns: Nat) -> int:
    """Number of ways to cover a board of rows x columns with dominoes."""
    if rows < 0 or columns < 0:
        raise ValueError("rows and columns must not be negative")
    width, height = sorted((rows, columns))
    ways = {0: 1}
    for cell in range(width * height):
        here = 1 << cell % width
        grown: dict[int, int] = {}
        for profile, count in ways.items():
            moves = [profile ^ here]
            if not profile & here and (cell + 1) % width and not profile & here << 1:
                moves.append(profile | here << 1)
            for moved in moves:
                grown[moved] = grown.get(moved, 0) + count
        ways = grown
    return ways.get(0, 0)
