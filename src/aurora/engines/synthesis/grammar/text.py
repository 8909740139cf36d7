"""Operators on text."""

from aurora.engines.synthesis.operators import Operator, operator, rows

_TABLE = """
str str | {0:8} + {1:9} | 8 | 1 | concatenate append join add
str | {0:12}.upper() | | 2 | upper capital uppercase
str | {0:12}.lower() | | 2 | lower lowercase case
str | {0:12}.swapcase() | | 3 | swap case toggle
str | {0:12}.title() | | 3 | title capitalize each word
str | {0:12}.capitalize() | | 3 | capitalize first
str | {0:12}.strip() | | 2 | strip trim whitespace spaces around
str | {0:12}.split() | | 1 | split words word sentence
str str | {0:12}.split({1}) | | 2 | split separated delimiter
str | {0:12}.splitlines() | | 3 | lines
str | list({0}) | | 2 | characters letters list split
str [str] | {0:12}.join({1}) | | 2 | join concatenate separated
[str] | "".join({0}) | | 1 | join concatenate string
[str] | " ".join({0}) | | 1 | join words sentence spaces
str str str | {0:12}.replace({1}, {2}) | | 2 | replace substitute
str str | {0:12}.replace({1}, "") | | 2 | remove delete
str str | {0:12}.count({1}) | | 2 | count occurrences frequency times
str str | {0:12}.find({1}) | | 2 | find index position first
str str | {0:12}.rfind({1}) | | 3 | find last index position
str str | {0:12}.startswith({1}) | | 2 | start begin prefix
str str | {0:12}.endswith({1}) | | 2 | end suffix
str str | {0:12}.strip({1}) | | 3 | strip trim
str | {0:12}.isdigit() | | 2 | digit number numeric
str | {0:12}.isalpha() | | 2 | letter alphabet alphabetic
str | {0:12}.isalnum() | | 3 | alphanumeric letters digits
str | {0:12}.isupper() | | 2 | upper capital uppercase
str | {0:12}.islower() | | 2 | lower lowercase
str | {0:12}.isspace() | | 3 | space whitespace blank
str | int({0}) | | 2 | integer number convert
str | float({0}) | | 3 | float number convert
str int | int({0}, {1}) | | 3 | base convert
str | ord({0}) | | 3 | ascii code character unicode
str | {0:6} in "aeiouAEIOU" | 5 | 3 | vowel vowels
str | {0:6} in "aeiou" | 5 | 3 | vowel vowels
any | str({0}) | | 3 | string text convert
str | re.findall(r"\\d+", {0}) | | 4 | numbers digits find extract
str | re.findall(r"\\w+", {0}) | | 4 | words find extract
"""

_WIDEST = 400


def _filled(text: str, width: int) -> str:
    if width > _WIDEST:
        raise OverflowError
    return text.zfill(width)


OPERATORS: tuple[Operator, ...] = (
    *rows(_TABLE),
    operator("str int | {0:12}.zfill({1}) | | 4 | zero pad", run=_filled),
)
