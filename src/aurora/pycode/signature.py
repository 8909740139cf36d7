"""Signatures as values: read from text or a tree, inferred from examples, written again."""

import ast
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import zip_longest

from aurora.model.errors import UnparsableError
from aurora.pycode.asserts import Assertion, Relation
from aurora.pycode.parse import Function
from aurora.pycode.types import ANY, BOOL, NEVER, Type, join_all, of_annotation, of_value
from aurora.pycode.types import render as render_type
from aurora.pycode.verdict import parse_tree


class ParameterKind(StrEnum):
    """How a parameter takes its argument; the order is the order in a signature."""

    POSITIONAL_ONLY = "positional only"
    PLAIN = "positional or keyword"
    VARIADIC = "variadic"  # *args
    KEYWORD_ONLY = "keyword only"
    KEYWORDS = "keywords"  # **kwargs


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter; `annotation` and `default` are source text, empty when there is none."""

    name: str
    annotation: str = ""
    default: str = ""
    kind: ParameterKind = ParameterKind.PLAIN

    @property
    def type(self) -> Type:
        """What the annotation means."""
        return of_annotation(self.annotation)


@dataclass(frozen=True, slots=True)
class Signature:
    """The head of a function."""

    name: str
    parameters: tuple[Parameter, ...] = ()
    returns: str = ""
    is_async: bool = False

    @property
    def result(self) -> Type:
        """What the return annotation means."""
        return of_annotation(self.returns)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the parameters."""
        return tuple(parameter.name for parameter in self.parameters)


_HEAD = re.compile(r"^(?:(async)\s+)?(?:def\s+)?")
_TAIL = re.compile(r"\s*:?\s*(?:\.\.\.|pass)?\s*$")


def parse_signature(text: str) -> Signature:
    """Read `def f(a: int, b=2) -> str`, also without `def` and with a colon (and `pass` or `...`) behind it.

    Raises UnparsableError when the text is not the head of a function.
    """
    head = _HEAD.match(text.strip())
    body = _TAIL.sub("", _HEAD.sub("", text.strip(), count=1), count=1)
    code = f"{'async ' if head and head[1] else ''}def {body}: pass"
    try:
        nodes = parse_tree(code).body
    except (SyntaxError, ValueError) as error:
        raise UnparsableError(f"{text!r} is not the head of a function", 1) from error
    if len(nodes) != 1 or not isinstance(nodes[0], Function):
        raise UnparsableError(f"{text!r} is not the head of one function", 1)
    return signature_of(nodes[0])


def signature_of(node: Function) -> Signature:
    """The signature of a function definition."""
    arguments = node.args
    plain = [*arguments.posonlyargs, *arguments.args]
    defaults = [None] * (len(plain) - len(arguments.defaults)) + arguments.defaults
    parameters = [
        _parameter(
            arg, default, ParameterKind.POSITIONAL_ONLY if i < len(arguments.posonlyargs) else ParameterKind.PLAIN
        )
        for i, (arg, default) in enumerate(zip(plain, defaults, strict=True))
    ]
    if arguments.vararg:
        parameters.append(_parameter(arguments.vararg, None, ParameterKind.VARIADIC))
    parameters += [
        _parameter(arg, default, ParameterKind.KEYWORD_ONLY)
        for arg, default in zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True)
    ]
    if arguments.kwarg:
        parameters.append(_parameter(arguments.kwarg, None, ParameterKind.KEYWORDS))
    return Signature(node.name, tuple(parameters), _text(node.returns), isinstance(node, ast.AsyncFunctionDef))


def render(signature: Signature) -> str:
    """The signature as one line without a colon: `def f(a: int, b=2) -> str`."""
    pieces: list[str] = []
    kinds = [parameter.kind for parameter in signature.parameters]
    for i, parameter in enumerate(signature.parameters):
        before = kinds[i - 1] if i else None
        if before is ParameterKind.POSITIONAL_ONLY and parameter.kind is not ParameterKind.POSITIONAL_ONLY:
            pieces.append("/")
        if parameter.kind is ParameterKind.KEYWORD_ONLY and before not in (
            ParameterKind.VARIADIC,
            ParameterKind.KEYWORD_ONLY,
        ):
            pieces.append("*")
        pieces.append(_render_parameter(parameter))
    if kinds and kinds[-1] is ParameterKind.POSITIONAL_ONLY:
        pieces.append("/")
    arrow = f" -> {signature.returns}" if signature.returns else ""
    return f"{'async ' if signature.is_async else ''}def {signature.name}({', '.join(pieces)}){arrow}"


def infer_signature(name: str, examples: Iterable[Assertion]) -> Signature:
    """A signature that fits literal examples: types joined over all of them, parameters named by type or keyword.

    A position that some example leaves out gets no default: the examples do not say which.
    """
    literal = [example for example in examples if example.literal and example.args is not None]
    columns = list(zip_longest(*(example.args or () for example in literal), fillvalue=_ABSENT))
    types = [join_all(of_value(value) for value in column if value is not _ABSENT) for column in columns]
    names = _parameter_names(types)
    keywords = {word: None for example in literal for word in example.kwargs}
    parameters = [Parameter(n, _annotation(t)) for n, t in zip(names, types, strict=True)]
    for word in keywords:
        kind = join_all(of_value(example.kwargs[word]) for example in literal if word in example.kwargs)
        parameters.append(Parameter(word, _annotation(kind)))
    return Signature(name, tuple(parameters), _annotation(join_all(result_type(example) for example in literal)))


def result_type(example: Assertion) -> Type:
    """What an example says about the type of the result; `NEVER` when it says nothing."""
    match example.relation:
        case Relation.EQUAL | Relation.IS | Relation.CLOSE:
            return of_value(example.expected)
        case Relation.TRUTHY | Relation.FALSY:
            return BOOL
    return NEVER


_ABSENT = object()
_NAMES = {
    "int": "n", "float": "x", "bool": "flag", "str": "text", "bytes": "data", "list": "items", "tuple": "items",
    "dict": "mapping", "set": "members", "frozenset": "members",
}  # fmt: skip


def _parameter_names(types: Sequence[Type]) -> list[str]:
    bases = [_NAMES.get(type_.name, "value") for type_ in types]
    return [base if bases.count(base) == 1 else f"{base}{bases[: i + 1].count(base)}" for i, base in enumerate(bases)]


def _annotation(type_: Type) -> str:
    return "" if type_ in (ANY, NEVER) else render_type(type_)


def _parameter(arg: ast.arg, default: ast.expr | None, kind: ParameterKind) -> Parameter:
    return Parameter(arg.arg, _text(arg.annotation), _text(default), kind)


def _text(node: ast.expr | None) -> str:
    return ast.unparse(node) if node else ""


def _render_parameter(parameter: Parameter) -> str:
    stars = {ParameterKind.VARIADIC: "*", ParameterKind.KEYWORDS: "**"}.get(parameter.kind, "")
    text = stars + parameter.name
    if parameter.annotation:
        text += f": {parameter.annotation}"
    spaced = " = " if parameter.annotation else "="
    return text + spaced + parameter.default if parameter.default else text
