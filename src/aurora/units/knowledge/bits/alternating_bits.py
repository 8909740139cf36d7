"""Whether no two neighbouring binary digits of a number are equal."""

from aurora.contracts.component import Example, Nat, component


@component(
    words="alternating bits alternate pattern binary check",
    examples=[Example((5,), True), Example((7,), False), Example((0,), True)],
    holds=lambda number, ret: ret == (("11" not in f"{number:b}") and ("00" not in f"{number:b}")),
)
def alternating_bits(number: Nat) -> bool:
    """Whether no two neighbouring binary digits of a number are equal."""
    return (number ^ number >> 1) & (number ^ number >> 1) + 1 == 0
