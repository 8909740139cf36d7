"""Blocks in braces, as JavaScript and C write them: heads get their colon, braces and semicolons go, all at once."""

import re
from collections.abc import Iterator

from aurora.contracts.fixer import Broken, Example, Fix, fixer
from aurora.modules.autonomy.syntax.place import Place, place_of
from aurora.pycode.layout import match_brackets
from aurora.pycode.tokens import tokenize

_LINES = (
    (r"^(\s*)(?:(?:var|let|const)\s+)?(\w+)\s*=\s*function\s*\((.*?)\)?\s*\{\s*$", r"\1def \2(\3):"),
    (r"^(\s*)function\s+(\w+)\s*\((.*?)\)?\s*\{\s*$", r"\1def \2(\3):"),
    (r"^(\s*)\}?\s*else\s*if\b(.*?)\s*\{\s*$", r"\1elif\2:"),
    (r"^(\s*)\}?\s*((?:if|elif|else|for|while|try|except|finally|def|class)\b.*?)\s*\{\s*$", r"\1\2:"),
    (r"^(\s*)\}\s*;?\s*$", ""),
    (r"\b(?:var|let|const)\s+(?=[A-Za-z_])", ""),
    (r"\bNumber\.(?:POSITIVE_INFINITY|MAX_VALUE|MAX_SAFE_INTEGER)\b", "float('inf')"),
    (r"\bNumber\.(?:NEGATIVE_INFINITY|MIN_SAFE_INTEGER)\b", "float('-inf')"),
    (r"\bMath\.(max|min|abs|round)\b", r"\1"),
    (r"^(\s*(?:[\w.\]\[]+))\s*\+\+\s*$", r"\1 += 1"),
    (r";[ \t]*$", ""),
)


@fixer(
    examples=[
        Example(
            Broken("if (x > 1) {\n    y = 2;\n} else {\n    y = 3;\n}\n"),
            ["if (x > 1):\n    y = 2\nelse:\n    y = 3\n"],
        ),
        Example(Broken("var f = function(x {\n    return x;\n};\n"), ["def f(x):\n    return x\n"]),
        Example(Broken("x = {\n    1: 2,\n}\n"), []),
        Example(Broken("x = {\n    1: 2,\n)\n"), []),
    ]
)
def foreign_braces(broken: Broken) -> Iterator[Fix]:
    """The whole text with its blocks as Python writes them."""
    place = place_of(broken.text)
    if place is None or not _habit(place):
        return
    inside = {row.number for row in place.rows if row.in_string}
    lines = []
    for number, line in enumerate(place.text.split("\n"), start=1):
        new = line if number in inside else _plain(line)
        if new or not line.strip():
            lines.append(new)
    text = "\n".join(lines)
    if text != place.text and not any(token.text == "{" for token in match_brackets(tokenize(text)).unclosed):
        yield Fix(text, 0.6, "Blocks are by indentation, without braces.")


def _habit(place: Place) -> bool:
    """Whether a line begins a block and ends with a brace."""
    words = {"if", "elif", "else", "for", "while", "function", "var", "let", "const", "def", "class", "try", "}"}
    return any(
        row.first is not None
        and row.first.text in words
        and place.text[row.span.start : row.span.end].rstrip().endswith("{")
        and "=" not in place.text[row.span.start : row.span.end].rstrip().rstrip("{").rstrip()[-1:]
        for row in place.rows
    )


def _plain(line: str) -> str:
    for pattern, new in _LINES:
        line = re.sub(pattern, new, line)
    return line
