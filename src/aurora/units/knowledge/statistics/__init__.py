"""Statistics: centres, spread, places in the order, relations of two variables."""

from aurora.contracts.pack import Pack, Probe

PACK = Pack(
    number=45,
    probes=(
        Probe(
            prompt=(
                "How strongly do two rows of measurements go together, from -1 to 1 (Pearson), rounded to three digits?"
            ),
            signature="def togetherness(first: list[float], second: list[float]) -> float",
            asserts=(
                "assert togetherness([1, 2, 3], [2, 4, 6]) == 1.0",
                "assert togetherness([1, 2, 3], [3, 2, 1]) == -1.0",
                "assert togetherness([1, 2, 3, 4], [1, 3, 2, 4]) == 0.8",
                "assert togetherness([0, 1, 2], [1, 0, 1]) == 0.0",
            ),
            hidden=(
                "assert togetherness([1, 2, 3, 4, 5], [2, 1, 4, 3, 5]) == 0.8",
                "assert togetherness([10, 20], [1, 5]) == 1.0",
                "assert togetherness([1, 2, 3], [1, 2, 1]) == 0.0",
                "assert togetherness([1, 2, 4], [4, 2, 1]) == -0.929",
            ),
        ),
        Probe(
            prompt=(
                "Which readings of the sensor stand out: more than one and a half times the middle half's width "
                "outside of it?"
            ),
            signature="def odd_readings(readings: list[float]) -> list[float]",
            asserts=(
                "assert odd_readings([1, 2, 3, 4, 100]) == [100]",
                "assert odd_readings([5, 5, 5, 5]) == []",
                "assert odd_readings([10, 12, 11, 13, -40, 12]) == [-40]",
                "assert odd_readings([1, 2, 3, 4, 5, 6]) == []",
            ),
            hidden=(
                "assert odd_readings([50, 1, 1, 2, 2, 3, 3]) == [50]",
                "assert odd_readings([-90, 5, 6, 7, 8, 99]) == [-90, 99]",
                "assert odd_readings([2, 4, 6, 8]) == []",
                "assert odd_readings([1, 1, 1, 1, 9]) == [9]",
            ),
        ),
        Probe(
            prompt="Average speed over equal stretches driven at these speeds (harmonic mean), rounded to two digits.",
            signature="def average_speed(speeds: list[float]) -> float",
            asserts=(
                "assert average_speed([40, 60]) == 48.0",
                "assert average_speed([5]) == 5.0",
                "assert average_speed([1, 4, 4]) == 2.0",
                "assert average_speed([10, 20, 30]) == 16.36",
            ),
            hidden=(
                "assert average_speed([50, 50]) == 50.0",
                "assert average_speed([30, 60]) == 40.0",
                "assert average_speed([1, 2]) == 1.33",
                "assert average_speed([2, 3, 6]) == 3.0",
            ),
        ),
    ),
)
