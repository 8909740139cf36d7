"""All numbers of a number of bits, ascending: every choice of switches."""

from aurora.contracts.component import Example, Nat, component


@component(
    words="bit masks all subsets numbers of n bits enumerate",
    examples=[Example((2,), [0, 1, 2, 3]), Example((0,), [0]), Example((1,), [0, 1])],
    holds=lambda bits, ret: len(ret) == 2**bits,
)
def bit_masks(bits: Nat) -> list[int]:
    """All numbers of a number of bits, ascending: every choice of switches."""
    return list(range(1 << bits))
