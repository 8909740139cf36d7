"""The state of an automaton after inputs, by its table (state, input) -> next state."""

import functools

from aurora.contracts.component import Example, K, V, component


@component(
    words="finite state machine automaton transitions simulate dfa",
    examples=[
        Example(("off", ["push", "push", "push"], {("off", "push"): "on", ("on", "push"): "off"}), "on"),
        Example(("off", [], {}), "off"),
    ],
    holds=lambda start, inputs, table, ret: ret == start if not inputs else ret in table.values(),
)
def run_machine(start: K, inputs: list[V], table: dict[tuple[K, V], K]) -> K:
    """The state of an automaton after inputs, by its table (state, input) -> next state.

    Raises KeyError for a missing entry.
    """
    return functools.reduce(lambda state, given: table[state, given], inputs, start)
