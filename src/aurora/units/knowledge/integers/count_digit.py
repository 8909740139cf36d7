"""How often a decimal digit occurs in an integer, whatever its sign."""

from aurora.contracts.component import Example, Nat, component


@component(
    words="occurrences of digit appears in number frequency",
    examples=[Example((2322, 2), 3), Example((-10, 1), 1), Example((0, 0), 1)],
    holds=lambda number, digit, ret: ret <= len(str(abs(number))) and (ret > 0) == (str(digit) in str(number)),
)
def count_digit(number: int, digit: Nat) -> Nat:
    """How often a decimal digit occurs in an integer, whatever its sign.

    Raises ValueError unless the digit is 0 to 9.
    """
    if not 0 <= digit <= 9:
        raise ValueError("a decimal digit is 0 to 9")
    return str(abs(number)).count(str(digit))
