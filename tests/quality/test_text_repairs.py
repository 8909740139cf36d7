"""Faults in what modern Python writes (f-strings, literals over many lines, annotations): the text is as it was."""

import time

import pytest

from aurora.contracts.fixer import FIXER, Broken
from aurora.engines.repair.clock import Clock
from aurora.engines.repair.ground import mended
from aurora.registry.discover import discover

PARTS = discover("aurora.modules.autonomy.fixers").of(FIXER)

LEDGER = '''"""A ledger that prints itself."""

import json
import sys

NAMES = {
    "in": ["rent", "sales"],
    "out": ["wages", "tax"],
}


def line(name: str, amount: float, *, width: int = 12) -> str:
    if name not in NAMES["in"] + NAMES["out"]:
        raise ValueError(f"no such account: {name!r}")
    return f"{name.ljust(width)} {amount:.2f} {', '.join(map(str, [width]))}"


def told(entry: dict) -> str:
    return f"{entry['name']} of {entry['day']}: " + "{}".format(entry["amount"])


def dump(entries: list[dict], path: str) -> int:
    try:
        with open(path, "w") as target:
            json.dump(
                {
                    "entries": [
                        {"name": entry["name"], "line": line(entry["name"], entry["amount"])}
                        for entry in entries
                    ],
                    "count": len(entries),
                },
                target,
            )
    except (OSError, ValueError) as error:
        print("could not write %s: %s" % (path, error), file=sys.stderr)
        return 1
    return 0
'''

FAULTS = (
    ("a field closes with another bracket", "account: {name!r}", "account: {name!r)"),
    ("a field is not closed", " {amount:.2f} ", " {amount:.2f "),
    ("a field opens nowhere", "of {entry['day']}: ", "of entry['day']}: "),
    ("a call in a field is not closed", "map(str, [width]))}", "map(str, [width])}"),
    ("quotes end the string", "{entry['name']} of {entry['day']}: \"", '{entry["name"]} of {entry["day"]}: "'),
    ("fields for format stand in an f-string", '"{}".format(', 'f"{}".format('),
    ("a line of a literal lacks its comma", '"sales"],\n', '"sales"]\n'),
    ("a parameter lacks the colon of its type", "width: int", "width int"),
    ("a closer fits only what is further out", "                    ],\n", "                    },\n"),
    ("a quote is missing before the arguments", '%s: %s" % (path', "%s: %s % (path"),
    ("exceptions stand without parentheses", "except (OSError, ValueError) as", "except OSError, ValueError as"),
    ("a brace opens a block", 'as target:\n', 'as target {\n'),
)  # fmt: skip


def best(text: str) -> str:
    found = mended(Broken(text, "ledger.py", None, {"ledger.py": text}), PARTS, Clock(time.monotonic() + 300))
    return found[0].text if found else ""


@pytest.mark.parametrize(("name", "right", "wrong"), FAULTS, ids=[name for name, _, _ in FAULTS])
def test_one_fault_is_put_right(name: str, right: str, wrong: str) -> None:
    assert LEDGER.count(right) == 1, name
    assert best(LEDGER.replace(right, wrong)) == LEDGER


def test_a_literal_that_is_not_closed_is_closed_where_its_lines_are_no_deeper() -> None:
    text = LEDGER.replace("                    ],\n", "").replace("for entry in entries\n", "for entry in entries\n")
    assert best(text) == LEDGER


def test_a_string_ends_before_its_method() -> None:
    text = 'def f(lines):\n    return "\\n".join(lines)\n'
    assert best(text.replace('n".join', "n.join")) == text


def test_no_repair_drops_what_a_string_says() -> None:
    broken = 'def f(error):\n    raise ValueError(f"cannot {read this: {{{error")\n'
    found = mended(Broken(broken), PARTS, Clock(time.monotonic() + 300))
    assert all(mend.doubts for mend in found if "cannot" not in mend.text)
