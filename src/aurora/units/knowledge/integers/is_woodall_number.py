"""Whether a number is n * 2**n - 1 for some n of at least one."""

from aurora.contracts.component import Example, component


@component(
    words="woodall number check",
    examples=[Example((383,), True), Example((254,), False), Example((1,), True)],
    holds=lambda number, ret: not ret or number % 2 == 1,
)
def is_woodall_number(number: int) -> bool:
    """Whether a number is n * 2**n - 1 for some n of at least one."""
    n = 1
    while (n << n) - 1 < number:
        n += 1
    return (n << n) - 1 == number
