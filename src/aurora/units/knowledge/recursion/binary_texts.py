"""All texts of n characters 0 and 1, ascending; raises ValueError below 0 and above 16."""

import itertools

from aurora.contracts.component import Example, Nat, component


@component(
    words="all bit strings binary numbers of length n",
    examples=[Example((2,), ["00", "01", "10", "11"]), Example((1,), ["0", "1"]), Example((0,), [""])],
    holds=lambda n, ret: len(ret) == 2**n and ret == sorted(ret),
    cost=2.0,
)
def binary_texts(n: Nat) -> list[str]:
    """All texts of n characters 0 and 1, ascending; raises ValueError below 0 and above 16."""
    if not 0 <= n <= 16:
        raise ValueError("n must be 0 to 16: the texts double with each")
    return ["".join(bits) for bits in itertools.product("01", repeat=n)]
