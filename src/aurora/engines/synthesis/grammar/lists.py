"""Operators on lists, tuples and sets."""

import math
from typing import Any

from aurora.engines.synthesis.operators import Operator, operator, rows

_LONGEST = 2000


def _repeat(items: Any, times: int) -> Any:
    if times * len(items) > _LONGEST:
        raise OverflowError
    return items * times


def _repeat_each(items: Any, times: int) -> Any:
    if times * len(items) > _LONGEST:
        raise OverflowError
    return [item for item in items for _ in range(times)]


def _flat(rows: Any) -> Any:
    if len(rows) > _LONGEST:
        raise OverflowError
    return [item for row in rows for item in row]


def _product(numbers: Any) -> Any:
    if len(numbers) > _LONGEST:
        raise OverflowError
    return math.prod(numbers)


_TABLE = """
<T> | len({0}) | | 1 | length count number size many
{T} | len({0}) | | 1 | length count number size many distinct
[num] | sum({0}) | | 1 | sum total add
[bool] | sum({0}) | | 2 | count many
[T] | max({0}) | | 1 | maximum largest greatest biggest highest most
[T] | min({0}) | | 1 | minimum smallest least lowest
<T> | sorted({0}) | | 1 | sort sorted ascending order arrange
<T> | sorted({0}, reverse=True) | | 2 | sort descending decreasing reverse
<T> | {0:12}[::-1] | | 1 | reverse reversed backwards invert
<T> | {0:12}[0] | | 1 | first head start
<T> | {0:12}[-1] | | 1 | last end tail
<T> | {0:12}[1] | | 3 | second
<T> | {0:12}[1:] | | 1 | rest without first tail drop
<T> | {0:12}[:-1] | | 2 | without last
<T> int | {0:12}[-{1:12}:] | | 3 | last
<T> int | {0:12}[:-{1:12}] | | 3 | without last
<T> int int | {0:12}[{1}:{2}] | | 2 | slice between sublist
<T> int | {0:12}[{1}] | | 1 | index element position at nth
<T> int | {0:12}[{1:8} - 1] | | 2 | nth kth position element
<T> int | {0:12}[::{1}] | | 3 | every step alternate
<T> | {0:12}[::2] | | 3 | every second alternate even index
<T> | {0:12}[1::2] | | 3 | odd index alternate
[T] [T] | {0:8} + {1:9} | 8 | 1 | concatenate join append extend combine add
[T] T | {0:8} + [{1}] | 8 | 2 | append add end
T [T] | [{0}] + {1:9} | 8 | 2 | prepend insert front beginning
T | [{0}] | | 2 | list single wrap
T T | [{0}, {1}] | | 3 | pair list both
any any | ({0}, {1}) | | 3 | tuple pair both
[T] T | {0:12}.count({1}) | | 2 | count occurrences frequency times many
[T] T | {0:12}.index({1}) | | 2 | index position find first
[hashable] | list(dict.fromkeys({0})) | | 2 | unique distinct duplicates remove order
<hashable> | set({0}) | | 2 | set unique distinct different
(T) | sorted(set({0})) | | 3 | unique sorted distinct
(T) | list({0}) | | 2 | list convert
<T> | tuple({0}) | | 3 | tuple convert
[T] [U] | list(zip({0}, {1})) | | 2 | zip pair corresponding both elementwise combine
<T> | list(zip({0}, {0:12}[1:])) | | 3 | consecutive adjacent pairs neighbours
<T> | list(enumerate({0})) | | 3 | index enumerate position
[[T]] | [list(column) for column in zip(*{0})] | | 3 | transpose columns
[[T]] | list(zip(*{0})) | | 3 | unzip transpose columns
[T] [T] | [item for item in {0} if item in {1:6}] | | 3 | common intersection both shared similar
[T] [T] | [item for item in {0} if item not in {1:6}] | | 3 | difference remove without not in
<T> | [item for item in {0} if item] | | 3 | empty blank missing
[T] T | [item for item in {0} if item != {1:6}] | | 2 | remove all occurrences delete without
[bool] | all({0}) | | 1 | all every each
[bool] | any({0}) | | 1 | any some exists at least one
[T] int | {0:12}[:{1}] + {0:12}[{1:8} + 1:] | 8 | 2 | remove delete position index
[T] int T | {0:12}[:{1}] + [{2}] + {0:12}[{1}:] | 8 | 2 | insert position index
[T] int T | {0:12}[:{1}] + [{2}] + {0:12}[{1:8} + 1:] | 8 | 2 | replace set change position index
<T> int | {0:12}[{1}:] + {0:12}[:{1}] | 8 | 2 | rotate shift left
[num] | sum({0}) / len({0}) | 9 | 3 | mean average
<T> | {0:12}[len({0}) // 2] | | 4 | middle centre
[T] T T | [{2} if item == {1:6} else item for item in {0}] | | 4 | replace substitute
[T] int | [{0:12}[i : i + {1:9}] for i in range(0, len({0}), {1})] | | 4 | chunk split parts groups
[T] int | [{0:12}[i : i + {1:9}] for i in range(len({0}) - {1:9} + 1)] | | 4 | window consecutive subarray
"""

_COMMUTING = """
{T} {T} | {0:6} & {1:6} | 5 | 2 | common intersection both
{T} {T} | {0:5} ^ {1:6} | 5 | 4 | symmetric difference
"""

_SETS = """
{T} {T} | {0:8} - {1:9} | 8 | 2 | difference without
{T} {T} | {0:6} <= {1:6} | 5 | 2 | subset
{T} | sorted({0}) | | 2 | sorted list
{T} | max({0}) | | 2 | maximum largest
{T} | min({0}) | | 2 | minimum smallest
"""


def _take(items: Any, count: int) -> Any:
    if count < 0:
        raise IndexError
    return items[:count]


def _drop(items: Any, count: int) -> Any:
    if count < 0:
        raise IndexError
    return items[count:]


_GUARDED: tuple[Operator, ...] = (
    operator("<T> int | {0:12}[:{1}] | | 1 | first take prefix n", run=_take),
    operator("<T> int | {0:12}[{1}:] | | 1 | drop skip from suffix", run=_drop),
    operator("<T> int | {0:9} * {1:10} | 9 | 2 | repeat times copies", run=_repeat),
    operator(
        "[T] int int | [{0:12}[{2}] if i == {1:6} else {0:12}[{1}] if i == {2:6} else item "
        "for i, item in enumerate({0})] | | 4 | swap exchange interchange"
    ),
    operator("[T] int | [item for item in {0} for _ in range({1})] | | 4 | repeat duplicate each", run=_repeat_each),
    operator("[[T]] | [item for row in {0} for item in row] | | 2 | flatten merge concatenate", run=_flat),
    operator("[num] | math.prod({0}) | | 2 | product multiply", run=_product),
    Operator("union", (("set", "T"), ("set", "T")), set.__or__, "{0:4} | {1:5}", 4, 2, "union all", commutes=True),
)

OPERATORS: tuple[Operator, ...] = (*rows(_TABLE), *rows(_COMMUTING, commutes=True), *rows(_SETS), *_GUARDED)
