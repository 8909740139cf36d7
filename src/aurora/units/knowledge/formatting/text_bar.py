"""A bar of a sign that fills a fraction of a width, the rest blank; raises ValueError unless 0 <= fraction <= 1."""

from aurora.contracts.component import Char, Example, Nat, component


@component(
    words="progress bar text chart filled",
    examples=[Example((0.5, 4, "#"), "##  "), Example((1.0, 2, "="), "=="), Example((0.0, 3, "#"), "   ")],
    holds=lambda _fraction, _width, sign, ret: not ret.strip(sign + " "),
)
def text_bar(fraction: float, width: Nat, sign: Char) -> str:
    """A bar of a sign that fills a fraction of a width, the rest blank; raises ValueError unless 0 <= fraction <= 1."""
    if not 0 <= fraction <= 1:
        raise ValueError("the fraction must be between 0 and 1")
    filled = round(fraction * width)
    return sign * filled + " " * (width - filled)
