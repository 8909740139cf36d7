"""A text in which every key of the replacements is replaced by its value, longest keys first, in one pass."""

import re

from aurora.contracts.component import Example, component


@component(
    words="substitute several translate dictionary of replacements multiple find and replace",
    examples=[
        Example(("cat and dog", {"cat": "dog", "dog": "cat"}), "dog and cat"),
        Example(("aab", {"a": "x", "aa": "y"}), "yb"),
        Example(("abc", {}), "abc"),
    ],
    holds=lambda text, replacements, ret: ret == text or any(key in text for key in replacements),
)
def replace_all(text: str, replacements: dict[str, str]) -> str:
    """A text in which every key of the replacements is replaced by its value, longest keys first, in one pass."""
    keys = sorted(filter(None, replacements), key=len, reverse=True)
    if not keys:
        return text
    return re.sub("|".join(map(re.escape, keys)), lambda match: replacements[match[0]], text)
