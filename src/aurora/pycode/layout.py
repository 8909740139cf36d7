"""The shape of a text, broken or not: its brackets, its physical rows and its logical lines."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from aurora.pycode.spans import Span, lines_of
from aurora.pycode.tokens import Kind, Token, tokenize

CLOSER = {"(": ")", "[": "]", "{": "}"}
OPENER = {closer: opener for opener, closer in CLOSER.items()}
# Keywords that no expression contains: one of them first on a row inside brackets means that a bracket was left open.
STATEMENT_WORDS = frozenset(
    {"assert", "break", "class", "continue", "def", "del", "elif", "except", "finally", "global", "import"}
    | {"nonlocal", "pass", "raise", "return", "try", "while", "with"}
)


@dataclass(frozen=True, slots=True)
class Brackets:
    """How the brackets of a text match."""

    pairs: tuple[tuple[Token, Token], ...] = ()  # (opener, its closer), by closer
    mismatched: tuple[tuple[Token, Token], ...] = ()  # (opener, a closer of another shape)
    unclosed: tuple[Token, ...] = ()
    unopened: tuple[Token, ...] = ()

    @property
    def balanced(self) -> bool:
        """Whether every bracket has its partner."""
        return not (self.mismatched or self.unclosed or self.unopened)


@dataclass(frozen=True, slots=True)
class Row:
    """One physical line as it begins; `number` counts from 1."""

    number: int
    span: Span  # its line end included
    indent: str
    width: int  # columns of the indent, tabs to the next multiple of 8
    depth: int  # brackets that are open where it begins
    in_string: bool  # begins inside a string
    continued: bool  # the row before ends with a backslash
    first: Token | None  # first token that is more than white space or a comment


@dataclass(frozen=True, slots=True)
class LogicalLine:
    """The tokens from one statement's line to the next; blank and comment lines are lines without code."""

    tokens: tuple[Token, ...]
    unclosed: tuple[Token, ...] = ()  # brackets still open where the line ends

    @property
    def code(self) -> tuple[Token, ...]:
        """The tokens that are more than white space or comments."""
        return tuple(token for token in self.tokens if token.code)

    @property
    def span(self) -> Span:
        """All its characters, the line end included."""
        return Span(self.tokens[0].start, self.tokens[-1].end)

    @property
    def line(self) -> int:
        """The number of its first physical line."""
        return self.tokens[0].line

    @property
    def indent(self) -> str:
        """The white space it begins with."""
        return self.tokens[0].text if self.tokens[0].kind is Kind.INDENT else ""

    @property
    def width(self) -> int:
        """The columns of the indent, tabs to the next multiple of 8."""
        return indent_width(self.indent)

    @property
    def opens_block(self) -> bool:
        """Whether it ends with a colon, so that an indented block must follow."""
        return bool(self.code) and self.code[-1].text == ":"


def indent_width(indent: str) -> int:
    """The columns of white space: a tab goes to the next multiple of 8, a form feed back to 0."""
    return len(indent.rpartition("\f")[2].expandtabs(8))


def match_brackets(tokens: Iterable[Token]) -> Brackets:
    """Match brackets; a closer that fits an outer opener leaves the inner ones unclosed, else it is a mismatch."""
    stack: list[Token] = []
    pairs: list[tuple[Token, Token]] = []
    mismatched: list[tuple[Token, Token]] = []
    unclosed: list[Token] = []
    unopened: list[Token] = []
    for token in tokens:
        change = turn(token)
        if change > 0:
            stack.append(token)
        elif change < 0 and not stack:
            unopened.append(token)
        elif change < 0:
            depth = _fitting(stack, token)
            fits = stack[depth].text == OPENER[token.text]
            (pairs if fits else mismatched).append((stack[depth], token))
            unclosed += stack[depth + 1 :]
            del stack[depth:]
    unclosed = sorted([*unclosed, *stack], key=lambda token: token.start)
    return Brackets(tuple(pairs), tuple(mismatched), tuple(unclosed), tuple(unopened))


def imbalance(text: str) -> int:
    """The most brackets open at one place, or closers without opener if those are more; strings count like code."""
    depth = most = surplus = 0
    for character in text:
        depth += (character in CLOSER) - (character in OPENER)
        most = max(most, depth)
        if depth < 0:
            depth, surplus = 0, surplus + 1
    return max(most, surplus)


def rows(text: str) -> tuple[Row, ...]:
    """Every physical line; a text that ends with a line end has an empty last row."""
    lines, depth = lines_of(text), 0
    begins = {1: (0, False, False)}
    indents: dict[int, str] = {}
    firsts: dict[int, Token] = {}
    for token in tokenize(text):
        if token.kind is Kind.INDENT:
            indents[token.line] = token.text
        elif token.code:
            firsts.setdefault(token.line, token)
        depth = max(depth + turn(token), 0)
        for line in range(token.line + 1, token.last_line + 1):
            begins[line] = (depth, token.kind is Kind.STRING, token.kind is Kind.CONTINUATION)
    return tuple(
        Row(
            line,
            lines.span(line),
            indent := indents.get(line, ""),
            indent_width(indent),
            *begins[line],
            firsts.get(line),
        )
        for line in range(1, len(lines) + 1)
    )


def logical_lines(tokens: Iterable[Token]) -> Iterator[LogicalLine]:
    """Cut tokens into logical lines; together they hold every token once.

    Inside brackets a row that begins with a statement's keyword begins a new line: a bracket was left open before it.
    """
    line: list[Token] = []
    stack: list[Token] = []
    for token in tokens:
        row = _row_begins(line) if stack and token.text in STATEMENT_WORDS else None
        if row is not None:
            yield LogicalLine(tuple(line[:row]), tuple(stack))
            line, stack = line[row:], []
        line.append(token)
        change = turn(token)
        if change > 0:
            stack.append(token)
        elif change < 0:
            del stack[-1:]
        elif token.kind is Kind.NEWLINE and not stack:
            yield LogicalLine(tuple(line))
            line = []
    if line:
        yield LogicalLine(tuple(line), tuple(stack))


def turn(token: Token) -> int:
    """How a token changes the number of open brackets: 1, -1 or 0."""
    if token.kind is not Kind.OPERATOR:
        return 0
    return (token.text in CLOSER) - (token.text in OPENER)


def _row_begins(line: Sequence[Token]) -> int | None:
    """Where the last row of the line begins, when it has nothing but an indent or `async` so far."""
    row = len(line)
    while row and (line[row - 1].kind in (Kind.INDENT, Kind.SPACE) or line[row - 1].text == "async"):
        row -= 1
    return row if row and line[row - 1].kind is Kind.NEWLINE else None


def _fitting(stack: Sequence[Token], closer: Token) -> int:
    """The place of the innermost opener that the closer fits; of the innermost one when it fits none."""
    wanted, last = OPENER[closer.text], len(stack) - 1
    return next((i for i in range(last, -1, -1) if stack[i].text == wanted), last)
