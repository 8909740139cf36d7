"""Values that nobody reads and statements that do nothing: a patch that leaves more of them has left something out."""

import ast
from collections.abc import Mapping
from functools import lru_cache

from aurora.engines.repair.propose import parsed

_FREE = {"self", "cls", "_"}


def count_idle(texts: Mapping[str, str]) -> int:
    """How many parameters and local names of all functions are never read, and how many statements do nothing."""
    return sum(_count(text) for text in texts.values())


@lru_cache(maxsize=256)
def _count(text: str) -> int:
    sources = [source for _, source in parsed({"": text})]
    outermost = (node for source in sources for node in source.nodes(ast.FunctionDef) if source.function(node) is None)
    empty = sum(_does_nothing(node) for source in sources for node in ast.walk(source.tree))
    return sum(len(_idle(node)) for node in outermost) + empty


def _does_nothing(node: ast.AST) -> bool:
    """Whether a condition leads to nothing, or a name is given its own value."""
    match node:
        case ast.If(body=[ast.Pass()], orelse=[] | [ast.Pass()]):
            return True
        case ast.Assign(targets=[target], value=value) if type(target) is type(value):
            return ast.unparse(target) == ast.unparse(value)
    return False


def _idle(function: ast.FunctionDef) -> set[str]:
    names = [node for node in ast.walk(function) if isinstance(node, ast.Name)]
    read = {node.id for node in names if isinstance(node.ctx, ast.Load)}
    given = {node.id for node in names} | {node.arg for node in ast.walk(function) if isinstance(node, ast.arg)}
    return given - read - _FREE
