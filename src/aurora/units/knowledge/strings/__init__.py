"""Strings: characters, words and their places."""

from aurora.contracts.pack import Pack, Probe

PACK = Pack(
    number=5,
    probes=(
        Probe(
            prompt="At which places of the alphabet do the letters of a word stand, a being 1?",
            signature="def letter_numbers(word: str) -> list[int]",
            asserts=(
                "assert letter_numbers('abz') == [1, 2, 26]",
                "assert letter_numbers('Cab') == [3, 1, 2]",
                "assert letter_numbers('a-b') == [1, 2]",
                "assert letter_numbers('') == []",
            ),
            hidden=(
                "assert letter_numbers('Zoo') == [26, 15, 15]",
                "assert letter_numbers('x1y') == [24, 25]",
                "assert letter_numbers('mN') == [13, 14]",
                "assert letter_numbers('k k') == [11, 11]",
            ),
        ),
        Probe(
            prompt="How many consonants does a text have?",
            signature="def hard_sounds(text: str) -> int",
            asserts=(
                "assert hard_sounds('Hello') == 3",
                "assert hard_sounds('aeiou') == 0",
                "assert hard_sounds('b c!') == 2",
                "assert hard_sounds('') == 0",
            ),
            hidden=(
                "assert hard_sounds('Rhythm') == 6",
                "assert hard_sounds('queue 42') == 1",
                "assert hard_sounds('STRENGTH') == 7",
                "assert hard_sounds('onion') == 2",
            ),
        ),
    ),
)
