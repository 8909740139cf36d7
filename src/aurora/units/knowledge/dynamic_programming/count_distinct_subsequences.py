"""Number of different subsequences of a text, the empty one included."""

from aurora.contracts.component import Example, component


@component(
    words="count distinct unique subsequences number different",
    examples=[Example(("gfg",), 7), Example(("aaa",), 4), Example(("",), 1)],
    holds=lambda text, ret: len(text) + 1 <= ret <= 2 ** len(text),
)
def count_distinct_subsequences(text: str) -> int:
    """Number of different subsequences of a text, the empty one included."""
    total = 1
    ended: dict[str, int] = {}
    for letter in text:
        total, ended[letter] = 2 * total - ended.get(letter, 0), total
    return total
