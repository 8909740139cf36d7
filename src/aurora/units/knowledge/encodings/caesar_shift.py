"""A text with each English letter moved along the alphabet by a number of places, round its end.

Caesar's cipher, after Suetonius.
"""

import string

from aurora.contracts.component import Example, component


@component(
    words="caesar cipher shift letters alphabet encrypt rotate rot13",
    examples=[Example(("abc xyz", 3), "def abc"), Example(("Hi!", 26), "Hi!"), Example(("b", -1), "a")],
    holds=lambda text, _shift, ret: len(ret) == len(text),
)
def caesar_shift(text: str, shift: int) -> str:
    """A text with each English letter moved along the alphabet by a number of places, round its end."""
    turn = shift % 26
    small = string.ascii_lowercase
    large = string.ascii_uppercase
    moved = small[turn:] + small[:turn] + large[turn:] + large[:turn]
    return text.translate(str.maketrans(small + large, moved))
