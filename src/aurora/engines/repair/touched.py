"""The functions that patches change."""

import ast
from collections.abc import Iterable, Iterator, Mapping

from aurora.engines.repair.propose import parsed


def touched(original: Mapping[str, str], versions: Iterable[Mapping[str, str]]) -> frozenset[str]:
    """The names of the functions that some version has otherwise than the original, those around them included."""
    known = set(_functions(original))
    return frozenset(name for texts in versions for name, shape in _functions(texts) if (name, shape) not in known)


def _functions(texts: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for _, source in parsed(texts):
        for node in ast.walk(source.tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield node.name, ast.dump(node)
