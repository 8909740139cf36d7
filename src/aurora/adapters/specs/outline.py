"""The headings of a specification: its title, its functions, and their sections."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from aurora.adapters.specs.source import Line

SECTIONS = ("Description", "Examples", "Preconditions", "Postconditions")

_HEADING = re.compile(r"(#{1,6})\s+(.*?)[\s#]*")
_TITLE = re.compile(r"Spec:\s*(\S.*)", re.IGNORECASE)
_FUNCTION = re.compile(r"Function:?\s+`?([^\s`]+)`?", re.IGNORECASE)
_FENCE = re.compile(r"\s*(```|~~~)")


@dataclass(slots=True)
class Block:
    """The part of a specification that describes one function; `head` is what stands before its first section."""

    heading: Line
    name: str
    head: list[Line] = field(default_factory=list)
    sections: dict[str, list[Line]] = field(default_factory=dict)


def outline(lines: list[Line]) -> tuple[str, list[Block]]:
    """The title and the blocks of the functions, in order; raises `SpecError` for headings that are out of place."""
    title = ""
    blocks: list[Block] = []
    current: list[Line] = []  # where plain lines go
    for line, heading in _headings(lines):
        if heading is None:
            current.append(line)
            continue
        level, words = heading
        if level == 1:
            title = _title(line, words, title)
        elif level == 3:
            blocks.append(_block(line, words, blocks))
            current = blocks[-1].head
        elif level == 4 and blocks:
            current = _section(line, words, blocks[-1])
        else:
            line.refuse(f"the heading {words!r} has no meaning here.", "### Function `name` or one of its sections")
    first = lines[0]
    if not title:
        first.refuse("the specification has no title.", "a first line like '# Spec: simple math'")
    if not blocks:
        first.refuse("the specification has no function.", "at least one heading like '### Function `name`'")
    return title, blocks


def outside_fences(lines: Iterable[Line]) -> Iterable[tuple[Line, bool]]:
    """Each line with whether it is text: neither a fence nor between two fences."""
    fenced = False
    for line in lines:
        is_fence = _FENCE.match(line.text) is not None
        yield line, not (is_fence or fenced)
        fenced ^= is_fence


def _headings(lines: list[Line]) -> Iterable[tuple[Line, tuple[int, str] | None]]:
    for line, is_text in outside_fences(lines):
        match = _HEADING.fullmatch(line.text.rstrip()) if is_text else None
        yield line, (len(match[1]), match[2]) if match else None


def _title(line: Line, words: str, before: str) -> str:
    match = _TITLE.fullmatch(words)
    if before or not match:
        line.refuse(f"the heading {words!r} is not a title.", "exactly one '# Spec: title'")
    return match[1]


def _block(line: Line, words: str, blocks: list[Block]) -> Block:
    match = _FUNCTION.fullmatch(words)
    if not match:
        line.refuse(f"the heading {words!r} names no function.", "'### Function `name`'")
    for block in blocks:
        if block.name == match[1]:
            line.refuse(f"the function {match[1]!r} stands already in line {block.heading.number}.", "another name")
    return Block(line, match[1])


def _section(line: Line, words: str, block: Block) -> list[Line]:
    name = words.capitalize()
    if name not in SECTIONS:
        line.refuse(f"there is no section {words!r}.", f"one of {', '.join(SECTIONS)}")
    if name in block.sections:
        line.refuse(f"the section {name!r} of {block.name!r} stands here a second time.", "each section once")
    return block.sections.setdefault(name, [])
