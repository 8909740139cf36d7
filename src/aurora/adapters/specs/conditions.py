"""Pre- and postconditions: Python expressions, invariants by name, or plain words that nobody can check."""

import ast
import builtins
import re
from collections.abc import Collection, Sequence

from aurora.adapters.specs.source import Line
from aurora.model.task import Condition
from aurora.pycode.trees import expression_of

_BULLET = re.compile(r"^\s*(?:[-*+]|\d+[.)])\s+")
_CODE = re.compile(r"[=<>%*/^&\[\]{}]|\w\(|\d\s*[-+]|[-+]\s*\d")
_INVERSE = re.compile(r"inverse of (\w+)(?:\(([\w, ]*)\))?")
_NAMED = re.compile(
    r"(commutative|associative|idempotent|monotonic|permutation|length preserved)(?:\s+(?:in|of|over)\s+(.+))?"
)


def read_conditions(
    lines: Sequence[Line], parameters: Sequence[str], known: Collection[str], *, after: bool
) -> tuple[Condition, ...]:
    """The conditions of one section, a bullet each.

    An expression may use the parameters, the functions in `known`, Python's builtins, and `ret` when it is checked
    `after` the call. What looks like code and is none, or uses other names, raises `SpecError`.
    """
    found = []
    for line in lines:
        words = _BULLET.sub("", line.text).strip().strip("`").rstrip(".").strip()
        if words:
            named = _invariant(line, words, parameters, known) if after else None
            found.append(named or _condition(line, words, {*parameters, *known, *(["ret"] if after else [])}))
    return tuple(found)


def _invariant(line: Line, words: str, parameters: Sequence[str], known: Collection[str]) -> Condition | None:
    lowered = " ".join(words.replace("`", "").split())
    inverse = _INVERSE.fullmatch(lowered)
    if inverse:
        if inverse[1] not in known:
            line.refuse(f"there is no earlier function {inverse[1]!r}.", "a function that stands above in this file")
        over = _names(line, inverse[2] or ", ".join(parameters), parameters)
        return Condition(words, invariant="inverse of", over=(inverse[1], *over))
    named = _NAMED.fullmatch(lowered)
    if not named:
        return None
    everything = parameters if named[1] in ("commutative", "associative") else parameters[:1]
    over = tuple(everything) if named[2] in (None, "input") else _names(line, named[2], parameters)
    if named[1] in ("commutative", "associative") and len(over) != 2:
        line.refuse(f"{named[1]!r} is about two parameters, not {len(over)}.", f"'{named[1]} in a, b'")
    return Condition(words, invariant=named[1], over=over)


def _names(line: Line, text: str, parameters: Sequence[str]) -> tuple[str, ...]:
    names = tuple(name for name in re.split(r"[,\s]+|\band\b", text) if name)
    for name in names:
        if name not in parameters:
            line.refuse(f"{name!r} is no parameter.", f"one of {', '.join(parameters)}")
    return names


def _condition(line: Line, words: str, names: set[str]) -> Condition:
    looks_like_code = _CODE.search(words) is not None
    try:
        tree = expression_of(words).body
    except SyntaxError as error:
        if looks_like_code:
            line.refuse(f"{words!r} is not a Python expression: {error.msg}.", "an expression or a plain sentence")
        return Condition(words)
    unknown = sorted(_free_names(tree) - names - set(dir(builtins)))
    if unknown and looks_like_code:
        line.refuse(f"{words!r} uses {', '.join(unknown)}.", f"only {', '.join(sorted(names))} and builtins")
    if unknown or isinstance(tree, ast.Name | ast.Constant):
        return Condition(words)
    return Condition(words, expression=words)


def _free_names(tree: ast.expr) -> set[str]:
    names = [node for node in ast.walk(tree) if isinstance(node, ast.Name)]
    bound = {node.id for node in names if isinstance(node.ctx, ast.Store)}
    bound |= {node.arg for node in ast.walk(tree) if isinstance(node, ast.arg)}
    return {node.id for node in names} - bound
