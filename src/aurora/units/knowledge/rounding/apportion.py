"""A natural number split into whole parts in proportion to weights, by the method of the largest remainders."""

from aurora.contracts.component import Example, Nat, NonEmpty, component


@component(
    words="apportionment proportional distribution seats hamilton largest remainder allocate",
    examples=[Example((10, [1, 1, 1]), [4, 3, 3]), Example((7, [3, 4]), [3, 4]), Example((0, [5]), [0])],
    holds=lambda total, weights, ret: (
        sum(ret) == total
        and all(abs(part * sum(weights) - total * w) < sum(weights) for part, w in zip(ret, weights, strict=True))
    ),
    cost=2.0,
)
def apportion(total: Nat, weights: NonEmpty[Nat]) -> list[int]:
    """A natural number split into whole parts in proportion to weights, by the method of the largest remainders.

    Raises ValueError for a negative number or weight, or when the weights add up to 0.
    """
    whole = sum(weights)
    if total < 0 or whole == 0 or min(weights) < 0:
        raise ValueError("the number and the weights must not be negative, and some weight not 0")
    parts = [total * weight // whole for weight in weights]
    by_remainder = sorted(range(len(weights)), key=lambda place: -(total * weights[place] % whole))
    for place in by_remainder[: total - sum(parts)]:
        parts[place] += 1
    return parts
