"""A text as part of a web address: plain small letters and digits, hyphens between."""

import re
import unicodedata

from aurora.contracts.component import Example, component


@component(
    words="slugify slug url friendly title hyphens",
    examples=[Example(("Crème & Co.",), "creme-co"), Example(("---",), ""), Example(("A B",), "a-b")],
    holds=lambda _text, ret: ret.isascii() and re.fullmatch(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*)?", ret) is not None,
)
def slugify(text: str) -> str:
    """A text as part of a web address: plain small letters and digits, hyphens between."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", plain))
