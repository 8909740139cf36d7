"""Whether neither of two conditions is true."""

from aurora.contracts.component import Example, component


@component(
    words="not or neither both false",
    examples=[Example((False, False), True), Example((True, False), False), Example((True, True), False)],
    holds=lambda a, b, ret: ret == (not a and not b),
)
def nor(a: bool, b: bool) -> bool:
    """Whether neither of two conditions is true."""
    return not (a or b)
