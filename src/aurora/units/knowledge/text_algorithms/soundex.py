"""The sound code of an English name: its first letter and three digits.

Russell 1918, as the American archives use it: h and w do not separate equal codes, vowels do.
"""

import itertools

from aurora.contracts.component import Example, Word, component


@component(
    words="soundex phonetic code sound alike names",
    examples=[Example(("Robert",), "R163"), Example(("Ashcraft",), "A261"), Example(("Lee",), "L000")],
    holds=lambda name, ret: len(ret) == 4 and ret[0] == name[0].upper() and ret[1:].isdigit(),
)
def soundex(name: Word) -> str:
    """The sound code of an English name: its first letter and three digits."""
    if not (name.isascii() and name.isalpha()):
        raise ValueError("a name of English letters is needed")
    groups = ("AEIOUY", "BFPV", "CGJKQSXZ", "DT", "L", "MN", "R")
    codes = {letter: str(code) for code, letters in enumerate(groups) for letter in letters}
    letters = [letter for place, letter in enumerate(name.upper()) if place == 0 or letter not in "HW"]
    digits = [codes.get(letter, "0") for letter in letters]
    kept = [digit for before, digit in itertools.pairwise(digits) if digit not in ("0", before)]
    return (letters[0] + "".join(kept) + "000")[:4]
