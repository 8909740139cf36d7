"""A tokeniser that never fails: it covers every character of any text exactly once."""

import keyword
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from aurora.pycode.spans import BOM, Span


class Kind(StrEnum):
    """What a token is."""

    NAME = "name"  # soft keywords (match, case, type, _) too
    KEYWORD = "keyword"
    NUMBER = "number"
    STRING = "string"  # f-strings too, whole, as before Python 3.12
    OPERATOR = "operator"
    COMMENT = "comment"  # without its line end
    NEWLINE = "newline"
    INDENT = "indent"  # white space at the beginning of a physical line
    SPACE = "space"  # other white space, a byte order mark
    CONTINUATION = "continuation"  # a backslash and its line end
    ERROR = "error"  # one character that Python has no use for


LAYOUT = frozenset({Kind.COMMENT, Kind.NEWLINE, Kind.INDENT, Kind.SPACE, Kind.CONTINUATION})


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a text; `start` is a character offset, `line` counts physical lines from 1."""

    kind: Kind
    text: str
    start: int
    line: int

    @property
    def end(self) -> int:
        """The offset behind the last character."""
        return self.start + len(self.text)

    @property
    def span(self) -> Span:
        """The characters of the token."""
        return Span(self.start, self.end)

    @property
    def last_line(self) -> int:
        """The physical line that its end is on."""
        return self.line + len(_LINE_END.findall(self.text))

    @property
    def code(self) -> bool:
        """Whether the token is more than white space or a comment."""
        return self.kind not in LAYOUT

    @property
    def prefix(self) -> str:
        """The letters before the quote of a string, as written."""
        return self.text[: len(self.text) - len(self.text.lstrip(_PREFIX_LETTERS))] if self._string else ""

    @property
    def quote(self) -> str:
        """The opening quote of a string: one or three characters."""
        body = self.text[len(self.prefix) :] if self._string else ""
        return body[:3] if body[:3] in ('"""', "'''") else body[:1]

    @property
    def unterminated(self) -> bool:
        """Whether this is a string whose closing quote is missing."""
        return self._string and _CLOSED.fullmatch(self.text) is None

    @property
    def _string(self) -> bool:
        return self.kind is Kind.STRING


_PREFIX_LETTERS = "rRbBuUfFtT"
_PREFIX = r"(?i:rb|br|rf|fr|rt|tr|[rbuft])?"
_EOL = r"(?:\r\n|\r|\n)"
_LINE_END = re.compile(_EOL)
_BODY_3 = {quote: rf"{quote}(?:\\[\s\S]|(?!{quote})[^\\])*" for quote in ("'''", '"""')}
_BODY_1 = {quote: rf"{quote}(?:\\{_EOL}|\\[^\r\n]|[^{quote}\\\r\n])*" for quote in ("'", '"')}
_CLOSED = re.compile(
    f"{_PREFIX}(?:"
    + "|".join(body + quote for quote, body in _BODY_3.items())
    + "".join(rf"|(?!{quote * 3}){body}{quote}" for quote, body in _BODY_1.items())
    + ")"
)
_OPEN = rf"{_PREFIX}(?:" + "|".join((*_BODY_3.values(), *_BODY_1.values())) + r")\\?"
_DIGITS = r"[0-9](?:_?[0-9])*"
_NUMBER = (
    r"0[xX](?:_?[0-9a-fA-F])+|0[bB](?:_?[01])+|0[oO](?:_?[0-7])+"
    rf"|(?:{_DIGITS}\.?(?:{_DIGITS})?|\.{_DIGITS})(?:[eE][-+]?{_DIGITS})?[jJ]?"
)
_OPERATOR = r"\*\*=|//=|>>=|<<=|\.\.\.|!=|->|:=|\*\*|//|<<|>>|[-+*/%@&|^<>=]=|[-+*/%@&|^~<>=()\[\]{},:;.]"
_WORD = r"(?:[A-Za-z_]|[^\x00-\x7f\ufeff\s])(?:[A-Za-z0-9_]|[^\x00-\x7f\ufeff\s])*"
_TOKEN = re.compile(
    rf"(?P<newline>{_EOL})|(?P<continuation>\\{_EOL})|(?P<space>[ \t\f]+|\A\ufeff)|(?P<comment>\#[^\r\n]*)"
    rf"|(?P<string>{_CLOSED.pattern}|{_OPEN})|(?P<number>{_NUMBER})|(?P<operator>{_OPERATOR})|(?P<name>{_WORD})"
    r"|(?P<error>[\s\S])"
)
_KINDS: Mapping[str | None, Kind] = MappingProxyType({kind.value: kind for kind in Kind})
_KEYWORDS = frozenset(keyword.kwlist)
_MULTILINE = frozenset({Kind.NEWLINE, Kind.CONTINUATION, Kind.STRING})


def tokenize(text: str) -> tuple[Token, ...]:
    """The tokens of any text, Python or not; their texts joined are the text.

    An unterminated string reaches to the end of its line, a triple-quoted one to the end of the text.
    """
    return tuple(_tokens(text))


def code_tokens(text: str) -> tuple[Token, ...]:
    """The tokens of a text without white space, line ends and comments."""
    return tuple(token for token in _tokens(text) if token.code)


def _tokens(text: str) -> Iterator[Token]:
    line, at, line_begins = 1, 0, True
    while found := _TOKEN.match(text, at):
        kind, piece = _KINDS[found.lastgroup], found.group()
        if kind is Kind.NAME:
            kind, piece = _word(piece)
        elif kind is Kind.SPACE and line_begins and piece != BOM:
            kind = Kind.INDENT
        yield Token(kind, piece, at, line)
        line_begins = kind is Kind.NEWLINE or piece == BOM
        if kind in _MULTILINE:
            line += len(_LINE_END.findall(piece))
        at += len(piece)


def _word(piece: str) -> tuple[Kind, str]:
    if piece in _KEYWORDS:
        return Kind.KEYWORD, piece
    if piece.isidentifier():
        return Kind.NAME, piece
    valid = next(i for i in range(len(piece)) if not piece[: i + 1].isidentifier())
    return (Kind.NAME, piece[:valid]) if valid else (Kind.ERROR, piece[0])
