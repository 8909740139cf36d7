"""The elements that a function takes off a state, as (element, next state), until it gives None."""

from collections.abc import Callable

from aurora.contracts.component import Example, Nat, T, U, component


@component(
    words="unfold generate list from state anamorphism build until none",
    examples=[
        Example((10, lambda n: (n % 2, n // 2) if n else None, 20), [0, 1, 0, 1]),
        Example((0, lambda n: (n, n) if n else None, 5), []),
    ],
    holds=lambda _state, _step, limit, ret: len(ret) <= limit,
    cost=2.0,
)
def unfold(state: T, step: Callable[[T], tuple[U, T] | None], limit: Nat) -> list[U]:
    """The elements that a function takes off a state, as (element, next state), until it gives None.

    Raises ValueError when there are more than `limit`.
    """
    elements: list[U] = []
    while (taken := step(state)) is not None:
        if len(elements) >= limit:
            raise ValueError("there are more elements than the limit")
        element, state = taken
        elements.append(element)
    return elements
