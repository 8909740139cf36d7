"""A pair with its element at place 0 or 1 replaced; raises IndexError for another place."""

from aurora.contracts.component import Bit, Example, T, component


@component(
    words="update tuple change one element",
    examples=[Example(((1, 2), 1, 5), (1, 5)), Example(((1, 2), 0, 5), (5, 2))],
    holds=lambda pair, place, value, ret: ret[place] == value and ret[1 - place] == pair[1 - place],
)
def replace_in_pair(pair: tuple[T, T], place: Bit, value: T) -> tuple[T, T]:
    """A pair with its element at place 0 or 1 replaced; raises IndexError for another place."""
    if place not in (0, 1):
        raise IndexError("a pair has the places 0 and 1")
    return (pair[0], value) if place else (value, pair[1])
