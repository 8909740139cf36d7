"""All mixtures of the characters of two texts in which each text keeps its order, ascending, each once."""

from aurora.contracts.component import Example, component


@component(
    words="shuffles merge all ways mix two strings keeping order",
    examples=[Example(("ab", "c"), ["abc", "acb", "cab"]), Example(("", "x"), ["x"]), Example(("a", "a"), ["aa"])],
    holds=lambda one, other, ret: all(sorted(text) == sorted(one + other) for text in ret) and ret == sorted(set(ret)),
    cost=2.0,
)
def interleavings(one: str, other: str) -> list[str]:
    """All mixtures of the characters of two texts in which each text keeps its order, ascending, each once.

    Raises ValueError for more than 16 characters.
    """
    if len(one) + len(other) > 16:
        raise ValueError("more than 16 characters have too many mixtures")

    def mixed(a: str, b: str) -> set[str]:
        if not a or not b:
            return {a + b}
        return {a[0] + rest for rest in mixed(a[1:], b)} | {b[0] + rest for rest in mixed(a, b[1:])}

    return sorted(mixed(one, other))
