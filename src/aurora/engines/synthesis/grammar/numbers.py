"""Operators on numbers."""

import math
from typing import Any

from aurora.engines.synthesis.operators import Operator, operator, rows

_LARGEST = 10**40
_WIDEST = 400
_PLACES = 12


def _power(base: Any, exponent: Any) -> Any:
    if abs(exponent) > _WIDEST or (abs(base) > 1 and abs(exponent) * math.log2(abs(base) + 1) > _WIDEST):
        raise OverflowError
    if base < 0 and exponent != int(exponent):
        raise ValueError
    return base**exponent


def _left(value: int, places: int) -> int:
    if places > _WIDEST or abs(value) > _LARGEST:
        raise OverflowError
    return value << places


def _factorial(value: int) -> int:
    if value > _WIDEST:
        raise OverflowError
    return math.factorial(value)


def _range(*bounds: int) -> list[int]:
    numbers = range(*bounds)
    if len(numbers) > _WIDEST * 5:
        raise OverflowError
    return list(numbers)


_COMMUTING = """
num num | {0:8} + {1:9} | 8 | 1 | add sum plus total increase more
num num | {0:9} * {1:10} | 9 | 1 | multiply product times area volume
num num | max({0}, {1}) | | 2 | maximum larger greater most
num num | min({0}, {1}) | | 2 | minimum smaller least
int int | math.gcd({0}, {1}) | | 4 | gcd greatest common divisor
int int | math.lcm({0}, {1}) | | 5 | lcm least common multiple
int int | {0:6} ^ {1:7} | 6 | 4 | xor exclusive bitwise
int int | {0:6} & {1:7} | 6 | 4 | and bitwise
"""

_PLAIN = """
num num | {0:8} - {1:9} | 8 | 1 | subtract difference minus less decrease
num num | {0:9} // {1:10} | 9 | 2 | divide floor quotient integer division half
num num | {0:9} % {1:10} | 9 | 2 | remainder modulo divisible rest
num num | {0:9} / {1:10} | 9 | 2 | divide ratio average mean division fraction
num | -{0:10} | 10 | 2 | negative negate opposite
num | abs({0}) | | 2 | absolute magnitude distance
int | {0:9} % 2 | 9 | 3 | odd even parity
int | {0:9} // 2 | 9 | 2 | half halve
num | {0:11} ** 2 | 11 | 2 | square squared
num | {0:11} ** 3 | 11 | 3 | cube cubed
num | math.sqrt({0}) | | 3 | square root
int | math.isqrt({0}) | | 4 | integer square root
num | math.floor({0}) | | 3 | floor down
num | math.ceil({0}) | | 3 | ceiling up
num | round({0}) | | 3 | round nearest
num | int({0}) | | 2 | integer truncate whole
num | float({0}) | | 3 | float decimal
int | str({0}) | | 2 | string text
int | bin({0})[2:] | | 3 | binary base two
int | oct({0})[2:] | | 4 | octal base eight
int | hex({0})[2:] | | 4 | hexadecimal base sixteen
int | chr({0}) | | 3 | character code
int | [int(digit) for digit in str(abs({0}))] | | 3 | digits digit
int | {0:7} >> 1 | 7 | 4 | shift right
int int | {0:7} >> {1:8} | 7 | 4 | shift right
int | {0:10}.bit_length() | | 4 | bits length
int | bin({0}).count("1") | | 4 | set bits ones count population
int | ~{0:10} | 10 | 4 | complement invert bits
"""


def _round(value: Any, places: int) -> Any:
    if not 0 <= places <= _PLACES:
        raise OverflowError
    return round(value, places)


_GUARDED: tuple[Operator, ...] = (
    operator("num num | {0:11} ** {1:10} | 11 | 3 | power raised exponent", run=_power),
    operator("num int | round({0}, {1}) | | 3 | round decimals places", run=_round),
    operator("int int | {0:7} << {1:8} | 7 | 4 | shift left", run=_left),
    Operator("or", ("int", "int"), int.__or__, "{0:5} | {1:6}", 5, 4, "or bitwise", commutes=True),
    operator("int | math.factorial({0}) | | 4 | factorial", run=_factorial),
    operator("int | list(range({0})) | | 2 | range numbers below natural", run=_range),
    operator("int | list(range(1, {0:8} + 1)) | | 2 | range first natural numbers up", run=lambda n: _range(1, n + 1)),
    operator("int int | list(range({0}, {1})) | | 3 | range between numbers", run=_range),
    operator("int int | list(range({0}, {1:8} + 1)) | | 3 | range between numbers", run=lambda a, b: _range(a, b + 1)),
    operator("int int int | list(range({0}, {1}, {2})) | | 3 | range step numbers", run=_range),
)


OPERATORS: tuple[Operator, ...] = (
    *rows(_COMMUTING, commutes=True),
    *rows(_PLAIN),
    *_GUARDED,
)
