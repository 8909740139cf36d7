"""The numbers in a text, with signs and decimals."""

import re

from aurora.contracts.component import Example, component


@component(
    words="find all numbers floats decimals text regex extract",
    examples=[Example(("from -3.5 to 12",), [-3.5, 12.0]), Example(("none",), []), Example(("x=.5",), [0.5])],
    holds=lambda text, ret: bool(ret) == any(char.isdecimal() for char in text),
)
def find_all_numbers(text: str) -> list[float]:
    """The numbers in a text, with signs and decimals."""
    return [float(number) for number in re.findall(r"(?:(?<!\w)-)?(?:\d+\.?\d*|\.\d+)", text)]
