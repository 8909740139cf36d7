"""The English name of a month from 1 to 12."""

from aurora.contracts.component import Example, Positive, component


@component(
    words="month name number january february",
    examples=[Example((1,), "January"), Example((12,), "December"), Example((5,), "May")],
    holds=lambda _month, ret: len(ret) >= 3 and ret.istitle(),
)
def month_name(month: Positive) -> str:
    """The English name of a month from 1 to 12."""
    if not 1 <= month <= 12:
        raise ValueError("a month is from 1 to 12")
    names = "January February March April May June July August September October November December"
    return names.split()[month - 1]
