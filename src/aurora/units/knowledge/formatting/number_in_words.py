"""An integer below a million in English words; raises ValueError beyond."""

import re

from aurora.contracts.component import Example, component


@component(
    words="spell out number words english name text",
    examples=[
        Example((42,), "forty-two"),
        Example((1305,), "one thousand three hundred five"),
        Example((0,), "zero"),
        Example((-7,), "minus seven"),
    ],
    holds=lambda number, ret: ret.startswith("minus ") == (number < 0) and ret == ret.strip(),
    cost=2.0,
)
def number_in_words(number: int) -> str:
    """An integer below a million in English words; raises ValueError beyond."""
    if abs(number) >= 1_000_000:
        raise ValueError("only numbers below a million can be spelt")
    ones = re.findall(r"\w+", "zero one two three four five six seven eight nine ten eleven twelve thirteen")
    ones += re.findall(r"\w+", "fourteen fifteen sixteen seventeen eighteen nineteen")
    tens = re.findall(r"\w+", "zero ten twenty thirty forty fifty sixty seventy eighty ninety")

    def below_hundred(n: int) -> list[str]:
        if n < 20:
            return [ones[n]] if n else []
        return [tens[n // 10] + (f"-{ones[n % 10]}" if n % 10 else "")]

    def below_thousand(n: int) -> list[str]:
        return ([ones[n // 100], "hundred"] if n >= 100 else []) + below_hundred(n % 100)

    thousands, rest = divmod(abs(number), 1000)
    words = ([*below_thousand(thousands), "thousand"] if thousands else []) + below_thousand(rest)
    return " ".join((["minus"] if number < 0 else []) + (words or ["zero"]))
