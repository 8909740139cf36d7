"""How many decimal digits an integer has, whatever its sign."""

from aurora.contracts.component import Example, Positive, component


@component(
    words="number of digits length of number",
    examples=[Example((1234,), 4), Example((-56,), 2), Example((0,), 1)],
    holds=lambda number, ret: number == 0 or 10 ** (ret - 1) <= abs(number) < 10**ret,
)
def count_digits(number: int) -> Positive:
    """How many decimal digits an integer has, whatever its sign."""
    return len(str(abs(number)))
