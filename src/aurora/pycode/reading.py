"""One text that many ask about: what each has to work out first is worked out once."""

import ast
from collections import OrderedDict
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TypeAlias

from aurora.pycode.metrics import FunctionMetrics, metrics_of
from aurora.pycode.nodes import Below, statements
from aurora.pycode.parse import source_of
from aurora.pycode.scopes import Unresolved, lost, unresolved
from aurora.pycode.verdict import Compilation, SyntaxNote, judge, judge_parsed, parse_noted

_MOST, _MOST_CHARACTERS = 64, 1 << 20


class Reading:
    """A text, and what is known of it as soon as somebody asks; its tree is for looking only."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def verdict(self) -> Compilation:
        """What the compiler says."""
        return judge(self.text) if self.tree is None else judge_parsed(self.text, self.tree, self._parsed[1])

    @property
    def tree(self) -> ast.Module | None:
        """The tree; None when the text does not parse."""
        return self._parsed[0]

    @cached_property
    def _parsed(self) -> tuple[ast.Module | None, tuple[SyntaxNote, ...]]:
        try:
            return parse_noted(self.text)
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            return None, ()

    @cached_property
    def below(self) -> Below:
        """What is directly below each node of its tree."""
        return Below()

    @cached_property
    def statements(self) -> Sequence[ast.AST]:
        """Its statements, handlers and cases, the module first, in the order of `ast.walk`; none without a tree."""
        return statements(self.tree) if self.tree else ()

    @cached_property
    def functions(self) -> tuple[FunctionMetrics, ...]:
        """The figures of its functions, in the order of lines; none when it does not parse or is nested too deeply."""
        try:
            return metrics_of(self.tree, self.below) if self.tree else ()
        except RecursionError:
            return ()

    @cached_property
    def undefined(self) -> tuple[Unresolved, ...]:
        """The names that resolve to nothing, in the order of the text; none when it does not parse."""
        if self.tree is None or not lost(self.tree, self.below):
            return ()
        return unresolved(source_of(self.text, self.tree))


Read: TypeAlias = Callable[[str], Reading]
"""Reads a text, or knows that it was read before."""


class Readings:
    """The readings of one request: the same text is read once. The newest 64 are kept, and a million characters."""

    def __init__(self) -> None:
        self._kept: OrderedDict[str, Reading] = OrderedDict()
        self._characters = 0

    def __call__(self, text: str) -> Reading:
        """The reading of a text."""
        found = self._kept.get(text)
        if found is None:
            found = self._kept[text] = Reading(text)
            self._characters += len(text)
            while len(self._kept) > _MOST or (self._characters > _MOST_CHARACTERS and len(self._kept) > 1):
                self._characters -= len(self._kept.popitem(last=False)[0])
        return found
