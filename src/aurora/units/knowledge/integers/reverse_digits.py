"""An integer with its decimal digits in reverse order and its sign kept."""

from aurora.contracts.component import Example, component


@component(
    words="backwards number flip mirror digits reversed integer",
    examples=[Example((123,), 321), Example((-450,), -54), Example((0,), 0)],
    holds=lambda number, ret: str(abs(number)).rstrip("0") == str(abs(ret))[::-1].rstrip("0") and number * ret >= 0,
)
def reverse_digits(number: int) -> int:
    """An integer with its decimal digits in reverse order and its sign kept."""
    return int(str(abs(number))[::-1]) * (-1 if number < 0 else 1)
