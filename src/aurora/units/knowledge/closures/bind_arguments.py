"""The arguments of a call by name: the given values in order, then the defaults for the names without one."""

from aurora.contracts.component import Distinct, Example, T, component


@component(
    words="default arguments bind parameters signature positional keyword",
    examples=[
        Example((["a", "b"], [1], {"b": 5}), {"a": 1, "b": 5}),
        Example((["a"], [1], {}), {"a": 1}),
        Example(([], [], {}), {}),
    ],
    holds=lambda names, _values, _defaults, ret: set(ret) == set(names),
)
def bind_arguments(names: Distinct[str], values: list[T], defaults: dict[str, T]) -> dict[str, T]:
    """The arguments of a call by name: the given values in order, then the defaults for the names without one.

    Raises ValueError for too many values, and for a name that has neither value nor default.
    """
    missing = [name for name in names[len(values) :] if name not in defaults]
    if len(values) > len(names) or missing:
        raise ValueError("every value needs a name, and every name a value or a default")
    return {name: defaults[name] for name in names[len(values) :]} | dict(zip(names, values, strict=False))
