"""Writes the page of everyday requests by making them; `--check` makes them again and compares codes and verdicts."""

import io
import os
import re
import sys
from collections.abc import Sequence
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

from aurora.app import join
from aurora.entrypoints.cli.main import status
from aurora.entrypoints.cli.terminal import quoted

SPARE = "200"  # seconds of a search: no answer hangs on how fast or busy the machine is
PAGE = Path(__file__).parent / "tutorials" / "everyday-requests.md"
HEAD = """# Ten everyday requests

<!-- Written by docs/everyday.py, which makes these requests; run `python docs/everyday.py` to write it again. -->

What `aurora synth` answers to ten requests, the ones that it does not answer included. Code comes on stdout, the
verdict on stderr. Seconds and numbers of candidates are left out here because they differ from machine to machine.
"""


@dataclass(frozen=True, slots=True)
class Request:
    """One request: what it shows, its words and options."""

    title: str
    words: str
    examples: tuple[str, ...] = ()
    options: tuple[str, ...] = ()

    @property
    def arguments(self) -> list[str]:
        """As they are given to `aurora`."""
        examples = [word for example in self.examples for word in ("--example", example)]
        return ["synth", self.words, *self.options, *examples]

    @property
    def line(self) -> str:
        """As it is typed."""
        options = [" ".join([pair[0], *map(quoted, pair[1:])]) for pair in _pairs(self.arguments[2:])]
        return " \\\n    ".join([f"aurora synth {quoted(self.words)}", *options])


REQUESTS = (
    Request(
        "Words and examples",
        "the sum of the even numbers",
        ("total([1, 2, 4]) == 6", "total([3]) == 0", "total([2, 2, 5, 8]) == 12"),
    ),
    Request(
        "A text that is cut and put together, by examples alone",
        "",
        ("short('Ada Lovelace') == 'A. Lovelace'", "short('Alan Turing') == 'A. Turing'", "short('Bo Li') == 'B. Li'"),
    ),
    Request(
        "A pattern in words, with texts that match and texts that do not",
        "Two capital letters, a dash, then exactly 4 digits.",
        ("valid('AB-1234')", "valid('QX-0001')", "not valid('A-1234')", "not valid('AB-12')", "not valid('ab-1234')"),
    ),
    Request(
        "How often things occur",
        "how often each word of a text occurs",
        (
            "counts('to be or not to be') == {'to': 2, 'be': 2, 'or': 1, 'not': 1}",
            "counts('a') == {'a': 1}",
            "counts('no no no') == {'no': 3}",
        ),
    ),
    Request(
        "Records in an order",
        "sort the pairs by their second part",
        (
            "ordered([('pear', 3), ('fig', 1)]) == [('fig', 1), ('pear', 3)]",
            "ordered([('a', 2)]) == [('a', 2)]",
            "ordered([('x', 9), ('y', 5), ('z', 7)]) == [('y', 5), ('z', 7), ('x', 9)]",
        ),
    ),
    Request(
        "A known function, with its signature",
        "whether a year is a leap year",
        ("leap(2024)", "not leap(2023)", "not leap(1900)", "leap(2000)"),
        ("--signature", "def leap(year: int) -> bool"),
    ),
    Request(
        "With a pytest file",
        "the items of a list without repetitions, in their order",
        ("once([1, 2, 1]) == [1, 2]", "once([3, 3, 3]) == [3]", "once([5, 4, 5, 4, 6]) == [5, 4, 6]"),
        ("--tests",),
    ),
    Request("One example with many readings: a question comes back", "", ("pick([3, 1, 2]) == 3",)),
    Request(
        "Examples with no rule in them: nothing is answered",
        "",
        ("f(3) == 17", "f(4) == -902", "f(5) == 44", "f(6) == 3"),
        ("--budget", "5"),
    ),
    Request("Examples that contradict each other are refused", "double", ("double(2) == 4", "double(2) == 5")),
)


@dataclass(frozen=True, slots=True)
class Transcript:
    """What came back: code and verdict without what differs from machine to machine."""

    code: str
    notes: str

    @property
    def verdict(self) -> str:
        """The first word of the notes."""
        return self.notes.split(maxsplit=1)[0] if self.notes else ""


def made(request: Request) -> Transcript:
    """Make a request as a user does."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        status(join, {**os.environ, "COLUMNS": "100", "AURORA_BUDGET": SPARE}, request.arguments)
    told = re.sub(r" in [\d.]+ s, [\d,]+ candidates tried", "", err.getvalue())
    return Transcript(out.getvalue().rstrip("\n"), "\n".join(line.rstrip() for line in told.splitlines()))


def section(request: Request, transcript: Transcript) -> str:
    """A request and what came back, as a section of the page."""
    code = f"```python\n{transcript.code}\n```\n\n" if transcript.code else ""
    return f"## {request.title}\n\n```sh\n{request.line}\n```\n\n{code}```\n{transcript.notes}\n```\n"


def written(page: str) -> dict[str, Transcript]:
    """The transcripts of a page by the titles of their sections."""
    found = {}
    for text in f"\n{page}".split("\n## ")[1:]:
        code = re.search(r"```python\n(.*?)\n```\n", text, re.DOTALL)
        notes = re.search(r"```\n\n```\n(.*?)\n```\n", text + "\n", re.DOTALL)
        found[text.partition("\n")[0]] = Transcript(code[1] if code else "", notes[1] if notes else "")
    return found


def differences(page: str, requests: Sequence[Request] = REQUESTS) -> list[str]:
    """The titles of the requests whose code or verdict is no longer what the page says."""
    kept = written(page)
    stale = []
    for request in requests:
        transcript, before = made(request), kept.get(request.title)
        if before is None or (transcript.code, transcript.verdict) != (before.code, before.verdict):
            stale.append(request.title)
    return stale


def main() -> int:
    """Write the page, or make its requests again and compare; returns the exit status."""
    if "--check" in sys.argv[1:]:
        stale = differences(PAGE.read_text("utf-8"))
        for title in stale:
            sys.stderr.write(f"{PAGE.name}: {title!r} is not current: run `python docs/everyday.py`.\n")
        return 1 if stale else 0
    PAGE.write_text("\n".join([HEAD, *(section(request, made(request)) for request in REQUESTS)]), "utf-8")
    return 0


def _pairs(words: list[str]) -> list[list[str]]:
    """Options with their values."""
    pairs: list[list[str]] = []
    for word in words:
        if word.startswith("--"):
            pairs.append([word])
        else:
            pairs[-1].append(word)
    return pairs


if __name__ == "__main__":
    sys.exit(main())
