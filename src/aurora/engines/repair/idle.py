"""Names that are given a value which nobody reads: a patch that leaves more of them has left something out."""

import ast
from collections.abc import Mapping
from functools import lru_cache

from aurora.engines.repair.propose import parsed

_FREE = {"self", "cls", "_"}


def count_idle(texts: Mapping[str, str]) -> int:
    """How many parameters and local names of all functions are never read."""
    return sum(_count(text) for text in texts.values())


@lru_cache(maxsize=256)
def _count(text: str) -> int:
    return sum(
        len(_idle(node))
        for _, source in parsed({"": text})
        for node in source.nodes(ast.FunctionDef)
        if source.function(node) is None
    )


def _idle(function: ast.FunctionDef) -> set[str]:
    names = [node for node in ast.walk(function) if isinstance(node, ast.Name)]
    read = {node.id for node in names if isinstance(node.ctx, ast.Load)}
    given = {node.id for node in names} | {node.arg for node in ast.walk(function) if isinstance(node, ast.arg)}
    return given - read - _FREE
