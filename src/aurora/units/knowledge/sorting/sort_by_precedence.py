"""The elements of a list in the order in which another list names them; those it does not name come last."""

from aurora.contracts.component import Example, T, component


@component(
    words="custom order sort according to another list relative ranking given sequence",
    examples=[
        Example((["a", "c", "b"], ["c", "b"]), ["c", "b", "a"]),
        Example(([2, 1, 2], [1, 2]), [1, 2, 2]),
        Example(([], ["a"]), []),
    ],
    holds=lambda values, _order, ret: sorted(map(repr, ret)) == sorted(map(repr, values)),
)
def sort_by_precedence(values: list[T], order: list[T]) -> list[T]:
    """The elements of a list in the order in which another list names them; those it does not name come last."""
    return sorted(values, key=lambda value: order.index(value) if value in order else len(order))
