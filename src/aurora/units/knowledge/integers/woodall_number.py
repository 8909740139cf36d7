"""Nth Woodall number, n * 2**n - 1: 1, 7, 23, 63, ..."""

from aurora.contracts.component import Example, Positive, component


@component(
    words="woodall number nth",
    examples=[Example((1,), 1), Example((3,), 23), Example((5,), 159)],
    holds=lambda n, ret: (ret + 1) % n == 0,
)
def woodall_number(n: Positive) -> int:
    """Nth Woodall number, n * 2**n - 1: 1, 7, 23, 63, ..."""
    return (n << n) - 1
