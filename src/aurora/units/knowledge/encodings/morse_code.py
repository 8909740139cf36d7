"""A text in Morse code, letters apart by a blank and words by " / ".

International Telecommunication Union, M.1677.
"""

import string

from aurora.contracts.component import Example, component


@component(
    words="morse code dots dashes encode text",
    examples=[Example(("SOS",), "... --- ..."), Example(("a b",), ".- / -..."), Example(("",), "")],
    holds=lambda _text, ret: set(ret) <= set(".- /"),
)
def morse_code(text: str) -> str:
    """A text of English letters and digits in Morse code; raises `KeyError` for other characters."""
    letters = (
        ".- -... -.-. -.. . ..-. --. .... .. .--- -.- .-.. -- -. --- .--. --.- .-. ... - ..- ...- .-- -..- -.-- --.."
    )
    digits = "----- .---- ..--- ...-- ....- ..... -.... --... ---.. ----."
    signs = dict(zip(string.ascii_lowercase + string.digits, [*letters.split(), *digits.split()], strict=True))
    return " / ".join(" ".join(signs[char] for char in word) for word in text.lower().split())
