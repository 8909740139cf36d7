"""The largest number that the numbers make when they are written one after the other in some order."""

from aurora.contracts.component import Example, Nat, NonEmpty, component


@component(
    words="largest number concatenate arrange numbers biggest form",
    examples=[Example(([3, 30, 34, 5, 9],), "9534330"), Example(([0, 0],), "0"), Example(([10],), "10")],
    holds=lambda numbers, ret: int(ret) >= int("".join(map(str, numbers))),
)
def largest_concatenation(numbers: NonEmpty[Nat]) -> str:
    """The largest number that the numbers make when they are written one after the other in some order."""
    if not numbers or any(number < 0 for number in numbers):
        raise ValueError("numbers that are not negative are needed")
    width = 2 * max(len(str(number)) for number in numbers)
    texts = sorted(map(str, numbers), key=lambda text: (text * width)[:width], reverse=True)
    return "".join(texts).lstrip("0") or "0"
