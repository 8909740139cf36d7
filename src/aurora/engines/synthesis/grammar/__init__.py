"""The grammar: operators of the language and its standard library, a file for each kind of value."""

from aurora.engines.synthesis.grammar import lists, logic, mappings, numbers, text
from aurora.engines.synthesis.operators import Operator

OPERATORS: tuple[Operator, ...] = (
    *numbers.OPERATORS,
    *logic.OPERATORS,
    *lists.OPERATORS,
    *text.OPERATORS,
    *mappings.OPERATORS,
)
"""All operators; the search takes those whose arguments it has values for."""
