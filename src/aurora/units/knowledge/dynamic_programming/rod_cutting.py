"""Largest price of a rod cut into pieces, where `prices[i]` is the price of a piece of length i + 1."""

from aurora.contracts.component import Example, Nat, component


@component(
    words="rod cutting cut pieces lengths prices maximum revenue obtain",
    examples=[Example(([1, 5, 8, 9], 4), 10), Example(([3], 5), 15), Example(([2, 3], 0), 0)],
    holds=lambda prices, length, ret: not prices or ret >= length * prices[0],
)
def rod_cutting(prices: list[int], length: Nat) -> int:
    """Largest price of a rod cut into pieces, where `prices[i]` is the price of a piece of length i + 1."""
    if length < 0 or not prices:
        raise ValueError("a price is needed and the length must not be negative")
    best = [0]
    for size in range(1, length + 1):
        best.append(max(price + best[size - piece] for piece, price in enumerate(prices[:size], start=1)))
    return best[length]
