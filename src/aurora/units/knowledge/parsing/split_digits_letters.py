"""A text cut where digits and other characters meet."""

import re

from aurora.contracts.component import Example, component


@component(
    words="split letters and digits alphanumeric parts separate numbers from text",
    examples=[Example(("abc12de3",), ["abc", "12", "de", "3"]), Example(("",), []), Example(("7",), ["7"])],
    holds=lambda text, ret: "".join(ret) == text,
)
def split_digits_letters(text: str) -> list[str]:
    """A text cut where digits and other characters meet."""
    return re.findall(r"\d+|\D+", text)
