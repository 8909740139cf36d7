"""What the text of an answer shows beside what it does: what nobody asked for, and how it treats its parameters."""

import ast
import re
from collections.abc import Iterator, Sequence, Sized
from dataclasses import dataclass
from typing import Any

from aurora.engines.verify.words import content_words, meanings, stem
from aurora.pycode.names import split_words
from aurora.pycode.scopes import ignored_parameters
from aurora.pycode.trees import tree_of

_ORDINARY = 2  # numbers up to here, of either sign, need no reason
_PLAIN = (ast.comprehension, ast.Eq, ast.NotEq)  # what they go over or compare says what they are for


@dataclass(frozen=True, slots=True)
class Form:
    """The function `name` of a code that was written for a request."""

    request: str
    code: str
    name: str

    def unasked(self) -> int:
        """How many of its operations no word of the request asks for; 0 without a request."""
        asked = {stem(word) for piece in re.findall(r"[^\W_]+", self.request) for word in split_words(piece)}
        told = ({stem(word) for word in meanings(node).split()} for node in self._nodes() if not _is_plain(node))
        return sum(bool(words) and not words & asked for words in told) if asked else 0

    def named(self) -> bool:
        """Whether it calls a function all the words of whose name the request has."""
        helpers = {node.name for node in tree_of(self.code).body if isinstance(node, ast.FunctionDef)} - {self.name}
        called = {node.id for node in self._nodes() if isinstance(node, ast.Name)} & helpers
        wanted = content_words(self.request)
        return any(words and words <= wanted for words in map(content_words, called))

    def numbers(self) -> int:
        """How many numbers it holds beside those from -2 to 2."""
        values = (node.value for node in self._nodes() if isinstance(node, ast.Constant))
        plain = (value for value in values if isinstance(value, int | float) and not isinstance(value, bool))
        return sum(abs(value) > _ORDINARY for value in plain)

    def reread(self, parameters: Sequence[str]) -> int:
        """How often it reads a parameter again."""
        read = [node.id for node in self._nodes() if isinstance(node, ast.Name) and node.id in parameters]
        return len(read) - len(set(read))

    def idle(self, parameters: Sequence[str], inputs: Sequence[Sequence[Any]]) -> float:
        """The share (0 to 1) of the parameters that it never reads; one that is always the length of another may be."""
        ignored = [parameters.index(each) for each in ignored_parameters(self.code, self.name) if each in parameters]
        columns = list(zip(*inputs, strict=True))
        return sum(not _is_length(place, columns) for place in ignored) / max(1, len(parameters))

    def _nodes(self) -> Iterator[ast.AST]:
        """The nodes of the body of the function, docstrings left out."""
        functions = (node for node in tree_of(self.code).body if isinstance(node, ast.FunctionDef))
        for statement in (each for function in functions if function.name == self.name for each in function.body):
            if not (isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)):
                yield from ast.walk(statement)


def _is_length(place: int, columns: Sequence[Sequence[Any]]) -> bool:
    """Whether the values of a column are always the lengths of those of another."""
    others = [column for number, column in enumerate(columns) if number != place]
    return any(list(map(_size, column)) == list(columns[place]) for column in others)


def _size(value: Any) -> int | None:
    return len(value) if isinstance(value, Sized) else None


def _is_plain(node: ast.AST) -> bool:
    """Whether it needs no word of its own; a part that is taken by a slice has that of the slice."""
    return isinstance(node, _PLAIN) or (isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Slice))
