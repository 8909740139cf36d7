"""The rows without their element at one place; rows that are too short stay as they are."""

from aurora.contracts.component import Example, Nat, T, component


@component(
    words="remove delete nth kth column from nested list drop field",
    examples=[Example(([[1, 2, 3], [4, 5, 6]], 1), [[1, 3], [4, 6]]), Example(([[1]], 2), [[1]]), Example(([], 0), [])],
    holds=lambda rows, _place, ret: (
        len(ret) == len(rows)
        and all(len(row) - 1 <= len(kept) <= len(row) for kept, row in zip(ret, rows, strict=True))
    ),
)
def without_column(rows: list[list[T]], place: Nat) -> list[list[T]]:
    """The rows without their element at one place; rows that are too short stay as they are."""
    return [[value for at, value in enumerate(row) if at != place] for row in rows]
