"""The number that a Gray code means.

Gray 1953: the exclusive or of all its shifts to the right.
"""

from aurora.contracts.component import Example, Nat, component


@component(
    words="gray code decode inverse to number binary",
    examples=[Example((3,), 2), Example((0,), 0), Example((15,), 10)],
    holds=lambda code, ret: ret ^ ret >> 1 == code,
)
def from_gray_code(code: Nat) -> int:
    """The number that a Gray code means."""
    if code < 0:
        raise ValueError("the code must not be negative")
    number = 0
    while code:
        number ^= code
        code >>= 1
    return number
