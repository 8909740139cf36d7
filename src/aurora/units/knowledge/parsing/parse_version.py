"""The numbers of a version like "v1.10.2", to be compared."""

from aurora.contracts.component import Example, component


@component(
    words="parse version numbers compare dotted semantic release",
    examples=[Example(("1.10.2",), [1, 10, 2]), Example(("v2",), [2]), Example(("3.0.0",), [3, 0, 0])],
    holds=lambda text, ret: len(ret) == text.count(".") + 1,
)
def parse_version(text: str) -> list[int]:
    """The numbers of a version like "v1.10.2", to be compared."""
    return [int(part) for part in text.removeprefix("v").split(".")]
