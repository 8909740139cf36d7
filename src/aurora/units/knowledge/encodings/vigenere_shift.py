"""A text with each English letter moved by the place of the next letter of a key in the alphabet, over and over.

Bellaso 1553; `sign` is 1 to encrypt and -1 to decrypt.
"""

import itertools

from aurora.contracts.component import Example, Word, component


@component(
    words="vigenere cipher key letters encrypt decrypt",
    examples=[
        Example(("attack", "lemon", 1), "lxfopv"),
        Example(("lxfopv", "lemon", -1), "attack"),
        Example(("A-b", "b", 1), "B-c"),
    ],
    holds=lambda text, _key, _sign, ret: [char.isupper() for char in ret] == [char.isupper() for char in text],
)
def vigenere_shift(text: str, key: Word, sign: int) -> str:
    """A text with each English letter moved by the place of the next letter of a key in the alphabet, over and over."""
    if not (key.isascii() and key.isalpha()):
        raise ValueError("the key must be of English letters")
    shifts = itertools.cycle(sign * (ord(letter) - ord("a")) for letter in key.lower())
    moved = ""
    for char in text:
        base = ord("A" if char.isupper() else "a")
        moved += chr((ord(char) - base + next(shifts)) % 26 + base) if char.isascii() and char.isalpha() else char
    return moved
