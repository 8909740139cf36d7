"""Whether not both of two conditions are true."""

from aurora.contracts.component import Example, component


@component(
    words="not and at most one true",
    examples=[Example((True, True), False), Example((True, False), True), Example((False, False), True)],
    holds=lambda a, b, ret: ret == (not a or not b),
)
def nand(a: bool, b: bool) -> bool:
    """Whether not both of two conditions are true."""
    return not (a and b)
