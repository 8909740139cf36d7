"""All ways to cut a text into pieces that read the same in both directions."""

from aurora.contracts.component import Example, component


@component(
    words="palindrome partitioning all ways cut pieces",
    examples=[Example(("aab",), [["a", "a", "b"], ["aa", "b"]]), Example(("",), [[]]), Example(("ab",), [["a", "b"]])],
    holds=lambda text, ret: all("".join(pieces) == text and all(p == p[::-1] for p in pieces) for pieces in ret),
    cost=2.0,
)
def split_palindromes(text: str) -> list[list[str]]:
    """All ways to cut a text into pieces that read the same in both directions."""
    ways: list[list[list[str]]] = [[[]]]
    for stop in range(1, len(text) + 1):
        pieces = [(start, text[start:stop]) for start in range(stop)]
        ways.append([[*before, p] for start, p in pieces if p == p[::-1] for before in ways[start]])
    return sorted(ways[-1])
