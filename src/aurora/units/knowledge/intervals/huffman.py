"""The Huffman code of each symbol: frequent ones get short codes, and no code starts another.

Huffman 1952; of equal weights the older tree is joined first, and a single symbol has the code "0".
"""

import heapq

from aurora.contracts.component import Example, K, component


@component(
    words="huffman coding codes compress prefix frequencies symbols binary",
    examples=[
        Example(({"a": 5, "b": 2, "c": 1},), {"a": "1", "b": "01", "c": "00"}),
        Example(({"x": 3},), {"x": "0"}),
        Example(({},), {}),
    ],
    holds=lambda weights, ret: ret.keys() == weights.keys() and len(set(ret.values())) == len(ret),
)
def huffman(weights: dict[K, int]) -> dict[K, str]:
    """The Huffman code of each symbol: frequent ones get short codes, and no code starts another."""
    codes = dict.fromkeys(weights, "" if len(weights) > 1 else "0")
    heap = [(weight, age, [symbol]) for age, (symbol, weight) in enumerate(weights.items())]
    heapq.heapify(heap)
    age = len(heap)
    while len(heap) > 1:
        light, heavy = heapq.heappop(heap), heapq.heappop(heap)
        for bit, (_, _, symbols) in (("0", light), ("1", heavy)):
            for symbol in symbols:
                codes[symbol] = bit + codes[symbol]
        heapq.heappush(heap, (light[0] + heavy[0], age, light[2] + heavy[2]))
        age += 1
    return codes
