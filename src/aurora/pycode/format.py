"""Print generated code as people write it: docstrings, double quotes, blank lines, lines of 88 columns."""

import ast
from collections.abc import Collection, Iterator, Sequence
from itertools import accumulate

from aurora.model.answer import Edit
from aurora.pycode.diff import same_tree
from aurora.pycode.edit import apply
from aurora.pycode.layout import LogicalLine, logical_lines, turn
from aurora.pycode.parse import Function, parse
from aurora.pycode.tokens import Kind, Token, tokenize

WIDTH = 88
_STEP = "    "
_OPERATORS = frozenset({"and", "or", "+", "for", "if", "else"})


def pretty(code: str, width: int = WIDTH) -> str:
    """Print a module anew; comments are lost, the tree stays the same.

    A line that is too long is broken at its last brackets, or in new parentheses at its operators; where neither is
    simple it stays long. Raises UnparsableError.
    """
    tree = parse(code).tree
    blocks = [ast.unparse(ast.Module([statement], [])) for statement in tree.body]
    plain = _single_parentheses(_joined(tree.body, blocks))
    quoted = "".join(_double_quoted(token) for token in tokenize(plain))
    wrapped = "".join(_wrapped(line, width) for line in logical_lines(tokenize(quoted)))
    return wrapped if same_tree(wrapped, plain) else plain


def document(code: str, docstring: str, name: str = "") -> str:
    """The module with this docstring in its function `name` (the first one when empty), in place of the old one.

    Raises UnparsableError, and ValueError when there is no such function.
    """
    tree = parse(code).tree
    functions = [node for node in tree.body if isinstance(node, Function) and name in ("", node.name)]
    if not functions:
        raise ValueError(f"there is no function {name}".rstrip())
    body = functions[0].body
    if ast.get_docstring(functions[0]) is not None:
        del body[0]
    lines = docstring.strip().splitlines()
    text = "\n".join([*lines[:1], *(f"{_STEP}{line}" if line.strip() else "" for line in lines[1:])])
    body.insert(0, ast.Expr(ast.Constant(text + (f"\n{_STEP}" if len(lines) > 1 else ""))))
    return ast.unparse(tree) + "\n"


def _joined(statements: Sequence[ast.stmt], blocks: Sequence[str]) -> str:
    """Blocks with two blank lines around definitions, and one behind a docstring or the imports."""
    pieces: list[str] = []
    for i, block in enumerate(blocks):
        if i:
            pieces.append("\n" * (1 + _gap(statements[i - 1], statements[i], first=i == 1)))
        pieces.append(block)
    return "".join([*pieces, "\n"])


def _gap(above: ast.stmt, below: ast.stmt, *, first: bool) -> int:
    definitions = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    if isinstance(above, definitions) or isinstance(below, definitions):
        return 2
    imports = (ast.Import, ast.ImportFrom)
    documented = first and isinstance(above, ast.Expr) and isinstance(above.value, ast.Constant)
    return int(documented or (isinstance(above, imports) and not isinstance(below, imports)))


def _single_parentheses(text: str) -> str:
    """`f((x for x in y))` as `f(x for x in y)`."""
    source = parse(text)
    spans = [source.span(call.args[0]) for call in source.nodes(ast.Call) if _only_generator(call)]
    places = [place for span in spans for place in (span.start, span.end - 1)]
    return apply(text, [Edit("", place, place + 1, "") for place in places])


def _only_generator(call: ast.Call) -> bool:
    return len(call.args) == 1 and not call.keywords and isinstance(call.args[0], ast.GeneratorExp)


def _double_quoted(token: Token) -> str:
    """A string in double quotes, when that needs no backslash; raw, when that saves all of them."""
    text = token.text
    if token.kind is not Kind.STRING or text.startswith(('"""', "'''")):
        return text
    if "\\" in text and text[0] in "'\"":
        value = ast.literal_eval(text)
        raw = '"' not in value and value.isprintable() and not value.endswith("\\")
        return f'r"{value}"' if raw else text
    return text.replace("'", '"') if token.quote == "'" and '"' not in text and "\\" not in text else text


def _wrapped(line: LogicalLine, width: int) -> str:
    text = "".join(token.text for token in line.tokens).rstrip("\n")
    tokens = [token for token in line.tokens if token.kind not in (Kind.NEWLINE, Kind.INDENT)]
    rows = None if "\n" in text else _fit(tokens, line.indent, width)
    return "\n".join(rows or [text]) + "\n"


def _fit(tokens: Sequence[Token], indent: str, width: int) -> list[str] | None:
    """The rows of a line broken as little as it takes; None when no simple break makes all of them fit."""
    whole = _fits(tokens, indent, width)
    if whole:
        return whole
    breaks = [
        broken for broken in _breaks(tokens) if len(indent + broken[0]) <= width and len(indent + broken[2]) <= width
    ]
    several_first = sorted(breaks, key=lambda broken: len(broken[1]) == 1)
    for fit, ways in ((_fits, breaks), (_fit, several_first)):
        for head, rows, tail in ways:
            fitted = [fit(row, indent + _STEP, width) for row in rows]
            if all(fitted):
                return [indent + head, *(text for row in fitted for text in row or ()), indent + tail]
    return None


def _fits(tokens: Sequence[Token], indent: str, width: int) -> list[str] | None:
    text = indent + _text(tokens)
    return [text] if len(text) <= width else None


def _breaks(tokens: Sequence[Token]) -> Iterator[tuple[str, list[list[Token]], str]]:
    """The ways to break a line into a head, rows that go one level in, and a tail; best first."""
    for i, j in reversed(_top_brackets(tokens)):
        inside = tokens[i + 1 : j]
        for rows in (_split(inside), _split(inside, after={","}), _split(inside, before=_OPERATORS)):
            if rows:
                yield _text(tokens[: i + 1]), rows, _text(tokens[j:])
    depths = _depths(tokens)
    values = [k for k, token in enumerate(tokens) if token.text in ("=", "return") and not depths[k]]
    if len(values) == 1 and all(token.text != "lambda" for token in tokens):
        yield f"{_text(tokens[: values[0] + 1])} (", _split(tokens[values[0] + 1 :], before=_OPERATORS), ")"


def _split(tokens: Sequence[Token], after: Collection[str] = (), before: Collection[str] = ()) -> list[list[Token]]:
    """The pieces between separators outside of brackets."""
    rows: list[list[Token]] = [[]]
    for token, depth in zip(tokens, _depths(tokens), strict=True):
        if not depth and token.text in before and rows[-1]:
            rows.append([])
        rows[-1].append(token)
        if not depth and token.text in after:
            rows.append([])
    return [row for row in rows if _text(row)]


def _top_brackets(tokens: Sequence[Token]) -> list[tuple[int, int]]:
    """The places of the outermost brackets."""
    depths = _depths(tokens)
    openers = [i for i, token in enumerate(tokens) if turn(token) > 0 and depths[i] == 1]
    return [(i, next(j for j in range(i + 1, len(tokens)) if not depths[j])) for i in openers]


def _depths(tokens: Sequence[Token]) -> list[int]:
    """How many brackets are open at each token; an opener counts itself, a closer does not."""
    return list(accumulate(map(turn, tokens)))


def _text(tokens: Sequence[Token]) -> str:
    return "".join(token.text for token in tokens).strip()
