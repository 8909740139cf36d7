"""A number of seconds as hours, minutes and seconds like "01:02:03"."""

from aurora.contracts.component import Example, Nat, component


@component(
    words="format seconds as hh:mm:ss clock time",
    examples=[Example((3723,), "01:02:03"), Example((0,), "00:00:00"), Example((360000,), "100:00:00")],
    holds=lambda seconds, ret: int(ret[-2:]) == seconds % 60,
)
def clock_text(seconds: Nat) -> str:
    """A number of seconds as hours, minutes and seconds like "01:02:03"."""
    return f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"
