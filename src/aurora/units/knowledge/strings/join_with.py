"""The given values as text, put together with a separator between them."""

from aurora.contracts.component import Example, T, component


@component(
    words="concatenate glue join list to string delimiter separated",
    examples=[Example(([1, 2, 3], "-"), "1-2-3"), Example((["a"], ", "), "a"), Example(([], ","), "")],
    holds=lambda values, _separator, ret: (
        ret.startswith(str(values[0])) and ret.endswith(str(values[-1])) if values else ret == ""
    ),
)
def join_with(values: list[T], separator: str) -> str:
    """The given values as text, put together with a separator between them."""
    return separator.join(map(str, values))
