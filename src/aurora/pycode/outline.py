"""A tolerant outline of Python text, parsed or broken: its definitions, imports and broken places."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

import tree_sitter_python
from tree_sitter import Language, Parser

from aurora.pycode.layout import LogicalLine, indent_width, logical_lines
from aurora.pycode.spans import Lines, Span, lines_of
from aurora.pycode.tokens import Kind, Token, tokenize

_LANGUAGE = Language(tree_sitter_python.language())


@dataclass(frozen=True, slots=True)
class Definition:
    """A function, method or class; lines count from 1, `last_line` is included, decorators are outside of the span."""

    kind: str  # "function", "method" or "class"
    name: str
    path: str  # "Outer.method"
    line: int
    last_line: int
    span: Span
    decorators: tuple[str, ...] = ()  # without the @


@dataclass(frozen=True, slots=True)
class Import:
    """One import statement."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Broken:
    """A place that does not parse: tokens that fit nowhere, or (`missing`) one that should be there."""

    span: Span
    line: int
    text: str  # the unfit text, or the missing token
    missing: bool


@dataclass(frozen=True, slots=True)
class Outline:
    """What can be recognised in a text."""

    definitions: tuple[Definition, ...]
    imports: tuple[Import, ...]
    broken: tuple[Broken, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all definitions, in order."""
        return tuple(definition.name for definition in self.definitions)


def outline(text: str) -> Outline:
    """Recognise definitions and imports by logical lines and indentation, and broken places by tree-sitter.

    Works on any text. Definitions do not come from tree-sitter, because it loses those near an error. In a text with an
    unterminated triple quote, lines inside strings that look like definitions count as well. No broken place does
    not mean that Python accepts the text.
    """
    lines = lines_of(text)
    tokens = tokenize(text)
    logical = [line for line in logical_lines(tokens) if line.code]
    heads = sorted((*map(_head, logical), *_hidden(tokens)), key=lambda head: head.start)
    return Outline(tuple(_definitions(lines, heads)), tuple(_imports(text, logical)), tuple(_broken(lines)))


def lost_definitions(before: str, after: str) -> tuple[str, ...]:
    """The names that are defined more often in `before` than in `after`, sorted."""
    lost = Counter(outline(before).names) - Counter(outline(after).names)
    return tuple(sorted(lost.elements()))


@dataclass(frozen=True, slots=True)
class _Head:
    """A logical line with code: `word` is def, class, @ or empty, `name` what it defines or applies."""

    start: int
    end: int
    width: int
    word: str = ""
    name: str = ""


_HIDDEN = re.compile(r"^([ \t]*)(?:async[ \t]+)?(def|class)[ \t]+(\w+)[ \t]*[(:].*", re.MULTILINE)


def _hidden(tokens: Iterable[Token]) -> Iterator[_Head]:
    """Definitions inside triple-quoted strings, when the last one is unterminated: then the quotes are out of step."""
    strings = [token for token in tokens if token.kind is Kind.STRING and len(token.quote) == 3]
    if strings and strings[-1].unterminated:
        for token in strings:
            for found in _HIDDEN.finditer(token.text):
                start = token.start + found.end(1)
                yield _Head(start, token.start + found.end(), indent_width(found[1]), found[2], found[3])


def _head(line: LogicalLine) -> _Head:
    code = line.code
    words = [token.text for token in code[:3]]
    start, end = code[0].start, code[-1].end
    if words[0] == "async":
        del words[0]
    if words[0] in ("def", "class") and words[1:] and words[1].isidentifier():
        return _Head(start, end, line.width, words[0], words[1])
    if words[0] == "@":
        return _Head(start, end, line.width, "@", "".join(token.text for token in line.tokens).strip()[1:].strip())
    return _Head(start, end, line.width)


def _definitions(lines: Lines, heads: Sequence[_Head]) -> Iterator[Definition]:
    lasts = _lasts(heads)
    owners: list[_Head] = []
    decorators: list[_Head] = []
    for head, last in zip(heads, lasts, strict=True):
        while owners and owners[-1].width >= head.width:
            owners.pop()
        if head.word in ("def", "class"):
            kind = (
                "class" if head.word == "class" else "method" if owners and owners[-1].word == "class" else "function"
            )
            path = ".".join([owner.name for owner in owners] + [head.name])
            line, last_line = lines.position(head.start)[0], lines.position(last.end)[0]
            names = tuple(decorator.name for decorator in decorators if decorator.width == head.width)
            yield Definition(kind, head.name, path, line, last_line, Span(head.start, last.end), names)
            owners.append(head)
        decorators = [*decorators, head] if head.word == "@" else []


def _lasts(heads: Sequence[_Head]) -> list[_Head]:
    """For every line the last line of its block: the last before one that is indented as little."""
    lasts = list(heads)
    still_open: list[int] = []
    for i, head in enumerate(heads):
        while still_open and heads[still_open[-1]].width >= head.width:
            still_open.pop()
        for j in still_open:
            lasts[j] = head
        still_open.append(i)
    return lasts


def _imports(text: str, logical: Iterable[LogicalLine]) -> Iterator[Import]:
    for line in logical:
        code, before = line.code, ""
        for i, token in enumerate(code):
            if before in ("", ";", ":") and token.text in ("import", "from"):
                rest = list(takewhile(lambda later: later.text != ";", code[i:]))
                yield Import(text[token.start : rest[-1].end], token.line)
            before = token.text


def _broken(lines: Lines) -> Iterator[Broken]:
    data = lines.text.encode("utf-8", "surrogatepass")
    pending = [Parser(_LANGUAGE).parse(data).root_node]
    while pending:
        node = pending.pop()
        if node.is_error or node.is_missing:
            start, end = (len(data[:at].decode("utf-8", "replace")) for at in (node.start_byte, node.end_byte))
            text = node.type if node.is_missing else lines.text[start:end]
            yield Broken(Span(start, end), lines.position(start)[0], text, node.is_missing)
        elif node.has_error:
            pending.extend(reversed(node.children))
