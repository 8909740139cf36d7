"""Whether each of two different numbers is the sum of the proper divisors of the other."""

from aurora.contracts.component import Example, Positive, component


@component(
    words="amicable friendly pair numbers divisors",
    examples=[
        Example(
            (
                220,
                284,
            ),
            True,
        ),
        Example(
            (
                6,
                6,
            ),
            False,
        ),
        Example(
            (
                10,
                12,
            ),
            False,
        ),
    ],
    holds=lambda one, other, ret: not ret or one != other,
)
def are_amicable(one: Positive, other: Positive) -> bool:
    """Whether each of two different numbers is the sum of the proper divisors of the other."""

    def proper(number: int) -> int:
        return sum(divisor for divisor in range(1, number) if number % divisor == 0)

    return one != other and proper(one) == other and proper(other) == one
