"""The sum of the squares of a list of numbers."""

from aurora.contracts.component import Example, N, component


@component(
    words="square each and add energy norm squared",
    examples=[Example(([1, 2, 3],), 14), Example(([-2],), 4), Example(([],), 0)],
    holds=lambda numbers, ret: ret >= 0 and (ret > 0) == any(number * number for number in numbers),
)
def sum_of_squares(numbers: list[N]) -> N:
    """The sum of the squares of a list of numbers."""
    return sum(number * number for number in numbers)
