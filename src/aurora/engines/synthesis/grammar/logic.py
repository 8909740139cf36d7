"""Operators that compare and decide."""

from aurora.engines.synthesis.operators import Operator, rows

_COMMUTING = """
T T | {0:6} == {1:6} | 5 | 2 | equal same identical match
T T | {0:6} != {1:6} | 5 | 3 | different unequal not
bool bool | {0:3} and {1:4} | 3 | 2 | both and
bool bool | {0:2} or {1:3} | 2 | 2 | either or
"""

_PLAIN = """
num num | {0:6} < {1:6} | 5 | 2 | less smaller below before under fewer more greater above over
num num | {0:6} <= {1:6} | 5 | 2 | most least from
str str | {0:6} < {1:6} | 5 | 4 | alphabetical before
bool | not {0:4} | 4 | 1 | not no never without
int | {0:9} % 2 == 0 | 5 | 2 | even divisible
int | {0:9} % 2 == 1 | 5 | 2 | odd
num | {0:6} > 0 | 5 | 2 | positive greater zero
num | {0:6} < 0 | 5 | 2 | negative below zero
num | {0:6} == 0 | 5 | 2 | zero
int int | {0:9} % {1:10} == 0 | 5 | 2 | divisible multiple divides factor
bool T T | {1:2} if {0:2} else {2:1} | 1 | 5 | if otherwise else
any | bool({0}) | | 3 | empty blank nothing
any | {0:6} is None | 5 | 3 | none null missing
T [T] | {0:6} in {1:6} | 5 | 2 | contains present member exist in
T {T} | {0:6} in {1:6} | 5 | 2 | contains present member exist in
K {K:V} | {0:6} in {1:6} | 5 | 2 | contains present key exist
str str | {0:6} in {1:6} | 5 | 2 | contains substring present in
any | isinstance({0}, str) | | 5 | string type text
any | isinstance({0}, int) | | 5 | integer type number
any | isinstance({0}, (int, float)) | | 6 | number type numeric
any | isinstance({0}, float) | | 6 | float type
any | isinstance({0}, list) | | 6 | list type nested
any | isinstance({0}, tuple) | | 6 | tuple type
"""

OPERATORS: tuple[Operator, ...] = (*rows(_COMMUTING, commutes=True), *rows(_PLAIN))
