"""A text of digits, maybe with dots between, without the zeros before other digits of each part."""

from aurora.contracts.component import Example, component


@component(
    words="remove leading zeros ip address version number groups",
    examples=[Example(("007",), "7"), Example(("01.002.0",), "1.2.0"), Example(("000",), "0")],
    holds=lambda text, ret: len(ret) <= len(text) and ret.count(".") == text.count("."),
)
def strip_leading_zeros(text: str) -> str:
    """A text of digits, maybe with dots between, without the zeros before other digits of each part."""
    return ".".join(part.lstrip("0") or part[-1:] for part in text.split("."))
