"""A text in Base64.

RFC 4648.
"""

import base64

from aurora.contracts.component import Example, component


@component(
    words="base64 encode text",
    examples=[Example(("hello",), "aGVsbG8="), Example(("",), ""), Example(("é",), "w6k=")],
    holds=lambda text, ret: len(ret) % 4 == 0 and base64.b64decode(ret).decode() == text,
)
def base64_text(text: str) -> str:
    """A text in Base64."""
    return base64.b64encode(text.encode()).decode()
