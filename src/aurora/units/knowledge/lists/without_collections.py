"""Elements that are no list, tuple, set or dictionary."""

from aurora.contracts.component import Example, component


@component(
    words="remove nested record lists tuples elements",
    examples=[Example(([1, (2, 3), 4],), [1, 4]), Example(([],), []), Example(([[1]],), [])],
    holds=lambda items, ret: len(ret) <= len(items),
)
def without_collections(items: list[object]) -> list[object]:
    """Elements that are no list, tuple, set or dictionary."""
    return [item for item in items if not isinstance(item, (list, tuple, set, dict))]
