"""A text with each {name} replaced by the value of that name; other names stay as they are."""

import re

from aurora.contracts.component import Example, component


@component(
    words="template interpolate placeholders substitute variables format",
    examples=[
        Example(("Hi {name}!", {"name": "Ada"}), "Hi Ada!"),
        Example(("{a}{b}", {"a": "1"}), "1{b}"),
        Example(("", {}), ""),
    ],
    holds=lambda text, _values, ret: "{" in text or ret == text,
)
def fill_template(text: str, values: dict[str, str]) -> str:
    """A text with each {name} replaced by the value of that name; other names stay as they are."""
    return re.sub(r"\{(\w+)\}", lambda match: values.get(match[1], match[0]), text)
