"""All texts of zeros and ones of a length, ascending."""

import itertools

from aurora.contracts.component import Example, Nat, component


@component(
    words="all binary strings texts of length n zeros ones generate",
    examples=[Example((2,), ["00", "01", "10", "11"]), Example((0,), [""]), Example((1,), ["0", "1"])],
    holds=lambda length, ret: len(ret) == 2**length and ret == sorted(set(ret)),
    cost=2.0,
)
def binary_strings(length: Nat) -> list[str]:
    """All texts of zeros and ones of a length, ascending."""
    return ["".join(bits) for bits in itertools.product("01", repeat=length)]
