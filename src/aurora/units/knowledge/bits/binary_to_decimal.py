"""The number that binary digits mean."""

from aurora.contracts.component import Example, component


@component(
    words="binary to decimal text digits parse number",
    examples=[Example(("101",), 5), Example(("0",), 0), Example(("0011",), 3)],
    holds=lambda text, ret: (
        ret == int("0" + text.strip().lstrip("-+").replace("_", "").removeprefix("0b"), 2) or ret < 0
    ),
)
def binary_to_decimal(text: str) -> int:
    """The number that binary digits mean."""
    return int(text, 2)
