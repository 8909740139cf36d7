"""The text that Base64 means; raises `ValueError` when it is none.

RFC 4648.
"""

import base64

from aurora.contracts.component import Example, component


@component(
    words="base64 decode text",
    examples=[Example(("aGVsbG8=",), "hello"), Example(("",), ""), Example(("w6k=",), "é")],
    holds=lambda code, ret: len(ret) <= len(code),
)
def from_base64(code: str) -> str:
    """The text that Base64 means; raises `ValueError` when it is none."""
    return base64.b64decode(code, validate=True).decode()
