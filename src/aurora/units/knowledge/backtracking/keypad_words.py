"""All texts that digits can mean on a telephone's keys, where 2 is a, b or c."""

import itertools

from aurora.contracts.component import Example, component


@component(
    words="letter combinations phone number keypad digits",
    examples=[
        Example(("23",), ["ad", "ae", "af", "bd", "be", "bf", "cd", "ce", "cf"]),
        Example(("",), [""]),
        Example(("7",), ["p", "q", "r", "s"]),
    ],
    holds=lambda digits, ret: all(len(word) == len(digits) for word in ret) and ret == sorted(set(ret)),
    cost=2.0,
)
def keypad_words(digits: str) -> list[str]:
    """All texts that the digits 2 to 9 can mean on a telephone's keys; raises `ValueError` for other digits."""
    if not set(digits) <= set("23456789"):
        raise ValueError("only the keys 2 to 9 have letters")
    keys = ("abc", "def", "ghi", "jkl", "mno", "pqrs", "tuv", "wxyz")
    return ["".join(letters) for letters in itertools.product(*(keys[int(digit) - 2] for digit in digits))]
