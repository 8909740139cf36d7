"""All numbers of a number of bits, ascending: every choice of switches."""

from aurora.contracts.component import Example, Nat, component


@component(
    words="bit masks all subsets numbers of n bits enumerate",
    examples=[Example((2,), [0, 1, 2, 3]), Example((0,), [0]), Example((1,), [0, 1])],
    holds=lambda bits, ret: len(ret) == 2**bits,
)
def bit_masks(bits: Nat) -> list[int]:
    """All numbers of a number of bits, ascending: every choice of switches; raises ValueError for more than 20 bits."""
    if not 0 <= bits <= 20:
        raise ValueError("there must be 0 to 20 bits: more give over a million numbers")
    return list(range(1 << bits))
