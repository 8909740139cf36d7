"""For each place of a text how long the text from there agrees with its start; 0 for place 0.

Main and Lorentz 1984.
"""

from aurora.contracts.component import Example, component


@component(
    words="z function array prefix match lengths",
    examples=[Example(("aabxaab",), [0, 1, 0, 0, 3, 1, 0]), Example(("aaa",), [0, 2, 1]), Example(("",), [])],
    holds=lambda text, ret: all(text.startswith(text[i : i + length]) for i, length in enumerate(ret)),
)
def z_function(text: str) -> list[int]:
    """For each place of a text how long the text from there agrees with its start; 0 for place 0."""
    lengths = [0] * len(text)
    left = right = 0
    for place in range(1, len(text)):
        length = min(right - place, lengths[place - left]) if place < right else 0
        while place + length < len(text) and text[length] == text[place + length]:
            length += 1
        lengths[place] = length
        if place + length > right:
            left, right = place, place + length
    return lengths
