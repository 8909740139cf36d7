"""The places of a list whose element is greater than both neighbours; the ends have only one."""

from aurora.contracts.component import C, Example, component


@component(
    words="all peaks local maximum positions greater than neighbours",
    examples=[Example(([1, 3, 2, 5],), [1, 3]), Example(([1],), [0]), Example(([],), [])],
    holds=lambda values, ret: all(
        other < values[at] for at in ret for other in values[max(at - 1, 0) : at] + values[at + 1 : at + 2]
    ),
)
def local_maxima(values: list[C]) -> list[int]:
    """The places of a list whose element is greater than both neighbours; the ends have only one."""
    return [
        place
        for place, value in enumerate(values)
        if all(other < value for other in values[max(place - 1, 0) : place] + values[place + 1 : place + 2])
    ]
