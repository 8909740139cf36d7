"""All texts of a number of pairs of round brackets that are properly nested, ascending."""

import math

from aurora.contracts.component import Example, Nat, component


@component(
    words="generate balanced valid well formed parentheses brackets all combinations",
    examples=[Example((2,), ["(())", "()()"]), Example((0,), [""]), Example((1,), ["()"])],
    holds=lambda pairs, ret: len(ret) == math.comb(2 * pairs, pairs) // (pairs + 1),
    cost=2.0,
)
def balanced_bracket_strings(pairs: Nat) -> list[str]:
    """All texts of a number of pairs of round brackets that are properly nested, ascending."""
    texts = [("", 0)]
    for left in range(2 * pairs, 0, -1):
        texts = [
            (text + bracket, depth + step)
            for text, depth in texts
            for bracket, step in (("(", 1), (")", -1))
            if 0 <= depth + step < left
        ]
    return [text for text, _ in texts]
