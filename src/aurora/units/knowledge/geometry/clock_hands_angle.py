"""The smaller angle between the hands of a clock at an hour and a minute, in degrees."""

from aurora.contracts.component import Example, Nat, component


@component(
    words="clock hands angle hour minute degrees between",
    examples=[Example((3, 0), 90.0), Example((12, 30), 165.0), Example((6, 0), 180.0)],
    holds=lambda _hour, _minute, ret: 0 <= ret <= 180,
)
def clock_hands_angle(hour: Nat, minute: Nat) -> float:
    """The smaller angle between the hands of a clock at an hour and a minute, in degrees."""
    if not (0 <= hour < 25 and 0 <= minute < 60):
        raise ValueError("the hour is from 0 to 24 and the minute from 0 to 59")
    apart = abs(60 * hour - 11 * minute) / 2 % 360
    return min(apart, 360 - apart)
