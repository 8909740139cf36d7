"""The natural number with the given decimal digits; 0 for none; raises ValueError unless all are 0 to 9."""

from aurora.contracts.component import Example, Nat, component


@component(
    words="join combine digits into integer concatenate list of digits",
    examples=[Example(([1, 2, 3],), 123), Example(([0, 5],), 5), Example(([],), 0)],
    holds=lambda digits, ret: ret < 10 ** len(digits) and (not digits or ret % 10 == digits[-1]),
)
def number_from_digits(digits: list[int]) -> Nat:
    """The natural number with the given decimal digits; 0 for none; raises ValueError unless all are 0 to 9."""
    number = 0
    for digit in digits:
        if not 0 <= digit <= 9:
            raise ValueError("a decimal digit is 0 to 9")
        number = 10 * number + digit
    return number
