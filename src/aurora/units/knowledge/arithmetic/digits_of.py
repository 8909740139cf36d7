"""The decimal digits of an integer from left to right, whatever its sign."""

from aurora.contracts.component import Example, component


@component(
    words="list of digits split number into digits individual",
    examples=[Example((1234,), [1, 2, 3, 4]), Example((-50,), [5, 0]), Example((0,), [0])],
    holds=lambda number, ret: (
        all(0 <= digit <= 9 for digit in ret) and sum(d * 10**k for k, d in enumerate(reversed(ret))) == abs(number)
    ),
)
def digits_of(number: int) -> list[int]:
    """The decimal digits of an integer from left to right, whatever its sign."""
    return [int(digit) for digit in str(abs(number))]
