"""A state after commands were carried out in order, each a function of the state found by its name."""

from collections.abc import Callable

from aurora.contracts.component import Example, T, component


@component(
    words="command table interpreter dispatch dictionary of functions state machine",
    examples=[
        Example((1, ["double", "inc"], {"inc": lambda n: n + 1, "double": lambda n: n * 2}), 3),
        Example(("a", [], {}), "a"),
    ],
    holds=lambda state, commands, _table, ret: bool(commands) or ret == state,
)
def run_commands(state: T, commands: list[str], table: dict[str, Callable[[T], T]]) -> T:
    """A state after commands were carried out in order, each a function of the state found by its name.

    Raises KeyError for a command that is not in the table.
    """
    for command in commands:
        state = table[command](state)
    return state
