"""Components that take a function: as ways to go over a list with a body that is searched for, or with ready functions.

A component that takes a list and a function of its elements becomes a binder: its function is the table of what a body
is worth at each element. Any other function of one or two values is taken from a table of everyday ones.
"""

import inspect
import marshal
import typing
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import product
from typing import Any, get_args, get_origin

from aurora.engines.synthesis.binders import Binder
from aurora.engines.synthesis.growth import too_large
from aurora.engines.synthesis.operators import Operator, compiled
from aurora.engines.synthesis.types import Type
from aurora.registry.declare import AnyPart

FUNCTION = "function"
"""The pattern of an argument that is a function: no value of the bank fits it."""

_UNARY = ("{0:8} + 1", "{0:8} - 1", "{0:9} * 2", "{0:9} // 2", "-{0:10}", "{0:11} ** 2", "abs({0})", "str({0})")
_UNARY_TESTS = ("{0:6} > 0", "{0:6} < 0", "{0:6} == 0", "{0:9} % 2 == 0", "{0:9} % 2 == 1")
_BINARY = (
    "{0:8} + {1:9}", "{0:8} - {1:9}", "{1:8} - {0:9}", "{0:9} * {1:10}", "max({0}, {1})", "min({0}, {1})",
    "{0:9} // {1:10}", "{0:9} % {1:10}", "abs({0:8} - {1:9})", "({0}, {1})", "{0:9} * 10 + {1:9}",
)  # fmt: skip
_BINARY_TESTS = ("{0:6} < {1:6}", "{0:6} <= {1:6}", "{0:6} > {1:6}", "{0:6} == {1:6}", "{0:6} != {1:6}")
_READY = {(1, False): _UNARY, (1, True): _UNARY_TESTS, (2, False): _BINARY, (2, True): _BINARY_TESTS}
_NAMES = ("value", "other")
_MOST = 40  # operators of one component


def takes_functions(part: AnyPart) -> bool:
    """Whether an argument of a component is a function."""
    return any(_is_function(hint) for hint in _hints(part).values())


def binder_of(part: AnyPart, pattern_of: Callable[[Any], Type]) -> Binder | None:
    """A component of a list and one function of its elements as a binder; None for any other component."""
    hints = _hints(part)
    functions = [name for name, hint in hints.items() if _is_function(hint)]
    lists = [name for name, hint in hints.items() if _heads_list(pattern_of(hint))]
    if len(hints) != 2 or len(functions) != 1 or len(lists) != 1:
        return None
    given, wanted = get_args(hints[functions[0]])
    if [pattern_of(hint) for hint in given] != [pattern_of(hints[lists[0]])[1]]:
        return None
    holes = ", ".join("lambda ITEM: {1:1}" if name == functions[0] else "{0}" for name in hints)
    body = "bool" if wanted is bool else "any"
    words = str(part.facts.get("words", ""))
    run = partial(_over_elements, part.run, functions_first=next(iter(hints)) == functions[0])
    return Binder(1, f"{part.name}({holes})", run, body, key=True, words=words, component=part.id)


def _over_elements(
    component: Callable[..., Any], row: list[Any], made: list[Any], *, functions_first: bool = False
) -> Any:
    """What a component makes of a row with the function that is worth `made` at its elements."""
    table = {marshal.dumps(item, 2): value for item, value in zip(row, made, strict=True)}

    def function(item: Any) -> Any:
        return table[marshal.dumps(item, 2)]

    return component(function, row) if functions_first else component(row, function)


def ready_made(part: AnyPart, pattern_of: Callable[[Any], Type]) -> Iterator[Operator]:
    """A component with each of its functions taken from the everyday ones, as operators of its other arguments."""
    hints = _hints(part)
    functions = {name: _choices(hint) for name, hint in hints.items() if _is_function(hint)}
    others = [name for name in hints if name not in functions]
    if not others or not all(functions.values()):
        return
    for chosen in list(product(*functions.values()))[:_MOST]:
        bodies = dict(zip(functions, chosen, strict=True))
        texts = (_lambda(bodies[name]) if name in bodies else f"{{{others.index(name)}}}" for name in hints)
        yield Operator(
            name=part.name,
            patterns=tuple(pattern_of(hints[name]) for name in others),
            run=partial(_with_functions, part.run, tuple(hints), bodies),
            template=f"{part.name}({', '.join(texts)})",
            component=part.id,
        )


def _with_functions(
    component: Callable[..., Any], names: Sequence[str], bodies: dict[str, str], *arguments: Any
) -> Any:
    values = iter(arguments)
    return component(*(_bounded(bodies[name]) if name in bodies else next(values) for name in names))


def _bounded(body: str) -> Callable[..., Any]:
    """The function of a body; it refuses what blows up."""
    run = compiled(body, _arity(body))

    def function(*arguments: Any) -> Any:
        value = run(*arguments)
        if too_large(value):
            raise OverflowError
        return value

    return function


def _lambda(body: str) -> str:
    operator = Operator("body", (), compiled, body)
    return f"lambda {', '.join(_NAMES[: _arity(body)])}: {operator.text([(name, 12) for name in _NAMES])}"


def _arity(body: str) -> int:
    return 2 if "{1" in body else 1


def _choices(hint: Any) -> tuple[str, ...]:
    given, wanted = get_args(hint)
    return _READY.get((len(given), wanted is bool), ()) if isinstance(given, list) else ()


def _hints(part: AnyPart) -> dict[str, Any]:
    run: Any = part.run
    hints = typing.get_type_hints(run, include_extras=True)
    return {name: hints[name] for name in inspect.signature(run).parameters if name in hints}


def _is_function(hint: Any) -> bool:
    return get_origin(hint) is Callable


def _heads_list(pattern: Type) -> bool:
    return isinstance(pattern, tuple) and pattern[0] == "list"
