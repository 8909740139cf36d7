"""The shortest way between two places on a circle of a given length; raises ValueError for a length below 1."""

from aurora.contracts.component import Example, Nat, Positive, component


@component(
    words="circular distance clock wrap around shortest ring modular",
    examples=[Example((1, 11, 12), 2), Example((2, 5, 12), 3), Example((4, 4, 12), 0)],
    holds=lambda a, b, length, ret: 0 <= 2 * ret <= length and (a - b - ret) * (b - a - ret) % length == 0,
)
def cyclic_distance(a: int, b: int, length: Positive) -> Nat:
    """The shortest way between two places on a circle of a given length; raises ValueError for a length below 1."""
    if length < 1:
        raise ValueError("the length must be at least 1")
    return min((a - b) % length, (b - a) % length)
