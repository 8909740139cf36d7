"""The square matrix of a size whose clockwise spiral from the top left corner is 1, 2, 3, ..."""

from aurora.contracts.component import Example, Nat, Square, component


@component(
    words="spiral matrix generate fill numbers square clockwise",
    examples=[Example((3,), [[1, 2, 3], [8, 9, 4], [7, 6, 5]]), Example((0,), []), Example((2,), [[1, 2], [4, 3]])],
    holds=lambda size, ret: sorted(cell for row in ret for cell in row) == list(range(1, size * size + 1)),
)
def spiral_fill(size: Nat) -> Square[int]:
    """The square matrix of a size whose clockwise spiral from the top left corner is 1, 2, 3, ..."""
    if size < 0:
        raise ValueError("the size must not be negative")
    filled: list[list[int]] = []
    first = size * size + 1
    while first > 1:
        width = len(filled)
        first -= width or 1
        turned = [list(column) for column in zip(*reversed(filled), strict=True)]
        filled = [list(range(first, first + (width or 1))), *turned]
    return filled
