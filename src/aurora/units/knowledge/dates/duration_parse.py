"""The seconds of a duration like "1d 2h 3m 4s"."""

import re

from aurora.contracts.component import Example, component


@component(
    words="parse duration text seconds minutes hours days weeks",
    examples=[Example(("1h 30m",), 5400), Example(("45s",), 45), Example(("1d2h",), 93600)],
    holds=lambda _text, ret: ret >= 0,
)
def duration_parse(text: str) -> int:
    """The seconds of a duration like "1d 2h 3m 4s"; raises `ValueError` for another text."""
    parts = re.findall(r"(\d+)\s*([wdhms])", text)
    if not parts or "".join(number + unit for number, unit in parts) != "".join(text.split()):
        raise ValueError("the text is not a duration")
    return sum(int(number) * {"w": 604800, "d": 86400, "h": 3600, "m": 60, "s": 1}[unit] for number, unit in parts)
