"""An integer with a separator between its groups of three digits."""

from aurora.contracts.component import Example, component


@component(
    words="thousands separator comma grouping large number readable",
    examples=[Example((1234567, ","), "1,234,567"), Example((-1000, " "), "-1 000"), Example((12, ","), "12")],
    holds=lambda number, separator, ret: (
        separator.isdigit() or "-" in separator or int(ret.replace(separator, "") if separator else ret) == number
    ),
)
def thousands(number: int, separator: str) -> str:
    """An integer with a separator between its groups of three digits."""
    return f"{number:,}".replace(",", separator)
