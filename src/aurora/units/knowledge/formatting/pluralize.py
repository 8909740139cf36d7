"""A number with the singular when it is 1 and the plural otherwise."""

from aurora.contracts.component import Example, component


@component(
    words="plural noun count items one or many",
    examples=[
        Example((1, "cat", "cats"), "1 cat"),
        Example((3, "box", "boxes"), "3 boxes"),
        Example((0, "cat", "cats"), "0 cats"),
    ],
    holds=lambda count, singular, plural, ret: (
        ret.startswith(str(count)) and ret.endswith(singular if count == 1 else plural)
    ),
)
def pluralize(count: int, singular: str, plural: str) -> str:
    """A number with the singular when it is 1 and the plural otherwise."""
    return f"{count} {singular if count == 1 else plural}"
