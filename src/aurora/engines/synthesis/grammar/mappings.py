"""Operators on dictionaries."""

from aurora.engines.synthesis.operators import Operator, rows

_TABLE = """
{K:V} | list({0}) | | 2 | keys key
{K:V} | list({0:12}.values()) | | 2 | values value
{K:V} | list({0:12}.items()) | | 2 | items pairs convert tuples
{K:V} K | {0:12}[{1}] | | 2 | lookup value key get
{K:V} K V | {0:12}.get({1}, {2}) | | 3 | lookup default get
{K:V} | len({0}) | | 2 | length size number count
[hashable] [V] | dict(zip({0}, {1})) | | 3 | dictionary map keys values
[T] | dict({0}) | | 3 | dictionary convert
{K:V} {K:V} | {**{0}, **{1}} | | 3 | merge combine
{K:V} | {value: key for key, value in {0:12}.items()} | | 4 | invert swap
{K:V} K | {key: value for key, value in {0:12}.items() if key != {1:6}} | | 4 | remove delete
<hashable> | dict(Counter({0})) | | 3 | count frequency occurrences dictionary
<hashable> | Counter({0}).most_common() | | 4 | common frequent count
<hashable> | Counter({0}).most_common(1)[0][0] | | 4 | most common frequent mode
<hashable> int | Counter({0}).most_common({1}) | | 4 | most common frequent top
"""

OPERATORS: tuple[Operator, ...] = rows(_TABLE)
