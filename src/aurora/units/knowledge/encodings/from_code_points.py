"""The text of characters with these code points."""

from aurora.contracts.component import Example, component


@component(
    words="code points to text chr ascii values string from numbers",
    examples=[Example(([97, 233],), "aé"), Example(([],), ""), Example(([65],), "A")],
    holds=lambda codes, ret: [ord(char) for char in ret] == codes,
)
def from_code_points(codes: list[int]) -> str:
    """The text of characters with these code points."""
    return "".join(map(chr, codes))
