"""How often each word occurs, upper and lower case being equal, by first occurrence."""

import collections
import re

from aurora.contracts.component import Example, component


@component(
    words="word frequency count words occurrences text histogram",
    examples=[
        Example(("The cat, the dog.",), {"the": 2, "cat": 1, "dog": 1}),
        Example(("",), {}),
        Example(("don't stop",), {"don't": 1, "stop": 1}),
    ],
    holds=lambda text, ret: sum(ret.values()) <= len(text) and all(count > 0 for count in ret.values()),
)
def word_freq(text: str) -> dict[str, int]:
    """How often each word occurs, upper and lower case being equal, by first occurrence."""
    return dict(collections.Counter(re.findall(r"\w+(?:'\w+)*", text.lower())))
