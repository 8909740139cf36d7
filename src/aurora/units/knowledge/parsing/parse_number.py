"""The number that a text means, whole if it is written so."""

from aurora.contracts.component import Example, component


@component(
    words="parse convert text to number int or float",
    examples=[Example(("12",), 12), Example((" -1.5",), -1.5), Example(("1e3",), 1000.0)],
    holds=lambda text, ret: float(ret) == float(text),
)
def parse_number(text: str) -> float:
    """The number that a text means, whole if it is written so."""
    return int(text) if text.strip().lstrip("+-").isdecimal() else float(text)
