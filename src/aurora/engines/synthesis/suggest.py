"""Suggestions: the components that the words of a request speak of, each with an example to say whether it is meant."""

import inspect
from ast import literal_eval
from collections.abc import Iterable
from itertools import islice
from typing import Any

from aurora.contracts.component import COMPONENT
from aurora.engines.synthesis.words import Index, document_of, tokens
from aurora.model.answer import Suggestion
from aurora.pycode.names import split_words
from aurora.registry.declare import AnyPart, Example

_LIKELY = 0.35  # relevance of a component that is shown at all, 0 to 1
_LONGEST = 70  # characters of an example that is shown


def suggestions(parts: Iterable[AnyPart], words: str, name: str = "", most: int = 3) -> tuple[Suggestion, ...]:
    """At most so many components by their relevance to the words, the most relevant first; `name` is used in calls."""
    components = {part.id: part for part in parts if part.contract is COMPONENT and not part.missing}
    index = Index({key: document_of(part) for key, part in components.items()})
    relevance = index.scores((*tokens(words), *split_words(name)))
    ranked = sorted((key for key in relevance if relevance[key] >= _LIKELY), key=lambda key: (-relevance[key], key))
    return tuple(islice(filter(None, (_suggestion(components[key], name) for key in ranked)), most))


def _suggestion(part: AnyPart, name: str) -> Suggestion | None:
    """The component with an example that can be typed; None when it has none, as one that is handed functions."""
    head = f"def {part.name}({', '.join(inspect.signature(part.run).parameters)})"
    made = [_call(name or part.name, each) for each in part.examples if _typable(each)]
    short = [text for text in made if len(text) <= _LONGEST]
    shown = max(short, key=len) if short else min(made, key=len, default="")
    return Suggestion(part.id, head, part.page.partition("\n")[0], shown) if shown else None


def _typable(example: Example[Any, Any]) -> bool:
    try:
        return bool(literal_eval(repr((example.given, example.answer))) == (example.given, example.answer))
    except (SyntaxError, ValueError):
        return False


def _call(name: str, example: Example[Any, Any]) -> str:
    return f"{name}({', '.join(map(repr, example.given))}) == {example.answer!r}"
