"""Whether exactly n of the conditions are true."""

from aurora.contracts.component import Example, Nat, component


@component(
    words="count true exactly one of n out of",
    examples=[Example(([True, False, True], 2), True), Example(([True, False], 2), False), Example(([], 0), True)],
    holds=lambda flags, n, ret: ret == (len([flag for flag in flags if flag]) == n),
)
def exactly_n_true(flags: list[bool], n: Nat) -> bool:
    """Whether exactly n of the conditions are true."""
    return sum(flags) == n
