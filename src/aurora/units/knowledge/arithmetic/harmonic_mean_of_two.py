"""The harmonic mean of two positive numbers: the mean speed of a way there and back."""

from aurora.contracts.component import Example, component


@component(
    words="harmonic mean average speed parallel f1 score",
    examples=[Example((2.0, 6.0), 3.0), Example((4.0, 4.0), 4.0)],
    holds=lambda a, b, ret: min(a, b) * (1 - 1e-9) <= ret <= max(a, b) * (1 + 1e-9),
)
def harmonic_mean_of_two(a: float, b: float) -> float:
    """The harmonic mean of two positive numbers: the mean speed of a way there and back.

    Raises ValueError unless both are positive.
    """
    if a <= 0 or b <= 0:
        raise ValueError("both numbers must be positive")
    return 2 * a * b / (a + b)
