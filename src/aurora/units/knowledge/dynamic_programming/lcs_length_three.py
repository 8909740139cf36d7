"""Length of the longest common subsequence of three texts."""

from aurora.contracts.component import Example, component


@component(
    words="lcs longest common subsequence length three strings",
    examples=[
        Example(("AGGT12", "12TXAYB", "12XBA"), 2),
        Example(("abc", "abc", ""), 0),
        Example(("abcd1e2", "bc12ea", "bd1ea"), 3),
    ],
    holds=lambda first, second, third, ret: 0 <= ret <= min(len(first), len(second), len(third)),
    cost=2.0,
)
def lcs_length_three(first: str, second: str, third: str) -> int:
    """Length of the longest common subsequence of three texts."""
    depth = len(third) + 1
    above = [[0] * depth for _ in range(len(second) + 1)]
    for left in first:
        layer = [[0] * depth]
        for row, middle in enumerate(second, start=1):
            cells = [0]
            for column, right in enumerate(third, start=1):
                if left == middle == right:
                    cells.append(above[row - 1][column - 1] + 1)
                else:
                    cells.append(max(above[row][column], layer[row - 1][column], cells[-1]))
            layer.append(cells)
        above = layer
    return above[-1][-1]
