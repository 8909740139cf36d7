"""Files that make a reader, a parser or a fixer suffer: as bytes, each a whole project of one file."""

import random
from collections.abc import Mapping
from types import MappingProxyType

_CHANCE = random.Random(1)
_ODD = "".join(_CHANCE.choice("()[]{}'\":=,. \n\tabif01#\\") for _ in range(3_000))

TEXTS: Mapping[str, bytes] = MappingProxyType(
    {
        "empty": b"",
        "white space": b" \n\t\n   ",
        "random bytes": _CHANCE.randbytes(20_000),
        "NUL bytes": b"x = 1\0\ny = (\0\n",
        "Latin-1": "naïve = 'é'\n".encode("latin-1"),
        "UTF-16": "x = (1\n".encode("utf-16"),
        "UTF-8 with a mark": b"\xef\xbb\xbfx = (1\n",
        "a coding line that lies": "# -*- coding: ascii -*-\nx = 'é' (\n".encode(),
        "a coding line of nothing": b"# -*- coding: wobble -*-\nx = (\n",
        "carriage returns": b"if x\r    y = (1\r",
        "mixed line ends": b"def f(:\r\n\treturn 1\n  \rx\n",
        "form feeds": b"\x0cdef f()\x0c\n\x0c  return (1\n",
        "over two megabytes": b"x = 1\n" * 400_000,
        "one line of a megabyte": b"x = [" + b"1, " * 350_000,
        "a string of a megabyte without end": b"x = '''" + b"a" * 1_000_000,
        "thirty thousand lines": b"x = 1\n" * 30_000 + b"y = (\n",
        "three hundred open brackets": b"(" * 300,
        "a hundred thousand open brackets": b"(" * 100_000,
        "closers without end": b")" * 50_000,
        "a deep list": b"x = " + b"[" * 5_000 + b"]" * 5_000 + b"\ny = (\n",
        "deep blocks": b"".join(b" " * depth + b"if x:\n" for depth in range(150)),
        "deep functions": b"".join(b" " * depth + b"def f():\n" for depth in range(99)) + b"x = (\n",
        "fifty thousand minus signs": b"x = " + b"-" * 50_000 + b"1\ny = (\n",
        "a long chain of attributes": b"x = a" + b".b" * 20_000 + b"\ny = (\n",
        "a long chain of and": b"x = a" + b" and a" * 20_000 + b"\ny = (\n",
        "a long sum": b"x = 1" + b" + 1" * 20_000 + b"\ny = (\n",
        "a number of ten thousand digits": b"x = " + b"9" * 10_000 + b"\ny = (\n",
        "a power to fold": b"x = 9 ** 9 ** 9\ny = (\n",
        "a string to fold": b"x = 'a' * 10 ** 10\ny = (\n",
        "five hundred errors": b"if x = 1 {\n" * 500,
        "a thousand open quotes": b"x = 'a\n" * 1_000,
        "odd characters": _ODD.encode(),
        "indents that go anywhere": b"".join(b" " * (7 * line % 11) + b"x = 1\n" for line in range(400)),
        "tabs against spaces": b"if x:\n\ty = 1\n        z = 2\n    w = 3\n" * 50,
        "a backslash at the end": b"x = 1 + \\",
        "text from right to left": "x = 'a\u202e' # \u2066\nif y\n".encode(),
        "widthless characters": "de\u200bf f()\u200b:\n  retu\u200drn 1\n".encode(),
        "pictures": "🐍 = 🐍 + (\n".encode(),
        "numbers that are names": "x² = ٣٣ + ½\n".encode(),
        "broken f-strings": b"x = f'{f\"{f'{'\ny = f'{!r:{'\n" * 20,
        "words of a mail": b"Dear all,\n\nthis is no program; it isn't even (close.\n",
        "a page": b"<!DOCTYPE html><html><body onload='x()'>&nbsp;</body></html>\n",
        "half a merge": b"def f():\n<<<<<<< ours\n    return 1\n=======\n    return 2\n>>>>>>> theirs\n",
        "braces of C": b"int main(void) { for (int i = 0; i < 3; i++) { x[i] = i; } return 0; }\n" * 30,
        "a name of fifty thousand letters": b"a" * 50_000 + b" = (\n",
        "decorators only": b"@a\n" * 2_000,
        "colons only": b":\n" * 2_000,
        "an import of everything": b"from os import *\nfrom sys import *\nx = (\n",
        "open comments of another language": b"/* x = 1\n" * 300,
        "a walrus zoo": b"x = (y := (z := (w := [a := b for a in (\n",
    }
)
