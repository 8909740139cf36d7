"""Whether no more than n of the conditions are true."""

from aurora.contracts.component import Example, Nat, component


@component(
    words="maximum count true limit at most",
    examples=[Example(([True, False, True], 1), False), Example(([True, False], 1), True), Example(([], 0), True)],
    holds=lambda flags, n, ret: ret == (len([flag for flag in flags if flag]) <= n),
)
def at_most_n_true(flags: list[bool], n: Nat) -> bool:
    """Whether no more than n of the conditions are true."""
    return sum(flags) <= n
