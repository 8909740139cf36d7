"""Signs that a text which parses is still not what its author meant, each with a cost in nats."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from aurora.model.errors import UnparsableError
from aurora.pycode.binding import Comprehension
from aurora.pycode.dangling import dangling
from aurora.pycode.misuse import misuses
from aurora.pycode.outline import lost_definitions
from aurora.pycode.parse import Function, Source, parse
from aurora.pycode.reach import unreachable
from aurora.pycode.tokens import Kind, tokenize
from aurora.pycode.verdict import judge

_IDLE = (ast.Compare, ast.Name, ast.BinOp, ast.BoolOp, ast.Tuple, ast.Subscript, ast.Attribute, ast.UnaryOp, ast.List)
_CODE = re.compile(
    r"\s*(?:(?:return|raise|yield|assert|del)\b.*[\w)\]}'\"]$|(?:if|elif|while|for)\b.*:$|[\w.]+ [-+*/]?= )"
)
_WORD = re.compile(r"[^\W\d]\w+")
_TRUE = (ast.Tuple, ast.List, ast.Dict, ast.JoinedStr, ast.Lambda, ast.GeneratorExp)


@dataclass(frozen=True, slots=True)
class Doubt:
    """One sign."""

    cost: float
    why: str  # a sentence


def doubts(text: str, original: str) -> tuple[Doubt, ...]:
    """What is suspicious in a text that parses, `original` being what it was before the repair."""
    try:
        source = parse(text)
    except UnparsableError as error:
        return (Doubt(9.0, str(error)),)
    found = [Doubt(2.5, f"{each.name} means nothing here.") for each in dangling(source)]
    found += [Doubt(2.5, each.why) for each in misuses(source)]
    found += [Doubt(3.0, f"The definition of {name} is lost.") for name in lost_definitions(original, text)]
    found += [Doubt(1.0, note.message) for note in judge(text).notes if "escape" not in note.message]
    found += [Doubt(3.0, "What a text between quotes says is lost.") for _ in _lost_texts(original, text)]
    found += [Doubt(2.5, "A line of code becomes a comment.") for _ in _silenced(original, text)]
    return (*found, *_statements(source), *_methods(source), *_loops(source))


def _lost_texts(original: str, text: str) -> Iterator[str]:
    """Strings of the original whose words are mostly gone, wherever they might be now."""
    before, after = Counter(_WORD.findall(original)), Counter(_WORD.findall(text))
    gone = before - after
    for token in tokenize(original) if gone else ():
        words = _WORD.findall(token.text) if token.kind is Kind.STRING and not token.unterminated else []
        if 2 * sum(word in gone for word in words) > len(words):
            yield token.text


def _silenced(original: str, text: str) -> Iterator[str]:
    """Lines that begin as a statement does and are comments now."""
    before = {row.strip() for row in original.split("\n") if _CODE.match(row)}
    for row in text.split("\n") if before else ():
        if row.lstrip().startswith("#") and row.lstrip("# \t").rstrip() in before:
            yield row


def _statements(source: Source) -> Iterator[Doubt]:
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, _IDLE):
            yield Doubt(2.0, "A statement has no effect.")
        elif isinstance(node, ast.Expr) and _swallows(node.value):
            yield Doubt(2.5, "A text between quotes holds code.")
        elif isinstance(node, ast.If | ast.While | ast.IfExp) and isinstance(node.test, _TRUE):
            yield Doubt(2.0, "A condition is always true.")
        elif isinstance(node, ast.AnnAssign) and node.value is None and not isinstance(node.target, ast.Name):
            yield Doubt(1.5, "An annotation of something that is no name.")
    yield from (Doubt(1.5, "Code behind a return is never reached.") for _ in unreachable(source))


def _swallows(value: ast.expr) -> bool:
    if not isinstance(value, ast.Constant) or not isinstance(value.value, str):
        return False
    rows = [row.strip() for row in value.value.split("\n")]
    return sum(row.startswith(("def ", "return ", "for ", "if ")) or " = " in row for row in rows) > 1


def _methods(source: Source) -> Iterator[Doubt]:
    for node in source.nodes(ast.FunctionDef):
        first = node.args.args[0].arg if node.args.args else ""
        inside = isinstance(source.parents[node], ast.ClassDef)
        if first == "self" and not inside:
            yield Doubt(1.5, f"{node.name} has a self, but no class.")
        elif inside and first not in {"self", "cls", "mcs"} and not node.decorator_list:
            yield Doubt(0.7, f"The method {node.name} has no self.")


def _loops(source: Source) -> Iterator[Doubt]:
    """Loops whose body does not use their variable although lines behind them do."""
    for loop in source.nodes(ast.For):
        names = {node.id for node in ast.walk(loop.target) if isinstance(node, ast.Name)} - {"_"}
        around = source.parents[loop]
        if not names or isinstance(around, Comprehension) or names & _read(*loop.body):
            continue
        behind: list[ast.stmt] = getattr(around, "body", [])
        if loop in behind and names & _read(*behind[behind.index(loop) + 1 :]):
            yield Doubt(1.5, "A loop ends before its variable is used.")


def _read(*statements: ast.stmt) -> set[str]:
    return {
        node.id
        for statement in statements
        for node in ast.walk(statement)
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and not isinstance(statement, Function)
    }
