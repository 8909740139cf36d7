"""How many characters of a text are letters from a to z, in either case, but no vowels."""

from aurora.contracts.component import Example, Nat, component


@component(
    words="number of consonants not vowels",
    examples=[Example(("Education",), 4), Example(("aei 12",), 0), Example(("",), 0)],
    holds=lambda text, ret: 0 <= ret <= len(text),
)
def count_consonants(text: str) -> Nat:
    """How many characters of a text are letters from a to z, in either case, but no vowels."""
    return sum(char in "bcdfghjklmnpqrstvwxyz" for char in text.lower())
