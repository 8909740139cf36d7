"""A text with each letter and its accents as one character where there is one.

Unicode normalisation form C.
"""

import unicodedata

from aurora.contracts.component import Example, component


@component(
    words="normalize normalise unicode nfc composed accents canonical",
    examples=[Example(("e\u0301",), "é"), Example(("abc",), "abc"), Example(("",), "")],
    holds=lambda text, ret: unicodedata.is_normalized("NFC", ret) and (not text.isascii() or ret == text),
)
def normalize_nfc(text: str) -> str:
    """A text with each letter and its accents as one character where there is one."""
    return unicodedata.normalize("NFC", text)
