"""Python 2: `print x`, `exec x`, `except E, e`, `raise E, x`, backticks, octal and long numbers; `except E, F as e`."""

import re
from collections.abc import Iterator

from aurora.contracts.fixer import Broken, Example, Fix, fixer
from aurora.modules.autonomy.syntax.place import place_of, rewritten

_TAIL = r"(\s+#[^'\"\n]*|\s*)$"  # white space, or a comment without quotes
_TABLE = (
    (rf"^(\s*(?:.*:\s*)?)print\s+>>\s*([\w.]+)\s*,\s*(.+?){_TAIL}", r"\1print(\3, file=\2)\4"),
    (rf"^(\s*(?:.*:\s*)?)print\s+(.+?)\s*,{_TAIL}", r"\1print(\2, end=' ')\3"),
    (rf"^(\s*(?:.*:\s*)?)(print|exec)\s+(.+?){_TAIL}", r"\1\2(\3)\4"),
    (r"^(\s*)except\s+([\w.]+(?:\s*,\s*[\w.]+)+)\s+as\s+(\w+)\s*:", r"\1except (\2) as \3:"),
    (r"^(\s*)except\s+([^:,]+?|\([^)]*\))\s*,\s*(\w+)\s*:", r"\1except \2 as \3:"),
    (rf"^(\s*)raise\s+([\w.]+)\s*,\s*(.+?){_TAIL}", r"\1raise \2(\3)\4"),
    (r"`([^`\n]+)`", r"repr(\1)"),
    (r"(?<![\w.])0([0-7]+)(?![\w.])", r"0o\1"),
    (r"(?<![\w.])(\d+)[lL]\b", r"\1"),
    (r"\bur(?=['\"])", "r"),
)


@fixer(
    examples=[
        Example(Broken("print 'a', x\n"), ["print('a', x)\n"]),
        Example(Broken("print 'a # b'  # said\n"), ["print('a # b')  # said\n"]),
        Example(
            Broken("try:\n    f()\nexcept IOError, e:\n    pass\n"), ["try:\n    f()\nexcept IOError as e:\n    pass\n"]
        ),
        Example(
            Broken("try:\n    f()\nexcept KeyError, OSError as e:\n    pass\n"),
            ["try:\n    f()\nexcept (KeyError, OSError) as e:\n    pass\n"],
        ),
        Example(Broken("print('a')\n"), []),
    ]
)
def python2(broken: Broken) -> Iterator[Fix]:
    """Every line that has the habit of the error's line, all at once, and that line alone."""
    place = place_of(broken.text)
    if place is None:
        return
    for alone, pattern, new in rewritten(place, _TABLE, (place.row,)):
        everywhere = re.sub(pattern, new, place.text, flags=re.MULTILINE)
        if everywhere.count("\n") == place.text.count("\n"):
            yield Fix(everywhere, 0.3, "This is Python 2.")
        if alone != everywhere:
            yield Fix(alone, 0.5, "This is Python 2.")
