"""The period of the Fibonacci numbers modulo a number."""

from aurora.contracts.component import Example, Positive, component


@component(
    words="pisano period fibonacci modulo repeats cycle",
    examples=[Example((10,), 60), Example((1,), 1), Example((2,), 3)],
    holds=lambda modulus, ret: 1 <= ret <= 6 * modulus,
)
def pisano_period(modulus: Positive) -> int:
    """The period of the Fibonacci numbers modulo a number."""
    if modulus < 1:
        raise ValueError("the modulus must be positive")
    here, following = 1 % modulus, 1 % modulus
    period = 1
    while (here, following) != (0, 1 % modulus):
        here, following = following, (here + following) % modulus
        period += 1
    return period
