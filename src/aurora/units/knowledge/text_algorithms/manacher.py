"""The longest piece of a text that reads the same in both directions, the first of several.

Manacher 1975, linear time.
"""

import itertools

from aurora.contracts.component import Example, component


@component(
    words="longest palindromic substring palindrome piece",
    examples=[Example(("babad",), "bab"), Example(("cbbd",), "bb"), Example(("",), "")],
    holds=lambda text, ret: ret == ret[::-1] and ret in text and bool(ret) == bool(text),
)
def manacher(text: str) -> str:
    """The longest piece of a text that reads the same in both directions, the first of several."""
    spaced = [letter for pair in zip(itertools.repeat(""), text, strict=False) for letter in pair] + [""]
    radii = [0] * len(spaced)
    centre = right = 0
    for place in range(len(spaced)):
        radius = min(right - place, radii[2 * centre - place]) if place < right else 0
        while (
            place - radius > 0
            and place + radius + 1 < len(spaced)
            and spaced[place - radius - 1] == spaced[place + radius + 1]
        ):
            radius += 1
        radii[place] = radius
        if place + radius > right:
            centre, right = place, place + radius
    best = max(range(len(spaced)), key=radii.__getitem__)
    return text[(best - radii[best]) // 2 : (best + radii[best]) // 2]
