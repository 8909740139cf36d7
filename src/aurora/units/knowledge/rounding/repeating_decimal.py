"""A fraction as decimal text, the digits that repeat for ever in brackets."""

from aurora.contracts.component import Example, component


@component(
    words="recurring decimal expansion period fraction to decimal brackets",
    examples=[Example((1, 6), "0.1(6)"), Example((-1, 4), "-0.25"), Example((4, 2), "2")],
    holds=lambda numerator, denominator, ret: (
        ret.startswith("-") == (numerator * denominator < 0) and ret.endswith(")") == ("(" in ret)
    ),
    cost=2.0,
)
def repeating_decimal(numerator: int, denominator: int) -> str:
    """A fraction as decimal text, the digits that repeat for ever in brackets.

    Raises ZeroDivisionError for a denominator 0.
    """
    whole, rest = divmod(abs(numerator), abs(denominator))
    sign = "-" if numerator * denominator < 0 else ""
    digits = ""
    seen: dict[int, int] = {}
    while rest and rest not in seen:
        seen[rest] = len(digits)
        digits += str(rest * 10 // abs(denominator))
        rest = rest * 10 % abs(denominator)
    if rest:
        digits = f"{digits[: seen[rest]]}({digits[seen[rest] :]})"
    return f"{sign}{whole}.{digits}" if digits else f"{sign}{whole}"
