"""Whether exactly one of two conditions is true."""

from aurora.contracts.component import Example, component


@component(
    words="exclusive or either but not both different",
    examples=[Example((True, False), True), Example((True, True), False), Example((False, False), False)],
    holds=lambda a, b, ret: ret == ((a or b) and not (a and b)),
)
def xor(a: bool, b: bool) -> bool:
    """Whether exactly one of two conditions is true."""
    return a != b
