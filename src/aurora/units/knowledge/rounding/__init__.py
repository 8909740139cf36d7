"""Rounding: decimals, ratios and exact fractions."""

from aurora.contracts.pack import Pack, Probe

PACK = Pack(
    number=4,
    probes=(
        Probe(
            prompt="Write a fraction as a decimal with brackets around the repeating digits.",
            signature="def endless_digits(part: int, whole: int) -> str",
            asserts=(
                "assert endless_digits(1, 3) == '0.(3)'",
                "assert endless_digits(1, 8) == '0.125'",
                "assert endless_digits(5, 6) == '0.8(3)'",
                "assert endless_digits(7, 7) == '1'",
            ),
            hidden=(
                "assert endless_digits(1, 7) == '0.(142857)'",
                "assert endless_digits(22, 7) == '3.(142857)'",
                "assert endless_digits(3, 11) == '0.(27)'",
                "assert endless_digits(9, 4) == '2.25'",
            ),
        ),
        Probe(
            prompt="Distribute seats in proportion to votes; the seats left over go to the largest remainders.",
            signature="def hand_out_seats(seats: int, votes: list[int]) -> list[int]",
            asserts=(
                "assert hand_out_seats(10, [45, 30, 25]) == [5, 3, 2]",
                "assert hand_out_seats(7, [50, 30, 20]) == [4, 2, 1]",
                "assert hand_out_seats(5, [1, 1]) == [3, 2]",
                "assert hand_out_seats(0, [9, 4]) == [0, 0]",
            ),
            hidden=(
                "assert hand_out_seats(100, [61, 39]) == [61, 39]",
                "assert hand_out_seats(8, [5, 2, 4]) == [4, 1, 3]",
                "assert hand_out_seats(3, [10]) == [3]",
                "assert hand_out_seats(6, [100, 80, 30, 20]) == [3, 2, 1, 0]",
            ),
        ),
        Probe(
            prompt="Round a price to so many decimals, a half always up, as taught at school.",
            signature="def shop_round(price: float, decimals: int) -> float",
            asserts=(
                "assert shop_round(0.125, 2) == 0.13",
                "assert shop_round(2.5, 0) == 3.0",
                "assert shop_round(1.005, 2) == 1.01",
                "assert shop_round(3.14159, 3) == 3.142",
            ),
            hidden=(
                "assert shop_round(0.5, 0) == 1.0",
                "assert shop_round(4.45, 1) == 4.5",
                "assert shop_round(10.0, 2) == 10.0",
                "assert shop_round(1.115, 2) == 1.12",
            ),
        ),
    ),
)
