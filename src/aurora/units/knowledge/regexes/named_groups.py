"""The named groups of the first place where a pattern matches; {} when it does not."""

import re

from aurora.contracts.component import Example, Pattern, component


@component(
    words="named groups regex pattern fields dict capture",
    examples=[
        Example((r"(?P<key>\w+)=(?P<value>\w+)", "a=1"), {"key": "a", "value": "1"}),
        Example((r"(?P<x>\d)", "none"), {}),
        Example((r"a", "a"), {}),
    ],
    holds=lambda _pattern, text, ret: all(value is None or value in text for value in ret.values()),
)
def named_groups(pattern: Pattern, text: str) -> dict[str, str | None]:
    """The named groups of the first place where a pattern matches; {} when it does not."""
    match = re.search(pattern, text)
    return match.groupdict() if match else {}
