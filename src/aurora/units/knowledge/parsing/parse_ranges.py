"""The numbers that a text like "1-3,7" means, in its order."""

from aurora.contracts.component import Example, component


@component(
    words="parse number ranges expand page list 1-3,5 text",
    examples=[Example(("1-3,7",), [1, 2, 3, 7]), Example(("",), []), Example(("5",), [5])],
    holds=lambda text, ret: str(ret[0]) in text if ret else not text.strip(", "),
)
def parse_ranges(text: str) -> list[int]:
    """The numbers that a text like "1-3,7" means; raises `ValueError` for a range that falls."""
    numbers: list[int] = []
    for part in filter(None, text.replace(" ", "").split(",")):
        first, _, last = part.partition("-")
        if int(last or first) < int(first):
            raise ValueError("a range falls")
        numbers += range(int(first), int(last or first) + 1)
    return numbers
