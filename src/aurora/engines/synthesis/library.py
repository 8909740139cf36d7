"""The library: the components of the knowledge packs as operators, and how much the words speak for each."""

import inspect
import textwrap
import typing
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from types import FunctionType
from typing import Annotated, Any, get_args, get_origin

from aurora.contracts.component import COMPONENT
from aurora.engines.synthesis.binders import Binder
from aurora.engines.synthesis.callables import FUNCTION, binder_of, ready_made, takes_functions
from aurora.engines.synthesis.operators import Operator
from aurora.engines.synthesis.standard import PREFIX
from aurora.engines.synthesis.standard import operators as standard_operators
from aurora.engines.synthesis.types import Type
from aurora.engines.synthesis.watchdog import bounded, limited
from aurora.engines.synthesis.words import Document, Index, document_of, tokens
from aurora.pycode.names import split_words
from aurora.registry.declare import AnyPart, Part
from aurora.registry.discover import sift

_CHEAPEST, _DEAREST = 2, 9
_SECONDS = 0.02  # of processor time for one call of a component
_LIKELY = 5  # cost up to which a component may take that long; others a fifth of it
_READY_MADE = 1  # more for a component with a ready-made function
_STRIKES = 2  # calls that may be too slow
_GROWN, _GROWTH = 3, 5  # an answer this long, and how much longer one of twice the arguments is when it explodes
_MORE, _MORE_GROWTH = 4, 10  # what numbers are grown by, and how much longer the answer is then when it explodes
_LONGEST_RANGE = 500_000
_EXPLOSIVE_SIZE = 7  # of the arguments of components whose answers grow faster than these


@dataclass(frozen=True, slots=True)
class Library:
    """The parts of some packages, found once; `notes` says what could not be loaded."""

    parts: tuple[AnyPart, ...]
    operators: Mapping[str, Operator]  # of the components
    index: Index
    notes: tuple[str, ...] = ()
    standard: Mapping[str, Operator] = field(default_factory=dict)  # of the standard library
    binders: Mapping[str, Binder] = field(default_factory=dict)  # of components that go over a list with a function
    applied: Mapping[str, tuple[Operator, ...]] = field(default_factory=dict)  # components with ready-made functions

    @property
    def components(self) -> tuple[Part[Any, Any, Any], ...]:
        """The components of the knowledge packs."""
        return tuple(part for part in self.parts if part.contract is COMPONENT and not part.missing)

    def priced(self, relevance: Mapping[str, float]) -> list[Operator]:
        """The components and the standard library as operators, each the cheaper the more the words speak for it.

        One that takes a function comes with ready-made ones, when the words speak for it at all.
        """
        whole = ((name, operator, 0) for name, operator in {**self.operators, **self.standard}.items())
        told = [(name, made) for name, made in self.applied.items() if relevance.get(name, 0.0) > 0]
        applied = ((name, operator, _READY_MADE) for name, made in told for operator in made)
        return [
            _with_cost(operator, price(relevance.get(name, 0.0)) + more) for name, operator, more in (*whole, *applied)
        ]

    def binding(self, relevance: Mapping[str, float]) -> list[Binder]:
        """The components that go over a list with a body and that the words speak for."""
        return [
            replace(binder, cost=price(relevance.get(name, 0.0)), run=limited(binder.run, _SECONDS, _STRIKES))
            for name, binder in self.binders.items()
            if relevance.get(name, 0.0) > 0
        ]


def price(relevance: float) -> int:
    """The cost of a component of this relevance."""
    return round(_DEAREST - (_DEAREST - _CHEAPEST) * min(1.0, relevance * 1.25))


def load(packages: Iterable[str], without: tuple[str, ...] = (), *, tried: bool = True) -> Library:
    """Find and prepare the parts of packages; `without` are ids or prefixes of ids that are left out.

    Unless they are `tried`, nothing is run, which only the main thread can end: enough to look the components up.
    """
    registry, notes = sift(*packages)
    parts = registry.without(*without).parts
    components = [part for part in parts if part.contract is COMPONENT and not part.missing]
    documents = {part.id: document_of(part) for part in components}
    operators = {part.id: as_operator(part, tried=tried) for part in components}
    standard = standard_operators() if tried and PREFIX not in without else {}
    documents |= {name: _standard_document(operator) for name, operator in standard.items()}
    higher = [part for part in components if tried and takes_functions(part)]
    binders = {part.id: binder for part in higher if (binder := binder_of(part, pattern_of))}
    applied = {part.id: tuple(ready_made(part, pattern_of)) for part in higher if part.id not in binders}
    return Library(parts, operators, Index(documents), notes, standard, binders, applied)


def _standard_document(operator: Operator) -> Document:
    name = operator.name.rpartition(".")[2]
    return Document.of(split_words(name), (), tokens(operator.words))


def as_operator(part: AnyPart, *, tried: bool = True) -> Operator:
    """A component as an operator; its template is a call of it by name. One that was not `tried` is given little."""
    run: Callable[..., Any] = part.run
    names = list(inspect.signature(run).parameters)
    hints = typing.get_type_hints(run, include_extras=True)
    holes = ", ".join(f"{{{number}}}" for number in range(len(names)))
    return Operator(
        name=part.name,
        patterns=tuple(pattern_of(hints[name]) for name in names),
        run=_small_only(run) if not tried or explodes(part) else with_short_ranges(run),
        template=f"{part.name}({holes})",
        component=part.id,
        domain=tuple(domain_of(hints[name]) for name in names),
        answer=pattern_of(hints["return"]),
    )


def explodes(part: AnyPart) -> bool:
    """Whether the answers of a component grow much faster than its arguments, tried on its own examples grown."""
    for example in part.examples:
        if not isinstance(example.answer, list | set | tuple | str) or len(example.answer) < _GROWN:
            continue
        given: Any = example.given
        grown = bounded(partial(part.run, *map(_grown, given)), _SECONDS * 2)
        growth = _MORE_GROWTH if any(type(value) is int for value in given) else _GROWTH
        if grown is None or _flat(grown) > growth * _flat(example.answer):
            return True
    return False


def _grown(value: Any) -> Any:
    if type(value) is int:
        return value + _MORE if 0 <= value < _EXPLOSIVE_SIZE - _MORE else value
    return value * 2 if type(value) in (str, list, tuple) else value


def _flat(value: Any) -> int:
    """How many elements there are, all the way down."""
    if isinstance(value, list | tuple | set):
        return sum(map(_flat, value))
    return len(value) if isinstance(value, str) else 1


def with_short_ranges(run: Callable[..., Any]) -> Callable[..., Any]:
    """The same function, refusing ranges that are too long: no timer can end what goes over them in C."""
    if not isinstance(run, FunctionType):
        return run
    scope = {**run.__globals__, "range": _range}
    return FunctionType(run.__code__, scope, run.__name__, run.__defaults__, run.__closure__)


def _range(*bounds: int) -> range:
    made = range(*bounds)
    if len(made) > _LONGEST_RANGE:
        raise OverflowError
    return made


def _size(arguments: Any) -> int:
    sizes = [len(value) for value in arguments if isinstance(value, str | list | tuple | set | dict)]
    return max([*sizes, *(value for value in arguments if type(value) is int)], default=0)


def _small_only(run: Callable[..., Any]) -> Callable[..., Any]:
    def guarded(*arguments: Any) -> Any:
        if _size(arguments) > _EXPLOSIVE_SIZE + 1:
            raise OverflowError
        return run(*arguments)

    return guarded


def _with_cost(operator: Operator, cost: int) -> Operator:
    seconds = _SECONDS if cost <= _LIKELY else _SECONDS / 5
    return replace(operator, cost=cost, run=limited(operator.run, seconds, _STRIKES))


def domain_of(hint: Any) -> str:
    """The semantic type in an annotation ("nat", "char", ...), empty when there is none."""
    return str(get_args(hint)[1]) if get_origin(hint) is Annotated else ""


_HEADS: Mapping[Any, str] = {list: "list", set: "set", frozenset: "set", tuple: "list"}
_PLAIN: Mapping[Any, str] = {int: "int", float: "num", str: "str", bool: "bool", type(None): "none"}


def pattern_of(hint: Any) -> Type:
    """The pattern that an annotation asks for."""
    origin = get_origin(hint)
    if origin is Annotated:
        return pattern_of(get_args(hint)[0])
    if isinstance(hint, typing.TypeVar):
        return hint.__name__[0]
    if origin is Callable:
        return FUNCTION
    if hint in _PLAIN:
        return _PLAIN[hint]
    arguments = get_args(hint)
    if origin is dict:
        return ("dict", *map(pattern_of, arguments))
    if origin in _HEADS and arguments:
        return (_HEADS[origin], pattern_of(arguments[0]) if origin is not tuple else "any")
    if hint in _HEADS:
        return (_HEADS[hint], "any")
    return ("iter", pattern_of(arguments[0])) if _iterable(origin) and arguments else "any"


def _iterable(origin: Any) -> bool:
    return isinstance(origin, type) and issubclass(origin, Iterable)


def source_of(part: AnyPart) -> str:
    """The text of a component's function without its decorator."""
    text = textwrap.dedent(inspect.getsource(part.run))
    return text[text.index("def ") :] if text.startswith("@") else text
