"""A form: the expression that writes a value, with what it needs."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Form:
    """An expression, its price, the import line that it needs, and a statement before it."""

    text: str
    cost: float
    imports: str = ""
    before: str = ""
