"""The number that a text means in a base from 2 to 36."""

from aurora.contracts.component import Example, Positive, component


@component(
    words="base parse convert text digits to number decimal binary hexadecimal radix",
    examples=[Example(("ff", 16), 255), Example(("-101", 2), -5), Example(("0", 36), 0)],
    holds=lambda text, _base, ret: (
        (ret < 0) == (text.strip().startswith("-") and any(char not in "-0_ " for char in text))
    ),
)
def from_base(text: str, base: Positive) -> int:
    """The number that a text means in a base from 2 to 36."""
    if not 2 <= base <= 36:
        raise ValueError("the base is from 2 to 36")
    return int(text, base)
