"""The number of a month with an English name or its first three letters."""

from aurora.contracts.component import Example, component


@component(
    words="month number from name january jan",
    examples=[Example(("May",), 5), Example(("dec",), 12), Example(("JAN",), 1)],
    holds=lambda _name, ret: 1 <= ret <= 12,
)
def month_number(name: str) -> int:
    """The number of a month with an English name or its first three letters; raises `ValueError` for another text."""
    text = "january february march april may june july august september october november december"
    names = text.split()
    word = name.strip().lower()
    found = [number for number, month in enumerate(names, start=1) if word in (month, month[:3])]
    if not found:
        raise ValueError("the name is not one of a month")
    return found[0]
