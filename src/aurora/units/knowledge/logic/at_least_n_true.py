"""Whether n or more of the conditions are true."""

from aurora.contracts.component import Example, Nat, component


@component(
    words="minimum count true threshold at least",
    examples=[Example(([True, False, True], 2), True), Example(([True, False], 2), False), Example(([], 0), True)],
    holds=lambda flags, n, ret: ret == (len([flag for flag in flags if flag]) >= n),
)
def at_least_n_true(flags: list[bool], n: Nat) -> bool:
    """Whether n or more of the conditions are true."""
    return sum(flags) >= n
