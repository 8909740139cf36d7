"""The numbers of a list rounded to so many decimals, a half to the even neighbour."""

from aurora.contracts.component import Example, component


@component(
    words="round all elements of list decimals",
    examples=[Example(([1.234, 5.678], 1), [1.2, 5.7]), Example(([], 2), [])],
    holds=lambda numbers, decimals, ret: (
        len(ret) == len(numbers)
        and all(abs(a - b) <= 0.500001 * 10.0**-decimals for a, b in zip(ret, numbers, strict=True))
    ),
)
def round_each(numbers: list[float], decimals: int) -> list[float]:
    """The numbers of a list rounded to so many decimals, a half to the even neighbour."""
    return [round(number, decimals) for number in numbers]
