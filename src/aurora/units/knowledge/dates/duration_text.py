"""A number of seconds as a duration like "1d 2h 3m 4s", parts that are 0 left out."""

from aurora.contracts.component import Example, Nat, component


@component(
    words="format duration seconds to days hours minutes human readable",
    examples=[Example((5400,), "1h 30m"), Example((0,), "0s"), Example((90061,), "1d 1h 1m 1s")],
    holds=lambda seconds, ret: ret[-1] in "dhms" and (seconds % 60 == 0 or ret.endswith(f"{seconds % 60}s")),
)
def duration_text(seconds: Nat) -> str:
    """A number of seconds as a duration like "1d 2h 3m 4s", parts that are 0 left out."""
    if seconds < 0:
        raise ValueError("the seconds must not be negative")
    sizes = ((seconds // 86400, "d"), (seconds // 3600 % 24, "h"), (seconds // 60 % 60, "m"), (seconds % 60, "s"))
    return " ".join(f"{size}{unit}" for size, unit in sizes if size) or "0s"
