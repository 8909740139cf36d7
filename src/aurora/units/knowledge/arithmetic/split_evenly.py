"""A natural number as the sum of a number of parts that differ by 1 at most, the greater first."""

from aurora.contracts.component import Example, Nat, Positive, component


@component(
    words="share fairly distribute divide among people equal shares remainder",
    examples=[Example((10, 3), [4, 3, 3]), Example((6, 2), [3, 3]), Example((1, 3), [1, 0, 0])],
    holds=lambda number, parts, ret: sum(ret) == number and len(ret) == parts and ret[0] - ret[-1] <= 1,
)
def split_evenly(number: Nat, parts: Positive) -> list[int]:
    """A natural number as the sum of a number of parts that differ by 1 at most, the greater first.

    Raises ValueError for a negative number or less than 1 part.
    """
    if number < 0 or parts < 1:
        raise ValueError("the number must not be negative, and there must be at least 1 part")
    size, greater = divmod(number, parts)
    return [size + 1] * greater + [size] * (parts - greater)
