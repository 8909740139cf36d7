"""The places at which a part begins in a text, overlapping ones included; raises ValueError for an empty part."""

from aurora.contracts.component import Example, component


@component(
    words="all indices positions of substring occurrences start",
    examples=[Example(("banana", "an"), [1, 3]), Example(("aaa", "aa"), [0, 1]), Example(("abc", "x"), [])],
    holds=lambda text, part, ret: (
        all(text[place : place + len(part)] == part for place in ret) and bool(ret) == (part in text)
    ),
)
def find_all_places(text: str, part: str) -> list[int]:
    """The places at which a part begins in a text, overlapping ones included; raises ValueError for an empty part."""
    if not part:
        raise ValueError("the part must not be empty")
    return [place for place in range(len(text)) if text.startswith(part, place)]
