"""Terms of the solver as Python expressions with the same meaning."""

from collections.abc import Callable, Sequence
from typing import Any

from aurora.modules.autonomy.smt.sygus import WIDTH

MASK = f"(1 << {WIDTH}) - 1"
FUNCTIONS = {
    "substring": (
        "def substring(text, start, size):\n"
        '    """The piece of a text from a place on; empty when the place is outside."""\n'
        '    return text[start : start + size] if start >= 0 and size > 0 else ""\n'
    ),
    "find": (
        "def find(text, part, start):\n"
        '    """Where a part begins at or after a place; -1 when it does not."""\n'
        "    return text.find(part, start) if 0 <= start <= len(text) else -1\n"
    ),
    "number": (
        "def number(text):\n"
        '    """The number that the digits of a text are; -1 when there are others."""\n'
        "    return int(text) if text.isascii() and text.isdigit() else -1\n"
    ),
    "digits": (
        "def digits(value):\n"
        '    """The digits of a number; empty when it is negative."""\n'
        '    return str(value) if value >= 0 else ""\n'
    ),
}
"""What the solver's operations mean where Python's own do not mean the same."""

_FORMS: dict[str, str] = {
    "STRING_CONCAT": "({0} + {1})",
    "STRING_SUBSTR": "substring({0}, {1}, {2})",
    "STRING_REPLACE": "{0}.replace({1}, {2}, 1)",
    "STRING_CHARAT": "substring({0}, {1}, 1)",
    "STRING_FROM_INT": "digits({0})",
    "STRING_LENGTH": "len({0})",
    "STRING_INDEXOF": "find({0}, {1}, {2})",
    "STRING_TO_INT": "number({0})",
    "STRING_PREFIX": "{1}.startswith({0})",
    "STRING_SUFFIX": "{1}.endswith({0})",
    "STRING_CONTAINS": "({1} in {0})",
    "ITE": "({1} if {0} else {2})",
    "EQUAL": "({0} == {1})",
    "ADD": "({0} + {1})",
    "SUB": "({0} - {1})",
    "BITVECTOR_AND": "({0} & {1})",
    "BITVECTOR_OR": "({0} | {1})",
    "BITVECTOR_XOR": "({0} ^ {1})",
    "BITVECTOR_NOT": "(~{0} & mask)",
    "BITVECTOR_ADD": "(({0} + {1}) & mask)",
    "BITVECTOR_SUB": "(({0} - {1}) & mask)",
    "BITVECTOR_SHL": "(({0} << {1} & mask) if {1} < " + str(WIDTH) + " else 0)",
    "BITVECTOR_LSHR": "({0} >> {1})",
    "BITVECTOR_ULT": "({0} < {1})",
}
_LEAVES: dict[str, Callable[[Any], str]] = {
    "VARIABLE": str,
    "CONST_STRING": lambda term: repr(term.getStringValue()),
    "CONST_INTEGER": lambda term: str(term.getIntegerValue()),
    "CONST_BITVECTOR": lambda term: str(int(term.getBitVectorValue(10))),
    "CONST_BOOLEAN": lambda term: str(term.getBooleanValue()),
}


def expression(term: Any) -> str | None:
    """The Python text of a term; None when it has an operation that is not known here."""
    kind = term.getKind().name
    if kind in _LEAVES:
        return _LEAVES[kind](term)
    parts = [expression(part) for part in term]
    known = [part for part in parts if part is not None]
    if kind not in _FORMS or len(known) != len(parts):
        return None
    return chained(_FORMS[kind], known)


def chained(form: str, parts: Sequence[str]) -> str:
    """A form of two holes for more than two parts is applied from the left."""
    if "{2}" in form or len(parts) <= 2:
        return form.format(*parts)
    made = form.format(*parts[:2])
    for part in parts[2:]:
        made = form.format(made, part)
    return made


def function(header: str, text: str) -> str:
    """A whole function around an expression, with the functions that it calls before it."""
    used = [source for name, source in FUNCTIONS.items() if f"{name}(" in text]
    mask = f"    mask = {MASK}\n" if "mask" in text else ""
    outer = text[1:-1] if text.startswith("(") and _closes(text) else text
    return "\n\n".join([*used, f"{header}\n{mask}    return {outer}\n"])


def _closes(text: str) -> bool:
    """Whether the first parenthesis closes with the last character (texts with brackets in quotes count as not)."""
    depth = 0
    for place, char in enumerate(text):
        depth += (char == "(") - (char == ")")
        if not depth:
            return place == len(text) - 1 and "'" not in text
    return False
