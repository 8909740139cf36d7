"""The parts of a list between the elements that equal a separator; like the split of a text."""

from aurora.contracts.component import Example, T, component


@component(
    words="divide split list at value separator delimiter sublists",
    examples=[Example(([1, 0, 2, 3, 0], 0), [[1], [2, 3], []]), Example(([1, 2], 0), [[1, 2]]), Example(([], 0), [[]])],
    holds=lambda values, separator, ret: (
        len(ret) == values.count(separator) + 1 and not any(separator in part for part in ret)
    ),
)
def split_on(values: list[T], separator: T) -> list[list[T]]:
    """The parts of a list between the elements that equal a separator; like the split of a text."""
    parts: list[list[T]] = [[]]
    for value in values:
        if value == separator:
            parts.append([])
        else:
            parts[-1].append(value)
    return parts
