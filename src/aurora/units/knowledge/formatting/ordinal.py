"""A natural number with its English ending: 1st, 2nd, 3rd, 4th; raises ValueError below 0."""

from aurora.contracts.component import Example, Nat, component


@component(
    words="ordinal number suffix st nd rd th position",
    examples=[Example((1,), "1st"), Example((12,), "12th"), Example((23,), "23rd"), Example((0,), "0th")],
    holds=lambda number, ret: int(ret[:-2]) == number and ret[-2:] in ("st", "nd", "rd", "th"),
)
def ordinal(number: Nat) -> str:
    """A natural number with its English ending: 1st, 2nd, 3rd, 4th; raises ValueError below 0."""
    if number < 0:
        raise ValueError("only natural numbers have an ordinal")
    endings = {1: "st", 2: "nd", 3: "rd"}
    return f"{number}{'th' if number // 10 % 10 == 1 else endings.get(number % 10, 'th')}"
