"""The rotation of a text that comes first in the order of texts.

Booth 1980, in the two-pointer form.
"""

from aurora.contracts.component import Example, component


@component(
    words="smallest lexicographically minimal rotation cyclic shift",
    examples=[Example(("bca",), "abc"), Example(("abaab",), "aabab"), Example(("",), "")],
    holds=lambda text, ret: ret in text + text and len(ret) == len(text) and ret <= text,
)
def smallest_rotation(text: str) -> str:
    """The rotation of a text that comes first in the order of texts."""
    size = len(text)
    first, second, equal = 0, 1, 0
    while first < size and second < size and equal < size:
        left, right = text[(first + equal) % size], text[(second + equal) % size]
        if left == right:
            equal += 1
            continue
        if left > right:
            first += equal + 1
        else:
            second += equal + 1
        second += first == second
        equal = 0
    start = min(first, second)
    return text[start:] + text[:start]
