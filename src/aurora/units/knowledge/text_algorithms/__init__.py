"""String algorithms: patterns in texts, distances of texts, their structure."""

from aurora.contracts.pack import Pack, Probe

PACK = Pack(
    number=51,
    probes=(
        Probe(
            prompt="The longest piece of letters side by side that two words share, the first one in the first word.",
            signature="def shared_piece(first: str, second: str) -> str",
            asserts=(
                "assert shared_piece('mountain', 'fountain') == 'ountain'",
                "assert shared_piece('abc', 'xyz') == ''",
                "assert shared_piece('', 'a') == ''",
                "assert shared_piece('carpet', 'petrol') == 'pet'",
            ),
            hidden=(
                "assert shared_piece('banana', 'ananas') == 'anana'",
                "assert shared_piece('abxcd', 'cdyab') == 'ab'",
                "assert shared_piece('same', 'same') == 'same'",
                "assert shared_piece('xaby', 'zabw') == 'ab'",
            ),
        ),
        Probe(
            prompt="Four-character sound code of an English surname, so that names that sound alike match (Soundex).",
            signature="def sound_code(name: str) -> str",
            asserts=(
                "assert sound_code('Robert') == 'R163'",
                "assert sound_code('Rupert') == 'R163'",
                "assert sound_code('Tymczak') == 'T522'",
                "assert sound_code('Lee') == 'L000'",
            ),
            hidden=(
                "assert sound_code('Ashcraft') == 'A261'",
                "assert sound_code('Honeyman') == 'H555'",
                "assert sound_code('Pfister') == 'P236'",
                "assert sound_code('Jackson') == 'J250'",
            ),
        ),
        Probe(
            prompt="The longest piece of a text that reads the same in both directions, the first of several.",
            signature="def mirror_piece(text: str) -> str",
            asserts=(
                "assert mirror_piece('xracecary') == 'racecar'",
                "assert mirror_piece('abc') == 'a'",
                "assert mirror_piece('') == ''",
                "assert mirror_piece('cbbd') == 'bb'",
            ),
            hidden=(
                "assert mirror_piece('abacdfgdcaba') == 'aba'",
                "assert mirror_piece('aaaa') == 'aaaa'",
                "assert mirror_piece('noonlevel') == 'level'",
                "assert mirror_piece('zz') == 'zz'",
            ),
        ),
    ),
)
