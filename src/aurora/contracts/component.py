"""Components: the typed, pure, documented functions that synthesis composes, kept in knowledge packs."""

import builtins
import dis
from collections.abc import Callable
from typing import Annotated, Any, Protocol, TypeAlias, TypeVar

from aurora.registry.declare import Contract, Example, Law, Part

__all__ = ["COMPONENT", "Example", "component"]

Component: TypeAlias = Callable[..., Any]
"""A pure function whose annotations are its type.

A body of one `return` is inlined into the answer, a longer one becomes a helper function of it. It is self-contained:
it may use builtins and standard-library modules imported at the top of its file, nothing else of the file.
"""

Arguments: TypeAlias = tuple[Any, ...]


class Ordered(Protocol):
    """What can be sorted among its like."""

    def __lt__(self, other: Any, /) -> bool:
        """Whether it comes before the other."""
        ...


T = TypeVar("T")
U = TypeVar("U")
K = TypeVar("K")
V = TypeVar("V")
C = TypeVar("C", bound=Ordered)  # can be sorted
N = TypeVar("N", int, float)

# Semantic types: what a value means besides its Python type. Generators of inputs and the search both read them.
Nat = Annotated[int, "nat"]  # >= 0
Positive = Annotated[int, "positive"]  # >= 1
Index = Annotated[int, "index"]  # a position in the sequence before it
Bit = Annotated[int, "bit"]  # 0 or 1
Char = Annotated[str, "char"]  # one character
Word = Annotated[str, "word"]  # letters only, not empty
Digits = Annotated[str, "digits"]  # decimal digits only, not empty
Pattern = Annotated[str, "pattern"]  # a regular expression
Sorted = Annotated[list[T], "sorted"]  # ascending
NonEmpty = Annotated[list[T], "nonempty"]
Distinct = Annotated[list[T], "distinct"]
Matrix = Annotated[list[list[T]], "matrix"]  # rows of one length, at least one
Square = Annotated[list[list[T]], "square"]
Adjacency = Annotated[dict[K, list[K]], "adjacency"]  # node -> neighbours
Date = Annotated[str, "date"]  # "2024-02-29"
Tree = Annotated[tuple[Any, Any, Any] | None, "tree"]  # binary: (value, left, right), None where there is none


def _ask(run: Component, given: Arguments) -> Any:
    return run(*given)


def _changed_input(run: Component, given: Arguments, _answer: Any) -> str | None:
    before = repr(given)
    run(*given)
    return None if repr(given) == before else f"changed its input {before}"


def _differs(run: Component, given: Arguments, answer: Any) -> str | None:
    again = run(*given)
    return None if repr(again) == repr(answer) else f"gave {answer!r}, then {again!r}"


def _untyped(run: Component, _given: Arguments, _answer: Any) -> str | None:
    wanted = {*run.__code__.co_varnames[: run.__code__.co_argcount], "return"}
    missing = wanted - set(run.__annotations__)
    return f"no annotation for {', '.join(sorted(missing))}" if missing else None


def _leans_on_file(run: Component, _given: Arguments, _answer: Any) -> str | None:
    module_type = type(builtins)
    loaded = {step.argval for step in dis.get_instructions(run) if step.opname == "LOAD_GLOBAL"}
    own = [name for name in run.__code__.co_names if name in loaded and name in run.__globals__]
    foreign = [name for name in own if not isinstance(run.__globals__[name], module_type)]
    return f"uses {', '.join(foreign)} of its file" if foreign else None


COMPONENT: Contract[Component, Arguments, Any] = Contract(
    "component",
    _ask,
    (
        Law("input untouched", _changed_input),
        Law("same answer twice", _differs),
        Law("every parameter and the answer are typed", _untyped),
        Law("self-contained", _leans_on_file),
    ),
)


def component(
    *,
    examples: list[Example[Arguments, Any]],
    words: str,
    holds: Callable[..., bool] | None = None,
    cost: float = 1.0,
) -> Callable[[Component], Part[Component, Arguments, Any]]:
    """Declare a component of a knowledge pack.

    `words` are what people call it, separated by spaces, besides its name and docstring. `holds` is its property:
    called with the arguments and then the answer, on examples and on generated inputs. `cost` is its price relative to
    a plain operator, 1.0.
    """

    def property_broken(_run: Component, given: Arguments, answer: Any) -> str | None:
        return None if holds is None or holds(*given, answer) else f"does not hold for {given!r} and {answer!r}"

    return COMPONENT.part(
        examples=examples,
        laws=(Law("property", property_broken),),
        facts={"words": words, "holds": holds, "cost": cost},
    )
